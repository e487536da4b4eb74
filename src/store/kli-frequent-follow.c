/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the sets of beginnings that many records have follow the words of the records, and are compared with them. */
#include "store/kli-frequent-private.h"

#include "store/kli-store-error-private.h"

#include <string.h>

/* --- the beginnings of words -------------------------------------------------------------------------------- */

/* Looks for the sets of the beginnings of words. */
typedef struct
{
  KliConnection *connection;
  GHashTable *known; /* which of those that were asked for are there, by key */
  GHashTable *seen;  /* the keys of those that were found, which borrow from known */
} Walk;

/* Whether there is a set @key. @own: (out): the key in known. */
static gboolean
look_up (const Walk *walk, const char *key, gpointer *own, gboolean *kept, GError **error)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (walk->known, key, own, &value))
    {
      if (!kli_member_set_exists (walk->connection, key, kept, error))
        return FALSE;
      *own = g_strdup (key);
      value = GINT_TO_POINTER (*kept);
      g_hash_table_insert (walk->known, *own, value);
    }
  *kept = GPOINTER_TO_INT (value);

  return TRUE;
}

/* Adds the letter at @c to @key. @kept: (out): whether there is a set of what it is then. */
static gboolean
walk_letter (const Walk *walk, GString *key, const char *c, gsize length, gboolean *kept, GError **error)
{
  gpointer own;

  g_string_append_len (key, c, (gssize)length);
  if (!look_up (walk, key->str, &own, kept, error))
    return FALSE;
  if (*kept)
    g_hash_table_add (walk->seen, own);

  return TRUE;
}

/* Who has "anna" has "ann", and "ann" is made before "anna": where there is no set of a beginning there is none of a
 * longer one. @key: the start of the sets' keys, which gets the beginnings. @end: of the word, as another letter */
static gboolean
walk_word (const Walk *walk, GString *key, const char *word, gsize length, const char *end, GError **error)
{
  gboolean kept = TRUE;

  for (const char *c = word; kept && c < word + MIN (length, KLI_FREQUENT_BYTES_MAX); c = g_utf8_next_char (c))
    if (!walk_letter (walk, key, c, (gsize)(g_utf8_next_char (c) - c), &kept, error))
      return FALSE;

  return !kept || length == 0 || length > KLI_FREQUENT_BYTES_MAX || *end == '\0'
         || walk_letter (walk, key, end, strlen (end), &kept, error);
}

/* Every beginning of every word or key in @words that is kept. */
static gboolean
walk_words (const Walk *walk, KliFrequentOf of, const char *words, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *word = words; word != NULL && *word != '\0';)
    {
      gsize length = strcspn (word, kli_frequent_sources[of].separator);

      g_string_assign (key, kli_frequent_sources[of].start);
      if (!walk_word (walk, key, word, length, kli_frequent_sources[of].is_match ? KLI_FREQUENT_WORD_END : "", error))
        return FALSE;
      word += length + (word[length] != '\0');
    }

  return TRUE;
}

static GHashTable *
known_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* --- following an edit -------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (element-type utf8): the words or keys in @text. */
static GHashTable *
set_of_words (KliFrequentOf of, const char *text)
{
  g_autofree char **words = g_strsplit (text, kli_frequent_sources[of].separator, -1); /* each goes into the set */
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, words[i]);

  return set;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) (element-type utf8): what is in both of them, sorted. */
static GPtrArray *
list_common (GHashTable *words, GHashTable *others)
{
  GPtrArray *common = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (others, word))
      g_ptr_array_add (common, word);
  g_ptr_array_sort (common, compare_words);

  return common;
}

/* Whether one of the sorted @words starts with @start. */
static gboolean
any_starts_with (const GPtrArray *words, const char *start)
{
  guint first = 0, end = words->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (strcmp (g_ptr_array_index (words, middle), start) < 0)
        first = middle + 1;
      else
        end = middle;
    }

  return first < words->len && g_str_has_prefix (g_ptr_array_index (words, first), start);
}

/* Every beginning that is kept of every one of @words that is not in @others. */
static gboolean
walk_others (const Walk *walk, KliFrequentOf of, GHashTable *words, GHashTable *others, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      if (g_hash_table_contains (others, word))
        continue;
      g_string_assign (key, kli_frequent_sources[of].start);
      if (!walk_word (walk, key, word, strlen (word), kli_frequent_sources[of].is_match ? KLI_FREQUENT_WORD_END : "",
                      error))
        return FALSE;
    }

  return TRUE;
}

