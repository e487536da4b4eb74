/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that are kept in the store, for showing: decoded on the reader's thread, within limits. */
#include "ui/shared/kli-photo.h"

#include "store/kli-content.h"

/* A picture that would be larger than this when it is unpacked is not shown (RELIABILITY C18). */
#define MAX_SIDE 4096
/* What an avatar ever needs, on a screen of double density. */
#define SHOWN_SIDE 256

typedef struct
{
  GWeakRef widget;
  char *hash;
  KliPhotoFunc func;
} Request;

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->widget);
  g_free (request->hash);
  g_free (request);
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  gboolean *too_large = user_data;
  double scale = MIN (1.0, (double) SHOWN_SIDE / MAX (1, MIN (width, height)));

  *too_large = width > MAX_SIDE || height > MAX_SIDE;
  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static gpointer
read_photo (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = kli_content_read (connection, user_data, error);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean too_large = FALSE;
  GdkPixbuf *pixbuf;

  if (bytes == NULL)
    return NULL;

  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL || too_large)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The picture is too large to be shown.");
      return NULL;
    }

  return g_object_ref (pixbuf);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = kli_store_read_finish (KLI_STORE (source), result, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&request->widget);
  g_autoptr (GdkTexture) texture = pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;

  if (pixbuf == NULL)
    g_info ("A picture is not shown: %s", error->message);
  if (widget != NULL)
    request->func (widget, request->hash, texture);
  request_free (request);
}

void
kli_photo_read (GtkWidget *widget, KliStore *store, const char *hash, KliPhotoFunc func)
{
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (KLI_IS_STORE (store));
  g_return_if_fail (hash != NULL && *hash != '\0');

  request = g_new0 (Request, 1);
  g_weak_ref_init (&request->widget, widget);
  request->hash = g_strdup (hash);
  request->func = func;
  kli_store_read_async (store, read_photo, g_strdup (hash), g_free, g_object_unref, NULL, read_cb, request);
}
