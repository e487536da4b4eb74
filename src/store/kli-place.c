/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a store may stand. */
#include "store/kli-place.h"

#include "store/kli-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

typedef struct
{
  guint64 type;
  KliPlaceVerdict verdict;
} TypeVerdict;

/* linux/magic.h and the file systems' own headers. */
static const TypeVerdict types[] = {
  { 0x6969, KLI_PLACE_UNSAFE },       /* NFS */
  { 0x517b, KLI_PLACE_UNSAFE },       /* SMB */
  { 0xff534d42, KLI_PLACE_UNSAFE },   /* CIFS */
  { 0xfe534d42, KLI_PLACE_UNSAFE },   /* SMB 2 and later */
  { 0x5346414f, KLI_PLACE_UNSAFE },   /* AFS */
  { 0x6b414653, KLI_PLACE_UNSAFE },   /* kAFS */
  { 0x73757245, KLI_PLACE_UNSAFE },   /* Coda */
  { 0x564c, KLI_PLACE_UNSAFE },       /* NCP */
  { 0x00c36400, KLI_PLACE_UNSAFE },   /* Ceph */
  { 0x0bd00bd0, KLI_PLACE_UNSAFE },   /* Lustre */
  { 0x786f4256, KLI_PLACE_UNSAFE },   /* VirtualBox shared folder */
  { 0x65735546, KLI_PLACE_DOUBTFUL }, /* FUSE */
};

/* User-space file systems over a disk of this machine; everything else in user space reaches elsewhere. */
static const char *const local_names[] = {
  "fuseblk", "fuse.fuse-overlayfs", "virtiofs", "fuse.bindfs", "fuse.gocryptfs", "fuse.ntfs-3g", "fuse.mergerfs", NULL,
};

/* What the programs that copy folders to other machines leave in the folder they copy. */
static const char *const cloud_marks[] = {
  ".dropbox",           ".dropbox.cache", ".stfolder",     ".owncloudsync.log",
  ".nextcloudsync.log", ".SeafileFolder", ".insync-trash", NULL,
};

KliPlaceVerdict
kli_place_judge_type (guint64 f_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == f_type)
      return types[i].verdict;

  return KLI_PLACE_SAFE;
}

KliPlaceVerdict
kli_place_judge_name (const char *fs_name)
{
  return fs_name != NULL && g_strv_contains (local_names, fs_name) ? KLI_PLACE_SAFE : KLI_PLACE_UNSAFE;
}

char *
kli_place_resolve (const char *path, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;
  char *real;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  real = realpath (absolute, NULL);
  if (real == NULL && errno == ENOENT && !g_file_test (absolute, G_FILE_TEST_IS_SYMLINK))
    {
      folder = g_path_get_dirname (absolute);
      name = g_path_get_basename (absolute);
      rest = kli_place_resolve (folder, error); /* ends at "/" at the latest */

      return rest != NULL ? g_build_filename (rest, name, NULL) : NULL;
    }
  if (real == NULL)
    {
      kli_store_error_set_errno (error, errno, "opening", absolute);
      return NULL;
    }

  name = g_strdup (real);
  free (real);

  return g_steal_pointer (&name);
}

/* Returns: (transfer full): @path itself or the nearest folder above it that exists. */
static char *
nearest_existing (const char *path)
{
  char *nearest = g_strdup (path);

  while (!g_file_test (nearest, G_FILE_TEST_EXISTS))
    {
      char *folder = g_path_get_dirname (nearest);

      g_free (nearest);
      nearest = folder;
    }

  return nearest;
}

static gboolean
is_on_safe_file_system (const char *path)
{
  g_autofree char *nearest = nearest_existing (path);
  struct statfs status;
  KliPlaceVerdict verdict;

  if (statfs (nearest, &status) != 0)
    return TRUE; /* opening it will say more */

  verdict = kli_place_judge_type ((guint64)status.f_type & G_MAXUINT32);
  if (verdict == KLI_PLACE_DOUBTFUL)
    {
      GUnixMountEntry *mount = g_unix_mount_for (nearest, NULL);

      verdict = kli_place_judge_name (mount != NULL ? g_unix_mount_get_fs_type (mount) : NULL);
      g_clear_pointer (&mount, g_unix_mount_free);
    }

  return verdict == KLI_PLACE_SAFE;
}

/* Nextcloud's and ownCloud's client keeps its own database at the top of the folder. */
static gboolean
has_sync_database (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if ((g_str_has_prefix (name, ".sync_") || g_str_has_prefix (name, "._sync_")) && g_str_has_suffix (name, ".db"))
      return TRUE;

  return FALSE;
}

static gboolean
is_copied_away (const char *folder)
{
  for (guint i = 0; cloud_marks[i] != NULL; i++)
    {
      g_autofree char *mark = g_build_filename (folder, cloud_marks[i], NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return has_sync_database (folder);
}

/* Walks up to the home folder or the root; those two may hold a client's own settings. */
static gboolean
is_in_cloud_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (!g_str_equal (folder, "/") && !g_str_equal (folder, g_get_home_dir ()))
    {
      char *above = g_path_get_dirname (folder);

      if (is_copied_away (folder))
        {
          g_free (above);
          return TRUE;
        }
      g_free (folder);
      folder = above;
    }

  return FALSE;
}

gboolean
kli_place_check (const char *path, GError **error)
{
  struct stat status;
  const char *reason = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    reason = "it is not a file";
  else if (stat (path, &status) == 0 && status.st_nlink > 1)
    reason = "the file has a second name (a hard link)";
  else if (!is_on_safe_file_system (path))
    reason = "the folder is on another machine or in user space";
  else if (is_in_cloud_folder (path))
    reason = "another program copies the folder to other machines";
  if (reason == NULL)
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_UNSAFE_PLACE, "“%s” cannot be kept safely here: %s", path,
               reason);

  return FALSE;
}

static gboolean
has_write_bit (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && (status.st_mode & 0222) != 0 && access (path, W_OK) == 0;
}

gboolean
kli_place_is_writable (const char *path)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);

  return has_write_bit (path) && has_write_bit (folder);
}

gboolean
kli_place_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  kli_store_error_set_errno (error, errno, "making the folder", folder);

  return FALSE;
}

gboolean
kli_place_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    kli_store_error_set_errno (error, errno, "flushing", folder);
  if (fd >= 0)
    close (fd);

  return done;
}
