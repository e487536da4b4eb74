/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the contacts of a list to a file: the format is chosen here, the place in the desktop's own dialog. */
#include "ui/exchange/kli-export-dialog.h"

#include "core/kli-format.h"
#include "exchange/kli-exchange-export.h"
#include "model/kli-live-business.h"
#include "store/kli-answer.h"
#include "ui/shared/kli-busy.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliExportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwPreferencesGroup *formats;
  GtkWidget *choose;
  AdwPreferencesGroup *personal; /* whether numbers of natural persons go along */
  GtkSwitch *with_personal;
  GtkSwitch *by_household;

  KliStore *store;
  KliAnswer *answer;         /* NULL until it is known whom */
  guint format;              /* chosen, of formats[] */
  GCancellable *cancellable; /* of counting */
};

G_DEFINE_FINAL_TYPE (KliExportDialog, kli_export_dialog, ADW_TYPE_WINDOW)

/* The ways to write, the best one first. */
static const struct
{
  KliExchangeTarget target;
  const char *name;
  const char *meaning;
  const char *suffix;
  char separator; /* 0 for the usual one */
} formats[] = {
  { KLI_EXCHANGE_WRITE_VCARD_4, N_ ("vCard 4.0"), N_ ("For other address books; keeps everything"), "vcf" },
  { KLI_EXCHANGE_WRITE_VCARD_3, N_ ("vCard 3.0"), N_ ("For older programs and phones"), "vcf" },
  { KLI_EXCHANGE_WRITE_SPREADSHEET, N_ ("CSV for spreadsheets"),
    N_ ("For looking at in a spreadsheet; nothing in it can act as a formula"), "csv" },
  { KLI_EXCHANGE_WRITE_CSV, N_ ("CSV, lossless"), N_ ("For reading in again; every value exactly as it is"), "csv" },
};

static char *
count_text (guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  return g_strdup_printf (g_dngettext (NULL, "%s contact", "%s contacts", n), number);
}

/* --- writing ---------------------------------------------------------------------------------------- */

/* One export on its way; the dialog is gone by then. */
typedef struct
{
  GtkWindow *parent; /* owned */
  KliBusy *busy;
  GFile *file;
  guint n_contacts;
  int done; /* atomic: thousandths */
  guint tick;
} Export;

static void
export_free (Export *export)
{
  g_source_remove (export->tick);
  kli_busy_end (export->busy);
  g_object_unref (export->file);
  g_object_unref (export->parent);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&((Export *)user_data)->done, (int)(fraction * 1000));
}

