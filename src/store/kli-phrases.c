/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in a row that many records have.
 *
 * Each frequent word has an empty set, whose id makes its character. A record is a line of its block: "\n", two letters
 * for its place, the characters of its words. Where a field ends, and for any number of other words, stands "?"; a word
 * between two of them is left out. */
#include "store/kli-phrases.h"

#include "store/kli-connection-private.h"
#include "store/kli-frequent.h"
#include "store/kli-member-set.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>
#include <string.h>

/* A word is frequent when more than one record of so many has it, and at least so many have: of what is left, the texts
 * can be read. */
#define SHARE 128
#define RECORDS_MIN 1024
/* The keys of the set that owns the blocks, and of the words. */
#define BLOCKS "phrase"
#define WORD "phrase-word "
/* In store_state: how many records there were when words were counted, and the block to make next, -1 for none. */
#define STATE "phrases"
/* So many records are one block, and so many blocks are made at once. */
#define RECORDS 256
#define BLOCKS_A_STEP 64
#define BLOCK_SHIFT 20
/* Behind those of ASCII, which part and number the lines; and before the surrogates. */
#define FIRST_CHARACTER 0x100
#define LAST_CHARACTER 0xd7ff
#define OTHER '?'

struct _KliPhrases
{
  KliConnection *connection;
  gint64 set; /* 0: nothing was counted yet */
  gint64 n_counted;
  gint64 next;
  GHashTable *characters; /* word → gunichar; 0: it is not frequent */
};

void
kli_phrases_free (KliPhrases *phrases)
{
  if (phrases == NULL)
    return;

  g_hash_table_unref (phrases->characters);
  g_free (phrases);
}

/* Returns: (transfer full) (nullable) */
static KliPhrases *
phrases_new (KliConnection *connection, GError **error)
{
  g_autoptr (KliPhrases) phrases = g_new0 (KliPhrases, 1);
  g_autofree char *state = kli_derive_get_state (connection, STATE, error);
  char *rest;

  phrases->connection = connection;
  phrases->next = -1;
  phrases->characters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (state == NULL || !kli_member_set_find (connection, BLOCKS, &phrases->set, error))
    return NULL;
  if (phrases->set == 0 || *state == '\0')
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

/* --- words -------------------------------------------------------------------------------------------------- */

/* *@character is 0 when @word is not frequent. */
static gboolean
look_up (KliPhrases *phrases, const char *word, gunichar *character, GError **error)
{
  gpointer value;
  gint64 id;
  g_autofree char *key = NULL;

  if (g_hash_table_lookup_extended (phrases->characters, word, NULL, &value))
    {
      *character = GPOINTER_TO_UINT (value);
      return TRUE;
    }
  key = g_strconcat (WORD, word, NULL);
  if (!kli_member_set_find (phrases->connection, key, &id, error))
    return FALSE;
  *character = id == 0 || id > LAST_CHARACTER - FIRST_CHARACTER ? 0 : (gunichar)(FIRST_CHARACTER + id);
  g_hash_table_insert (phrases->characters, g_strdup (word), GUINT_TO_POINTER (*character));

  return TRUE;
}

/* Ends a row. A word alone is none. */
static void
part (GString *line)
{
  const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);

  if (last == NULL || *last == OTHER)
    return;
  if (last == line->str || last[-1] == OTHER)
    g_string_truncate (line, (gsize)(last - line->str));
  else
    g_string_append_c (line, OTHER);
}

static gboolean
add_words (KliPhrases *phrases, const char *text, GString *line, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");
      gunichar character = 0;

      g_string_truncate (word, 0);
      g_string_append_len (word, text, (gssize)length);
      if (!look_up (phrases, word->str, &character, error))
        return FALSE;
      if (character != 0)
        g_string_append_unichar (line, character);
      else
        part (line);
      text += length + (text[length] != '\0');
    }
  part (line);

  return TRUE;
}

/* Returns: (transfer full) (nullable): the frequent words of a record; NULL with @error set. */
static char *
make_line (KliPhrases *phrases, const char *words, const char *note, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!add_words (phrases, words, line, error) || !add_words (phrases, note, line, error))
    return NULL;
  if (line->len > 0)
    g_string_truncate (line, line->len - 1); /* the last part's end */

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* --- blocks ------------------------------------------------------------------------------------------------- */

static void
block_free (gpointer block)
{
  g_string_free (block, TRUE);
}

/* How the line of a record begins. @mark: has room for 4 */
static void
make_mark (guint32 local, char *mark)
{
  mark[0] = '\n';
  mark[1] = (char)('a' + local % RECORDS / 16);
  mark[2] = (char)('a' + local % 16);
  mark[3] = '\0';
}

/* The line of @local in @block becomes @line; there is none when that is empty. */
static void
set_line (GString *block, guint32 local, const char *line)
{
  char mark[4];
  gsize at = 0, length;

  make_mark (local, mark);
  while (at < block->len && strncmp (block->str + at, mark, strlen (mark)) < 0)
    at += 1 + strcspn (block->str + at + 1, "\n");
  if (strncmp (block->str + at, mark, strlen (mark)) == 0)
    {
      length = 1 + strcspn (block->str + at + 1, "\n");
      g_string_erase (block, (gssize)at, (gssize)length);
    }
  if (*line == '\0')
    return;
  g_string_insert (block, (gssize)at, line);
  g_string_insert (block, (gssize)at, mark);
}

