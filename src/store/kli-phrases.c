/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of words in a row that many records have: what they are made of, and how they follow the records. */
#include "store/kli-phrases-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-frequent.h"
#include "store/kli-member-set.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>
#include <string.h>

/* A word is frequent when more than one record of so many has it, and at least so many have: of what is left, the texts
 * can be read. */
#define SHARE 128
#define RECORDS_MIN 1024
/* The keys of the sets: of each frequent word, which is of nobody, and of each row of two of them. */
#define START "phrase-"
#define WORD "phrase-word "
#define ROW "phrase-row "
/* In store_state: how many records there were when words were counted, and the number of the record to look at next,
 * -1 for none. */
#define STATE "phrase-links"
/* So many records are let into their sets at once. */
#define RECORDS_A_STEP 16000

static void
word_free (gpointer data)
{
  KliPhraseWord *word = data;

  g_free (word->text);
  g_free (word);
}

void
kli_phrases_free (KliPhrases *phrases)
{
  if (phrases == NULL)
    return;

  g_hash_table_unref (phrases->words);
  g_hash_table_unref (phrases->keys);
  g_free (phrases);
}

KliPhrases *
kli_phrases_new (KliConnection *connection, GError **error)
{
  g_autoptr (KliPhrases) phrases = g_new0 (KliPhrases, 1);
  g_autofree char *state = kli_derive_get_state (connection, STATE, error);
  char *rest;

  phrases->connection = connection;
  phrases->next = -1;
  phrases->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, word_free);
  phrases->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (state == NULL)
    return NULL;
  if (*state == '\0')
    return g_steal_pointer (&phrases);

  phrases->n_counted = g_ascii_strtoll (state, &rest, 10);
  phrases->next = g_ascii_strtoll (rest, NULL, 10);

  return g_steal_pointer (&phrases);
}

static gboolean
set_state (KliPhrases *phrases, gint64 n_counted, gint64 next, GError **error)
{
  g_autofree char *state = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, n_counted, next);

  phrases->n_counted = n_counted;
  phrases->next = next;

  return kli_derive_set_state (phrases->connection, STATE, state, error);
}

/* --- the rows of a record ----------------------------------------------------------------------------------- */

KliPhraseWord *
kli_phrases_look_up (KliPhrases *phrases, const char *text, GError **error)
{
  KliPhraseWord *word = g_hash_table_lookup (phrases->words, text);
  gboolean is_frequent = FALSE;
  g_autofree char *key = NULL;

  if (word != NULL)
    return word;
  key = g_strconcat (WORD, text, NULL);
  if (!kli_member_set_exists (phrases->connection, key, &is_frequent, error))
    return NULL;

  word = g_new0 (KliPhraseWord, 1);
  word->text = g_strdup (text);
  word->is_frequent = is_frequent;
  g_hash_table_insert (phrases->words, word->text, word);

  return word;
}

/* Adds @key to @keys, which borrows it from @phrases. */
static void
add_key (KliPhrases *phrases, const char *key, GHashTable *keys)
{
  gpointer own;

  if (!g_hash_table_lookup_extended (phrases->keys, key, &own, NULL))
    {
      own = g_strdup (key);
      g_hash_table_add (phrases->keys, own);
    }
  g_hash_table_add (keys, own);
}

void
kli_phrases_begin_row (GString *key, const char *first, const char *second)
{
  g_string_assign (key, ROW);
  g_string_append (key, first);
  g_string_append_c (key, ' ');
  g_string_append (key, second);
  g_string_append_c (key, ' ');
}

/* Returns: the place of @word, which is met once more in the record. */
static guint
meet (KliPhrases *phrases, KliPhraseWord *word, GHashTable *keys)
{
  if (word->record != phrases->record)
    word->n_met = 0;
  word->record = phrases->record;
  if (++word->n_met > KLI_PHRASE_PLACES)
    add_key (phrases, KLI_PHRASE_TANGLED, keys);

  return MIN (word->n_met, KLI_PHRASE_PLACES) - 1;
}

/* What the deriver puts between two fields. */
static gboolean
is_end_of_field (const char *part)
{
  return g_str_equal (part, "|");
}

/* A word of a text, and where. */
typedef struct
{
  const char *text; /* nullable: there is none */
  guint place;
} Met;

