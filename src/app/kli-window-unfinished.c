/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit of many records that a program left when it died: what to do with it is asked when its store is opened. */
#include "app/kli-window-private.h"

#include "core/kli-format.h"
#include "operations/kli-bulk.h"
#include "operations/kli-verbs.h"
#include "store/kli-history.h"
#include "ui/bulk/kli-bulk-run.h"
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
  gint64 entry;
  KliLongEdit *edit; /* nullable: that goes on with it, if that can be done */
} Unfinished;

static void
unfinished_free (Unfinished *unfinished)
{
  g_clear_object (&unfinished->edit);
  g_object_unref (unfinished->store);
  g_object_unref (unfinished->window);
  g_free (unfinished);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Unfinished, unfinished_free)

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

  if (g_str_equal (response, "continue"))
    kli_bulk_run_edit (GTK_WIDGET (self), g_steal_pointer (&unfinished->edit), 0);
  else if (g_str_equal (response, "undo"))
    kli_undo_async (self->store, unfinished->entry, TRUE, NULL, undone_cb, g_object_ref (self));
}

/* "Tagged contacts", and how far that went. Returns: (transfer full) */
static char *
describe (const KliUnfinished *unfinished)
{
  KliLanguage language = kli_locale_get_language ();
  const KliHistoryEntry *entry = unfinished->entry;
  g_autofree char *name = kli_plain_line (entry->subject_name);
  g_autofree char *title = kli_verb_entry_title (entry->verb, entry->origin_verb, name, 0);
  g_autofree char *done = kli_format_number (unfinished->done, language);
  g_autofree char *total = kli_format_number (unfinished->total, language);
  /* Translators: %1$s is how many records were done, %2$s how many there are. */
  g_autofree char *stopped = g_strdup_printf (_ ("It stopped at %1$s of %2$s."), done, total);

  return g_strdup_printf ("%s\n\n%s", title, stopped);
}

static void
ask (KliWindow *self, const KliUnfinished *entry)
{
  Unfinished *unfinished = g_new0 (Unfinished, 1);
  g_autofree char *body = describe (entry);
  AdwMessageDialog *dialog;

  unfinished->window = g_object_ref (self);
  unfinished->store = g_object_ref (self->store);
  unfinished->entry = entry->entry->id;
  unfinished->edit = kli_continue_unfinished (self->store, entry);

  dialog = kli_question_new (GTK_WINDOW (self), _ ("A Change Was Not Finished"), body);
  adw_message_dialog_add_response (dialog, "later", C_ ("button", "_Later"));
  adw_message_dialog_add_response (dialog, "undo", C_ ("button", "_Undo It"));
  if (unfinished->edit != NULL)
    {
      adw_message_dialog_add_response (dialog, "continue", C_ ("button", "_Continue"));
      adw_message_dialog_set_response_appearance (dialog, "continue", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "continue");
    }
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), unfinished);
  gtk_window_present (GTK_WINDOW (dialog));
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

  for (guint i = 0; list != NULL && self->store == KLI_STORE (source) && i < list->len; i++)
    {
      const KliUnfinished *unfinished = g_ptr_array_index (list, i);

      if (!kli_long_edit_is_running (self->store, unfinished->entry->id))
        ask (self, unfinished);
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
