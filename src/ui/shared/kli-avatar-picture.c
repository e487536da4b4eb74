/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of contacts. They come from strangers' files: how large they may become in memory is bounded. */
#include "ui/shared/kli-avatar-picture.h"

#include "store/kli-content.h"

/* The largest avatar is 78 px, on a screen of twice the density. */
#define PICTURE_SIZE 192
/* Pixels a picture may claim to have. */
#define MAX_PIXELS ((gint64)64 * 1024 * 1024)
/* Pictures that are kept: some 35 MB. */
#define MAX_KEPT 256

#define KEPT_KEY "kli-kept-pictures"
#define WANTED_KEY "kli-wanted-picture"

/* hash -> GdkTexture, of one store. Thrown away as a whole when full: the rows in view ask again. */
static GHashTable *
get_kept (KliStore *store)
{
  GHashTable *kept = g_object_get_data (G_OBJECT (store), KEPT_KEY);

  if (kept == NULL)
    {
      kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_data_full (G_OBJECT (store), KEPT_KEY, kept, (GDestroyNotify)g_hash_table_unref);
    }

  return kept;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  gboolean *too_large = user_data;
  double scale = (double)PICTURE_SIZE / MAX (1, MIN (width, height));

  if ((gint64)width * height > MAX_PIXELS)
    {
      *too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale)), MAX (1, (int)(height * scale)));
}

/* Returns: (transfer full) (nullable) */
static GdkTexture *
decode (GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) turned = NULL;
  gboolean too_large = FALSE;
  gboolean read;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  read = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  read = gdk_pixbuf_loader_close (loader, read ? error : NULL) && read;
  if (!read || too_large || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "not a picture we can show");
      return NULL;
    }

  turned = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return gdk_texture_new_for_pixbuf (turned);
}

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = kli_content_read (connection, user_data, error);

  return bytes != NULL ? decode (bytes, error) : NULL;
}

typedef struct
{
  KliAvatar *avatar; /* owned */
  char *hash;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->avatar);
  g_free (load->hash);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = kli_store_read_finish (KLI_STORE (source), result, &error);
  GHashTable *kept = get_kept (KLI_STORE (source));

  if (texture == NULL)
    {
      g_debug ("the picture %s was not read: %s", load->hash, error->message);
      return;
    }

  if (g_strcmp0 (load->hash, g_object_get_data (G_OBJECT (load->avatar), WANTED_KEY)) == 0)
    kli_avatar_set_picture (load->avatar, GDK_PAINTABLE (texture));
  if (g_hash_table_size (kept) >= MAX_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_replace (kept, g_steal_pointer (&load->hash), g_steal_pointer (&texture));
}

void
kli_avatar_load_picture (KliAvatar *avatar, KliStore *store, const char *hash)
{
  GdkPaintable *known;
  Load *load;

  g_return_if_fail (KLI_IS_AVATAR (avatar));
  g_return_if_fail (KLI_IS_STORE (store));

  if (hash == NULL || *hash == '\0')
    {
      g_object_set_data (G_OBJECT (avatar), WANTED_KEY, NULL);
      kli_avatar_set_picture (avatar, NULL);
      return;
    }
  if (g_strcmp0 (hash, g_object_get_data (G_OBJECT (avatar), WANTED_KEY)) == 0)
    return;

  g_object_set_data_full (G_OBJECT (avatar), WANTED_KEY, g_strdup (hash), g_free);
  known = g_hash_table_lookup (get_kept (store), hash);
  kli_avatar_set_picture (avatar, known);
  if (known != NULL)
    return;

  load = g_new (Load, 1);
  load->avatar = g_object_ref (avatar);
  load->hash = g_strdup (hash);
  kli_store_read_async (store, read_func, g_strdup (hash), g_free, g_object_unref, NULL, read_cb, load);
}
