/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the data is. */
#include "app/kli-data-dialog.h"

#include "core/kli-format.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

/* id of a store -> when its last copy was saved, in UTC seconds */
#define LAST_COPIES "last-copies"

struct _KliDataDialog
{
  AdwWindow parent_instance;

  AdwActionRow *file;
  AdwActionRow *size;
  AdwActionRow *copy;

  char *path;
};

G_DEFINE_FINAL_TYPE (KliDataDialog, kli_data_dialog, ADW_TYPE_WINDOW)

static void
copy_cb (KliDataDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->path);
  kli_host_toast (kli_host_find (GTK_WIDGET (self)), _ ("The path was copied"));
}

static void
show_cb (KliDataDialog *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
save_cb (KliDataDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.save-copy", NULL);
}

static void
kli_data_dialog_finalize (GObject *object)
{
  g_free (KLI_DATA_DIALOG (object)->path);
  G_OBJECT_CLASS (kli_data_dialog_parent_class)->finalize (object);
}

static void
kli_data_dialog_class_init (KliDataDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kli_data_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KliDataDialog, file);
  gtk_widget_class_bind_template_child (widget_class, KliDataDialog, size);
  gtk_widget_class_bind_template_child (widget_class, KliDataDialog, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kli_data_dialog_init (KliDataDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer full): the size of the file, its unsaved log included. */
static char *
measure (const char *path)
{
  static const char *const suffixes[] = { "", "-wal" };
  guint64 size = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      g_autoptr (GFileInfo) info
          = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

      if (info != NULL)
        size += (guint64)g_file_info_get_size (info);
    }

  number = kli_format_number ((gint64)((size + 500) / 1000), kli_locale_get_language ());

  /* Translators: the size of a file in kilobytes; with a no-break space where your language wants one. */
  return g_strdup_printf (_ ("%s kB"), number);
}

/* Returns: (transfer full): the day of the last copy in words. */
static char *
last_copy (const char *store_id)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.klientela.Klientela");
  g_autoptr (GVariant) copies = g_settings_get_value (settings, LAST_COPIES);
  g_autoptr (GDateTime) when = NULL;
  gint64 seconds;

  if (!g_variant_lookup (copies, store_id, "x", &seconds))
    return g_strdup (_ ("None was saved on this computer"));

  when = g_date_time_new_from_unix_local (seconds);

  return kli_format_day (
      kli_day_new (g_date_time_get_year (when), g_date_time_get_month (when), g_date_time_get_day_of_month (when)),
      KLI_DAY_STYLE_LONG, kli_locale_get_language ());
}

void
kli_data_dialog_present (GtkWindow *parent, KliStore *store)
{
  KliDataDialog *self;
  g_autofree char *shown = NULL;
  g_autofree char *size = NULL;
  g_autofree char *copy = NULL;

  g_return_if_fail (KLI_IS_HOST (parent));
  g_return_if_fail (KLI_IS_STORE (store));

  self = g_object_new (KLI_TYPE_DATA_DIALOG, "transient-for", parent, NULL);
  self->path = g_strdup (kli_store_get_path (store));
  shown = g_filename_display_name (self->path);
  size = measure (self->path);
  copy = last_copy (kli_store_get_id (store));
  adw_action_row_set_subtitle (self->file, shown);
  adw_action_row_set_subtitle (self->size, size);
  adw_action_row_set_subtitle (self->copy, copy);
  kli_fit_to_parent (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}

void
kli_data_dialog_remember_copy (const char *store_id)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.klientela.Klientela");
  g_autoptr (GVariant) copies = g_settings_get_value (settings, LAST_COPIES);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sx}"));
  GVariantIter iter;
  const char *id;
  gint64 seconds;

  g_variant_iter_init (&iter, copies);
  while (g_variant_iter_next (&iter, "{&sx}", &id, &seconds))
    if (g_strcmp0 (id, store_id) != 0)
      g_variant_builder_add (&builder, "{sx}", id, seconds);
  g_variant_builder_add (&builder, "{sx}", store_id, g_get_real_time () / G_USEC_PER_SEC);
  g_settings_set_value (settings, LAST_COPIES, g_variant_builder_end (&builder));
}
