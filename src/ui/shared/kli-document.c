/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are kept with a record. */
#include "ui/shared/kli-document.h"

#include "core/kli-kinds.h"
#include "operations/kli-attach.h"
#include "store/kli-content.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* --- keeping ------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef widget;
  gint64 owner;
  char *name;
} Attachment;

static void
attachment_free (Attachment *attachment)
{
  g_weak_ref_clear (&attachment->widget);
  g_free (attachment->name);
  g_free (attachment);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attachment *attachment = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&attachment->widget);
  g_autofree char *type = NULL;

  if (widget != NULL && bytes == NULL)
    kli_report_error (widget, _ ("The Document Was Not Added"), error);
  else if (widget != NULL)
    {
      g_autofree char *content_type = g_content_type_guess (attachment->name, g_bytes_get_data (bytes, NULL),
                                                            MIN (g_bytes_get_size (bytes), 4096), NULL);

      type = g_content_type_get_mime_type (content_type);
      kli_run (widget, kli_attach_document (attachment->owner, attachment->name, type, bytes), _ ("Document added"));
    }
  attachment_free (attachment);
}

/* A file is not read before its size is known: it is kept whole in memory for a moment. */
static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attachment *attachment = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&attachment->widget);

  if (info != NULL && g_file_info_get_size (info) > (goffset)KLI_CONTENT_MAX)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The file is larger than 200 MB."));
  if (error == NULL)
    {
      attachment->name = g_strdup (g_file_info_get_display_name (info));
      g_file_load_bytes_async (G_FILE (source), NULL, loaded_cb, attachment);
      return;
    }

  if (widget != NULL)
    kli_report_error (widget, _ ("The Document Was Not Added"), error);
  attachment_free (attachment);
}

void
kli_document_attach (GtkWidget *widget, gint64 owner, GFile *file)
{
  Attachment *attachment;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  attachment = g_new0 (Attachment, 1);
  g_weak_ref_init (&attachment->widget, widget);
  attachment->owner = owner;
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, measured_cb, attachment);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Attachment *attachment = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&attachment->widget);
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && widget != NULL)
    kli_document_attach (widget, attachment->owner, file);
  attachment_free (attachment);
  g_object_unref (dialog);
}

void
kli_document_choose (GtkWidget *widget, gint64 owner)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Add Document"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Add"), NULL);
  Attachment *attachment = g_new0 (Attachment, 1);

  g_weak_ref_init (&attachment->widget, widget);
  attachment->owner = owner;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), attachment);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- opening ------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef widget;
  char *name;
} Opening;

static void
opening_free (Opening *opening)
{
  g_weak_ref_clear (&opening->widget);
  g_free (opening->name);
  g_free (opening);
}

static gpointer
read_content (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_content_read (connection, user_data, error);
}

/* A directory of its own for each opening, so that two documents of one name do not meet.
 * Returns: (transfer full) (nullable): the path, NULL with @error set. */
static char *
write_copy (const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *safe = kli_document_name (name);
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "klientela", "documents", NULL);
  g_autofree char *template = g_build_filename (parent, "XXXXXX", NULL);
  g_autofree char *path = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (template, 0700) == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  path = g_build_filename (template, safe, NULL);
  if (!g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;

  return g_steal_pointer (&path);
}

static void
content_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kli_store_read_finish (KLI_STORE (source), result, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&opening->widget);
  g_autofree char *path = bytes != NULL ? write_copy (opening->name, bytes, &error) : NULL;
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (widget != NULL && uri == NULL)
    kli_report_error (widget, _ ("The Document Was Not Opened"), error);
  else if (widget != NULL)
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
    }
  opening_free (opening);
}

void
kli_document_open (GtkWidget *widget, const KliRow *document)
{
  KliHost *host = kli_host_find (widget);
  Opening *opening;

  g_return_if_fail (document != NULL && document->kind == &kli_document_kind);

  if (host == NULL || kli_host_get_store (host) == NULL)
    return;

  opening = g_new0 (Opening, 1);
  g_weak_ref_init (&opening->widget, widget);
  opening->name = g_strdup (kli_row_get_text (document, KLI_DOCUMENT_NAME));
  kli_store_read_async (kli_host_get_store (host), read_content,
                        g_strdup (kli_row_get_text (document, KLI_DOCUMENT_HASH)), g_free,
                        (GDestroyNotify)g_bytes_unref, NULL, content_read_cb, opening);
}
