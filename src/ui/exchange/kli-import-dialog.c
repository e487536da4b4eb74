/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of an import:
 *
 *   KliImportFiles -> KliImportPreview -> KliImportSummary (numbers) and KliImportRecords (records)
 *
 * and at the end kli_import_run(). */
#include "ui/exchange/kli-import-dialog.h"

#include "core/kli-format.h"
#include "ui/exchange/kli-import-records.h"
#include "ui/exchange/kli-import-run.h"
#include "ui/exchange/kli-import-summary.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

/* Nothing that takes less is announced (LOOK 10). */
#define SHOW_AFTER_MS 200
#define TICK_MS 100

struct _KliImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkButton *cancel;
  GtkWidget *import;
  GtkProgressBar *progress;
  GtkStack *pages; /* "reading", "preview", "message" */
  GtkWidget *reading;
  AdwLeaflet *leaflet;
  KliImportSummary *summary;
  KliImportRecords *records;
  AdwStatusPage *message;
  GtkWidget *again;

  KliStore *store;
  KliImportPreview *preview;
  guint tick;
  guint n_ticks;
};

G_DEFINE_FINAL_TYPE (KliImportDialog, kli_import_dialog, ADW_TYPE_WINDOW)

/* --- reading and planning take a while -------------------------------------------------------------- */

static void
update_import (KliImportDialog *self)
{
  const KliImportCounts *counts = kli_import_preview_get_counts (self->preview);
  gboolean any = counts->results[KLI_IMPORT_NEW] + counts->results[KLI_IMPORT_CHANGED] > 0;

  gtk_widget_set_sensitive (self->import, any && !kli_import_preview_is_busy (self->preview));
}

static gboolean
tick_cb (gpointer user_data)
{
  KliImportDialog *self = user_data;
  gboolean is_busy = kli_import_preview_is_busy (self->preview);
  double fraction = kli_import_preview_get_fraction (self->preview);

  self->n_ticks = is_busy ? self->n_ticks + 1 : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->n_ticks >= SHOW_AFTER_MS / TICK_MS);
  gtk_widget_set_visible (self->reading, self->n_ticks >= SHOW_AFTER_MS / TICK_MS);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
  if (is_busy)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start_ticking (KliImportDialog *self)
{
  if (self->tick == 0)
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  update_import (self);
}

/* --- the message that stands instead of a preview --------------------------------------------------- */

/* @title, @text: plain text. @can_retry: another file may do better. */
static void
show_message (KliImportDialog *self, const char *icon_name, const char *title, const char *text, gboolean can_retry)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->message, icon_name);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, markup);
  gtk_widget_set_visible (self->again, can_retry);
  gtk_widget_set_visible (self->import, FALSE);
  gtk_button_set_label (self->cancel, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->pages, "message");
  gtk_widget_grab_focus (can_retry ? self->again : GTK_WIDGET (self->cancel));
}

static void
show_failure (KliImportDialog *self, const GError *error)
{
  g_autofree char *sentence = kli_error_sentence (error);

  show_message (self, "dialog-error-symbolic", _ ("Nothing Was Imported"), sentence, FALSE);
}

/* Every file failed: why, file by file. */
static void
show_unreadable (KliImportDialog *self)
{
  KliImportFiles *files = kli_import_preview_get_files (self->preview);
  guint n_files = kli_import_files_get_n_files (files);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < n_files; n++)
    {
      const KliImportFile *file = kli_import_files_get_file (files, n);
      g_autofree char *name = kli_plain_line (file->name);

      if (n_files > 1)
        g_string_append_printf (text, "%s%s\n", n > 0 ? "\n\n" : "", name);
      g_string_append (text, file->failure);
    }
  show_message (self, "dialog-error-symbolic",
                g_dngettext (NULL, "The File Cannot Be Read", "The Files Cannot Be Read", n_files), text->str, TRUE);
}

static void
show_nothing_new (KliImportDialog *self, guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%s record in the file is already here, unchanged.",
                                                        "All %s records in the file are already here, unchanged.", n),
                                           number);

  show_message (self, "object-select-symbolic", _ ("Nothing New"), text, FALSE);
}

/* --- the preview ------------------------------------------------------------------------------------ */

