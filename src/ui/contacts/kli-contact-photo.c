/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture on its way into a card:
 *
 *   file or texture -> decoded (a thread) -> its square is chosen -> made small, encoded (a thread) -> one edit
 */
#include "ui/contacts/kli-contact-photo.h"

#include "operations/kli-attach.h"
#include "paper/kli-picture.h"
#include "ui/shared/kli-crop-area.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* Of a side, in pixels: more than any avatar shows, little enough for thousands of cards. */
#define PHOTO_SIDE 512
/* Of the shorter side while the square is chosen: a part of it is still sharp. */
#define CHOOSING_SIDE 1024
/* A picture that is nearly a square is taken as it is. */
#define NEARLY 1.02

typedef struct
{
  GWeakRef widget;
  gint64 id;
  GFile *file;         /* one of the two */
  GdkTexture *texture; /* from the clipboard, or dropped */
  GdkPixbuf *pixbuf;   /* decoded; then its square */
} Photo;

static Photo *
photo_new (GtkWidget *widget, gint64 id)
{
  Photo *photo = g_new0 (Photo, 1);

  g_weak_ref_init (&photo->widget, widget);
  photo->id = id;

  return photo;
}

static void
photo_free (Photo *photo)
{
  g_weak_ref_clear (&photo->widget);
  g_clear_object (&photo->file);
  g_clear_object (&photo->texture);
  g_clear_object (&photo->pixbuf);
  g_free (photo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Photo, photo_free)

/* --- in a thread -------------------------------------------------------------------------------- */

/* A file is not read before its size is known. Returns: (transfer full) (nullable) */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > (goffset)KLI_PICTURE_FILE_MAX)
    {
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                           _ ("The file is no picture, or larger than 50 MB."));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

static GBytes *
read_picture (const Photo *photo, GCancellable *cancellable, GError **error)
{
  return photo->file != NULL ? load (photo->file, cancellable, error) : gdk_texture_save_to_png_bytes (photo->texture);
}

static void
decode_func (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_picture (task_data, cancellable, &error);
  GdkPixbuf *pixbuf = bytes != NULL ? kli_picture_decode (bytes, CHOOSING_SIDE, &error) : NULL;

  if (pixbuf != NULL)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GdkPixbuf *
make_small (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  double scale = (double)PHOTO_SIDE / MIN (width, height);

  return scale < 1 ? gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int)(width * scale)), MAX (1, (int)(height * scale)),
                                              GDK_INTERP_BILINEAR)
                   : g_object_ref (pixbuf);
}

static void
encode_func (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Photo *photo = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) small = make_small (photo->pixbuf);
  GBytes *bytes = kli_picture_encode (small, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- on the main loop --------------------------------------------------------------------------- */

static void
encoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Photo) photo = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&photo->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (widget == NULL)
    return;
  if (bytes != NULL)
    kli_run (widget, kli_set_photo (photo->id, bytes), _ ("Photo changed"));
  else
    kli_report_error (widget, _ ("The Photo Was Not Changed"), error);
}

/* Takes @photo. */
static void
encode (Photo *photo)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, encoded_cb, photo);

  g_task_set_task_data (task, photo, NULL);
  g_task_run_in_thread (task, encode_func);
}

/* --- the square --------------------------------------------------------------------------------- */

static void
accept_cb (KliFormDialog *dialog, Photo *photo)
{
  KliCropArea *area = g_object_get_data (G_OBJECT (dialog), "kli-area");
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&photo->widget);
  Photo *chosen;

  if (widget != NULL)
    {
      chosen = photo_new (widget, photo->id);
      chosen->pixbuf = kli_crop_area_dup_part (area);
      encode (chosen);
    }
  kli_form_dialog_finish (dialog, NULL);
}

static void
sized_cb (GtkRange *range, KliCropArea *area)
{
  kli_crop_area_set_size (area, gtk_range_get_value (range));
}

static void
resized_cb (KliCropArea *area, GtkRange *range)
{
  gtk_range_set_value (range, kli_crop_area_get_size (area));
}

static GtkWidget *
new_size_row (KliCropArea *area)
{
  const char *title = C_ ("photo", "Size of the part");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 0.05);

  gtk_range_set_value (GTK_RANGE (scale), 1);
  gtk_widget_set_size_request (scale, 140, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (sized_cb), area, 0);
  g_signal_connect_object (area, "resized", G_CALLBACK (resized_cb), scale, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);

  return row;
}

