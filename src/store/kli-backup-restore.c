/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a copy in the place of a store. What was there is kept beside it: it is never deleted, however
 * damaged it is (RELIABILITY B5, I4). */
#include "store/kli-backup-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive.h"
#include "store/kli-lock.h"
#include "store/kli-migration.h"
#include "store/kli-place.h"
#include "store/kli-process.h"
#include "store/kli-store-error-private.h"
#include "store/kli-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* Returns: (transfer full): PATH.kept-1, or with the first number that is free. The clock may be wrong,
 * so names carry a number (B8). */
static char *
name_for_kept (const char *path)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s.kept-%u", path, n);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (name, G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&name);
    }
}

static gboolean
rename_to (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;

  kli_store_error_set_errno (error, errno, "renaming", from);

  return FALSE;
}

/* A log left beside the file that comes would be taken for its own. A sound store takes its log in first;
 * a damaged one is not opened and keeps it under the new name. */
static gboolean
settle_old_log (const char *path, const char *kept, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  if (kli_store_file_has_log (path) && kli_backup_verify (path, NULL))
    kli_connection_close (kli_connection_open (path, KLI_CONNECTION_WRITER, NULL));
  g_unlink (index);

  return !g_file_test (log, G_FILE_TEST_EXISTS) || rename_to (log, kept_log, error);
}

/* @fresh and the old store change names at one stroke where the file system can, so that both are there at
 * every moment. @kept: (out) (transfer full): where the old one is now, NULL when there was none. */
static gboolean
exchange (const char *path, const char *fresh, char **kept, GError **error)
{
  g_autofree char *other = NULL;

  *kept = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return rename_to (fresh, path, error);

  if (renameat2 (AT_FDCWD, fresh, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    {
      *kept = g_strdup (fresh);
      return TRUE;
    }

  other = name_for_kept (path);
  if (!rename_to (path, other, error) || !rename_to (fresh, path, error))
    return FALSE;
  *kept = g_steal_pointer (&other);

  return TRUE;
}

static gboolean
write_fresh (const char *copy, const char *fresh, GError **error)
{
  g_autoptr (KliConnection) source = kli_connection_open (copy, KLI_CONNECTION_FOREIGN, error);
  gboolean done;

  if (source == NULL || !kli_connection_begin_read (source, error))
    return FALSE;

  done = kli_backup_write (source, fresh, error);
  kli_connection_end_read (source);

  return done;
}

/* Brings an older copy up to date. The tables and indexes that derive from the records are made anew: what a stranger's
 * file says in them is not believed (C15), and it is no copy from now on. */
static gboolean
renew (const char *fresh, GError **error)
{
  g_autoptr (KliConnection) connection = kli_connection_open (fresh, KLI_CONNECTION_COPY, error);
  gboolean done;

  if (connection == NULL)
    return FALSE;

  done = kli_migration_run (connection, kli_migration_newest (), error)
         && kli_connection_run (connection, "begin-edit", error) && kli_backup_forget_digest (connection, error)
         && kli_derive_rebuild (connection, NULL, NULL, NULL, error)
         && kli_connection_run (connection, "commit", error);
  if (!done)
    kli_connection_roll_back (connection);

  return done;
}

static void
remove_fresh (const char *fresh)
{
  g_autofree char *journal = g_strconcat (fresh, "-journal", NULL);

  g_unlink (journal);
  g_unlink (fresh);
}

static gboolean
restore_locked (const char *path, const char *copy, char **kept, GError **error)
{
  g_autofree char *fresh = name_for_kept (path); /* the name of what it is exchanged for */
  g_autofree char *old = NULL;

  if (!write_fresh (copy, fresh, error))
    return FALSE;
  if (!renew (fresh, error) || !settle_old_log (path, fresh, error) || !exchange (path, fresh, &old, error))
    {
      remove_fresh (fresh);
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&old);

  return kli_place_sync_folder (path, error);
}

gboolean
kli_store_restore (const char *path, const char *copy, char **kept, GError **error)
{
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;
  g_autoptr (KliLock) lock = NULL;

  g_return_val_if_fail (path != NULL && copy != NULL, FALSE);

  kli_process_prepare ();
  if (kept != NULL)
    *kept = NULL;
  from = kli_place_resolve (copy, error);
  to = from != NULL ? kli_place_resolve (path, error) : NULL;
  if (to == NULL || !kli_place_check (to, error))
    return FALSE;
  if (g_str_equal (from, to))
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_UNSAFE_PLACE, "A store cannot be restored from itself");
      return FALSE;
    }
  if (!kli_backup_verify (from, error) || !kli_place_make_folder (to, error))
    return FALSE;

  lock = kli_lock_take (to, 0, error);

  return lock != NULL && restore_locked (to, from, kept, error);
}
