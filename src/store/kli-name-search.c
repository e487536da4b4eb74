/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose names may be the same as another one, or near to it. */
#include "store/kli-name-search.h"

#include "core/kli-fold.h"
#include "store/kli-search.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Reading so many names takes some milliseconds. */
#define CANDIDATES_MAX 2000
/* Longer names differ in the first words, or not at all. */
#define WORDS_MAX 6

struct _KliNameSearch
{
  KliSearch search;
};

KliNameSearch *
kli_name_search_new (KliConnection *connection, GCancellable *cancellable)
{
  KliNameSearch *search;

  g_return_val_if_fail (connection != NULL, NULL);

  search = g_new0 (KliNameSearch, 1);
  search->search = (KliSearch){ .connection = connection, .cancellable = cancellable };

  return search;
}

void
kli_name_search_free (KliNameSearch *search)
{
  if (search == NULL)
    return;

  kli_search_clear (&search->search);
  g_free (search);
}

/* Match keys have -ski for -ska, and the index has what is written. Returns: (transfer full) */
static char *
stem_of (const char *word, gsize length)
{
  static const char *const endings[] = { "ski", "cki", "zki" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 3 && memcmp (word + length - 3, endings[i], 3) == 0)
      return g_strndup (word, length - 1);

  return g_strndup (word, length);
}

/* The first @n letters. Returns: (transfer full) */
static char *
beginning_of (const char *word, glong n)
{
  return g_strndup (word, (gsize)(g_utf8_offset_to_pointer (word, n) - word));
}

/* --- who may be meant --------------------------------------------------------------------------------- */

/* Those with all of @words but @words[@without], as beginnings. Returns: (transfer full) (nullable): NULL when there is
 * no other word, and with @error set */
static KliBitmap *
find_others (KliNameSearch *search, char **words, guint without, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (i != without)
      {
        g_autofree char *stem = stem_of (words[i], strlen (words[i]));

        g_string_append_printf (text, " %s", stem);
      }

  return text->len > 0 ? kli_search (&search->search, text->str, error) : NULL;
}

/* Leaves of @found (nullable: everybody) only so many as can be read: those with a word that begins like @word, as far
 * as its first half. Returns: (transfer full) (nullable): NULL with @error set */
static KliBitmap *
narrow (KliNameSearch *search, KliBitmap *found, const char *word, GError **error)
{
  glong half = (g_utf8_strlen (word, -1) + 1) / 2;

  for (glong n = 1; n <= half && (found == NULL || kli_bitmap_count (found) > CANDIDATES_MAX); n++)
    {
      g_autofree char *beginning = beginning_of (word, n);
      g_autoptr (KliBitmap) some = kli_search (&search->search, beginning, error);

      if (some == NULL)
        {
          kli_bitmap_free (found);
          return NULL;
        }
      if (found == NULL)
        found = g_steal_pointer (&some);
      else
        kli_bitmap_and (found, some);
    }
  if (found == NULL || kli_bitmap_count (found) > CANDIDATES_MAX)
    {
      g_clear_pointer (&found, kli_bitmap_free);
      found = kli_bitmap_new (0);
    }

  return found;
}

/* Returns: (transfer full) (nullable): NULL with @error set */
static KliBitmap *
find_candidates (KliNameSearch *search, char **words, GError **error)
{
  g_autoptr (KliBitmap) all = kli_bitmap_new (0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (KliBitmap) found = find_others (search, words, i, &failure);

      if (failure == NULL)
        found = narrow (search, g_steal_pointer (&found), words[i], &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      kli_bitmap_or (all, found);
    }

  return g_steal_pointer (&all);
}

static gboolean
give (KliNameSearch *search, guint32 local, KliNameFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (search->search.connection, "contact-match-of-local", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, local);
  if (kli_statement_step (statement, &failure))
    func (kli_statement_get_integer (statement, 0), kli_statement_get_text (statement, 1), user_data);

  return kli_store_error_pass (error, g_steal_pointer (&failure));
}

gboolean
kli_name_search_foreach (
    KliNameSearch *search, const char *match_key, KliNameFunc func, gpointer user_data, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (KliBitmap) found = NULL;

  g_return_val_if_fail (search != NULL && match_key != NULL && func != NULL, FALSE);

  words = g_strsplit (match_key, " ", WORDS_MAX + 1);
  if (g_strv_length (words) > WORDS_MAX)
    g_clear_pointer (&words[WORDS_MAX], g_free);
  found = find_candidates (search, words, error);
  if (found == NULL)
    return FALSE;
  for (guint32 local = 0; kli_bitmap_next (found, &local); local++)
    if (g_cancellable_set_error_if_cancelled (search->search.cancellable, error)
        || !give (search, local, func, user_data, error))
      return FALSE;

  return TRUE;
}

/* --- how frequent a word is --------------------------------------------------------------------------- */

gboolean
kli_name_search_count_first (KliNameSearch *search, const char *word, gsize length, guint *n, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *whole = g_strndup (word, length);
  g_autofree char *from = g_strconcat (whole, " ", NULL);
  g_autofree char *to = g_strconcat (whole, "!", NULL); /* the character behind the blank */
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (search != NULL && n != NULL, FALSE);

  statement = kli_connection_lend (search->search.connection, "contact-match-count-first", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, whole);
  kli_statement_bind_text (statement, 2, from);
  kli_statement_bind_text (statement, 3, to);
  *n = kli_statement_step (statement, &failure) ? (guint)kli_statement_get_integer (statement, 0) : 0;

  return kli_store_error_pass (error, g_steal_pointer (&failure));
}

gboolean
kli_name_search_count_word (KliNameSearch *search, const char *word, gsize length, guint *n, GError **error)
{
  g_autofree char *stem = NULL;
  g_autoptr (KliBitmap) found = NULL;

  g_return_val_if_fail (search != NULL && word != NULL && n != NULL, FALSE);

  stem = stem_of (word, length);
  found = kli_search (&search->search, stem, error);
  *n = found != NULL ? kli_bitmap_count (found) : 0;

  return found != NULL;
}