/* Adds the row of @first and @second, where both are and one of them is frequent. */
static void
add_row (KliPhrases *phrases, const Met *first, const Met *second, GString *key, GHashTable *keys)
{
  if (first->text == NULL || second->text == NULL
      || (g_str_equal (first->text, KLI_PHRASE_OTHER) && g_str_equal (second->text, KLI_PHRASE_OTHER)))
    return;

  kli_phrases_begin_row (key, first->text, second->text);
  g_string_append_c (key, (char)('a' + first->place));
  g_string_append_c (key, (char)('a' + second->place));
  add_key (phrases, key->str, keys);
}

static gboolean
add_rows (KliPhrases *phrases, const char *text, GHashTable *keys, GError **error)
{
  g_autoptr (GString) part = g_string_new (NULL);
  g_autoptr (GString) key = g_string_new (NULL);
  Met last = { NULL, 0 };

  for (gsize length; *text != '\0'; text += length + (text[length] != '\0'))
    {
      Met met = { NULL, 0 };
      KliPhraseWord *word;

      length = strcspn (text, " ");
      g_string_truncate (part, 0);
      g_string_append_len (part, text, (gssize)length);
      word = kli_phrases_look_up (phrases, part->str, error);
      if (word == NULL)
        return FALSE;
      if (word->is_frequent)
        met = (Met){ word->text, meet (phrases, word, keys) };
      else if (!is_end_of_field (part->str))
        met = (Met){ KLI_PHRASE_OTHER, 0 };
      add_row (phrases, &last, &met, key, keys);
      last = met;
    }

  return TRUE;
}

/* Adds the keys of the sets that a record belongs in to @keys, which borrows them. */
static gboolean
list_keys (KliPhrases *phrases, const char *words, const char *note, GHashTable *keys, GError **error)
{
  phrases->record++;

  return add_rows (phrases, words, keys, error) && add_rows (phrases, note, keys, error);
}

/* --- following an edit -------------------------------------------------------------------------------------- */

static gboolean
are_same (const char *const *old, const char *const *new)
{
  return g_str_equal (old[KLI_FREQUENT_WORDS], new[KLI_FREQUENT_WORDS])
         && g_str_equal (old[KLI_FREQUENT_NOTES], new[KLI_FREQUENT_NOTES]);
}

