/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verified copies of a store: a copy is only called one after it was closed, opened again and found to
 * hold the same values (RELIABILITY B1-B3). */
#include "store/kli-backup-private.h"

#include "store/kli-check-rows.h"
#include "store/kli-connection-private.h"
#include "store/kli-place.h"
#include "store/kli-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNFINISHED ".part-"
#define PAGES_BETWEEN_CANCEL_CHECKS 2000

/* --- writing --- */

static gboolean
copy_pages (KliConnection *source, KliConnection *target, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->handle, "main", source->handle, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (target->handle);
  gboolean cancelled = FALSE;

  while (code == SQLITE_OK && !cancelled)
    {
      code = sqlite3_backup_step (backup, PAGES_BETWEEN_CANCEL_CHECKS);
      cancelled = kli_connection_is_cancelled (source, error);
    }
  sqlite3_backup_finish (backup);

  if (!cancelled && code != SQLITE_DONE)
    kli_store_error_set_sqlite (error, target->handle, code, "copying the store");

  return !cancelled && code == SQLITE_DONE;
}

static gboolean
note_digest (KliConnection *target, const char *digest, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (target, "store-state-set", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, KLI_COPY_DIGEST);
  kli_statement_bind_text (statement, 2, digest);

  return kli_statement_run (statement, error);
}

static gboolean
write_copy (KliConnection *source, const char *path, const char *digest, GError **error)
{
  g_autoptr (KliConnection) target = kli_connection_open (path, KLI_CONNECTION_COPY, error);

  return target != NULL && copy_pages (source, target, error)
         && kli_connection_run_script (target, "finish-copy", kli_connection_get_sql ("sql/finish-copy.sql"), error)
         && note_digest (target, digest, error);
}

/* The copy is opened anew, and by the digest of the source, not by the one it carries. */
static gboolean
compare_copy (const char *path, const char *digest, GError **error)
{
  g_autoptr (KliConnection) copy = kli_connection_open (path, KLI_CONNECTION_FOREIGN, error);
  g_autofree char *found = copy != NULL ? kli_check_digest (copy, error) : NULL;

  if (found == NULL || g_str_equal (found, digest))
    return found != NULL;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_IO, "The copy “%s” is not what was written", path);

  return FALSE;
}

/* What a copy that was killed left beside @path. */
static void
remove_unfinished (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (name, UNFINISHED, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (entry, prefix))
      {
        g_autofree char *stale = g_build_filename (folder, entry, NULL);

        g_unlink (stale);
      }
}

/* Returns: (transfer full) (nullable): a new empty file of our own beside @path; nobody's link is followed. */
static char *
make_unfinished (const char *path, GError **error)
{
  g_autofree char *unfinished = g_strdup_printf ("%s" UNFINISHED "%08x", path, g_random_int ());
  int fd = open (unfinished, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      kli_store_error_set_errno (error, errno, "writing", unfinished);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&unfinished);
}

static gboolean
flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    kli_store_error_set_errno (error, errno, "flushing", path);
  if (fd >= 0)
    close (fd);

  return done;
}

static gboolean
put_in_place (const char *unfinished, const char *path, GError **error)
{
  if (!flush (unfinished, error))
    return FALSE;
  if (g_rename (unfinished, path) == 0)
    return kli_place_sync_folder (path, error);

  kli_store_error_set_errno (error, errno, "writing", path);

  return FALSE;
}

gboolean
kli_backup_write (KliConnection *source, const char *path, GError **error)
{
  g_autofree char *digest = NULL;
  g_autofree char *unfinished = NULL;
  g_autofree char *journal = NULL;
  gboolean done;

  g_return_val_if_fail (source != NULL && path != NULL, FALSE);

  remove_unfinished (path);
  digest = kli_check_digest (source, error);
  unfinished = digest != NULL ? make_unfinished (path, error) : NULL;
  if (unfinished == NULL)
    return FALSE;

  done = write_copy (source, unfinished, digest, error) && compare_copy (unfinished, digest, error)
         && put_in_place (unfinished, path, error);
  if (!done)
    {
      journal = g_strconcat (unfinished, "-journal", NULL);
      g_unlink (unfinished);
      g_unlink (journal);
    }

  return done;
}

gboolean
kli_backup_forget_digest (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) get = kli_connection_lend (connection, "store-state-get", error);
  g_autoptr (KliStatement) clear = kli_connection_lend (connection, "store-state-clear", error);
  gboolean is_copy;

  if (get == NULL || clear == NULL)
    return FALSE;

  kli_statement_bind_text (get, 1, KLI_COPY_DIGEST);
  kli_statement_bind_text (clear, 1, KLI_COPY_DIGEST);
  is_copy = kli_statement_step (get, NULL);
  g_clear_pointer (&get, kli_statement_end);

  return !is_copy || kli_statement_run (clear, error);
}

/* --- of an open store --- */

/* Whether @path names the store itself or something of it. */
static gboolean
check_target (KliStore *store, const char *path, char **resolved, GError **error)
{
  const char *own = kli_store_get_path (store);

  *resolved = kli_place_resolve (path, error);
  if (*resolved == NULL)
    return FALSE;
  if (!g_str_has_prefix (*resolved, own)
      || ((*resolved)[strlen (own)] != '\0' && (*resolved)[strlen (own)] != '-'
          && !g_str_has_suffix (*resolved, ".lock")))
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_UNSAFE_PLACE, "A store cannot be copied onto itself");

  return FALSE;
}

static gpointer
copy_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (kli_backup_write (connection, user_data, error));
}

gboolean
kli_store_save_copy (KliStore *store, const char *path, GError **error)
{
  g_autofree char *resolved = NULL;

  g_return_val_if_fail (KLI_IS_STORE (store) && path != NULL, FALSE);

  return check_target (store, path, &resolved, error) && kli_store_read (store, copy_func, resolved, error) != NULL;
}

void
kli_store_save_copy_async (
    KliStore *store, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *resolved = NULL;
  GError *error = NULL;

  g_return_if_fail (KLI_IS_STORE (store) && path != NULL);

  if (check_target (store, path, &resolved, &error))
    kli_store_read_async (store, copy_func, g_steal_pointer (&resolved), g_free, NULL, cancellable, callback,
                          user_data);
  else
    g_task_report_error (store, callback, user_data, kli_store_save_copy_async, error);
}

gboolean
kli_store_save_copy_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error) != NULL;
}
