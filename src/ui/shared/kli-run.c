/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations run from widgets. */
#include "ui/shared/kli-run.h"

#include "ui/shared/kli-error.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-question.h"

#include <glib/gi18n.h>

/* A toast is one line, cut off at its end; a longer reason is read in a dialog. */
#define TOAST_LETTERS 60

typedef struct
{
  GWeakRef widget;
  KliHost *host; /* owned: a window that closes waits for us */
  char *done;
  KliRunFunc func;
  gpointer user_data;
} Run;

static void
run_free (Run *run)
{
  g_weak_ref_clear (&run->widget);
  g_object_unref (run->host);
  g_free (run->done);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
toast_with_undo (Run *run, gint64 edit)
{
  g_autofree char *action = g_strdup_printf ("win.undo-entry(int64 %" G_GINT64_FORMAT ")", edit);

  kli_host_toast_button (run->host, run->done, C_ ("toast button", "Undo"), action, FALSE);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&run->widget);
  g_autoptr (GError) error = NULL;
  gint64 subject = 0;
  gint64 edit = kli_operation_run_finish (KLI_STORE (source), result, &subject, &error);
  gboolean told = FALSE;

  if (run->func != NULL && widget != NULL)
    told = run->func (widget, edit, subject, error, run->user_data);
  if (error != NULL && !told)
    kli_report_error (GTK_WIDGET (run->host), _ ("The Change Was Not Saved"), error);
  else if (edit > 0 && run->done != NULL)
    toast_with_undo (run, edit);

  kli_host_release (run->host, error == NULL);
}

void
kli_run (GtkWidget *widget, KliOperation *operation, const char *done)
{
  kli_run_full (widget, operation, done, NULL, NULL);
}

void
kli_run_full (GtkWidget *widget, KliOperation *operation, const char *done, KliRunFunc func, gpointer user_data)
{
  KliHost *host;
  KliStore *store;
  Run *run;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (operation != NULL);

  host = kli_host_find (widget);
  store = host != NULL ? kli_host_get_store (host) : NULL;
  if (store == NULL)
    {
      /* A widget that has left its window, or whose store was closed under it, has nothing to edit. */
      kli_operation_free (operation);
      return;
    }

  run = g_new0 (Run, 1);
  g_weak_ref_init (&run->widget, widget);
  run->host = g_object_ref (host);
  run->done = g_strdup (done);
  run->func = func;
  run->user_data = user_data;
  kli_host_hold (host);
  kli_operation_run_async (operation, store, NULL, ran_cb, run);
}

void
kli_report_error (GtkWidget *widget, const char *heading, const GError *error)
{
  g_autofree char *sentence = NULL;
  KliHost *host;
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = kli_error_sentence (error);
  host = kli_host_find (widget);
  if (host != NULL && !kli_error_is_grave (error) && g_utf8_strlen (sentence, -1) <= TOAST_LETTERS)
    {
      kli_host_toast_button (host, sentence, NULL, NULL, TRUE);
      return;
    }

  dialog = kli_question_new (GTK_WINDOW (host), heading, sentence);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
