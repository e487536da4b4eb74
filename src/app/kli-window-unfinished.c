/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit of many records that a program left when it died: what to do with it is asked when its store is opened. */
#include "app/kli-window-private.h"

#include "core/kli-format.h"
#include "exchange/kli-exchange-origin.h"
#include "operations/kli-bulk.h"
#include "operations/kli-verbs.h"
#include "store/kli-history.h"
#include "ui/bulk/kli-bulk-run.h"
#include "ui/exchange/kli-import-run.h"
#include "ui/shared/kli-busy.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

typedef struct
{
  KliWindow *window; /* owned */
  KliStore *store;   /* owned: the window may have another by the time of the answer */
  KliUnfinished *what;
  KliLongEdit *edit;     /* nullable: that goes on with it, if that can be done without reading a file */
  gboolean can_read;     /* an import whose file is there */
  GCancellable *reading; /* nullable */
  KliBusy *busy;         /* with it */
} Unfinished;

static void
unfinished_free (Unfinished *unfinished)
{
  g_clear_object (&unfinished->reading);
  g_clear_object (&unfinished->edit);
  kli_unfinished_free (unfinished->what);
  g_object_unref (unfinished->store);
  g_object_unref (unfinished->window);
  g_free (unfinished);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Unfinished, unfinished_free)

static void ask (Unfinished *unfinished, const GError *error);

/* --- an import reads its file again ------------------------------------------------------------------- */

/* What could not be read is asked about once more, without a way to go on. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Unfinished) unfinished = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliImport) import = kli_exchange_origin_resume_finish (result, &error);
  KliWindow *self = unfinished->window;

  unfinished->can_read = FALSE;
  g_clear_object (&unfinished->reading);
  kli_busy_end (g_steal_pointer (&unfinished->busy));
  if (self->store != unfinished->store)
    return;

  if (import != NULL)
    kli_import_run (GTK_WIDGET (self), import, kli_import_continue (import, self->store, unfinished->what));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask (g_steal_pointer (&unfinished), error);
}

/* Takes @unfinished. */
static void
read_again (Unfinished *unfinished)
{
  unfinished->reading = g_cancellable_new ();
  unfinished->busy
      = kli_busy_begin (GTK_WINDOW (unfinished->window), _ ("Reading the file again…"), unfinished->reading);
  kli_exchange_origin_resume_async (unfinished->what, unfinished->reading, read_cb, unfinished);
}

/* --- the question ------------------------------------------------------------------------------------- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (kli_undo_finish (KLI_STORE (source), result, &error) >= 0)
    kli_host_toast (KLI_HOST (self), _ ("What had been done is taken back"));
  else if (self->store == KLI_STORE (source))
    kli_report_error (GTK_WIDGET (self), _ ("Nothing Was Taken Back"), error);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Unfinished) unfinished = user_data;
  KliWindow *self = unfinished->window;

  if (self->store != unfinished->store)
    return;

  if (g_str_equal (response, "continue") && unfinished->edit != NULL)
    kli_bulk_run_edit (GTK_WIDGET (self), g_steal_pointer (&unfinished->edit), 0);
  else if (g_str_equal (response, "continue"))
    read_again (g_steal_pointer (&unfinished));
  else if (g_str_equal (response, "undo"))
    kli_undo_async (self->store, unfinished->what->entry->id, TRUE, NULL, undone_cb, g_object_ref (self));
}

/* "Tagged contacts", how far that went, and why it cannot go on. @error: (nullable). Returns: (transfer full) */
static char *
describe (const KliUnfinished *unfinished, const GError *error)
{
  KliLanguage language = kli_locale_get_language ();
  const KliHistoryEntry *entry = unfinished->entry;
  g_autofree char *name = kli_plain_line (entry->subject_name);
  g_autofree char *title = kli_verb_entry_title (entry->verb, entry->origin_verb, name, 0);
  g_autofree char *done = kli_format_number (unfinished->done, language);
  g_autofree char *total = kli_format_number (unfinished->total, language);
  /* Translators: %1$s is how many records were done, %2$s how many there are. */
  g_autofree char *stopped = g_strdup_printf (_ ("It stopped at %1$s of %2$s."), done, total);
  g_autofree char *reason = NULL;

  if (error == NULL)
    return g_strdup_printf ("%s\n\n%s", title, stopped);
  reason = kli_error_sentence (error);

  return g_strdup_printf ("%s\n\n%s\n\n%s %s", title, stopped, reason,
                          _ ("The import cannot go on; what it did can be undone."));
}

/* @error: (nullable): why it cannot go on. Takes @unfinished. */
static void
ask (Unfinished *unfinished, const GError *error)
{
  g_autofree char *body = describe (unfinished->what, error);
  AdwMessageDialog *dialog = kli_question_new (GTK_WINDOW (unfinished->window), _ ("A Change Was Not Finished"), body);

  adw_message_dialog_add_response (dialog, "later", C_ ("button", "_Later"));
  adw_message_dialog_add_response (dialog, "undo", C_ ("button", "_Undo It"));
  if (unfinished->edit != NULL || unfinished->can_read)
    {
      adw_message_dialog_add_response (dialog, "continue", C_ ("button", "_Continue"));
      adw_message_dialog_set_response_appearance (dialog, "continue", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "continue");
    }
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), unfinished);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @what. */
static void
offer (KliWindow *self, KliUnfinished *what)
{
  Unfinished *unfinished = g_new0 (Unfinished, 1);
  g_autoptr (GError) error = NULL;

  unfinished->window = g_object_ref (self);
  unfinished->store = g_object_ref (self->store);
  unfinished->what = what;
  unfinished->edit = kli_continue_unfinished (self->store, what);
  unfinished->can_read = unfinished->edit == NULL && kli_exchange_origin_check (what, &error);
  ask (unfinished, error);
}

static gpointer
list_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_unfinished_list (connection, error);
}

/* Those that this program runs itself are none of the past. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliWindow) self = user_data;
  g_autoptr (GPtrArray) list = kli_store_read_finish (KLI_STORE (source), result, NULL);

  while (list != NULL && self->store == KLI_STORE (source) && list->len > 0)
    {
      g_autoptr (KliUnfinished) unfinished = g_ptr_array_steal_index (list, 0);

      if (!kli_long_edit_is_running (self->store, unfinished->entry->id))
        offer (self, g_steal_pointer (&unfinished));
    }
}

void
kli_window_offer_unfinished (KliWindow *self)
{
  if (kli_store_is_read_only (self->store))
    return;

  kli_store_read_async (self->store, list_func, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                        listed_cb, g_object_ref (self));
}