/* Takes @photo. */
static void
choose_square (GtkWidget *widget, Photo *photo)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KliFormDialog *dialog = kli_form_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               C_ ("title", "Part of the Picture"), C_ ("button", "_Use"));
  GtkWidget *area = kli_crop_area_new (photo->pixbuf, _ ("The part that is shown: arrow keys move it, plus and minus "
                                                         "change its size"));

  kli_form_dialog_add_row (dialog, new_size_row (KLI_CROP_AREA (area)));
  kli_form_dialog_add_widget (dialog, area);
  g_object_set_data (G_OBJECT (dialog), "kli-area", area);
  g_signal_connect_data (dialog, "accept", G_CALLBACK (accept_cb), photo, (GClosureNotify)(void (*) (void))photo_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (area);
}

static gboolean
is_square (GdkPixbuf *pixbuf)
{
  double width = gdk_pixbuf_get_width (pixbuf);
  double height = gdk_pixbuf_get_height (pixbuf);

  return MAX (width, height) <= NEARLY * MIN (width, height);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Photo) photo = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&photo->widget);
  g_autoptr (GError) error = NULL;

  photo->pixbuf = g_task_propagate_pointer (G_TASK (result), &error);
  if (widget == NULL)
    return;
  if (photo->pixbuf == NULL)
    kli_report_error (widget, _ ("The Photo Was Not Changed"), error);
  else if (is_square (photo->pixbuf))
    encode (g_steal_pointer (&photo));
  else
    choose_square (widget, g_steal_pointer (&photo));
}

/* Takes @photo. */
static void
prepare (Photo *photo)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, decoded_cb, photo);

  g_task_set_task_data (task, photo, NULL);
  g_task_run_in_thread (task, decode_func);
}

void
kli_contact_photo_set_file (GtkWidget *widget, gint64 id, GFile *file)
{
  Photo *photo;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  photo = photo_new (widget, id);
  photo->file = g_object_ref (file);
  prepare (photo);
}

void
kli_contact_photo_set_texture (GtkWidget *widget, gint64 id, GdkTexture *texture)
{
  Photo *photo;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  photo = photo_new (widget, id);
  photo->texture = g_object_ref (texture);
  prepare (photo);
}

void
kli_contact_photo_remove (GtkWidget *widget, gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  kli_run (widget, kli_set_photo (id, NULL), _ ("Photo removed"));
}

/* --- the clipboard ------------------------------------------------------------------------------ */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Photo) photo = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&photo->widget);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  KliHost *host = widget != NULL ? kli_host_find (widget) : NULL;

  if (host == NULL)
    return;
  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE) && g_value_get_object (value) != NULL)
    kli_contact_photo_set_texture (widget, photo->id, g_value_get_object (value));
  else if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && g_value_get_boxed (value) != NULL)
    kli_contact_photo_set_file (widget, photo->id, ((GSList *)g_value_get_boxed (value))->data);
  else
    kli_host_toast (host, _ ("There is no picture on the clipboard."));
}

void
kli_contact_photo_paste (GtkWidget *widget, gint64 id)
{
  GdkClipboard *clipboard;
  GdkContentFormats *formats;
  GType type = GDK_TYPE_TEXTURE;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  clipboard = gtk_widget_get_clipboard (widget);
  formats = gdk_clipboard_get_formats (clipboard);
  /* A file manager puts files there, sometimes with pictures of what they are. */
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    type = GDK_TYPE_FILE_LIST;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted_cb, photo_new (widget, id));
}

/* --- choosing ----------------------------------------------------------------------------------- */

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Photo) photo = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&photo->widget);
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && widget != NULL)
    kli_contact_photo_set_file (widget, photo->id, file);
  g_object_unref (dialog);
}

void
kli_contact_photo_choose (GtkWidget *widget, gint64 id)
{
  static const char *const types[] = { "image/png", "image/jpeg", "image/gif", "image/webp" };
  GtkRoot *root;
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  dialog = gtk_file_chooser_native_new (_ ("Choose Photo"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, C_ ("button", "_Choose"), NULL);
  gtk_file_filter_set_name (filter, C_ ("kind of file", "Pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), photo_new (widget, id));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
