/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of contacts. */
#include "ui/shared/kli-avatar-picture.h"

#include "paper/kli-picture.h"
#include "store/kli-content.h"

/* The largest avatar is 78 px, on a screen of twice the density. */
#define PICTURE_SIZE 192
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

/* Returns: (transfer full) (nullable) */
static GdkTexture *
decode (GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = kli_picture_decode (bytes, PICTURE_SIZE, error);

  return pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;
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
