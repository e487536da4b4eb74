/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a contact on paper: read in the background, then printed, or written into a PDF file. */
#include "ui/contacts/kli-contact-print.h"

#include "core/kli-text.h"
#include "operations/kli-attach.h"
#include "paper/kli-contact-sheet.h"
#include "paper/kli-sheet-layout.h"
#include "paper/kli-sheet-pdf.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-print-paper.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

static KliContactSheetWish *
wish_new (KliStore *store, gint64 id)
{
  KliContactSheetWish *wish = g_new (KliContactSheetWish, 1);

  wish->id = id;
  wish->today = kli_store_get_today (store);
  wish->language = kli_locale_get_language ();
  wish->personal_numbers = TRUE;

  return wish;
}

/* Returns: (nullable) */
static KliStore *
get_store (GtkWidget *widget)
{
  KliHost *host;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  host = kli_host_find (widget);

  return host != NULL ? kli_host_get_store (host) : NULL;
}

/* --- the printer --------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef widget;
  KliSheet *sheet;
  KliSheetLayout *layout;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_weak_ref_clear (&print->widget);
  kli_sheet_layout_free (print->layout);
  kli_sheet_free (print->sheet);
  g_free (print);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  kli_sheet_layout_free (print->layout);
  print->layout = kli_sheet_layout_new (print->sheet, pango, gtk_print_context_get_width (context),
                                        gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int)kli_sheet_layout_get_n_pages (print->layout));
  g_object_unref (pango);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  kli_sheet_layout_draw (print->layout, gtk_print_context_get_cairo_context (context), (guint)page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&print->widget);
  g_autoptr (GError) error = NULL;

  /* It may only be asked for when there is one. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    kli_print_paper_keep (operation);
  if (error != NULL && widget != NULL)
    kli_report_error (widget, _ ("The Card Was Not Printed"), error);
}

/* Takes @sheet. */
static void
print_sheet (GtkWidget *widget, KliSheet *sheet)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *title = kli_text_visible (sheet->name, 80);
  GtkRoot *root = gtk_widget_get_root (widget);
  Print *print = g_new0 (Print, 1);

  g_weak_ref_init (&print->widget, widget);
  print->sheet = sheet;
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  kli_print_paper_apply (operation);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), print, (GClosureNotify)(void (*) (void))print_free,
                         0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
sheet_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  KliSheet *sheet = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (sheet != NULL)
    print_sheet (widget, sheet);
  else
    kli_report_error (widget, _ ("The Card Was Not Printed"), error);
}

void
kli_contact_print (GtkWidget *widget, gint64 contact)
{
  KliStore *store = get_store (widget);

  if (store != NULL)
    kli_store_read_async (store, kli_contact_sheet_read_func, wish_new (store, contact), g_free,
                          (GDestroyNotify)kli_sheet_free, NULL, sheet_read_cb, g_object_ref (widget));
}

/* --- a file -------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *widget; /* owned */
  KliSheet *sheet;   /* NULL before it is read */
  KliPaperSize size;
  GFile *file; /* NULL before it is chosen */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->widget);
  kli_sheet_free (saving->sheet);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  g_autoptr (GError) error = NULL;

  if (kli_sheet_save_pdf (saving->sheet, &saving->size, saving->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_saved (GtkWidget *widget, GFile *file)
{
  KliHost *host = kli_host_find (widget);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("The card was saved as “%s”"), shown);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *action = g_action_print_detailed_name ("win.show-file", g_variant_new_string (uri));

  if (host != NULL)
    kli_host_toast_button (host, text, C_ ("toast button", "Show in Folder"), action, FALSE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;
  const Saving *saving = g_task_get_task_data (G_TASK (result));

  g_application_release (g_application_get_default ());
  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_saved (saving->widget, saving->file);
  else
    kli_report_error (saving->widget, _ ("The PDF File Was Not Saved"), error);
}

/* The window may be closed meanwhile; the program ends when the file is whole. Takes @saving. */
static void
save (Saving *saving)
{
  g_autoptr (GTask) task = g_task_new (saving->widget, NULL, saved_cb, NULL);

  g_application_hold (g_application_get_default ());
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Saving *saving)
{
  saving->file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  saving->size = kli_print_paper_get_size ();
  if (saving->file != NULL)
    save (saving);
  else
    saving_free (saving);
  g_object_unref (chooser);
}

static GtkFileChooser *
create_chooser (GtkWidget *widget, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (C_ ("title", "Save as PDF"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_filter_set_name (filter, C_ ("kind of file", "PDF"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return GTK_FILE_CHOOSER (chooser);
}

/* The file is called as the contact is. */
static void
choose_file (Saving *saving)
{
  g_autofree char *shown = kli_text_visible (saving->sheet->name, 60);
  g_autofree char *file_name = g_strconcat (shown, ".pdf", NULL);
  g_autofree char *clean = kli_document_name (file_name);
  GtkFileChooser *chooser = create_chooser (saving->widget, clean);

  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  saving->sheet = kli_store_read_finish (KLI_STORE (source), result, &error);
  if (saving->sheet != NULL)
    {
      choose_file (saving);
      return;
    }
  kli_report_error (saving->widget, _ ("The PDF File Was Not Saved"), error);
  saving_free (saving);
}

void
kli_contact_save_pdf (GtkWidget *widget, gint64 contact)
{
  KliStore *store = get_store (widget);
  Saving *saving;

  if (store == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->widget = g_object_ref (widget);
  kli_store_read_async (store, kli_contact_sheet_read_func, wish_new (store, contact), g_free,
                        (GDestroyNotify)kli_sheet_free, NULL, read_cb, saving);
}
