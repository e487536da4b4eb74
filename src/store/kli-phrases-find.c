/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has frequent words in a row: the sets of each two of them, joined from the first to the last. */
#include "store/kli-member-set.h"
#include "store/kli-phrases-private.h"

#include <string.h>

/* Those who have some words in a row, by the place of the last of them; NULL for nobody. */
typedef struct
{
  KliBitmap *at[KLI_PHRASE_PLACES];
} Ends;

static void
ends_clear (Ends *ends)
{
  for (guint i = 0; i < KLI_PHRASE_PLACES; i++)
    g_clear_pointer (&ends->at[i], kli_bitmap_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

static gboolean
ends_are_empty (const Ends *ends)
{
  for (guint i = 0; i < KLI_PHRASE_PLACES; i++)
    if (ends->at[i] != NULL)
      return FALSE;

  return TRUE;
}

/* Of those in the set @key, whose last two letters are the places, the ones who had the words before come into @after.
 * @before: (nullable): there were none */
static gboolean
add_link (KliPhrases *phrases, const char *key, const Ends *before, Ends *after, GError **error)
{
  gsize length = strlen (key);
  guint first = (guint)(key[length - 2] - 'a'), second = (guint)(key[length - 1] - 'a');
  g_autoptr (KliBitmap) members = kli_bitmap_new (0);
  guint32 any = 0;

  if (first >= KLI_PHRASE_PLACES || second >= KLI_PHRASE_PLACES || (before != NULL && before->at[first] == NULL))
    return TRUE;
  if (!kli_member_set_read (phrases->connection, key, members, NULL, error))
    return FALSE;
  if (before != NULL)
    kli_bitmap_and (members, before->at[first]);
  if (!kli_bitmap_next (members, &any))
    return TRUE;
  if (after->at[second] == NULL)
    after->at[second] = g_steal_pointer (&members);
  else
    kli_bitmap_or (after->at[second], members);

  return TRUE;
}

/* Goes on from the words before to @first and @second. */
static gboolean
add_links (KliPhrases *phrases, const char *first, const char *second, const Ends *before, Ends *after, GError **error)
{
  g_autoptr (GString) start = g_string_new (NULL);
  g_autoptr (GPtrArray) keys = NULL;

  kli_phrases_begin_row (start, first, second);
  keys = kli_member_set_list (phrases->connection, start->str, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!add_link (phrases, g_ptr_array_index (keys, i), before, after, error))
      return FALSE;

  return keys != NULL;
}

/* Adds those who have @words in a row to @found, and perhaps some who have not. @words: at least two */
static gboolean
find_chain (KliPhrases *phrases, char **words, KliBitmap *found, GError **error)
{
  g_auto (Ends) ends = { 0 };

  if (!add_links (phrases, words[0], words[1], NULL, &ends, error))
    return FALSE;
  for (guint i = 2; words[i] != NULL && !ends_are_empty (&ends); i++)
    {
      Ends before = ends;
      gboolean done;

      memset (&ends, 0, sizeof ends);
      done = add_links (phrases, words[i - 1], words[i], &before, &ends, error);
      ends_clear (&before);
      if (!done)
        return FALSE;
    }
  for (guint i = 0; i < KLI_PHRASE_PLACES; i++)
    if (ends.at[i] != NULL)
      kli_bitmap_or (found, ends.at[i]);

  return TRUE;
}

static gboolean
find_frequent (KliPhrases *phrases, char **words, KliBitmap *found, KliBitmap **doubtful, GError **error)
{
  g_autoptr (KliBitmap) all = kli_bitmap_new (0);
  g_autoptr (KliBitmap) tangled = kli_bitmap_new (0);

  if (!find_chain (phrases, words, all, error)
      || (words[2] != NULL && !kli_member_set_read (phrases->connection, KLI_PHRASE_TANGLED, tangled, NULL, error)))
    return FALSE;
  kli_bitmap_and (tangled, all);
  kli_bitmap_and_not (all, tangled);
  kli_bitmap_or (found, all);
  *doubtful = g_steal_pointer (&tangled);

  return TRUE;
}

/* Those who have each two of @words of which one is frequent next to each other. @doubtful: (out) (nullable): NULL when
 * there are no such two */
static gboolean
find_doubtful (KliPhrases *phrases, char **words, KliBitmap **doubtful, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (KliBitmap) members = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const KliPhraseWord *word = kli_phrases_look_up (phrases, words[i], error);

      if (word == NULL)
        return FALSE;
      g_ptr_array_add (links, word->is_frequent ? words[i] : (gpointer)KLI_PHRASE_OTHER);
    }
  for (guint i = 1; i < links->len; i++)
    {
      char *pair[] = { g_ptr_array_index (links, i - 1), g_ptr_array_index (links, i), NULL };
      g_autoptr (KliBitmap) both = kli_bitmap_new (0);

      if (g_str_equal (pair[0], KLI_PHRASE_OTHER) && g_str_equal (pair[1], KLI_PHRASE_OTHER))
        continue;
      if (!find_chain (phrases, pair, both, error))
        return FALSE;
      if (members == NULL)
        members = g_steal_pointer (&both);
      else
        kli_bitmap_and (members, both);
    }
  *doubtful = g_steal_pointer (&members);

  return TRUE;
}

gboolean
kli_phrases_find (
    KliConnection *connection, char **words, KliBitmap *found, KliBitmap **doubtful, GPtrArray *rare, GError **error)
{
  g_autoptr (KliPhrases) phrases = NULL;
  gboolean are_known;

  g_return_val_if_fail (connection != NULL && words != NULL && found != NULL && doubtful != NULL && rare != NULL,
                        FALSE);

  *doubtful = NULL;
  phrases = kli_phrases_new (connection, error);
  if (phrases == NULL)
    return FALSE;
  are_known = phrases->n_counted > 0 && phrases->next < 0 && words[0] != NULL && words[1] != NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const KliPhraseWord *word = are_known ? kli_phrases_look_up (phrases, words[i], error) : NULL;

      if (are_known && word == NULL)
        return FALSE;
      if (word == NULL || !word->is_frequent)
        g_ptr_array_add (rare, words[i]);
    }
  if (!are_known)
    return TRUE;

  return rare->len > 0 ? find_doubtful (phrases, words, doubtful, error)
                       : find_frequent (phrases, words, found, doubtful, error);
}
