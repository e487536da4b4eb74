/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings of words and keys that many records have. */
#include "store/kli-frequent-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>
#include <string.h>

/* A beginning is frequent when more than one record of so many has it, and at least so many have. For one letter or two
 * less is enough, in a store of any size: that is what everybody types first, and there are only so many of them. */
#define SHARE 64
#define RECORDS_MIN 4096
#define LETTERS_FEW 2
#define RECORDS_OF_FEW_LETTERS_MIN 1024
/* In store_state: how many records there were when beginnings were counted, and which sets are still to be made. */
#define COUNTED "frequent-counted"
#define WANTED "words-wanted"

const KliFrequentSource kli_frequent_sources[KLI_FREQUENT_N] = {
  [KLI_FREQUENT_WORDS] = { "word ", " ", "search-words-frequent", "search-word", TRUE },
  [KLI_FREQUENT_KEYS] = { "key ", "\n", "search-keys-frequent", "search-key", FALSE },
  [KLI_FREQUENT_NOTES] = { "note ", " ", "search-notes-frequent", "search-note", TRUE },
};

gboolean
kli_frequent_read (
    KliConnection *connection, KliFrequentOf of, const char *start, KliBitmap *found, gboolean *kept, GError **error)
{
  g_autofree char *key = g_strconcat (kli_frequent_sources[of].start, start, NULL);

  return kli_member_set_read (connection, key, found, kept, error);
}

/* --- counting ----------------------------------------------------------------------------------------------- */

/* The beginnings of the word that was counted last, and how many records have each: at least nearly, for a record
 * with two such words counts twice. */
typedef struct
{
  GString *word;
  GArray *counts; /* gint64, one for each byte of the word; only those at the end of a character count */
  gint64 least;
  const char *start; /* of the keys of the sets */
  GString *found;    /* those keys, a line each */
} Counter;

/* Whether the first @length bytes of the word are a whole beginning that enough records have. */
static gboolean
is_frequent (const Counter *counter, gsize length)
{
  const char *word = counter->word->str;

  return g_utf8_validate (word, (gssize)length, NULL)
         && g_array_index (counter->counts, gint64, length - 1)
                >= (g_utf8_strlen (word, (gssize)length) <= LETTERS_FEW ? RECORDS_OF_FEW_LETTERS_MIN : counter->least);
}

/* Leaves the beginnings that are longer than @length behind. */
static void
shorten (Counter *counter, gsize length)
{
  while (counter->word->len > length)
    {
      gsize last = counter->word->len;

      if (is_frequent (counter, last))
        g_string_append_printf (counter->found, "%s%s\n", counter->start, counter->word->str);
      g_string_truncate (counter->word, last - 1);
      g_array_set_size (counter->counts, (guint)last - 1);
    }
}

static void
count_word (Counter *counter, const char *word, gint64 n)
{
  gsize same = 0;

  while (same < counter->word->len && word[same] != '\0' && counter->word->str[same] == word[same])
    same++;
  shorten (counter, same);
  g_string_append (counter->word, word + same);
  g_string_truncate (counter->word, KLI_FREQUENT_BYTES_MAX);
  g_array_set_size (counter->counts, (guint)counter->word->len);
  for (gsize i = 0; i < counter->word->len; i++)
    g_array_index (counter->counts, gint64, i) += n;
}

/* Adds the keys of those beginnings that at least @least records have to @found. */
static gboolean
count_source (KliConnection *connection, const KliFrequentSource *source, gint64 least, GString *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, source->count, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GString) last = g_string_new (NULL);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (gint64));
  Counter counter = { last, counts, least, source->start, found };

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      const char *word = kli_statement_get_text (statement, 0);
      gint64 n = kli_statement_get_integer (statement, 1);

      count_word (&counter, word, n);
      if (source->is_match && n >= least && strlen (word) <= KLI_FREQUENT_BYTES_MAX)
        g_string_append_printf (found, "%s%s" KLI_FREQUENT_WORD_END "\n", source->start, word);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  shorten (&counter, 0);

  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) (nullable): the keys of what is frequent among @n_records, a line each. In this order the
 * sets are made: "ann" before "anna". */
static char *
count_beginnings (KliConnection *connection, gint64 n_records, GError **error)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_auto (GStrv) keys = NULL;

  for (guint of = 0; of < KLI_FREQUENT_N; of++)
    if (!count_source (connection, &kli_frequent_sources[of], MAX (n_records / SHARE, RECORDS_MIN), found, error))
      return NULL;

  if (found->len > 0)
    g_string_truncate (found, found->len - 1); /* the end of the last line */
  keys = g_strsplit (found->str, "\n", -1);
  qsort (keys, g_strv_length (keys), sizeof *keys, compare_keys);

  return g_strjoinv ("\n", keys);
}

static gboolean
set_state (KliConnection *connection, const char *wanted, gint64 n_records, GError **error)
{
  g_autofree char *counted = g_strdup_printf ("%" G_GINT64_FORMAT, n_records);

  return kli_derive_set_state (connection, WANTED, wanted, error)
         && kli_derive_set_state (connection, COUNTED, counted, error);
}

/* --- making sets -------------------------------------------------------------------------------------------- */

static const KliFrequentSource *
source_of (const char *key)
{
  const KliFrequentSource *source = kli_frequent_sources;

  while (!g_str_has_prefix (key, source->start))
    source++;

  return source;
}

/* Returns: (transfer full): @start as FTS5 is asked for it. */
static char *
make_match (const char *start)
{
  const char *end = strstr (start, KLI_FREQUENT_WORD_END);

  return end != NULL ? g_strdup_printf ("\"%.*s\"", (int)(end - start), start) : g_strdup_printf ("\"%s\" *", start);
}

