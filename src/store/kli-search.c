/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a typed text finds: every part of it is answered as a set of local numbers, and the sets are
 * combined. */
#include "store/kli-search.h"

#include "core/kli-fold.h"
#include "store/kli-search-find.h"

#include <string.h>

/* Whether @pieces[@n] was there before: what it finds is known. */
static gboolean
is_repeated (char **pieces, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (pieces[i], pieces[n]))
      return TRUE;

  return FALSE;
}

/* @found becomes the records in which each of @words is the beginning of a word. */
static gboolean
find_words (KliSearch *search, char **words, KliBitmap *found, GError **error)
{
  if (words[0] == NULL)
    return TRUE;
  if (!kli_search_find_word (search, words[0], found, error))
    return FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (KliBitmap) others = kli_bitmap_new (0);

      if (is_repeated (words, i))
        continue;
      if (!kli_search_find_word (search, words[i], others, error))
        return FALSE;
      kli_bitmap_and (found, others);
    }

  return TRUE;
}

/* Whether @text could be a telephone number, or a piece of one: digits and what people put between them. */
static gboolean
is_number (const char *text)
{
  return strpbrk (text, "0123456789") != NULL && text[strspn (text, "0123456789+-./() ")] == '\0';
}

/* --- pieces ------------------------------------------------------------------------------------------------- */

/* What so many of them found is remembered: they stand for up to 4 MB at a million contacts. */
#define PIECES_MAX 32

/* Stands before a piece that is a phrase, and in no other. */
#define PHRASE " "

void
kli_search_clear (KliSearch *search)
{
  g_return_if_fail (search != NULL);

  g_clear_pointer (&search->pieces, g_hash_table_unref);
}

/* Returns: (transfer full) (nullable): what @piece found before, NULL when that is not known. */
static KliBitmap *
recall (const KliSearch *search, const char *piece)
{
  const KliBitmap *found = search->pieces != NULL ? g_hash_table_lookup (search->pieces, piece) : NULL;

  return found != NULL ? kli_bitmap_copy (found) : NULL;
}

static void
remember (KliSearch *search, const char *piece, const KliBitmap *found)
{
  if (search->pieces == NULL)
    search->pieces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)kli_bitmap_free);
  if (g_hash_table_size (search->pieces) < PIECES_MAX)
    g_hash_table_insert (search->pieces, g_strdup (piece), kli_bitmap_copy (found));
}

/* Returns: (transfer full) (nullable): what one typed word finds as words or as a key; NULL with @error set. */
static KliBitmap *
find_chunk (KliSearch *search, const char *chunk, GError **error)
{
  KliBitmap *known = recall (search, chunk);
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_auto (GStrv) words = kli_fold_words (chunk);

  if (known != NULL)
    return known;
  if (!find_words (search, words, found, error)
      || !kli_search_find_plain (search, chunk, KLI_SEARCH_BEGINNING, found, error)
      || (is_number (chunk) && !kli_search_find_number (search, chunk, KLI_SEARCH_BEGINNING, found, error)))
    return NULL;
  remember (search, chunk, found);

  return g_steal_pointer (&found);
}

/* Several pieces of digits, one after the other: each found by itself, or together as one number.
 * Returns: (transfer full) (nullable) */
static KliBitmap *
find_run (KliSearch *search, char **chunks, guint n_chunks, GError **error)
{
  g_autoptr (KliBitmap) found = find_chunk (search, chunks[0], error);
  g_autoptr (GString) number = g_string_new (chunks[0]);

  for (guint i = 1; found != NULL && i < n_chunks; i++)
    {
      g_string_append_printf (number, " %s", chunks[i]);
      if (!is_repeated (chunks, i))
        {
          g_autoptr (KliBitmap) others = find_chunk (search, chunks[i], error);

          if (others == NULL)
            return NULL;
          kli_bitmap_and (found, others);
        }
    }

  if (found == NULL
      || (n_chunks > 1 && !kli_search_find_number (search, number->str, KLI_SEARCH_BEGINNING, found, error)))
    return NULL;

  return g_steal_pointer (&found);
}

static gboolean
says_something (const char *chunk)
{
  g_auto (GStrv) words = kli_fold_words (chunk);

  return words[0] != NULL;
}

/* The parts of @text between white space, without those that are mere punctuation. */
static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *end;

  for (const char *start = text; *start != '\0'; start = end)
    {
      g_autofree char *chunk = NULL;

      while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      for (end = start; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end));)
        end = g_utf8_next_char (end);
      chunk = g_strndup (start, (gsize)(end - start));
      if (says_something (chunk))
        g_strv_builder_add (builder, chunk);
    }

  return g_strv_builder_end (builder);
}

/* How many chunks from the first on look like pieces of a telephone number. */
static guint
count_numbers (char **chunks)
{
  guint n = 0;

  while (chunks[n] != NULL && is_number (chunks[n]))
    n++;

  return n;
}

gboolean
kli_search_is_empty (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

KliBitmap *
kli_search (KliSearch *search, const char *text, GError **error)
{
  g_autoptr (KliBitmap) found = NULL;
  g_auto (GStrv) chunks = NULL;
  guint length;

  g_return_val_if_fail (search != NULL && text != NULL, NULL);

  chunks = split (text);
  for (guint i = 0; chunks[i] != NULL; i += length)
    {
      g_autoptr (KliBitmap) part = NULL;

      length = MAX (count_numbers (chunks + i), 1);
      if (length == 1 && is_repeated (chunks, i))
        continue;
      part = find_run (search, chunks + i, length, error);
      if (part == NULL)
        return NULL;
      if (found == NULL)
        found = g_steal_pointer (&part);
      else
        kli_bitmap_and (found, part);
      if (kli_bitmap_count (found) == 0)
        break;
    }

  return found != NULL ? g_steal_pointer (&found) : kli_bitmap_new (0);
}

KliBitmap *
kli_search_phrase (KliSearch *search, const char *text, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_auto (GStrv) words = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *piece = NULL;
  KliBitmap *known;

  g_return_val_if_fail (search != NULL && text != NULL, NULL);

  piece = g_strconcat (PHRASE, text, NULL);
  known = recall (search, piece);
  if (known != NULL)
    return known;
  words = kli_fold_words (text);
  stripped = g_strstrip (g_strdup (text));
  if (words[0] == NULL)
    return g_steal_pointer (&found);
  if (!kli_search_find_row (search, words, found, error)
      || !kli_search_find_plain (search, stripped, KLI_SEARCH_WHOLE, found, error)
      || (is_number (stripped) && !kli_search_find_number (search, stripped, KLI_SEARCH_WHOLE, found, error)))
    return NULL;
  remember (search, piece, found);

  return g_steal_pointer (&found);
}
