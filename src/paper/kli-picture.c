/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding and encoding with GdkPixbuf. */
#include "paper/kli-picture.h"

#include "operations/kli-attach.h"

#include <glib/gi18n-lib.h>

/* Pixels a picture may claim to have: some 190 MB while it is decoded. */
#define MAX_PIXELS ((gint64)64 * 1024 * 1024)
#define JPEG_QUALITY "90"

typedef struct
{
  int side;
  gboolean too_large;
} Limits;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Limits *limits = user_data;
  double scale = (double)limits->side / MAX (1, MIN (width, height));

  limits->too_large = (gint64)width * height > MAX_PIXELS;
  /* A size of nothing makes the loader stop before it has room made for the pixels. */
  if (limits->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale)), MAX (1, (int)(height * scale)));
}

static void
set_problem (GError **error, const char *problem)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, problem);
}

GdkPixbuf *
kli_picture_decode (GBytes *bytes, int side, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  Limits limits = { side, FALSE };
  gboolean read;

  g_return_val_if_fail (bytes != NULL && side > 0, NULL);

  if (kli_photo_type (bytes) == NULL)
    {
      set_problem (error, _ ("This is not a picture: a PNG, JPEG, GIF or WebP file is needed."));
      return NULL;
    }

  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &limits);
  read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  read = gdk_pixbuf_loader_close (loader, NULL) && read;
  if (limits.too_large)
    set_problem (error, _ ("The picture has more pixels than can be read safely."));
  else if (!read || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    set_problem (error, _ ("The picture is damaged, or of a kind that cannot be read here."));
  else
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return NULL;
}

GBytes *
kli_picture_encode (GdkPixbuf *pixbuf, GError **error)
{
  char *data;
  gsize size;
  gboolean done;

  g_return_val_if_fail (GDK_IS_PIXBUF (pixbuf), NULL);

  if (gdk_pixbuf_get_has_alpha (pixbuf))
    done = gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", error, NULL);
  else
    done = gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", error, "quality", JPEG_QUALITY, NULL);

  return done ? g_bytes_new_take (data, size) : NULL;
}
