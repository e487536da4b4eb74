/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for one piece of a typed text. */
#include "store/kli-search-find.h"

#include "core/kli-fold.h"
#include "core/kli-name.h"
#include "core/kli-phone.h"
#include "store/kli-fact.h"
#include "store/kli-frequent.h"
#include "store/kli-member-set.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"
#include "store/kli-search-key.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Half of all numbers end with one of five digits, and everybody is at some gmail. */
#define LAST_DIGITS_MIN 4
#define DOMAIN_CHARACTERS_MIN 3

/* Sorts behind a whole key, and before every longer one. */
#define KEY_END "\001"

static gboolean
add_rows (KliSearch *search, KliStatement *statement, KliBitmap *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (search->cancellable, error))
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    kli_bitmap_add (found, (guint32)kli_statement_get_integer (statement, 0));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Runs the statement @name with @parameter and adds the records it lists to @found. */
static gboolean
find_by (KliSearch *search, const char *name, const char *parameter, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, parameter);

  return add_rows (search, statement, found, error);
}

/* --- words -------------------------------------------------------------------------------------------------- */

/* Whether @wanted, which is folded, stands in the folded @text as whole words, or as some and the beginning of one. */
static gboolean
has_row (const char *text, const char *wanted, KliSearchPart part)
{
  gsize length = strlen (wanted);

  for (const char *at = strstr (text, wanted); at != NULL; at = strstr (at + 1, wanted))
    if ((at == text || at[-1] == ' ') && (part == KLI_SEARCH_BEGINNING || at[length] == ' ' || at[length] == '\0'))
      return TRUE;

  return FALSE;
}

/* Those with a tag in whose name the folded @wanted stands. There are some dozens of tags, and renaming one of them
 * changes no index. */
static gboolean
find_tagged (KliSearch *search, const char *wanted, KliSearchPart part, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "tag-names", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      g_auto (GStrv) words = kli_fold_words (kli_statement_get_text (statement, 1));
      g_autofree char *name = g_strjoinv (" ", words);
      g_autofree char *key = kli_fact_id_key ("tag", kli_statement_get_integer (statement, 0));

      if (has_row (name, wanted, part) && !kli_member_set_read (search->connection, key, found, NULL, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Of one index those with a word that starts with @word, or is it. */
static gboolean
find_in_index (KliSearch *search,
               KliFrequentOf of,
               const char *name,
               const char *word,
               KliSearchPart part,
               KliBitmap *found,
               GError **error)
{
  g_autofree char *match = g_strdup_printf ("\"%s\"%s", word, part == KLI_SEARCH_WHOLE ? "" : " *");
  g_autofree char *start = g_strconcat (word, part == KLI_SEARCH_WHOLE ? " " : "", NULL);
  gboolean kept = FALSE;

  return kli_frequent_read (search->connection, of, start, found, &kept, error)
         && (kept || find_by (search, name, match, found, error));
}

/* The texts of the records behind the number @place are looked through for a word that starts with @word. */
static gboolean
look_behind (KliSearch *search, const char *word, gint64 place, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "search-word-scan", error);

  if (statement == NULL)
    return FALSE;
  search->looked_through = TRUE;
  kli_statement_bind_text (statement, 1, word);
  kli_statement_bind_integer (statement, 2, place);

  return add_rows (search, statement, found, error);
}

/* When an index is damaged the texts that it is made of are looked through.
 * @cause: (transfer full) (nullable): why that is asked for; another one than damage is handed on */
static gboolean
look_through (KliSearch *search, const char *word, GError *cause, KliBitmap *found, GError **error)
{
  if (cause != NULL && !g_error_matches (cause, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_clear_error (&cause);
  search->damaged = TRUE;

  return look_behind (search, word, 0, found, error);
}

/* Looks where the indexes do not reach yet, when they are being made anew. @reach: (out): whether they reach anywhere
 */
static gboolean
find_unindexed (KliSearch *search, const char *word, KliBitmap *found, gboolean *reach, GError **error)
{
  gint64 place;

  if (!kli_search_index_get_place (search->connection, &place, error))
    return FALSE;
  *reach = place > 0;

  return place == KLI_SEARCH_INDEX_WHOLE || look_behind (search, word, MAX (place, 0), found, error);
}

/* Of both. Returns: FALSE without an @error, too, when one is known to be damaged. */
static gboolean
find_indexed (KliSearch *search, const char *word, KliSearchPart part, KliBitmap *found, GError **error)
{
  return !search->damaged && find_in_index (search, KLI_FREQUENT_WORDS, "search-word", word, part, found, error)
         && find_in_index (search, KLI_FREQUENT_NOTES, "search-note", word, part, found, error);
}

static gboolean
find_written (KliSearch *search, const char *word, KliBitmap *found, GError **error)
{
  GError *local_error = NULL;
  gboolean reach = TRUE;

  if (!find_unindexed (search, word, found, &reach, error))
    return FALSE;
  if (reach && !find_indexed (search, word, KLI_SEARCH_BEGINNING, found, &local_error))
    if (!look_through (search, word, local_error, found, error))
      return FALSE;

  return find_tagged (search, word, KLI_SEARCH_BEGINNING, found, error);
}

gboolean
kli_search_find_word (KliSearch *search, const char *word, KliBitmap *found, GError **error)
{
  g_autofree char *other = NULL;

  g_return_val_if_fail (search != NULL && word != NULL && found != NULL, FALSE);

  other = kli_name_other_gender (word);

  return find_written (search, word, found, error) && (other == NULL || find_written (search, other, found, error));
}

/* --- words in a row ----------------------------------------------------------------------------------------- */

static gboolean
stood_before (char **words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], words[n]))
      return TRUE;

  return FALSE;
}

/* Keeps of @found, which is NULL before anybody was asked for, those of @others. */
static void
keep (KliBitmap **found, KliBitmap **others)
{
  if (*found == NULL)
    *found = g_steal_pointer (others);
  else
    kli_bitmap_and (*found, *others);
}

/* @members becomes those with the words of @words whose sets are kept, NULL when there is none; the index is left to be
 * asked for the others, @match. */
static gboolean
find_kept (KliSearch *search, KliFrequentOf of, char **words, KliBitmap **members, GString *match, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (KliBitmap) others = kli_bitmap_new (0);
      g_autofree char *whole = g_strconcat (words[i], " ", NULL);
      gboolean kept = FALSE;

      if (stood_before (words, i))
        continue;
      if (!kli_frequent_read (search->connection, of, whole, others, &kept, error))
        return FALSE;
      if (kept)
        keep (members, &others);
      else
        g_string_append_printf (match, "\"%s\" ", words[i]);
    }

  return TRUE;
}

