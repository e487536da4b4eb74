/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer under SQLite that fails operations and cuts the power. Everything else is passed through to
 * the VFS of the system. */
#include "shim-vfs.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512

/* A write or truncation that was not flushed yet. */
typedef struct
{
  char *name;
  gint64 offset;
  gint64 size_before; /* of the whole file */
  gint64 truncated;   /* to this size; -1 for a write */
  GBytes *before;     /* as much as there was */
  GBytes *after;      /* NULL for a truncation */
} Change;

typedef struct
{
  sqlite3_file base;
  char *name; /* NULL for a temporary file */
  sqlite3_file *real;
} ShimFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs shim_vfs;
static ShimFunc shim_func;
static gpointer shim_data;
static GMutex mutex;
static GQueue changes = G_QUEUE_INIT; /* Change, oldest first; guarded by the mutex */

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_clear_pointer (&change->before, g_bytes_unref);
  g_clear_pointer (&change->after, g_bytes_unref);
  g_free (change);
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((ShimFile *)file)->real;
}

static int
ask (ShimOperation operation, const char *name)
{
  return shim_func (operation, name != NULL ? name : "", shim_data);
}

/* --- the power cut --- */

static void
note_change (ShimFile *file, gconstpointer bytes, int size, gint64 offset, gint64 truncated)
{
  Change *change = g_new0 (Change, 1);
  sqlite3_int64 size_before = 0;

  file->real->pMethods->xFileSize (file->real, &size_before);
  change->name = g_strdup (file->name);
  change->offset = bytes != NULL ? offset : truncated;
  change->size_before = size_before;
  change->truncated = truncated;
  if (change->offset < size_before)
    {
      gint64 n = bytes != NULL ? MIN (size, size_before - offset) : size_before - truncated;
      char *before = g_malloc ((gsize)n);

      file->real->pMethods->xRead (file->real, before, (int)n, change->offset);
      change->before = g_bytes_new_take (before, (gsize)n);
    }
  if (bytes != NULL)
    change->after = g_bytes_new (bytes, (gsize)size);
  g_queue_push_tail (&changes, change);
}

static void
forget_changes (const char *name)
{
  for (GList *link = changes.head; link != NULL;)
    {
      GList *next = link->next;

      if (g_strcmp0 (((Change *)link->data)->name, name) == 0)
        {
          change_free (link->data);
          g_queue_delete_link (&changes, link);
        }
      link = next;
    }
}

static void
undo (const Change *change)
{
  int fd = open (change->name, O_RDWR | O_CLOEXEC);
  gsize size = 0;
  gconstpointer before = change->before != NULL ? g_bytes_get_data (change->before, &size) : NULL;

  if (fd < 0)
    return; /* deleted since */
  g_assert_cmpint (ftruncate (fd, change->size_before), ==, 0);
  if (size > 0)
    g_assert_cmpint (pwrite (fd, before, size, change->offset), ==, (gssize)size);
  close (fd);
}

/* Each sector of it reached the disk, or did not. */
static void
redo_torn (const Change *change, GRand *rand)
{
  int fd = open (change->name, O_RDWR | O_CLOEXEC);
  gsize size = 0;
  const char *after = change->after != NULL ? g_bytes_get_data (change->after, &size) : NULL;

  if (fd < 0)
    return;
  if (change->truncated >= 0)
    g_assert_cmpint (ftruncate (fd, change->truncated), ==, 0);
  for (gsize done = 0; done < size; done += SECTOR)
    if (g_rand_boolean (rand))
      {
        gsize n = MIN (SECTOR, size - done);

        g_assert_cmpint (pwrite (fd, after + done, n, change->offset + (gint64)done), ==, (gssize)n);
      }
  close (fd);
}

void
shim_vfs_cut (GRand *rand)
{
  for (GList *link = changes.tail; link != NULL; link = link->prev)
    undo (link->data);
  for (GList *link = changes.head; link != NULL; link = link->next)
    if (g_rand_boolean (rand))
      redo_torn (link->data, rand);
}

/* --- a file --- */

static int
shim_close (sqlite3_file *file)
{
  ShimFile *self = (ShimFile *)file;
  int code = self->real->pMethods->xClose (self->real);

  g_free (self->real);
  g_free (self->name);

  return code;
}