/* Returns: (transfer full) (nullable): who has what is kept under @key. */
static KliStatement *
lend_for (KliConnection *connection, const char *key, GError **error)
{
  const KliFrequentSource *source = source_of (key);
  const char *start = key + strlen (source->start);
  g_autofree char *match = source->is_match ? make_match (start) : g_strdup (start);
  g_autofree char *end = g_strconcat (start, KLI_MEMBER_KEY_END, NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, source->find, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, match);
  if (!source->is_match)
    kli_statement_bind_text (statement, 2, end);

  return g_steal_pointer (&statement);
}

static gboolean
make_set (KliConnection *connection, const char *key, GError **error)
{
  g_autoptr (KliStatement) statement = lend_for (connection, key, error);
  g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    kli_member_changes_add (changes, key, (guint32)kli_statement_get_integer (statement, 0), TRUE);
  if (local_error == NULL)
    return kli_member_changes_write (changes, connection, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Whether the beginning that is a letter shorter has its set, so that walk_word () comes to @key. A single letter needs
 * no other. */
static gboolean
is_reached (KliConnection *connection, const char *key, gboolean *reached, GError **error)
{
  const char *last = g_utf8_find_prev_char (key, key + strlen (key));
  g_autofree char *shorter = g_strndup (key, (gsize)(last - key));

  *reached = g_str_equal (shorter, source_of (key)->start);

  return *reached || kli_member_set_exists (connection, shorter, reached, error);
}

/* Makes the set of the first of the lines @wanted, unless it is there. */
static gboolean
make_first (KliConnection *connection, const char *wanted, GError **error)
{
  g_autofree char *key = g_strndup (wanted, strcspn (wanted, "\n"));
  gboolean kept = FALSE, reached = FALSE;

  if (!kli_member_set_exists (connection, key, &kept, error) || !is_reached (connection, key, &reached, error))
    return FALSE;

  return kept || !reached || make_set (connection, key, error);
}

static const char *
after_first (const char *wanted)
{
  wanted += strcspn (wanted, "\n");

  return *wanted == '\n' ? wanted + 1 : wanted;
}

gboolean
kli_frequent_tidy (KliConnection *connection, gboolean *more, GError **error)
{
  g_autofree char *wanted = kli_derive_get_state (connection, WANTED, error);
  g_autofree char *counted = wanted != NULL ? kli_derive_get_state (connection, COUNTED, error) : NULL;
  g_autofree char *found = NULL;
  gint64 n_records = 0, place = 0;

  *more = FALSE;
  if (counted == NULL || !kli_search_index_get_place (connection, &place, error))
    return FALSE;
  if (place != KLI_SEARCH_INDEX_WHOLE)
    return TRUE; /* it is asked who has what */
  if (*wanted != '\0')
    {
      *more = TRUE;
      return make_first (connection, wanted, error)
             && kli_derive_set_state (connection, WANTED, after_first (wanted), error);
    }

  if (!kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  if (n_records < RECORDS_MIN || n_records < 2 * g_ascii_strtoll (counted, NULL, 10))
    return TRUE;
  found = count_beginnings (connection, n_records, error);
  *more = found != NULL && *found != '\0';

  return found != NULL && set_state (connection, found, n_records, error);
}

gboolean
kli_frequent_rebuild (KliConnection *connection, GError **error)
{
  g_autofree char *found = NULL;
  gint64 n_records = 0;

  if (!kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  found = count_beginnings (connection, n_records, error);
  if (found == NULL)
    return FALSE;
  for (const char *wanted = found; *wanted != '\0'; wanted = after_first (wanted))
    if (!make_first (connection, wanted, error))
      return FALSE;

  return set_state (connection, "", n_records, error);
}

/* --- forgetting --------------------------------------------------------------------------------------------- */

/* Whether anybody has what is kept under @key. */
static gboolean
has_any (KliConnection *connection, const char *key, gboolean *had, GError **error)
{
  g_autoptr (KliStatement) statement = lend_for (connection, key, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *had = kli_statement_step (statement, &local_error);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_frequent_is_had (KliConnection *connection, KliFrequentOf of, const char *start, gboolean *had, GError **error)
{
  g_autofree char *key = g_strconcat (kli_frequent_sources[of].start, start, NULL);

  return has_any (connection, key, had, error);
}

/* Returns: (transfer full) (nullable): those of the lines @wanted that somebody has. */
static char *
keep_had (KliConnection *connection, const char *wanted, GError **error)
{
  g_auto (GStrv) keys = g_strsplit (wanted, "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean had = FALSE;

      if (!has_any (connection, keys[i], &had, error))
        return NULL;
      if (had)
        g_ptr_array_add (kept, keys[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\n", (char **)kept->pdata);
}

gboolean
kli_frequent_forget (KliConnection *connection, GError **error)
{
  g_autofree char *wanted = kli_derive_get_state (connection, WANTED, error);
  g_autofree char *counted = wanted != NULL ? kli_derive_get_state (connection, COUNTED, error) : NULL;
  g_autofree char *left = counted != NULL ? keep_had (connection, wanted, error) : NULL;
  gint64 n_records = 0;

  if (left == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  for (guint of = 0; of < KLI_FREQUENT_N; of++)
    if (!kli_member_set_forget_empty (connection, kli_frequent_sources[of].start, error))
      return FALSE;

  /* When there are as many again, they are counted anew. */
  return set_state (connection, left, MIN (n_records, g_ascii_strtoll (counted, NULL, 10)), error);
}
