/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of many records at the command line. */
#include "cli/kli-cli-long.h"

#include "cli/kli-cli.h"
#include "operations/kli-verbs.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* --- running ------------------------------------------------------------------------------------------ */

/* Once it is gone a signal ends the program again. */
static gboolean
interrupted_cb (gpointer user_data)
{
  KliLongEdit *edit = user_data;

  kli_long_edit_cancel (edit);
  if (kli_long_edit_get_done (edit) > 0)
    kli_cli_warn ("Taking back what was done. Another Ctrl+C leaves it, to be continued or taken back later.");

  return G_SOURCE_REMOVE;
}

static void
progressed_cb (KliLongEdit *edit, gpointer user_data)
{
  fprintf (stderr, "\r\033[K%u of %u", kli_long_edit_get_done (edit), kli_long_edit_get_total (edit));
}

gint64
kli_cli_run_long (KliLongEdit *edit, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSource) source = g_unix_signal_source_new (SIGINT);
  gboolean shows = isatty (STDERR_FILENO);
  gint64 id;

  g_return_val_if_fail (KLI_IS_LONG_EDIT (edit), -1);

  if (shows)
    g_signal_connect (edit, "progressed", G_CALLBACK (progressed_cb), NULL);
  g_source_set_callback (source, interrupted_cb, edit, NULL);
  g_source_attach (source, NULL);
  id = kli_long_edit_run (edit, &failure);
  g_source_destroy (source);
  if (shows)
    fputs ("\r\033[K", stderr);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled. Nothing was changed.");
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return id;
}

/* --- what was left ------------------------------------------------------------------------------------ */

static gpointer
list_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_unfinished_list (connection, error);
}

KliUnfinished *
kli_cli_find_unfinished (KliStore *store, gint64 entry, GError **error)
{
  g_autoptr (GPtrArray) list = kli_store_read (store, list_func, NULL, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const KliUnfinished *unfinished = g_ptr_array_index (list, i);

      if (entry == 0 || unfinished->entry->id == entry)
        return g_ptr_array_steal_index (list, i);
    }

  return NULL;
}

void
kli_cli_warn_of_unfinished (KliStore *store)
{
  g_autoptr (KliUnfinished) unfinished = kli_cli_find_unfinished (store, 0, NULL);
  const KliHistoryEntry *entry;
  g_autofree char *title = NULL;

  if (unfinished == NULL)
    return;

  entry = unfinished->entry;
  title = kli_verb_entry_title (entry->verb, entry->origin_verb, entry->subject_name, 0);
  kli_cli_warn ("%s: stopped at %u of %u. “continue %" G_GINT64_FORMAT "” goes on with it, “undo %" G_GINT64_FORMAT
                "” takes back what was done.",
                title, unfinished->done, unfinished->total, entry->id, entry->id);
}