/* Those of the beginnings @keys that one of the sorted @words has, too, go. */
static void
remove_had (GHashTable *keys, KliFrequentOf of, const GPtrArray *words)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (any_starts_with (words, (const char *)key + strlen (kli_frequent_sources[of].start)))
      g_hash_table_iter_remove (&iter);
}

/* Who had no words, as a new record, shares none with what it was. */
static gboolean
follow_new (KliDeriveContext *context, KliFrequentOf of, guint32 local, const char *words, GError **error)
{
  g_autoptr (GHashTable) after = g_hash_table_new (NULL, NULL);

  return walk_words (&(Walk){ context->connection, context->frequent, after }, of, words, error)
         && kli_derive_add_members (context, after, local, error);
}

/* Only the words that are different are looked for: what a record keeps changes nothing, but for the beginnings that it
 * shares with a word that comes or goes. */
gboolean
kli_frequent_follow (
    KliDeriveContext *context, KliFrequentOf of, guint32 local, const char *old, const char *new, GError **error)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GHashTable) old_words = NULL;
  g_autoptr (GHashTable) new_words = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  gboolean any = FALSE;

  if (g_strcmp0 (old, new) == 0)
    return TRUE;
  if (!kli_member_set_may_exist (context->connection, kli_frequent_sources[of].start, &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  if (context->frequent == NULL)
    context->frequent = known_new ();
  if (*old == '\0')
    return follow_new (context, of, local, new, error);
  before = g_hash_table_new (NULL, NULL);
  after = g_hash_table_new (NULL, NULL);
  old_words = set_of_words (of, old);
  new_words = set_of_words (of, new);

  if (!walk_others (&(Walk){ context->connection, context->frequent, before }, of, old_words, new_words, error)
      || !walk_others (&(Walk){ context->connection, context->frequent, after }, of, new_words, old_words, error))
    return FALSE;
  kept = list_common (old_words, new_words);
  remove_had (before, of, kept);
  remove_had (after, of, kept);

  return kli_derive_change_members (context, before, after, local, error);
}

/* --- checking and mending ----------------------------------------------------------------------------------- */

/* Those that were seen, each time anew. */
static void
take_seen (const Walk *walk, KliMemberChanges *changes, guint32 local)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, walk->seen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kli_member_changes_add (changes, key, local, TRUE);
  g_hash_table_remove_all (walk->seen);
}

/* Who should be in which of the sets that there are, of the records from the number @first on. */
static gboolean
want_texts (KliConnection *connection, guint32 first, KliMemberChanges *const *wanted, GError **error)
{
  static const int columns[KLI_FREQUENT_N] = { 1, 3, 2 };
  g_autoptr (GHashTable) known = known_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { connection, known, seen };
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "search-texts-from", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, first);
  kli_statement_bind_integer (statement, 2, (gint64)first + KLI_MEMBER_PART);
  while (kli_statement_step (statement, &local_error))
    for (KliFrequentOf of = 0; of < KLI_FREQUENT_N; of++)
      {
        if (!walk_words (&walk, of, kli_statement_get_text (statement, columns[of]), error))
          return FALSE;
        take_seen (&walk, wanted[of], (guint32)kli_statement_get_integer (statement, 0));
      }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_frequent_mend (KliDeriveContext *context, KliDerivePlace *place, gboolean *mended, GError **error)
{
  KliMemberChanges *wanted[KLI_FREQUENT_N];
  KliMemberPart part;
  gboolean done;

  for (guint of = 0; of < KLI_FREQUENT_N; of++)
    wanted[of] = kli_member_changes_new ();
  done = kli_derive_place_take_part (context, place, &part, error)
         && want_texts (context->connection, part.part * KLI_MEMBER_PART, wanted, error);
  for (guint of = 0; of < KLI_FREQUENT_N; of++)
    {
      done = done
             && kli_member_sets_mend (context->connection, kli_frequent_sources[of].start, &part, wanted[of], mended,
                                      error);
      kli_member_changes_free (wanted[of]);
    }

  return done;
}