gboolean
kli_phrases_follow (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new (NULL, NULL);
  KliPhrases *phrases;
  gboolean any = FALSE;

  g_return_val_if_fail (context != NULL && old != NULL && new != NULL, FALSE);

  if (are_same (old, new))
    return TRUE;
  if (!kli_member_set_may_exist (context->connection, WORD, &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  if (context->phrases == NULL)
    context->phrases = kli_phrases_new (context->connection, error);
  phrases = context->phrases;
  if (phrases == NULL || phrases->n_counted == 0)
    return phrases != NULL;

  return list_keys (phrases, old[KLI_FREQUENT_WORDS], old[KLI_FREQUENT_NOTES], before, error)
         && list_keys (phrases, new[KLI_FREQUENT_WORDS], new[KLI_FREQUENT_NOTES], after, error)
         && kli_derive_change_members (context, before, after, local, error);
}

/* --- making ------------------------------------------------------------------------------------------------- */

/* The words that the statement @name counts. One that was frequent stays so. */
static gboolean
count_words (KliPhrases *phrases, const char *name, gint64 least, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (phrases->connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    if (kli_statement_get_integer (statement, 1) >= least)
      {
        g_autofree char *key = g_strconcat (WORD, kli_statement_get_text (statement, 0), NULL);
        gint64 id;

        if (!kli_member_set_ensure (phrases->connection, key, &id, error))
          return FALSE;
      }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* All at once: a record that is written from now on comes into all of its sets. What a word that was not frequent stood
 * in is of no use any more. */
static gboolean
count (KliPhrases *phrases, gint64 n_records, GError **error)
{
  gint64 least = MAX (n_records / SHARE, RECORDS_MIN);

  g_hash_table_remove_all (phrases->words);

  return kli_connection_run (phrases->connection, "member-block-empty-rows", error)
         && kli_connection_run (phrases->connection, "member-set-empty-rows", error)
         && count_words (phrases, "search-words-frequent", least, error)
         && count_words (phrases, "search-notes-frequent", least, error) && set_state (phrases, n_records, 0, error);
}

static void
let_in (guint32 local, GHashTable *keys, KliMemberChanges *changes)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kli_member_changes_add (changes, key, local, TRUE);
}

/* Lets the records from the number @first up to @end into their sets. */
static gboolean
let_in_records (KliPhrases *phrases, gint64 first, gint64 end, KliMemberChanges *changes, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (phrases->connection, "search-texts-from", error);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, first);
  kli_statement_bind_integer (statement, 2, end);
  while (kli_statement_step (statement, &local_error))
    {
      g_hash_table_remove_all (keys);
      if (!list_keys (phrases, kli_statement_get_text (statement, 1), kli_statement_get_text (statement, 2), keys,
                      error))
        return FALSE;
      let_in ((guint32)kli_statement_get_integer (statement, 0), keys, changes);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
make_some (KliPhrases *phrases, gint64 n_records, GError **error)
{
  g_autoptr (KliMemberChanges) changes = kli_member_changes_new ();
  gint64 end = phrases->next + RECORDS_A_STEP;

  return let_in_records (phrases, phrases->next, end, changes, error)
         && kli_member_changes_write (changes, phrases->connection, error)
         && set_state (phrases, phrases->n_counted, end > n_records ? -1 : end, error);
}

gboolean
kli_phrases_tidy (KliConnection *connection, gboolean *more, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  gint64 n_records = 0, place;

  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  *more = FALSE;
  phrases = kli_phrases_new (connection, error);
  if (phrases == NULL || !kli_search_index_get_place (connection, &place, error)
      || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  if (place != KLI_SEARCH_INDEX_WHOLE || (phrases->next < 0 && n_records < MAX (2 * phrases->n_counted, RECORDS_MIN)))
    return TRUE; /* the indexes are asked for the words */
  *more = TRUE;

  return phrases->next < 0 ? count (phrases, n_records, error) : make_some (phrases, n_records, error);
}

gboolean
kli_phrases_rebuild (KliConnection *connection, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  gint64 n_records = 0;

  g_return_val_if_fail (connection != NULL, FALSE);

  phrases = kli_phrases_new (connection, error);
  if (phrases == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  if (n_records < RECORDS_MIN)
    return kli_derive_set_state (connection, STATE, "", error);
  if (!count (phrases, n_records, error))
    return FALSE;
  while (phrases->next >= 0)
    if (!make_some (phrases, n_records, error))
      return FALSE;

  return TRUE;
}

/* --- forgetting --------------------------------------------------------------------------------------------- */

/* @key: of a frequent word */
static gboolean
forget_unless_had (KliConnection *connection, const char *key, GError **error)
{
  g_autofree char *whole = g_strconcat (key + strlen (WORD), " ", NULL);
  gboolean in_words = FALSE, in_notes = FALSE;

  if (!kli_frequent_is_had (connection, KLI_FREQUENT_WORDS, whole, &in_words, error)
      || !kli_frequent_is_had (connection, KLI_FREQUENT_NOTES, whole, &in_notes, error))
    return FALSE;

  return in_words || in_notes || kli_member_set_forget (connection, key, error);
}

gboolean
kli_phrases_forget (KliConnection *connection, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  gint64 n_records = 0;

  g_return_val_if_fail (connection != NULL, FALSE);

  phrases = kli_phrases_new (connection, error);
  keys = phrases != NULL ? kli_member_set_list (connection, WORD, error) : NULL;
  if (keys == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!forget_unless_had (connection, g_ptr_array_index (keys, i), error))
      return FALSE;
  if (!kli_member_set_forget_empty (connection, ROW, error))
    return FALSE;

  /* When there are as many again, they are counted anew. */
  return phrases->n_counted == 0 || set_state (phrases, MIN (n_records, phrases->n_counted), phrases->next, error);
}

/* --- checking and mending ----------------------------------------------------------------------------------- */

gboolean
kli_phrases_mend (KliDeriveContext *context, KliDerivePlace *place, gboolean *mended, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  g_autoptr (KliMemberChanges) wanted = kli_member_changes_new ();
  KliMemberPart part;
  gint64 first;

  g_return_val_if_fail (context != NULL && place != NULL && mended != NULL, FALSE);

  phrases = kli_phrases_new (context->connection, error);
  if (phrases == NULL || !kli_derive_place_take_part (context, place, &part, error))
    return FALSE;
  if (phrases->n_counted == 0 || phrases->next >= 0)
    {
      place->ended = TRUE; /* they are being made */
      return TRUE;
    }
  first = (gint64)part.part * KLI_MEMBER_PART;

  return let_in_records (phrases, first, first + KLI_MEMBER_PART, wanted, error)
         && kli_member_sets_mend (context->connection, START, &part, wanted, mended, error);
}
