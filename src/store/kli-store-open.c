/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a path to a file that is locked, judged, made or migrated, and open. Nothing is written to a file
 * before it was found to be a sound store of a version we know (RELIABILITY A8 to A19). */
#include "store/kli-store-open.h"

#include "store/kli-backup-private.h"
#include "store/kli-connection-private.h"
#include "store/kli-marker.h"
#include "store/kli-migration.h"
#include "store/kli-place.h"
#include "store/kli-process.h"
#include "store/kli-store-error-private.h"
#include "store/kli-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
kli_opened_free (KliOpened *opened)
{
  if (opened == NULL)
    return;

  g_clear_pointer (&opened->connection, kli_connection_close);
  g_clear_pointer (&opened->lock, kli_lock_release);
  g_free (opened->path);
  g_free (opened->id);
  g_free (opened);
}

/* Whether there is something at @path that must not be taken for nothing. */
static gboolean
is_there (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0;
}

static gboolean
is_empty (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && status.st_size == 0;
}

/* A missing file is a first start only when nothing speaks for a store that was here (RELIABILITY A15). */
static gboolean
may_create (const char *path, KliStoreOpenFlags flags, GError **error)
{
  g_autoptr (KliMarker) marker = kli_marker_load (path);

  if (flags & KLI_STORE_OPEN_FORGET)
    return TRUE;

  if (marker != NULL)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST,
                 "“%s” is gone; when last seen it had %" G_GINT64_FORMAT " bytes", path, marker->size);
  else if (kli_store_file_has_log (path))
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST, "“%s” is gone, but its log is still there", path);
  else if (!(flags & KLI_STORE_OPEN_CREATE))
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING, "There is no store at “%s”", path);
  else
    return TRUE;

  return FALSE;
}

