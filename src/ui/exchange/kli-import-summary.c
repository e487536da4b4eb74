/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, in numbers. */
#include "ui/exchange/kli-import-summary.h"

#include "core/kli-format.h"
#include "ui/exchange/kli-import-file-row.h"
#include "ui/exchange/kli-import-list.h"
#include "ui/exchange/kli-import-words.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* All records, and those of each result. */
#define N_ROWS (KLI_N_IMPORT_RESULTS + 1)
#define MANY_PROBLEMS 3

struct _KliImportSummary
{
  AdwBin parent_instance;

  GtkLabel *headline;
  GtkListBox *results;
  GtkSwitch *as_text;
  AdwActionRow *restore_row;
  GtkSwitch *restore;
  AdwPreferencesGroup *files;
  AdwPreferencesGroup *problems;

  KliImportPreview *preview;
  AdwActionRow *rows[N_ROWS]; /* borrowed; the first one is that of all */
  GtkLabel *numbers[N_ROWS];
  AdwActionRow *made; /* organizations, behind the results: they are no records */
  GtkLabel *made_number;
  GPtrArray *file_rows;    /* borrowed */
  GPtrArray *problem_rows; /* borrowed */
};

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliImportSummary, kli_import_summary, ADW_TYPE_BIN)

/* --- the numbers ------------------------------------------------------------------------------------ */

static int
result_of_row (GtkListBoxRow *row)
{
  return gtk_list_box_row_get_index (row) - 1;
}

static const char *
row_title (int result)
{
  return result == KLI_IMPORT_ALL ? C_ ("import results", "All records")
                                  : kli_import_result_group ((KliImportResult)result);
}

/* Returns: (transfer none): the label for the number at its end */
static GtkLabel *
append_row (
    KliImportSummary *self, const char *icon_name, const char *icon_class, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "subtitle-lines", 2, NULL);
  GtkWidget *number = gtk_label_new (NULL);

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (icon, icon_class);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_add_css_class (number, "title-3");
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  /* its label says the number as well; the title alone is not its name */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_box_append (self->results, row);

  return GTK_LABEL (number);
}

static AdwActionRow *
row_of_number (GtkLabel *number)
{
  return ADW_ACTION_ROW (gtk_widget_get_ancestor (GTK_WIDGET (number), ADW_TYPE_ACTION_ROW));
}

static void
add_row (KliImportSummary *self, int result)
{
  guint i = (guint)(result + 1);

  if (result == KLI_IMPORT_ALL)
    self->numbers[i] = append_row (self, NULL, NULL, row_title (result), NULL);
  else
    {
      g_autofree char *icon_class = g_strconcat ("fg-", kli_import_result_class ((KliImportResult)result), NULL);

      self->numbers[i] = append_row (self, kli_import_result_icon ((KliImportResult)result), icon_class,
                                     row_title (result), kli_import_result_meaning ((KliImportResult)result));
    }
  self->rows[i] = row_of_number (self->numbers[i]);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[i]), TRUE);
}

static void
add_made (KliImportSummary *self)
{
  self->made_number = append_row (self, "list-add-symbolic", "fg-good", C_ ("import", "Organizations"),
                                  _ ("Made because a record names them"));
  self->made = row_of_number (self->made_number);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->made), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->made), FALSE);
}

static void
show_number (AdwActionRow *row, GtkLabel *label, guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  /* Translators: read aloud for a row: what becomes of records, and how many there are: "New: 6". */
  g_autofree char *name = g_strdup_printf (C_ ("accessible", "%1$s: %2$s"),
                                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), number);

  gtk_label_set_text (label, number);
  kli_accessible_set_name (GTK_ACCESSIBLE (row), name);
}

static char *
headline_text (const KliImportCounts *counts)
{
  guint changed = counts->results[KLI_IMPORT_CHANGED];
  g_autofree char *people = kli_import_people_text (counts->people, counts->organisations);
  g_autofree char *number = kli_format_number (changed, kli_locale_get_language ());
  gboolean any_new = counts->people + counts->organisations > 0;

  if (!any_new && changed == 0)
    return g_strdup (_ ("Nothing to import"));
  if (changed == 0)
    /* Translators: %s is "6 people and 3 organizations". */
    return g_strdup_printf (_ ("To add: %s"), people);
  if (!any_new)
    return g_strdup_printf (g_dngettext (NULL, "To change: %s contact", "To change: %s contacts", changed), number);

  /* Translators: %1$s is "6 people and 3 organizations". */
  return g_strdup_printf (
      g_dngettext (NULL, "To add: %1$s; to change: %2$s contact", "To add: %1$s; to change: %2$s contacts", changed),
      people, number);
}

/* Only where there is somebody to be restored. */
static void
show_in_trash (KliImportSummary *self)
{
  guint n = kli_import_count_in_trash (kli_import_preview_get_import (self->preview));
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text
      = g_strdup_printf (g_dngettext (NULL, "%s contact is in the trash", "%s contacts are in the trash", n), number);

  adw_action_row_set_subtitle (self->restore_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_row), n > 0);
}

static void
show_counts (KliImportSummary *self)
{
  const KliImportCounts *counts = kli_import_preview_get_counts (self->preview);
  g_autofree char *headline = headline_text (counts);
  guint all = 0;

  for (int result = 0; result < KLI_N_IMPORT_RESULTS; result++)
    {
      show_number (self->rows[result + 1], self->numbers[result + 1], counts->results[result]);
      all += counts->results[result];
    }
  show_number (self->rows[0], self->numbers[0], all);
  show_number (self->made, self->made_number, counts->made);
  gtk_widget_set_visible (GTK_WIDGET (self->made), counts->made > 0);
  gtk_label_set_text (self->headline, headline);
  show_in_trash (self);
}

