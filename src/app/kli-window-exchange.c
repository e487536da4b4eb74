/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books in and out of the window: chosen, dropped or named at the start; and where an export went. */
#include "app/kli-window-private.h"

#include "ui/exchange/kli-export-dialog.h"
#include "ui/exchange/kli-import-dialog.h"

#include <glib/gi18n.h>

/* --- import ----------------------------------------------------------------------------------------- */

void
kli_window_import_waiting (KliWindow *self)
{
  g_autoptr (GPtrArray) files = NULL;

  if (self->store == NULL || self->waiting->len == 0)
    return;

  files = self->waiting;
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  kli_import_dialog_present (GTK_WIDGET (self), self->store, (GFile *const *)files->pdata, files->len);
}

void
kli_window_import (KliWindow *self, GFile *const *files, int n_files)
{
  g_return_if_fail (KLI_IS_WINDOW (self));

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
  kli_window_import_waiting (self);
}

static void
import_list (KliWindow *self, GListModel *list)
{
  guint n_files = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_list_model_get_item (list, i));
  kli_window_import_waiting (self);
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  KliWindow *self = KLI_WINDOW (gtk_native_dialog_get_transient_for (chooser));
  g_autoptr (GListModel) files
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (files != NULL)
    import_list (self, files);
  g_object_unref (chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "vcf", "vcard", "csv", "tsv", "txt" };
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, _ ("Address books (vCard, CSV)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (books, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, books);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser;

  if (KLI_WINDOW (widget)->store == NULL)
    return;

  chooser = gtk_file_chooser_native_new (C_ ("title", "Import Contacts"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Open"), _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KliWindow *self)
{
  if (self->store == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (self->waiting, g_object_ref (l->data));
  kli_window_import_waiting (self);

  return TRUE;
}

void
kli_window_accept_drops (KliWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- export ----------------------------------------------------------------------------------------- */

/* The list on screen: what is searched for in the contacts, everybody elsewhere. */
static void export(GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  KliRecordList *list;
  g_autoptr (KliQuery) query = NULL;

  if (self->store == NULL)
    return;

  list = kli_list_detail_get_list (KLI_LIST_DETAIL (self->contacts));
  query = gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->contacts)
              ? kli_query_ref ((KliQuery *)kli_record_list_get_query (list))
              : kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  kli_export_present (widget, self->store, query);
}

/* Desktops without a file manager on the bus open the folder itself. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *uri = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (answer == NULL && folder_uri != NULL)
    gtk_show_uri (NULL, folder_uri, GDK_CURRENT_TIME);
}

static void
show_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  const char *uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_strdup (uri));
}

void
kli_window_class_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file);
}
