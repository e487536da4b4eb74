/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import: an expander whose rows choose how it is read. */
#include "ui/exchange/kli-import-file-row.h"

#include "ui/exchange/kli-import-words.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliImportFileRow
{
  AdwExpanderRow parent_instance;

  KliImportFiles *files;
  guint n;

  /* borrowed; NULL until the file was read and there is something to choose */
  AdwComboRow *charset;
  AdwComboRow *separator;
  AdwComboRow *date_order;
  GtkWidget *failed;   /* a sign before the name */
  gboolean is_showing; /* we are setting the choices ourselves */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliImportFileRow, kli_import_file_row, ADW_TYPE_EXPANDER_ROW)

static const KliImportFile *
get_file (KliImportFileRow *self)
{
  return kli_import_files_get_file (self->files, self->n);
}

/* What the file is read with, chosen or guessed. */
static const char *
charset_of (const KliImportFile *file)
{
  return file->charset != NULL ? file->charset : file->info.charset;
}

static char
separator_of (const KliImportFile *file)
{
  return file->separator != '\0' ? file->separator : file->info.separator;
}

/* --- what the person says --------------------------------------------------------------------------- */

static void
charset_cb (KliImportFileRow *self)
{
  const char *charset = kli_import_charset_nth (adw_combo_row_get_selected (self->charset));

  if (self->is_showing)
    return;

  /* behind ours stands one the file itself named: it is what was read */
  if (charset == NULL)
    charset = charset_of (get_file (self));
  kli_import_files_choose_charset (self->files, self->n, charset);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
separator_cb (KliImportFileRow *self)
{
  if (self->is_showing)
    return;

  kli_import_files_choose_separator (self->files, self->n,
                                     kli_import_separator_nth (adw_combo_row_get_selected (self->separator)));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
date_order_cb (KliImportFileRow *self)
{
  if (self->is_showing)
    return;

  kli_import_files_choose_date_order (self->files, self->n,
                                      adw_combo_row_get_selected (self->date_order) == 0 ? KLI_DATE_ORDER_DAY_MONTH
                                                                                         : KLI_DATE_ORDER_MONTH_DAY);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* --- what is shown ---------------------------------------------------------------------------------- */

static AdwComboRow *
add_choice (KliImportFileRow *self, const char *title, GtkStringList *names, void (*func) (KliImportFileRow *))
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", names, "use-subtitle", TRUE, NULL);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return ADW_COMBO_ROW (row);
}

static void
show_charset (KliImportFileRow *self, const KliImportFile *file)
{
  guint selected = 0;

  if (self->charset == NULL)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; kli_import_charset_nth (i) != NULL; i++)
        gtk_string_list_append (names, kli_import_charset_name (kli_import_charset_nth (i)));
      if (!kli_import_charset_is_known (charset_of (file)))
        gtk_string_list_append (names, charset_of (file));
      self->charset = add_choice (self, _ ("Text encoding"), names, charset_cb);
    }
  while (kli_import_charset_nth (selected) != NULL
         && !g_str_equal (kli_import_charset_nth (selected), charset_of (file)))
    selected++;
  adw_combo_row_set_selected (self->charset, selected);
}

static void
show_separator (KliImportFileRow *self, const KliImportFile *file)
{
  guint selected = 0;

  if (self->separator == NULL)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; kli_import_separator_nth (i) != '\0'; i++)
        gtk_string_list_append (names, kli_import_separator_name (kli_import_separator_nth (i)));
      self->separator = add_choice (self, _ ("Between columns"), names, separator_cb);
    }
  while (kli_import_separator_nth (selected) != '\0' && kli_import_separator_nth (selected) != separator_of (file))
    selected++;
  adw_combo_row_set_selected (self->separator, selected);
}

static void
show_date_order (KliImportFileRow *self, const KliImportFile *file)
{
  if (self->date_order == NULL)
    {
      const char *orders[] = { C_ ("order in a date", "3 April"), C_ ("order in a date", "4 March"), NULL };
      g_autoptr (GtkStringList) names = gtk_string_list_new (orders);

      self->date_order = add_choice (self, _ ("03/04 means"), names, date_order_cb);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE); /* worth asking */
    }
  adw_combo_row_set_selected (self->date_order, file->date_order == KLI_DATE_ORDER_MONTH_DAY ? 1 : 0);
}

static void
show_choices (KliImportFileRow *self, const KliImportFile *file)
{
  self->is_showing = TRUE;
  show_charset (self, file);
  if (file->info.format == KLI_EXCHANGE_CSV)
    show_separator (self, file);
  if (file->info.dates_ambiguous)
    show_date_order (self, file);
  self->is_showing = FALSE;
}

static void
show_failed (KliImportFileRow *self, gboolean is_failed)
{
  if (is_failed && self->failed == NULL)
    {
      self->failed = gtk_image_new_from_icon_name ("dialog-error-symbolic");
      gtk_widget_add_css_class (self->failed, "fg-alert");
      adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->failed);
    }
  if (self->failed != NULL)
    gtk_widget_set_visible (self->failed, is_failed);
}

void
kli_import_file_row_update (KliImportFileRow *self)
{
  const KliImportFile *file;
  g_autofree char *how = NULL;

  g_return_if_fail (KLI_IS_IMPORT_FILE_ROW (self));

  file = get_file (self);
  how = file->failure != NULL ? kli_plain_line (file->failure) : kli_import_file_text (&file->info);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), how);
  show_failed (self, file->failure != NULL);
  if (file->info.charset != NULL)
    show_choices (self, file);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), file->info.charset != NULL);
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_file_row_dispose (GObject *object)
{
  g_clear_object (&KLI_IMPORT_FILE_ROW (object)->files);
  G_OBJECT_CLASS (kli_import_file_row_parent_class)->dispose (object);
}

static void
kli_import_file_row_class_init (KliImportFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_import_file_row_dispose;
  signals[CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_import_file_row_init (KliImportFileRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
kli_import_file_row_new (KliImportFiles *files, guint n)
{
  KliImportFileRow *self = g_object_new (KLI_TYPE_IMPORT_FILE_ROW, NULL);
  g_autofree char *name = NULL;

  g_return_val_if_fail (KLI_IS_IMPORT_FILES (files), GTK_WIDGET (self));

  self->files = g_object_ref (files);
  self->n = n;
  name = kli_plain_line (get_file (self)->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);

  return GTK_WIDGET (self);
}