/* --- the files -------------------------------------------------------------------------------------- */

static void
add_problem (GPtrArray *rows, const char *icon_name, const char *icon_class, const char *problem, const char *file_name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), file_name);
  gtk_widget_add_css_class (icon, icon_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_ptr_array_add (rows, row);
}

static void
add_problems (GPtrArray *rows, const KliImportFile *file, gboolean is_one_of_several)
{
  g_autofree char *name = is_one_of_several ? kli_plain_line (file->name) : g_strdup ("");

  if (file->failure != NULL)
    add_problem (rows, "dialog-error-symbolic", "fg-alert", file->failure, name);
  if (file->failure == NULL && file->info.dates_ambiguous && file->date_order == KLI_DATE_ORDER_UNKNOWN)
    add_problem (rows, "dialog-question-symbolic", "fg-warn",
                 _ ("Dates such as 03/04 were read as 3 April. If they mean 4 March, choose so below."), name);
  for (guint i = 0; i < file->problems->len; i++)
    add_problem (rows, "dialog-warning-symbolic", "fg-warn", g_ptr_array_index (file->problems, i), name);
}

static void
place_problem (KliImportSummary *self, GtkWidget *row)
{
  adw_preferences_group_add (self->problems, row);
  g_ptr_array_add (self->problem_rows, row);
}

/* More than a few stand folded up: the numbers matter more. */
static void
place_problems (KliImportSummary *self, const GPtrArray *rows)
{
  GtkWidget *expander;
  g_autofree char *title = NULL;

  if (rows->len <= MANY_PROBLEMS)
    {
      for (guint i = 0; i < rows->len; i++)
        place_problem (self, g_ptr_array_index (rows, i));
      return;
    }

  title = g_strdup_printf (g_dngettext (NULL, "%u remark about the files", "%u remarks about the files", rows->len),
                           rows->len);
  expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, NULL);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), g_ptr_array_index (rows, i));
  place_problem (self, expander);
}

static void
read_cb (KliImportSummary *self)
{
  KliImportFiles *files = kli_import_preview_get_files (self->preview);
  guint n_files = kli_import_files_get_n_files (files);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->problem_rows->len; i++)
    adw_preferences_group_remove (self->problems, g_ptr_array_index (self->problem_rows, i));
  g_ptr_array_set_size (self->problem_rows, 0);

  for (guint n = 0; n < n_files; n++)
    {
      kli_import_file_row_update (g_ptr_array_index (self->file_rows, n));
      add_problems (rows, kli_import_files_get_file (files, n), n_files > 1);
    }
  place_problems (self, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), rows->len > 0);
}

static void
add_files (KliImportSummary *self)
{
  KliImportFiles *files = kli_import_preview_get_files (self->preview);

  for (guint n = 0; n < kli_import_files_get_n_files (files); n++)
    {
      GtkWidget *row = kli_import_file_row_new (files, n);

      g_signal_connect_object (row, "chosen", G_CALLBACK (kli_import_preview_read), self->preview, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->files, row);
      g_ptr_array_add (self->file_rows, row);
    }
}

/* --- what the person does --------------------------------------------------------------------------- */

static void
selected_cb (KliImportSummary *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, result_of_row (row));
}

static void
activated_cb (KliImportSummary *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
as_text_cb (KliImportSummary *self)
{
  kli_import_preview_set_company_as_text (self->preview, gtk_switch_get_active (self->as_text));
}

static void
restore_cb (KliImportSummary *self)
{
  kli_import_preview_set_restore (self->preview, gtk_switch_get_active (self->restore));
}

void
kli_import_summary_choose (KliImportSummary *self, int result)
{
  g_return_if_fail (KLI_IS_IMPORT_SUMMARY (self));

  gtk_list_box_select_row (self->results, GTK_LIST_BOX_ROW (self->rows[result + 1]));
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_summary_dispose (GObject *object)
{
  KliImportSummary *self = KLI_IMPORT_SUMMARY (object);

  g_clear_object (&self->preview);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_IMPORT_SUMMARY);
  G_OBJECT_CLASS (kli_import_summary_parent_class)->dispose (object);
}

static void
kli_import_summary_finalize (GObject *object)
{
  g_ptr_array_unref (KLI_IMPORT_SUMMARY (object)->file_rows);
  g_ptr_array_unref (KLI_IMPORT_SUMMARY (object)->problem_rows);
  G_OBJECT_CLASS (kli_import_summary_parent_class)->finalize (object);
}

static void
kli_import_summary_class_init (KliImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_import_summary_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_import_summary_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPENED]
      = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, headline);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, results);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, as_text);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, restore_row);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, restore);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, files);
  gtk_widget_class_bind_template_child (widget_class, KliImportSummary, problems);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
kli_import_summary_init (KliImportSummary *self)
{
  self->file_rows = g_ptr_array_new ();
  self->problem_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int result = KLI_IMPORT_ALL; result < KLI_N_IMPORT_RESULTS; result++)
    add_row (self, result);
  add_made (self);
}

void
kli_import_summary_set_preview (KliImportSummary *self, KliImportPreview *preview)
{
  g_return_if_fail (KLI_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (preview));
  g_return_if_fail (self->preview == NULL);

  self->preview = g_object_ref (preview);
  g_signal_connect_object (preview, "planned", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  add_files (self);
}
