/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a typed text finds: every part of it is answered as a set of local numbers, and the sets are
 * combined. */
#include "store/kli-search.h"

#include "core/kli-fold.h"
#include "core/kli-phone.h"
#include "store/kli-frequent.h"
#include "store/kli-search-key.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Shorter beginnings of a key say too little: half of all numbers start with one of three digits. */
#define KEY_CHARACTERS_MIN 3
#define DIGITS_MIN 3
#define LAST_DIGITS_MIN 4

/* Sorts behind every text that starts with what stands before it. */
#define LAST_CHARACTER "\U0010ffff"

typedef struct
{
  KliConnection *connection;
  GCancellable *cancellable; /* nullable */
  gboolean damaged;          /* the index is: it is not asked again */
} Search;

static gboolean
add_rows (Search *search, KliStatement *statement, KliBitmap *found, GError **error)
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
find_by (Search *search, const char *name, const char *parameter, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, parameter);

  return add_rows (search, statement, found, error);
}

/* Adds the records with a word of one index that starts with the folded @word to @found. */
static gboolean
find_indexed (Search *search, KliFrequentOf of, const char *name, const char *word, KliBitmap *found, GError **error)
{
  g_autofree char *match = g_strdup_printf ("\"%s\" *", word);
  gboolean kept = FALSE;

  return kli_frequent_read (search->connection, of, word, found, &kept, error)
         && (kept || find_by (search, name, match, found, error));
}

/* Adds the records with a word that starts with the folded @word, be it of a name or of a note, to @found. While an
 * index is damaged the texts it is made of are looked through. */
static gboolean
find_word (Search *search, const char *word, KliBitmap *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!search->damaged && find_indexed (search, KLI_FREQUENT_WORDS, "search-word", word, found, &local_error)
      && find_indexed (search, KLI_FREQUENT_NOTES, "search-note", word, found, &local_error))
    return TRUE;
  if (local_error != NULL && !g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  search->damaged = TRUE;

  return find_by (search, "search-word-scan", word, found, error);
}

/* Adds the records with a key that starts with @prefix to @found. */
static gboolean
find_key (Search *search, const char *prefix, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *end = g_strconcat (prefix, LAST_CHARACTER, NULL);
  gboolean kept = FALSE;

  if (!kli_frequent_read (search->connection, KLI_FREQUENT_KEYS, prefix, found, &kept, error))
    return FALSE;
  if (kept)
    return TRUE;
  statement = kli_connection_lend (search->connection, "search-key", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, prefix);
  kli_statement_bind_text (statement, 2, end);

  return add_rows (search, statement, found, error);
}

static gboolean
find_number (Search *search, const char *text, KliBitmap *found, GError **error)
{
  g_autofree char *digits = kli_phone_digits (text);
  g_autofree char *backward = kli_search_backward_key (digits);

  if (strlen (digits) >= DIGITS_MIN && !find_key (search, digits, found, error))
    return FALSE;

  return strlen (digits) < LAST_DIGITS_MIN || find_key (search, backward, found, error);
}

static gboolean
find_plain (Search *search, const char *text, KliBitmap *found, GError **error)
{
  g_autofree char *key = kli_search_plain_key (text);
  g_autofree char *domain = g_strconcat ("@", key, NULL);

  if (g_utf8_strlen (key, -1) < KEY_CHARACTERS_MIN)
    return TRUE;

  return find_key (search, key, found, error) && find_key (search, domain, found, error);
}

/* @found becomes the records in which each of @words is the beginning of a word. */
static gboolean
find_words (Search *search, char **words, KliBitmap *found, GError **error)
{
  if (words[0] == NULL)
    return TRUE;
  if (!find_word (search, words[0], found, error))
    return FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (KliBitmap) others = kli_bitmap_new (0);

      if (!find_word (search, words[i], others, error))
        return FALSE;
      kli_bitmap_and (found, others);
    }

  return TRUE;
}

/* Whether @text could be a telephone number, or a piece of one: digits and what people put between them. */
static gboolean
is_number (const char *text)
{
  return strpbrk (text, "0123456789") != NULL && text[strspn (text, "0123456789+-./()")] == '\0';
}

/* Returns: (transfer full) (nullable): what one typed word finds as words or as a key; NULL with @error set. */
static KliBitmap *
find_chunk (Search *search, const char *chunk, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_auto (GStrv) words = kli_fold_words (chunk);

  if (!find_words (search, words, found, error) || !find_plain (search, chunk, found, error)
      || (is_number (chunk) && !find_number (search, chunk, found, error)))
    return NULL;

  return g_steal_pointer (&found);
}

/* Several pieces of digits, one after the other: each found by itself, or together as one number.
 * Returns: (transfer full) (nullable) */
static KliBitmap *
find_run (Search *search, char **chunks, guint n_chunks, GError **error)
{
  g_autoptr (KliBitmap) found = find_chunk (search, chunks[0], error);
  g_autoptr (GString) number = g_string_new (chunks[0]);

  for (guint i = 1; found != NULL && i < n_chunks; i++)
    {
      g_autoptr (KliBitmap) others = find_chunk (search, chunks[i], error);

      if (others == NULL)
        return NULL;
      kli_bitmap_and (found, others);
      g_string_append_printf (number, " %s", chunks[i]);
    }

  if (found == NULL || (n_chunks > 1 && !find_number (search, number->str, found, error)))
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
kli_search (KliConnection *connection, const char *text, GCancellable *cancellable, gboolean *damaged, GError **error)
{
  Search search = { connection, cancellable, FALSE };
  g_autoptr (KliBitmap) found = NULL;
  g_auto (GStrv) chunks = NULL;
  guint length;

  g_return_val_if_fail (connection != NULL && text != NULL && damaged != NULL, NULL);

  chunks = split (text);
  for (guint i = 0; chunks[i] != NULL; i += length)
    {
      g_autoptr (KliBitmap) part = NULL;

      length = MAX (count_numbers (chunks + i), 1);
      part = find_run (&search, chunks + i, length, error);
      if (part == NULL)
        return NULL;
      if (found == NULL)
        found = g_steal_pointer (&part);
      else
        kli_bitmap_and (found, part);
      if (kli_bitmap_count (found) == 0)
        break;
    }

  *damaged = search.damaged;

  return found != NULL ? g_steal_pointer (&found) : kli_bitmap_new (0);
}