static void
remove_with_sidecars (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", NULL };

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* A slow disk would be waited for four times a migration. */
static gboolean
make_schema (KliConnection *connection, GError **error)
{
  return kli_connection_run (connection, "flush-later", error)
         && kli_migration_run (connection, kli_migration_newest (), error)
         && kli_connection_run (connection, "flush-now", error);
}

/* Without a log: what a failed last checkpoint left in it would not be renamed along. */
static gboolean
write_new_store (const char *path, GError **error)
{
  g_autoptr (KliConnection) connection = kli_connection_open (path, KLI_CONNECTION_COPY, error);
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *id = g_uuid_string_random ();

  if (connection == NULL || !make_schema (connection, error))
    return FALSE;

  statement = kli_connection_lend (connection, "store-state-set", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, "store_id");
  kli_statement_bind_text (statement, 2, id);

  return kli_statement_run (statement, error);
}

/* A log without its store would be taken for the new one's: it is kept under another name. */
static gboolean
set_old_log_aside (const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept = g_strconcat (path, "-wal.kept", NULL);

  if (!is_there (log) || g_rename (log, kept) == 0)
    return TRUE;

  kli_store_error_set_errno (error, errno, "setting aside", log);

  return FALSE;
}

/* Made whole under another name, then renamed: a start that is killed leaves no half store behind. */
static gboolean
create (const char *path, GError **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  gboolean done;

  remove_with_sidecars (unfinished);
  done = set_old_log_aside (path, error) && write_new_store (unfinished, error);
  if (done && g_rename (unfinished, path) != 0)
    {
      kli_store_error_set_errno (error, errno, "making", path);
      done = FALSE;
    }
  if (!done)
    remove_with_sidecars (unfinished);

  return done && kli_place_sync_folder (path, error);
}

static gboolean
is_as_we_left_it (const char *path)
{
  g_autoptr (KliMarker) marker = kli_marker_load (path);

  return kli_marker_fits (marker, path) && !kli_store_file_has_log (path);
}

/* The structure of a file that is not as we left it, or that we see for the first time (A14). */
static gboolean
check_structure (const char *path, GError **error)
{
  g_autoptr (KliConnection) connection = NULL;
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  connection = kli_connection_open (path, KLI_CONNECTION_FOREIGN, error);
  statement = connection != NULL ? kli_connection_lend (connection, "quick-check", error) : NULL;
  if (statement == NULL)
    return FALSE;

  while (kli_statement_step (statement, &local_error))
    {
      const char *finding = kli_statement_get_text (statement, 0);

      /* The search index can be made anew; newer SQLites look into it here. */
      if (strcmp (finding, "ok") != 0 && strstr (finding, "FTS5") == NULL)
        {
          g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: %s", path, finding);
          return FALSE;
        }
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
read_id (KliOpened *opened, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (opened->connection, "store-state-get", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, "store_id");
  if (kli_statement_step (statement, &local_error))
    {
      opened->id = g_strdup (kli_statement_get_text (statement, 0));
      return TRUE;
    }
  if (local_error == NULL)
    g_set_error (&local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: it has no id", opened->path);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
open_read_only (KliOpened *opened, int version, GError **error)
{
  if (version < kli_migration_newest ())
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_READ_ONLY,
                   "“%s” is from an older Klientela and has to be written to once before it can be read", opened->path);
      return FALSE;
    }

  opened->is_read_only = TRUE;
  opened->connection = kli_connection_open (opened->path, KLI_CONNECTION_READER, error);

  return opened->connection != NULL;
}

/* So that the header tells the new version at once, to an older Klientela too (A18). */
static gboolean
write_through (KliConnection *connection, GError **error)
{
  sqlite3 *handle = kli_connection_get_handle (connection);
  int code = sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  if (code != SQLITE_OK)
    kli_store_error_set_sqlite (error, handle, code, "writing the log into the store");

  return code == SQLITE_OK;
}

/* An older store is copied first, under a name that says what it was (RELIABILITY A19). */
static gboolean
migrate (KliOpened *opened, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", opened->path, version);
  gboolean copied;

  if (version == kli_migration_newest ())
    return TRUE;

  if (!kli_connection_begin_read (opened->connection, error))
    return FALSE;
  copied = kli_backup_write (opened->connection, copy, error);
  kli_connection_end_read (opened->connection);

  return copied && kli_migration_run (opened->connection, kli_migration_newest (), error)
         && write_through (opened->connection, error);
}

static gboolean
open_writable (KliOpened *opened, int version, GError **error)
{
  struct stat status;

  /* People's business data is nobody else's (H1); the files SQLite makes beside it take its mode. */
  if (stat (opened->path, &status) == 0 && (status.st_mode & 077) != 0 && status.st_uid == geteuid ())
    chmod (opened->path, status.st_mode & 0700);

  opened->connection = kli_connection_open (opened->path, KLI_CONNECTION_WRITER, error);
  if (opened->connection == NULL)
    return FALSE;

  /* The header may be older than the log. */
  version = kli_connection_get_schema_version (opened->connection, error);
  if (version < 0)
    return FALSE;
  if (version > kli_migration_newest ())
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NEWER, "“%s” was written by a newer Klientela",
                   opened->path);
      return FALSE;
    }

  return migrate (opened, version, error) && kli_backup_forget_digest (opened->connection, error);
}

/* With the lock held, or on a file that cannot be locked because nobody can write it. */
static gboolean
open_locked (KliOpened *opened, KliStoreOpenFlags flags, gboolean read_only, GError **error)
{
  gboolean is_new = !is_there (opened->path) || ((flags & KLI_STORE_OPEN_FORGET) && is_empty (opened->path));
  int version;

  if (is_new && (!may_create (opened->path, flags, error) || !create (opened->path, error)))
    return FALSE;

  version = kli_store_file_judge (opened->path, kli_migration_newest (), error);
  opened->is_strange = !is_new && !is_as_we_left_it (opened->path);

  return version >= 0 && (!opened->is_strange || check_structure (opened->path, error))
         && (read_only ? open_read_only (opened, version, error) : open_writable (opened, version, error))
         && read_id (opened, error);
}

/* SQLite tells what is damaged, but not where. */
static gboolean
open_and_name_damage (KliOpened *opened, KliStoreOpenFlags flags, gboolean read_only, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (open_locked (opened, flags, read_only, &local_error))
    return TRUE;
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED)
      && strstr (local_error->message, opened->path) == NULL)
    g_prefix_error (&local_error, "“%s” is damaged: ", opened->path);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

KliOpened *
kli_store_open_file (const char *path, KliStoreOpenFlags flags, guint lock_wait_ms, GError **error)
{
  g_autoptr (KliOpened) opened = g_new0 (KliOpened, 1);
  gboolean read_only;

  kli_process_prepare ();
  opened->path = kli_place_resolve (path, error);
  if (opened->path == NULL || !kli_place_check (opened->path, error))
    return NULL;
  if (!is_there (opened->path)
      && (!may_create (opened->path, flags, error) || !kli_place_make_folder (opened->path, error)))
    return NULL;

  read_only = is_there (opened->path) && !kli_place_is_writable (opened->path);
  if (!read_only && (opened->lock = kli_lock_take (opened->path, lock_wait_ms, error)) == NULL)
    return NULL;
  if (!open_and_name_damage (opened, flags, read_only, error))
    return NULL;

  return g_steal_pointer (&opened);
}