static gboolean
tick_cb (gpointer user_data)
{
  Export *export = user_data;

  kli_busy_set_fraction (export->busy, g_atomic_int_get (&export->done) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
say_written (Export *export)
{
  KliHost *host = kli_host_find (GTK_WIDGET (export->parent));
  g_autofree char *number = kli_format_number (export->n_contacts, kli_locale_get_language ());
  g_autofree char *uri = g_file_get_uri (export->file);
  g_autofree char *action = g_action_print_detailed_name ("win.show-file", g_variant_new_string (uri));
  g_autofree char *text
      = g_strdup_printf (g_dngettext (NULL, "Exported %s contact", "Exported %s contacts", export->n_contacts), number);

  if (host != NULL)
    kli_host_toast_button (host, text, C_ ("toast button", "Show in Folder"), action, FALSE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  if (kli_exchange_export_finish (KLI_STORE (source), result, &export->n_contacts, &error))
    say_written (export);
  else
    kli_report_error (GTK_WIDGET (export->parent), _ ("The Contacts Were Not Exported"), error);
}

static KliExportFlags
flags_wanted (KliExportDialog *self)
{
  KliExportFlags flags = KLI_EXPORT_PLAIN;

  if (gtk_widget_get_visible (GTK_WIDGET (self->personal)) && gtk_switch_get_active (self->with_personal))
    flags |= KLI_EXPORT_PERSONAL_NUMBERS;
  if (gtk_switch_get_active (self->by_household))
    flags |= KLI_EXPORT_BY_HOUSEHOLD;

  return flags;
}

static void
write_to (KliExportDialog *self, GFile *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Export *export = g_new0 (Export, 1);

  g_array_append_vals (ids, kli_answer_get_ids (self->answer), kli_answer_get_n_items (self->answer));
  export->parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  export->busy = kli_busy_begin (export->parent, _ ("Exporting the contacts…"), cancellable);
  export->file = g_object_ref (file);
  export->tick = g_timeout_add (100, tick_cb, export);
  kli_exchange_export_async (self->store, ids, file, formats[self->format].target, formats[self->format].separator,
                             flags_wanted (self), progress_cb, export, cancellable, written_cb, export);
}

/* --- choosing --------------------------------------------------------------------------------------- */

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  KliExportDialog *self = KLI_EXPORT_DIALOG (gtk_native_dialog_get_transient_for (chooser));
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

      write_to (self, file);
      gtk_window_destroy (GTK_WINDOW (self));
      /* two windows over it close at once: not every window manager then finds the way back */
      gtk_window_present (parent);
    }
  g_object_unref (chooser);
}

static void
choose_cb (KliExportDialog *self)
{
  const char *suffix = formats[self->format].suffix;
  g_autofree char *name = g_strconcat (C_ ("file name", "contacts"), ".", suffix, NULL);
  g_autofree char *title = g_strdup_printf (C_ ("title", "Export as %s"), _ (formats[self->format].name));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _ ("_Export"), _ ("_Cancel"));

  gtk_file_filter_set_name (filter, _ (formats[self->format].name));
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
toggled_cb (KliExportDialog *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    self->format = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kli-format"));
}

static void
add_formats (KliExportDialog *self)
{
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (formats[i].name), "subtitle",
                                     _ (formats[i].meaning), "subtitle-lines", 3, NULL);
      GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new ());

      gtk_check_button_set_group (button, first);
      first = first != NULL ? first : button;
      gtk_check_button_set_active (button, i == 0);
      gtk_widget_set_valign (GTK_WIDGET (button), GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "kli-format", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (button));
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (button));
      adw_preferences_group_add (self->formats, row);
    }
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (first));
}

/* Asked only where such numbers may be kept. */
static void
show_personal (KliExportDialog *self)
{
  const KliBusiness *business = kli_live_business_get (kli_live_business_of (self->store));

  gtk_widget_set_visible (GTK_WIDGET (self->personal), business != NULL && business->personal_numbers);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  self->answer = kli_store_answer_finish (KLI_STORE (source), result, &error);
  if (self->answer == NULL)
    {
      kli_report_error (GTK_WIDGET (self), _ ("The Contacts Were Not Exported"), error);
      return;
    }

  count = count_text (kli_answer_get_n_items (self->answer));
  adw_window_title_set_subtitle (self->title, count);
  gtk_widget_set_sensitive (self->choose, kli_answer_get_n_items (self->answer) > 0);
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_export_dialog_dispose (GObject *object)
{
  KliExportDialog *self = KLI_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, kli_answer_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (kli_export_dialog_parent_class)->dispose (object);
}

static void
kli_export_dialog_class_init (KliExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, personal);
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, with_personal);
  gtk_widget_class_bind_template_child (widget_class, KliExportDialog, by_household);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kli_export_dialog_init (KliExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_formats (self);
}

void
kli_export_present (GtkWidget *parent, KliStore *store, KliQuery *query)
{
  KliExportDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (KLI_IS_STORE (store));
  g_return_if_fail (query != NULL);

  self = g_object_new (KLI_TYPE_EXPORT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->store = g_object_ref (store);
  show_personal (self);
  kli_store_answer_async (store, query, self->cancellable, answered_cb, g_object_ref (self));
  kli_fit_to_parent (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