/* Returns: (transfer full) (nullable): "" when there is no such block; NULL with @error set. */
static GString *
read_block (KliPhrases *phrases, gint64 number, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (phrases->connection, "member-block-select", error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GString) block = g_string_new (NULL);
  gsize size = 0;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, phrases->set << BLOCK_SHIFT | number);
  if (kli_statement_step (statement, &local_error))
    {
      const char *text = (const char *)kli_statement_get_bytes (statement, 0, &size);

      g_string_append_len (block, text, (gssize)(size > 0 ? strnlen (text, size) : 0));
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&block) : NULL;
}

static gboolean
write_block (KliPhrases *phrases, gint64 number, const GString *block, GError **error)
{
  const char *name = block->len > 0 ? "member-block-set" : "member-block-delete";
  g_autoptr (KliStatement) statement = kli_connection_lend (phrases->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, phrases->set << BLOCK_SHIFT | number);
  if (block->len > 0)
    kli_statement_bind_bytes (statement, 2, block->str, block->len + 1); /* it is looked through as a string */

  return kli_statement_run (statement, error);
}

/* --- finding ------------------------------------------------------------------------------------------------ */

/* Adds those in whose line @wanted stands. */
static void
look_through (const char *block, gint64 number, const char *wanted, KliBitmap *found)
{
  guint32 first = (guint32)(number & ((1 << BLOCK_SHIFT) - 1)) * RECORDS;

  for (const char *at = strstr (block, wanted); at != NULL; at = strstr (at, wanted))
    {
      const char *mark = at;

      while (mark > block && *mark != '\n')
        mark--;
      kli_bitmap_add (found, first + (((guint)(mark[1] - 'a') & 15) << 4) + ((guint)(mark[2] - 'a') & 15));
      at += strcspn (at, "\n");
    }
}

/* Gives all blocks that are stored. Returns: (transfer full) (nullable): NULL with @error set. */
static KliStatement *
lend_blocks (KliPhrases *phrases, GError **error)
{
  KliStatement *statement = kli_connection_lend (phrases->connection, "member-set-read", error);

  if (statement != NULL)
    {
      kli_statement_bind_integer (statement, 1, phrases->set << BLOCK_SHIFT);
      kli_statement_bind_integer (statement, 2, (phrases->set + 1) << BLOCK_SHIFT);
    }

  return statement;
}