/* Of one index those who have all of @words. */
static gboolean
find_together (KliSearch *search, KliFrequentOf of, const char *name, char **words, KliBitmap *found, GError **error)
{
  g_autoptr (KliBitmap) members = NULL;
  g_autoptr (KliBitmap) others = kli_bitmap_new (0);
  g_autoptr (GString) match = g_string_new (NULL);

  if (!find_kept (search, of, words, &members, match, error)
      || (match->len > 0 && !find_by (search, name, match->str, others, error)))
    return FALSE;
  if (match->len > 0)
    keep (&members, &others);
  kli_bitmap_or (found, members);

  return TRUE;
}

/* Those with all of @words; where texts are looked through more are found, by @word of them. */
static gboolean
find_candidates (KliSearch *search, char **words, const char *word, KliBitmap *found, GError **error)
{
  GError *local_error = NULL;
  gboolean reach = TRUE;

  if (!find_unindexed (search, word, found, &reach, error))
    return FALSE;
  if (!reach)
    return TRUE;
  if (words[1] == NULL && find_indexed (search, words[0], KLI_SEARCH_WHOLE, found, &local_error))
    return TRUE;
  if (words[1] != NULL && !search->damaged
      && find_together (search, KLI_FREQUENT_WORDS, "search-word", words, found, &local_error)
      && find_together (search, KLI_FREQUENT_NOTES, "search-note", words, found, &local_error))
    return TRUE;

  return look_through (search, word, local_error, found, error);
}

/* Whether @row stands in the words or in the note of the record @local. */
static gboolean
record_has_row (KliStatement *statement, guint32 local, const char *row, GError **error)
{
  gboolean found = FALSE;

  kli_statement_bind_integer (statement, 1, local);
  while (kli_statement_step (statement, error))
    found = has_row (kli_statement_get_text (statement, 0), row, KLI_SEARCH_WHOLE)
            || has_row (kli_statement_get_text (statement, 2), row, KLI_SEARCH_WHOLE);

  return found;
}

