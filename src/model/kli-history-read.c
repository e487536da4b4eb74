/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of the history reads in the background. */
#include "model/kli-history-read.h"

#include "core/kli-fold.h"
#include "operations/kli-verbs.h"

/* Counting the records of an entry reads all of it: above so many rows it is told by its rows. */
#define COUNT_MAX 200000

/* Opening an entry reads all of it, too: one with more rows is searched by its title alone, or a word typed above the
 * list would read whole imports over and over. */
#define SEARCH_MAX 5000

void
kli_history_request_free (KliHistoryRequest *request)
{
  if (request == NULL)
    return;

  kli_history_filter_free (request->filter);
  g_clear_pointer (&request->again, g_array_unref);
  g_free (request);
}

static void
found_free (KliHistoryFound *found)
{
  kli_history_entry_free (found->entry);
  g_free (found);
}

static KliHistoryReply *
reply_new (void)
{
  KliHistoryReply *reply = g_new0 (KliHistoryReply, 1);

  reply->found = g_ptr_array_new_with_free_func ((GDestroyNotify)found_free);
  reply->again = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_entry_free);

  return reply;
}

void
kli_history_reply_free (KliHistoryReply *reply)
{
  if (reply == NULL)
    return;

  g_ptr_array_unref (reply->found);
  g_ptr_array_unref (reply->again);
  g_free (reply);
}

/* --- what fits -------------------------------------------------------------------------------------------- */

typedef struct
{
  KliConnection *connection;
  const KliHistoryFilter *filter;
  char **words; /* folded */
} Fit;

static gboolean
begins_a_word (const char *word, char **of)
{
  for (guint i = 0; of[i] != NULL; i++)
    if (g_str_has_prefix (of[i], word))
      return TRUE;

  return FALSE;
}

static gboolean
words_fit (char **words, const char *told)
{
  g_auto (GStrv) of = kli_fold_words (told);

  for (guint i = 0; words[i] != NULL; i++)
    if (!begins_a_word (words[i], of))
      return FALSE;

  return TRUE;
}

/* Adds what is shown of an entry when it is opened, as far as its first page. Of one that is damaged nothing is. */
static void
tell_lines (const Fit *fit, const KliHistoryEntry *entry, GString *told)
{
  g_autoptr (KliHistoryLines) lines
      = kli_history_read_lines (fit->connection, entry, fit->filter->owner, 0, fit->filter->language, NULL);

  for (guint i = 0; lines != NULL && i < lines->lines->len; i++)
    {
      const KliHistoryLine *line = g_ptr_array_index (lines->lines, i);

      g_string_append_printf (told, " %s %s %s %s", line->card_name, line->title, line->before, line->after);
    }
}

static gboolean
fits (const KliHistoryEntry *entry, gpointer user_data)
{
  const Fit *fit = user_data;
  g_autofree char *title = NULL;
  g_autoptr (GString) told = NULL;

  if (fit->filter->group >= 0 && (int)kli_verb_group (entry->origin_verb) != fit->filter->group)
    return FALSE;
  if (fit->words[0] == NULL)
    return TRUE;

  title = kli_verb_entry_title (entry->verb, entry->origin_verb, entry->subject_name, 0);
  told = g_string_new (title);
  g_string_append_printf (told, " %s", entry->who);

  if (words_fit (fit->words, told->str))
    return TRUE;
  if (entry->n_changes > SEARCH_MAX)
    return FALSE;
  tell_lines (fit, entry, told);

  return words_fit (fit->words, told->str);
}

/* --- reading ---------------------------------------------------------------------------------------------- */

/* Takes @entry. Returns: FALSE with @error set */
static gboolean
add_found (KliConnection *connection, KliHistoryReply *reply, KliHistoryEntry *entry, GError **error)
{
  KliHistoryFound *found = g_new0 (KliHistoryFound, 1);

  found->entry = entry;
  g_ptr_array_add (reply->found, found);
  if (!kli_history_is_about_many (entry) || entry->n_changes > COUNT_MAX || !g_str_equal (entry->state, "done"))
    return TRUE;

  return kli_history_count (connection, entry->id, &found->count, error);
}

static gboolean
read_found (KliConnection *connection, const KliHistoryRequest *request, KliHistoryReply *reply, GError **error)
{
  const KliHistoryFilter *filter = request->filter;
  g_auto (GStrv) words = kli_fold_words (filter->text);
  Fit fit = { .connection = connection, .filter = filter, .words = words };
  const KliHistoryWanted wanted = {
    .owner = filter->owner,
    .who = *filter->who != '\0' ? filter->who : NULL,
    .since = filter->since,
    .until = filter->until,
    .fits = fits,
    .user_data = &fit,
  };
  g_autoptr (GPtrArray) entries
      = kli_history_page (connection, &wanted, request->before, request->after, request->limit, &reply->next, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!add_found (connection, reply, g_steal_pointer (&entries->pdata[i]), error))
      return FALSE;

  return TRUE;
}

/* Returns: FALSE with @error set */
static gboolean
read_again (KliConnection *connection, const GArray *ids, KliHistoryReply *reply, GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      KliHistoryEntry *entry = kli_history_read_entry (connection, g_array_index (ids, gint64, i), &local_error);

      if (entry != NULL)
        g_ptr_array_add (reply->again, entry);
      else if (!g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}

gpointer
kli_history_read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const KliHistoryRequest *request = user_data;
  g_autoptr (KliHistoryReply) reply = reply_new ();

  reply->newest = kli_history_newest (connection, error);
  if (reply->newest < 0 || !read_found (connection, request, reply, error)
      || !read_again (connection, request->again, reply, error))
    return NULL;

  return g_steal_pointer (&reply);
}
