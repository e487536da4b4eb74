/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps other processes out of a store. The file holds the owner's process id, for people. */
#include "store/kli-lock.h"

#include "store/kli-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define RETRY_US 10000

struct _KliLock
{
  char *path;
  int fd;
};

/* Whether @fd still is what stands at @path: the owner before us takes the file away when it is done. */
static gboolean
is_current (int fd, const char *path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && stat (path, &there) == 0 && ours.st_dev == there.st_dev
         && ours.st_ino == there.st_ino;
}

/* Returns: a locked descriptor, -1 with errno set; EWOULDBLOCK when another process has it. */
static int
try_lock (const char *path)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int number;

  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && is_current (fd, path))
    return fd;

  number = errno == EWOULDBLOCK || errno == EINTR ? errno : EWOULDBLOCK;
  close (fd);
  errno = number;

  return -1;
}

static void
write_owner (int fd)
{
  g_autofree char *text = g_strdup_printf ("%ld\n", (long)getpid ());

  /* Nothing depends on it: a full disk must not look like a lock. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The lock file could not be written: %s", g_strerror (errno));
}

static void
set_locked_error (GError **error, const char *path)
{
  g_autofree char *owner = NULL;

  if (g_file_get_contents (path, &owner, NULL, NULL) && g_ascii_strtoull (owner, NULL, 10) > 0)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOCKED, "The store is in use by process %s",
                 g_strstrip (owner));
  else
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOCKED, "The store is in use by another process");
}

KliLock *
kli_lock_take (const char *path, guint wait_ms, GError **error)
{
  g_autofree char *lock_path = NULL;
  gint64 deadline = g_get_monotonic_time () + (gint64)wait_ms * 1000;
  KliLock *lock;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  lock_path = g_strconcat (path, ".lock", NULL);
  while ((fd = try_lock (lock_path)) < 0 && (errno == EWOULDBLOCK || errno == EINTR)
         && g_get_monotonic_time () < deadline)
    g_usleep (RETRY_US);
  if (fd < 0)
    {
      if (errno == EWOULDBLOCK || errno == EINTR)
        set_locked_error (error, lock_path);
      else
        kli_store_error_set_errno (error, errno, "locking", lock_path);
      return NULL;
    }

  write_owner (fd);
  lock = g_new0 (KliLock, 1);
  lock->path = g_steal_pointer (&lock_path);
  lock->fd = fd;

  return lock;
}

void
kli_lock_release (KliLock *lock)
{
  if (lock == NULL)
    return;

  /* While it is still ours: whoever waits for this file finds it gone and makes a new one. */
  unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