/* Adds those of @candidates in whose texts @row stands. */
static gboolean
add_with_row (KliSearch *search, const KliBitmap *candidates, const char *row, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, "search-text-select", error);
  g_autoptr (GError) local_error = NULL;
  guint n_read = 0;

  if (statement == NULL)
    return FALSE;
  for (guint32 local = 0; local_error == NULL && kli_bitmap_next (candidates, &local); local++)
    {
      if (n_read++ % 256 == 0 && g_cancellable_set_error_if_cancelled (search->cancellable, error))
        return FALSE;
      if (record_has_row (statement, local, row, &local_error))
        kli_bitmap_add (found, local);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Among the texts of those who have all of @words, which make up @row. @rare: (element-type utf8): some of them;
 * @doubtful: (nullable): who else can be left out */
static gboolean
find_in_texts (KliSearch *search,
               char **words,
               const char *row,
               GPtrArray *rare,
               const KliBitmap *doubtful,
               KliBitmap *found,
               GError **error)
{
  g_autoptr (KliBitmap) candidates = kli_bitmap_new (0);

  if (!find_candidates (search, words, g_ptr_array_index (rare, 0), candidates, error))
    return FALSE;
  if (doubtful != NULL)
    kli_bitmap_and (candidates, doubtful);
  if (words[1] != NULL || search->looked_through)
    return add_with_row (search, candidates, row, found, error);
  kli_bitmap_or (found, candidates);

  return TRUE;
}

gboolean
kli_search_find_row (KliSearch *search, char **words, KliBitmap *found, GError **error)
{
  g_autoptr (GPtrArray) rare = g_ptr_array_new ();
  g_autoptr (KliBitmap) doubtful = NULL;
  g_autofree char *row = NULL;

  g_return_val_if_fail (search != NULL && words != NULL && words[0] != NULL && found != NULL, FALSE);

  row = g_strjoinv (" ", words);
  if (!kli_phrases_find (search->connection, words, found, &doubtful, rare, error))
    return FALSE;
  if (!(rare->len > 0 ? find_in_texts (search, words, row, rare, doubtful, found, error)
                      : add_with_row (search, doubtful, row, found, error)))
    return FALSE;

  return find_tagged (search, row, KLI_SEARCH_WHOLE, found, error);
}

/* --- keys --------------------------------------------------------------------------------------------------- */

static gboolean
find_key (KliSearch *search, const char *key, KliSearchPart part, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *end = g_strconcat (key, part == KLI_SEARCH_WHOLE ? KEY_END : KLI_MEMBER_KEY_END, NULL);
  gboolean kept = FALSE;

  if (part == KLI_SEARCH_BEGINNING
      && !kli_frequent_read (search->connection, KLI_FREQUENT_KEYS, key, found, &kept, error))
    return FALSE;
  if (kept)
    return TRUE;
  statement = kli_connection_lend (search->connection, "search-key", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, key);
  kli_statement_bind_text (statement, 2, end);

  return add_rows (search, statement, found, error);
}

gboolean
kli_search_find_number (KliSearch *search, const char *text, KliSearchPart part, KliBitmap *found, GError **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *backward = NULL;

  g_return_val_if_fail (search != NULL && text != NULL && found != NULL, FALSE);

  digits = kli_phone_digits (text);
  if (*digits == '\0')
    return TRUE;
  if (!find_key (search, digits, part, found, error))
    return FALSE;
  backward = kli_search_backward_key (digits);

  return part == KLI_SEARCH_WHOLE || strlen (digits) < LAST_DIGITS_MIN
         || find_key (search, backward, KLI_SEARCH_BEGINNING, found, error);
}

/* Whether @text could be the @identifier with something between its characters. */
static gboolean
is_spelled (const char *text, const char *identifier)
{
  return strpbrk (identifier, "0123456789") != NULL && strpbrk (text, " -./") != NULL && strchr (text, '@') == NULL;
}

gboolean
kli_search_find_plain (KliSearch *search, const char *text, KliSearchPart part, KliBitmap *found, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *identifier = NULL;
  g_autofree char *domain = NULL;

  g_return_val_if_fail (search != NULL && text != NULL && found != NULL, FALSE);

  key = kli_search_plain_key (text);
  if (*key == '\0')
    return TRUE;
  identifier = kli_search_identifier_key (text);
  if (!find_key (search, key, part, found, error)
      || (is_spelled (text, identifier) && !find_key (search, identifier, part, found, error)))
    return FALSE;
  domain = g_strconcat ("@", key, NULL);

  return (text[0] != '@' && g_utf8_strlen (key, -1) < DOMAIN_CHARACTERS_MIN)
         || find_key (search, domain, part, found, error);
}