static gboolean
look_through_all (KliPhrases *phrases, const char *wanted, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = lend_blocks (phrases, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      gsize size;
      const char *block = (const char *)kli_statement_get_bytes (statement, 1, &size);

      if (size > 0 && block[size - 1] == '\0') /* as we left it */
        look_through (block, kli_statement_get_integer (statement, 0), wanted, found);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_phrases_find (KliConnection *connection, char **words, KliBitmap *found, GPtrArray *rare, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);

  g_return_val_if_fail (connection != NULL && words != NULL && found != NULL && rare != NULL, FALSE);

  phrases = phrases_new (connection, error);
  if (phrases == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar character = 0;

      if (words[1] != NULL && phrases->set != 0 && phrases->next < 0 && !look_up (phrases, words[i], &character, error))
        return FALSE;
      if (character != 0)
        g_string_append_unichar (wanted, character);
      else
        g_ptr_array_add (rare, words[i]);
    }

  return rare->len > 0 || look_through_all (phrases, wanted->str, found, error);
}

/* --- following an edit -------------------------------------------------------------------------------------- */

static gboolean
change_line (KliPhrases *phrases, guint32 local, const char *line, GError **error)
{
  g_autoptr (GString) block = read_block (phrases, local / RECORDS, error);

  if (block == NULL)
    return FALSE;
  set_line (block, local, line);

  return write_block (phrases, local / RECORDS, block, error);
}

gboolean
kli_phrases_follow (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  KliPhrases *phrases;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (context != NULL && old != NULL && new != NULL, FALSE);

  if (context->phrases == NULL)
    context->phrases = phrases_new (context->connection, error);
  phrases = context->phrases;
  if (phrases == NULL || phrases->set == 0)
    return phrases != NULL;

  before = make_line (phrases, old[KLI_FREQUENT_WORDS], old[KLI_FREQUENT_NOTES], error);
  after = before != NULL ? make_line (phrases, new[KLI_FREQUENT_WORDS], new[KLI_FREQUENT_NOTES], error) : NULL;
  if (after == NULL)
    return FALSE;

  return g_str_equal (before, after) || change_line (phrases, local, after, error);
}

/* --- making ------------------------------------------------------------------------------------------------- */

/* The words that the statement @name counts. One that was frequent stays so: it is in the lines. */
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

/* All at once: a line that is written from now on has all of its words. */
static gboolean
count (KliPhrases *phrases, gint64 n_records, GError **error)
{
  gint64 least = MAX (n_records / SHARE, RECORDS_MIN);

  g_hash_table_remove_all (phrases->characters);

  return kli_member_set_ensure (phrases->connection, BLOCKS, &phrases->set, error)
         && count_words (phrases, "search-words-frequent", least, error)
         && count_words (phrases, "search-notes-frequent", least, error) && set_state (phrases, n_records, 0, error);
}

/* Returns: (transfer full) (nullable) (element-type GString): BLOCKS_A_STEP of them, from the number @first on. */
static GPtrArray *
make_blocks (KliPhrases *phrases, gint64 first, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (phrases->connection, "search-texts-from", error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_full (BLOCKS_A_STEP, block_free);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < BLOCKS_A_STEP; i++)
    g_ptr_array_add (blocks, g_string_new (NULL));
  kli_statement_bind_integer (statement, 1, first * RECORDS);
  kli_statement_bind_integer (statement, 2, (first + BLOCKS_A_STEP) * RECORDS);
  while (kli_statement_step (statement, &local_error))
    {
      guint32 local = (guint32)kli_statement_get_integer (statement, 0);
      GString *block = g_ptr_array_index (blocks, local / RECORDS - (guint32)first);
      char mark[4];
      g_autofree char *line
          = make_line (phrases, kli_statement_get_text (statement, 1), kli_statement_get_text (statement, 2), error);

      if (line == NULL)
        return NULL;
      make_mark (local, mark);
      if (*line != '\0')
        g_string_append_printf (block, "%s%s", mark, line);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&blocks) : NULL;
}

static gboolean
make_some (KliPhrases *phrases, gint64 n_records, GError **error)
{
  g_autoptr (GPtrArray) blocks = make_blocks (phrases, phrases->next, error);
  gint64 next = phrases->next + BLOCKS_A_STEP;

  for (guint i = 0; blocks != NULL && i < BLOCKS_A_STEP; i++)
    if (!write_block (phrases, phrases->next + i, g_ptr_array_index (blocks, i), error))
      return FALSE;

  return blocks != NULL && set_state (phrases, phrases->n_counted, next * RECORDS > n_records ? -1 : next, error);
}

gboolean
kli_phrases_tidy (KliConnection *connection, gboolean *more, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  gint64 n_records = 0;

  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  *more = FALSE;
  phrases = phrases_new (connection, error);
  if (phrases == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  if (phrases->next < 0 && n_records < MAX (2 * phrases->n_counted, RECORDS_MIN))
    return TRUE;
  *more = TRUE;

  return phrases->next < 0 ? count (phrases, n_records, error) : make_some (phrases, n_records, error);
}

gboolean
kli_phrases_rebuild (KliConnection *connection, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  gint64 n_records = 0;

  g_return_val_if_fail (connection != NULL, FALSE);

  phrases = phrases_new (connection, error);
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

  phrases = phrases_new (connection, error);
  keys = phrases != NULL ? kli_member_set_list (connection, WORD, error) : NULL;
  if (keys == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!forget_unless_had (connection, g_ptr_array_index (keys, i), error))
      return FALSE;

  /* When there are as many again, they are counted anew. */
  return phrases->set == 0 || set_state (phrases, MIN (n_records, phrases->n_counted), phrases->next, error);
}

/* --- checking ----------------------------------------------------------------------------------------------- */

/* @n_wanted: grows by the blocks that there should be. @same: becomes FALSE when one is not as it should be. */
static gboolean
compare_some (KliPhrases *phrases, gint64 first, guint *n_wanted, gboolean *same, GError **error)
{
  g_autoptr (GPtrArray) blocks = make_blocks (phrases, first, error);

  for (guint i = 0; blocks != NULL && i < BLOCKS_A_STEP; i++)
    {
      const GString *wanted = g_ptr_array_index (blocks, i);
      g_autoptr (GString) stored = read_block (phrases, first + i, error);

      if (stored == NULL)
        return FALSE;
      *n_wanted += wanted->len > 0;
      *same = *same && g_string_equal (wanted, stored);
    }

  return blocks != NULL;
}

static gboolean
count_stored (KliPhrases *phrases, guint *n_stored, GError **error)
{
  g_autoptr (KliStatement) statement = lend_blocks (phrases, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    (*n_stored)++;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_phrases_check (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (KliPhrases) phrases = phrases_new (connection, error);
  gint64 n_records = 0;
  guint n_wanted = 0, n_stored = 0;
  gboolean same = TRUE;

  if (phrases == NULL || !kli_connection_get_integer (connection, "numbers-newest", &n_records, error))
    return FALSE;
  if (phrases->set == 0 || phrases->next >= 0)
    return TRUE;
  for (gint64 first = 0; first * RECORDS <= n_records; first += BLOCKS_A_STEP)
    if (!compare_some (phrases, first, &n_wanted, &same, error))
      return FALSE;
  if (!count_stored (phrases, &n_stored, error))
    return FALSE;
  if (!same || n_stored != n_wanted)
    *detail = g_strdup ("the rows of frequent words do not agree with the words");

  return TRUE;
}
