/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does with files: copies of the store, another store. */
#include "app/kli-window-private.h"

#include "app/kli-data-dialog.h"
#include "store/kli-backup.h"
#include "ui/shared/kli-busy.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

typedef void (*ChosenFunc) (KliWindow *self, GFile *file);

/* The desktop's own file dialog; @func is called when a file was chosen. */
static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  KliWindow *self = KLI_WINDOW (gtk_native_dialog_get_transient_for (dialog));
  ChosenFunc func = (ChosenFunc)user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        func (self, file);
    }
  g_object_unref (dialog);
}

static GtkFileChooser *
create_chooser (KliWindow *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  g_autoptr (GtkFileFilter) stores = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _ ("_Cancel"));

  gtk_file_filter_set_name (stores, _ ("Klientela stores"));
  gtk_file_filter_add_suffix (stores, "db");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), stores);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return GTK_FILE_CHOOSER (chooser);
}

static void
choose (GtkFileChooser *chooser, ChosenFunc func)
{
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), (gpointer)func);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- Save a Copy… ----------------------------------------------------------------------------------- */

typedef struct
{
  KliWindow *window; /* owned */
  KliBusy *busy;
  char *path;
} Work;

static Work *
work_new (KliWindow *self, const char *path, const char *text, GCancellable *cancellable)
{
  Work *work = g_new0 (Work, 1);

  work->window = g_object_ref (self);
  work->path = g_strdup (path);
  work->busy = kli_busy_begin (GTK_WINDOW (self), text, cancellable);

  return work;
}

static void
work_free (Work *work)
{
  kli_busy_end (work->busy);
  g_object_unref (work->window);
  g_free (work->path);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;

  if (kli_store_save_copy_finish (KLI_STORE (source), result, &error))
    {
      g_autofree char *name = g_path_get_basename (work->path);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *text = g_strdup_printf (_ ("A verified copy was saved as “%s”"), shown);

      kli_data_dialog_remember_copy (kli_store_get_id (KLI_STORE (source)));
      kli_host_toast (KLI_HOST (work->window), text);
    }
  else
    kli_report_error (GTK_WIDGET (work->window), _ ("No Copy Was Saved"), error);
}

static void
save_copy_to (KliWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (self->store == NULL || path == NULL)
    return;

  kli_store_save_copy_async (self->store, path, cancellable, copied_cb,
                             work_new (self, path, _ ("Saving a copy…"), cancellable));
}

static void
save_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  GtkFileChooser *chooser;
  g_autofree char *day = kli_day_to_string (self->today);
  g_autofree char *suggestion = g_strdup_printf ("klientela-%s.db", day);

  if (self->store == NULL)
    return;

  chooser = create_chooser (self, C_ ("title", "Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  gtk_file_chooser_set_current_name (chooser, suggestion);
  choose (chooser, save_copy_to);
}

/* --- Restore from a Copy… --------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *copy;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->path);
  g_free (restore->copy);
  g_free (restore);
}

static void
restore_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Restore *restore = task_data;
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  if (kli_store_restore (restore->path, restore->copy, &kept, &error))
    g_task_return_pointer (task, kept != NULL ? kept : g_strdup (""), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  /* Whether or not it worked, the store is opened again: as it was, or as it was restored. */
  kli_window_open (work->window, KLI_STORE_OPEN_EXISTING);
  if (kept == NULL)
    {
      kli_report_error (GTK_WIDGET (work->window), _ ("Nothing Was Restored"), error);
      return;
    }

  if (*kept != '\0')
    {
      g_autofree char *name = g_path_get_basename (kept);
      g_autofree char *shown = g_filename_display_name (name);

      text = g_strdup_printf (_ ("Restored. What was there before is kept as “%s”."), shown);
    }
  kli_host_toast (KLI_HOST (work->window), text != NULL ? text : _ ("Restored from the copy"));
}

static void
restore_from (KliWindow *self, GFile *file)
{
  Restore *restore;
  g_autofree char *copy = g_file_get_path (file);
  g_autoptr (GTask) task = NULL;

  if (copy == NULL)
    return;

  restore = g_new (Restore, 1);
  restore->path = g_strdup (self->path);
  restore->copy = g_steal_pointer (&copy);
  kli_window_close_store (self);
  task = g_task_new (self, NULL, restored_cb, work_new (self, self->path, _ ("Restoring from the copy…"), NULL));
  g_task_set_source_tag (task, restore_from);
  g_task_set_task_data (task, restore, (GDestroyNotify)restore_free);
  g_task_run_in_thread (task, restore_thread);
}

static void
restore_asked_cb (KliWindow *self, const char *response)
{
  if (g_strcmp0 (response, "choose") == 0)
    choose (create_chooser (self, C_ ("title", "Restore from a Copy"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Restore")),
            restore_from);
}

static void
restore_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwMessageDialog *dialog;

  dialog = kli_question_new (
      GTK_WINDOW (widget), _ ("Restore from a Copy?"),
      _ ("Everything will be as it was when the copy was saved. The data you have now is kept as one more file."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "choose", _ ("Choose a _Copy…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_asked_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- another store, and where this one is ----------------------------------------------------------- */

static void
open_file (KliWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    kli_window_open_other (self, path, KLI_STORE_OPEN_EXISTING);
}

static void
open_other (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (
      create_chooser (KLI_WINDOW (widget), C_ ("title", "Open Other Store"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open")),
      open_file);
}

static void
where_data (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store != NULL)
    kli_data_dialog_present (GTK_WINDOW (self), self->store);
}

void
kli_window_class_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "win.restore-copy", NULL, restore_copy);
  gtk_widget_class_install_action (widget_class, "win.open-other", NULL, open_other);
  gtk_widget_class_install_action (widget_class, "win.where-data", NULL, where_data);
}