static int
shim_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
  int code;

  g_mutex_lock (&mutex);
  code = ask (SHIM_READ, ((ShimFile *)file)->name);
  g_mutex_unlock (&mutex);

  return code != SQLITE_OK ? code : real_of (file)->pMethods->xRead (real_of (file), bytes, size, offset);
}

static int
shim_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
  ShimFile *self = (ShimFile *)file;
  int code;

  g_mutex_lock (&mutex);
  code = ask (SHIM_WRITE, self->name);
  if (code == SQLITE_OK)
    {
      if (self->name != NULL)
        note_change (self, bytes, size, offset, -1);
      code = self->real->pMethods->xWrite (self->real, bytes, size, offset);
    }
  g_mutex_unlock (&mutex);

  return code;
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  ShimFile *self = (ShimFile *)file;
  int code;

  g_mutex_lock (&mutex);
  code = ask (SHIM_TRUNCATE, self->name);
  if (code == SQLITE_OK)
    {
      if (self->name != NULL)
        note_change (self, NULL, 0, 0, size);
      code = self->real->pMethods->xTruncate (self->real, size);
    }
  g_mutex_unlock (&mutex);

  return code;
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  ShimFile *self = (ShimFile *)file;
  int code;

  g_mutex_lock (&mutex);
  code = ask (SHIM_SYNC, self->name);
  if (code == SQLITE_OK)
    forget_changes (self->name);
  g_mutex_unlock (&mutex);

  return code;
}

static int
shim_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
shim_lock (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xLock (real_of (file), lock);
}

static int
shim_unlock (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
shim_check_reserved (sqlite3_file *file, int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
shim_control (sqlite3_file *file, int op, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

static int
shim_characteristics (sqlite3_file *file)
{
  return 0; /* a disk that promises nothing */
}

static int
shim_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
shim_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
shim_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
shim_shm_unmap (sqlite3_file *file, int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static int
shim_fetch (sqlite3_file *file, sqlite3_int64 offset, int size, void **memory)
{
  return real_of (file)->pMethods->xFetch (real_of (file), offset, size, memory);
}

static int
shim_unfetch (sqlite3_file *file, sqlite3_int64 offset, void *memory)
{
  return real_of (file)->pMethods->xUnfetch (real_of (file), offset, memory);
}

static const sqlite3_io_methods shim_methods = {
  3,
  shim_close,
  shim_read,
  shim_write,
  shim_truncate,
  shim_sync,
  shim_file_size,
  shim_lock,
  shim_unlock,
  shim_check_reserved,
  shim_control,
  shim_sector_size,
  shim_characteristics,
  shim_shm_map,
  shim_shm_lock,
  shim_shm_barrier,
  shim_shm_unmap,
  shim_fetch,
  shim_unfetch,
};

/* --- the file system --- */

static int
shim_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  ShimFile *self = (ShimFile *)file;
  int code;

  memset (self, 0, sizeof *self);
  g_mutex_lock (&mutex);
  code = ask (SHIM_OPEN, name);
  g_mutex_unlock (&mutex);
  if (code != SQLITE_OK)
    return code;

  self->real = g_malloc0 ((gsize)real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    {
      g_clear_pointer (&self->real, g_free);
      return code;
    }
  self->name = g_strdup (name);
  self->base.pMethods = &shim_methods;

  return SQLITE_OK;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code;

  g_mutex_lock (&mutex);
  code = ask (SHIM_DELETE, name);
  if (code == SQLITE_OK)
    {
      forget_changes (name);
      code = real_vfs->xDelete (real_vfs, name, 0);
    }
  g_mutex_unlock (&mutex);

  return code;
}

void
shim_vfs_use_memory (void)
{
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

void
shim_vfs_install (ShimFunc func, gpointer user_data)
{
  g_assert_null (real_vfs);

  real_vfs = sqlite3_vfs_find (NULL);
  shim_vfs = *real_vfs; /* what is not replaced takes no file of ours */
  shim_vfs.zName = "shim";
  shim_vfs.szOsFile = sizeof (ShimFile);
  shim_vfs.xOpen = shim_open;
  shim_vfs.xDelete = shim_delete;
  shim_func = func;
  shim_data = user_data;
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, 1), ==, SQLITE_OK);
}
