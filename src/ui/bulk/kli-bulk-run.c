/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to many records, from the window. */
#include "ui/bulk/kli-bulk-run.h"

#include "operations/kli-verbs.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

typedef struct
{
  KliHost *host; /* owned */
  KliBulkWords words;
  gpointer data;
  GDestroyNotify destroy;
  gboolean holds; /* the window waits for it: one transaction, soon done */
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->host);
  if (run->destroy != NULL)
    run->destroy (run->data);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
say_done (Run *run, KliLongEdit *edit, gint64 entry)
{
  g_autofree char *text = run->words (edit, run->data);
  g_autofree char *action = g_strdup_printf ("win.undo-entry(int64 %" G_GINT64_FORMAT ")", entry);

  kli_host_toast_button (run->host, text, C_ ("toast button", "Undo"), action, FALSE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  KliLongEdit *edit = KLI_LONG_EDIT (source);
  gint64 entry = kli_long_edit_run_finish (edit, result, &error);

  if (entry > 0)
    say_done (run, edit, entry);
  else if (entry == 0)
    kli_host_toast (run->host, _ ("Nothing was different"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kli_host_toast (run->host, _ ("Cancelled. Nothing was changed."));
  /* A window that closes ends it where it is; it is offered again at the next start. */
  else if (error != NULL && kli_host_get_store (run->host) == kli_long_edit_get_store (edit))
    kli_report_error (GTK_WIDGET (run->host), _ ("The Change Was Not Saved"), error);
  if (run->holds)
    kli_host_release (run->host, error == NULL);
}

void
kli_bulk_run_saying (GtkWidget *widget, KliLongEdit *edit, KliBulkWords words, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (KliLongEdit) owned = edit;
  KliHost *host;
  g_autoptr (Run) run = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (KLI_IS_LONG_EDIT (edit) && words != NULL);

  host = kli_host_find (widget);
  run = g_new0 (Run, 1);
  run->host = g_object_ref (host);
  run->words = words;
  run->data = data;
  run->destroy = destroy;
  if (kli_host_get_store (host) != kli_long_edit_get_store (edit))
    return;

  run->holds = !kli_long_edit_is_needed (kli_long_edit_get_total (edit));
  if (run->holds)
    kli_host_hold (host);
  kli_long_edit_run_async (edit, done_cb, g_steal_pointer (&run));
}

static char *
name_verb (KliLongEdit *edit, gpointer data)
{
  return kli_verb_title (kli_long_edit_get_verb (edit), NULL, GPOINTER_TO_UINT (data));
}

void
kli_bulk_run_edit (GtkWidget *widget, KliLongEdit *edit, guint n)
{
  kli_bulk_run_saying (widget, edit, name_verb, GUINT_TO_POINTER (n), NULL);
}

void
kli_bulk_run (GtkWidget *widget, KliBulk *bulk, guint n_changes)
{
  KliHost *host;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (bulk != NULL);

  host = kli_host_find (widget);
  if (host != NULL && kli_host_get_store (host) != NULL)
    kli_bulk_run_edit (GTK_WIDGET (host), kli_bulk_begin (bulk, kli_host_get_store (host)), n_changes);
}