static guint
count_failed (KliImportFiles *files)
{
  guint n_failed = 0;

  for (guint n = 0; n < kli_import_files_get_n_files (files); n++)
    n_failed += kli_import_files_get_file (files, n)->failure != NULL;

  return n_failed;
}

static void
show_preview (KliImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->pages, "preview");
  kli_import_summary_choose (self->summary, KLI_IMPORT_ALL);
  gtk_widget_grab_focus (self->import);
}

/* Every record is as it was, and there is nobody to be restored. */
static gboolean
is_nothing_new (KliImportDialog *self)
{
  KliImport *import = kli_import_preview_get_import (self->preview);
  const KliImportCounts *counts = kli_import_preview_get_counts (self->preview);

  return counts->results[KLI_IMPORT_SAME] == kli_import_get_n_cards (import) && kli_import_count_in_trash (import) == 0;
}

/* What the first look says decides what is shown; later plans only change the preview. */
static void
planned_cb (KliImportDialog *self)
{
  KliImportFiles *files = kli_import_preview_get_files (self->preview);
  guint n_cards = kli_import_get_n_cards (kli_import_preview_get_import (self->preview));
  guint n_failed = count_failed (files);

  update_import (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "reading") != 0)
    return;

  if (n_failed == kli_import_files_get_n_files (files))
    show_unreadable (self);
  else if (n_failed == 0 && is_nothing_new (self))
    show_nothing_new (self, n_cards);
  else
    show_preview (self);
}

static void
folded_cb (KliImportDialog *self)
{
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);
  gboolean is_back = is_folded && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->records);

  gtk_widget_set_visible (self->back, is_back);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), !is_back);
}

static void
back_cb (KliImportDialog *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
chosen_cb (KliImportDialog *self, int result)
{
  kli_import_records_show (self->records, result);
}

static void
opened_cb (KliImportDialog *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
again_cb (KliImportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
}

/* How far it is, and how it ends, is said in the window: people work on meanwhile. */
static void
import_cb (KliImportDialog *self)
{
  KliHost *host = kli_host_find (GTK_WIDGET (self));
  KliImport *import = kli_import_preview_get_import (self->preview);

  g_return_if_fail (host != NULL);

  kli_import_set_origin (import, kli_import_files_make_origin (kli_import_preview_get_files (self->preview)));
  kli_import_run (GTK_WIDGET (host), import, kli_import_begin (import, self->store));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_dialog_dispose (GObject *object)
{
  KliImportDialog *self = KLI_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->preview != NULL)
    kli_import_preview_stop (self->preview);
  g_clear_object (&self->preview);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (kli_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (KLI_TYPE_IMPORT_SUMMARY);
  g_type_ensure (KLI_TYPE_IMPORT_RECORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, records);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, KliImportDialog, again);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
kli_import_dialog_class_init (KliImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_import_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kli_import_dialog_init (KliImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is imported, in the title. */
static char *
describe_files (KliImportFiles *files)
{
  guint n_files = kli_import_files_get_n_files (files);

  if (n_files == 1)
    return kli_plain_line (kli_import_files_get_file (files, 0)->name);

  return g_strdup_printf (g_dngettext (NULL, "%u file", "%u files", n_files), n_files);
}

static void
set_files (KliImportDialog *self, GFile *const *files, guint n_files)
{
  g_autoptr (KliImportFiles) import_files = kli_import_files_new (files, n_files);
  g_autofree char *subtitle = describe_files (import_files);

  self->preview = kli_import_preview_new (self->store, import_files);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), subtitle);
  g_signal_connect_object (self->preview, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "failed", G_CALLBACK (show_failure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "started", G_CALLBACK (start_ticking), self, G_CONNECT_SWAPPED);
  kli_import_summary_set_preview (self->summary, self->preview);
  kli_import_records_set_preview (self->records, self->preview);
}

void
kli_import_dialog_present (GtkWidget *parent, KliStore *store, GFile *const *files, guint n_files)
{
  KliImportDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (KLI_IS_STORE (store));
  g_return_if_fail (files != NULL && n_files > 0);

  self = g_object_new (KLI_TYPE_IMPORT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->store = g_object_ref (store);
  set_files (self, files, n_files);
  kli_import_preview_read (self->preview);
  kli_fit_to_parent (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
