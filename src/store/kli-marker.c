/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers, outside the store, that a store was at a place, so that a lost one is not a first start. */
#include "store/kli-marker.h"

#include <gio/gio.h>
#include <sys/stat.h>

#define GROUP "store"

static char *
get_state_file (const char *folder, const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "klientela", folder, name, NULL);
}

static char *
get_marker_file (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return get_state_file ("stores", digest);
}

/* Small and whole: a marker that is half written would be no marker. */
static void
write_state_file (const char *file, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("The state of this desk could not be written to “%s”: %s", file,
               error != NULL ? error->message : "the folder cannot be made");
}

static gboolean
measure (const char *path, gint64 *size, gint64 *modified)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;

  *size = status.st_size;
  *modified = (gint64)status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;

  return TRUE;
}

KliMarker *
kli_marker_load (const char *path)
{
  g_autofree char *file = NULL;
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  KliMarker *marker;

  g_return_val_if_fail (path != NULL, NULL);

  file = get_marker_file (path);
  if (!g_key_file_load_from_file (keys, file, G_KEY_FILE_NONE, NULL))
    return NULL;

  marker = g_new0 (KliMarker, 1);
  marker->store_id = g_key_file_get_string (keys, GROUP, "id", NULL);
  marker->size = g_key_file_get_int64 (keys, GROUP, "size", NULL);
  marker->modified = g_key_file_get_int64 (keys, GROUP, "modified", NULL);

  return marker;
}

void
kli_marker_free (KliMarker *marker)
{
  if (marker == NULL)
    return;

  g_free (marker->store_id);
  g_free (marker);
}

gboolean
kli_marker_fits (const KliMarker *marker, const char *path)
{
  gint64 size, modified;

  return marker != NULL && measure (path, &size, &modified) && size == marker->size && modified == marker->modified;
}

void
kli_marker_save (const char *path, const char *store_id)
{
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  gint64 size, modified;

  g_return_if_fail (path != NULL && store_id != NULL);

  if (!measure (path, &size, &modified))
    return;

  file = get_marker_file (path);
  g_key_file_set_string (keys, GROUP, "path", path);
  g_key_file_set_string (keys, GROUP, "id", store_id);
  g_key_file_set_int64 (keys, GROUP, "size", size);
  g_key_file_set_int64 (keys, GROUP, "modified", modified);
  text = g_key_file_to_data (keys, NULL, NULL);
  write_state_file (file, text);
}

char *
kli_marker_get_desk (void)
{
  g_autofree char *file = get_state_file ("", "desk");
  g_autofree char *desk = NULL;

  if (g_file_get_contents (file, &desk, NULL, NULL) && g_uuid_string_is_valid (g_strstrip (desk)))
    return g_steal_pointer (&desk);

  g_free (desk);
  desk = g_uuid_string_random ();
  write_state_file (file, desk);

  return g_steal_pointer (&desk);
}
