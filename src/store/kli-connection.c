/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection: opened with our pragmas and limits, and its cache of statements. */
#include "store/kli-connection-private.h"

#include "store/kli-feed.h"
#include "store/kli-place.h"
#include "store/kli-process.h"
#include "store/kli-sql-resource.h"
#include "store/kli-store-error-private.h"
#include "store/kli-store-file.h"

#include <string.h>

#define BUSY_TIMEOUT_MS 5000
#define STEPS_BETWEEN_CANCEL_CHECKS 4000
#define RESOURCE_PREFIX "/org/klientela/Klientela/store/"

typedef struct
{
  int what;
  int value;
} Setting;

/* RELIABILITY 7; nothing here depends on what a distribution compiled in. */
static const Setting switches[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
};

/* Far above what we need, far below what a hostile file could use (RELIABILITY C15). */
static const Setting limits[] = {
  { SQLITE_LIMIT_LENGTH, 512 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 100 },
  { SQLITE_LIMIT_VDBE_OP, 250000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 100 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

const char *
kli_connection_get_sql (const char *path)
{
  g_autofree char *full = g_strconcat (RESOURCE_PREFIX, path, NULL);
  /* Naming the resource keeps the linker from dropping it out of a static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (kli_sql_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* Not compressed: the bytes stay where they are in the program, and end in a NUL. */
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

static void
apply_settings (sqlite3 *handle)
{
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (handle, switches[i].what, switches[i].value, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].what, limits[i].value);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
}

/* A file that cannot or must not be written is opened as immutable: SQLite then makes no files beside it. */
static char *
immutable_uri (const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);

  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static sqlite3 *
open_handle (const char *path, KliConnectionMode mode, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  gboolean writes = mode == KLI_CONNECTION_WRITER || mode == KLI_CONNECTION_COPY;
  gboolean immutable
      = !writes && (mode == KLI_CONNECTION_FOREIGN || !kli_place_is_writable (path)) && !kli_store_file_has_log (path);
  g_autofree char *uri = immutable ? immutable_uri (path) : NULL;
  sqlite3 *handle = NULL;
  int code;

  if (writes)
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  else
    flags |= SQLITE_OPEN_READONLY;
  if (immutable)
    flags |= SQLITE_OPEN_URI;

  code = sqlite3_open_v2 (immutable ? uri : path, &handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      kli_store_error_set_sqlite (error, handle, code, "opening the store");
      sqlite3_close (handle);
      return NULL;
    }

  return handle;
}

/* What a connection must answer after its pragmas: SQLite ignores the ones it does not like. */
static gboolean
check_pragmas (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "pragmas", error);
  gboolean is_writer = connection->mode == KLI_CONNECTION_WRITER;

  if (statement == NULL || !kli_statement_step (statement, error))
    return FALSE;

  if ((is_writer && strcmp (kli_statement_get_text (statement, 0), "wal") != 0)
      || kli_statement_get_integer (statement, 1) != 2 || kli_statement_get_integer (statement, 2) != 1
      || kli_statement_get_integer (statement, 3) != 0 || kli_statement_get_integer (statement, 4) != 1)
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_UNSAFE_PLACE,
                   "SQLite does not keep the store safely here: journal %s, synchronous %" G_GINT64_FORMAT,
                   kli_statement_get_text (statement, 0), kli_statement_get_integer (statement, 1));
      return FALSE;
    }

  return TRUE;
}

/* Readers of a store that cannot be written reckon by the day, too (kli-derive-shadow.h). */
static gboolean
make_feed (KliConnection *connection, GError **error)
{
  int code = SQLITE_OK;

  if (connection->mode != KLI_CONNECTION_FOREIGN)
    code = kli_feed_register (connection);
  if (code != SQLITE_OK)
    kli_store_error_set_sqlite (error, connection->handle, code, "making the table of rows that are fed");

  return code == SQLITE_OK;
}

static gboolean
set_up (KliConnection *connection, GError **error)
{
  static const char *const scripts[] = {
    [KLI_CONNECTION_WRITER] = "open-writer",
    [KLI_CONNECTION_READER] = "open-reader",
    [KLI_CONNECTION_FOREIGN] = "open-foreign",
    [KLI_CONNECTION_COPY] = "open-copy",
  };
  g_autofree char *path = g_strconcat ("sql/", scripts[connection->mode], ".sql", NULL);

  apply_settings (connection->handle);
  if (connection->mode == KLI_CONNECTION_READER || connection->mode == KLI_CONNECTION_FOREIGN)
    sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (connection->mode == KLI_CONNECTION_FOREIGN)
    sqlite3_db_config (connection->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_wal_autocheckpoint (connection->handle, 0);

  return make_feed (connection, error)
         && kli_connection_run_script (connection, path, kli_connection_get_sql (path), error)
         && check_pragmas (connection, error);
}

KliConnection *
kli_connection_open (const char *path, KliConnectionMode mode, GError **error)
{
  g_autoptr (KliConnection) connection = NULL;
  sqlite3 *handle;

  g_return_val_if_fail (path != NULL, NULL);

  kli_process_prepare ();
  handle = open_handle (path, mode, error);
  if (handle == NULL)
    return NULL;

  connection = g_new0 (KliConnection, 1);
  connection->handle = handle;
  connection->mode = mode;
  connection->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)kli_statement_free);
  if (mode == KLI_CONNECTION_WRITER)
    connection->known_sets = kli_known_sets_new (handle);

  return set_up (connection, error) ? g_steal_pointer (&connection) : NULL;
}

void
kli_connection_close (KliConnection *connection)
{
  int code;

  if (connection == NULL)
    return;

  kli_connection_set_cancellable (connection, NULL, NULL);
  g_hash_table_unref (connection->statements);
  kli_known_sets_free (connection->known_sets);
  code = sqlite3_close (connection->handle);
  if (code != SQLITE_OK)
    g_critical ("A connection was closed while one of its statements was lent: %s", sqlite3_errstr (code));
  g_free (connection);
}

sqlite3 *
kli_connection_get_handle (KliConnection *connection)
{
  g_return_val_if_fail (connection != NULL, NULL);

  return connection->handle;
}

static int
progress_cb (void *user_data)
{
  KliConnection *connection = user_data;

  return g_cancellable_is_cancelled (connection->cancellable) || g_cancellable_is_cancelled (connection->closing);
}

void
kli_connection_set_cancellable (KliConnection *connection, GCancellable *cancellable, GCancellable *closing)
{
  gboolean any = cancellable != NULL || closing != NULL;

  g_return_if_fail (connection != NULL);

  g_set_object (&connection->cancellable, cancellable);
  g_set_object (&connection->closing, closing);
  sqlite3_progress_handler (connection->handle, any ? STEPS_BETWEEN_CANCEL_CHECKS : 0, any ? progress_cb : NULL,
                            connection);
}

gboolean
kli_connection_is_cancelled (KliConnection *connection, GError **error)
{
  g_return_val_if_fail (connection != NULL, TRUE);

  return g_cancellable_set_error_if_cancelled (connection->cancellable, error)
         || g_cancellable_set_error_if_cancelled (connection->closing, error);
}

static const char *
get_statement_sql (const char *name)
{
  g_autofree char *path = g_strconcat ("sql/", name, ".sql", NULL);
  const char *sql = kli_connection_get_sql (path);

  if (sql == NULL)
    g_error ("There is no statement called %s", name);

  return sql;
}

/* A kept statement, for another time. */
static KliStatement *
lend_again (KliStatement *statement)
{
  statement->lent = TRUE;
  statement->bind_code = SQLITE_OK;
  statement->began = kli_process_debugs_sql () ? g_get_monotonic_time () : 0;

  return statement;
}

/* @cached: keeps it under its name when it ends. */
static KliStatement *
lend_new (KliConnection *connection, const char *name, const char *sql, gboolean cached, GError **error)
{
  KliStatement *statement = kli_statement_prepare (connection, name, sql, cached, error);

  if (statement != NULL && cached)
    g_hash_table_insert (connection->statements, (gpointer)statement->name, statement);

  return statement;
}

KliStatement *
kli_connection_lend (KliConnection *connection, const char *name, GError **error)
{
  KliStatement *kept;

  g_return_val_if_fail (connection != NULL && name != NULL, NULL);

  kept = g_hash_table_lookup (connection->statements, name);
  if (kept != NULL && !kept->lent)
    return lend_again (kept);

  return lend_new (connection, name, get_statement_sql (name), kept == NULL, error);
}

static char *
put_in (const char *sql, const char *place, const char *name)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (strspn (name, "abcdefghijklmnopqrstuvwxyz_0123456789, ") == strlen (name), NULL);

  parts = g_strsplit (sql, place, -1);

  return g_strjoinv (name, parts);
}

/* A statement in which the table of @kind is put in for $table, and @text for @place. */
static KliStatement *
lend_with (KliConnection *connection,
           const char *name,
           const KliKind *kind,
           const char *place,
           const char *text,
           GError **error)
{
  g_autofree char *full_name = g_strjoin (" ", name, kind->name, text, NULL);
  KliStatement *kept = g_hash_table_lookup (connection->statements, full_name);
  g_autofree char *of_table = NULL;
  g_autofree char *sql = NULL;

  if (kept != NULL && !kept->lent)
    return lend_again (kept);

  of_table = put_in (get_statement_sql (name), "$table", kind->name);
  sql = put_in (of_table, place, text);

  return lend_new (connection, full_name, sql, kept == NULL, error);
}

KliStatement *
kli_connection_lend_for (
    KliConnection *connection, const char *name, const KliKind *kind, const char *column, GError **error)
{
  g_return_val_if_fail (connection != NULL && name != NULL && kind != NULL && column != NULL, NULL);

  return lend_with (connection, name, kind, "$column", column, error);
}

KliStatement *
kli_connection_lend_feed (
    KliConnection *connection, const char *name, const KliKind *kind, guint n_columns, GError **error)
{
  g_autoptr (GString) values = g_string_new ("c0");

  g_return_val_if_fail (connection != NULL && name != NULL && kind != NULL && n_columns > 0, NULL);

  for (guint i = 1; i < n_columns; i++)
    g_string_append_printf (values, ", c%u", i);

  return lend_with (connection, name, kind, "$values", values->str, error);
}

KliStatement *
kli_connection_lend_rows (KliConnection *connection, const char *table, GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (connection != NULL && table != NULL, NULL);

  sql = put_in (get_statement_sql ("table-rows"), "$table", table);

  return kli_statement_prepare (connection, table, sql, FALSE, error);
}

gboolean
kli_connection_run (KliConnection *connection, const char *name, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  return statement != NULL && kli_statement_run (statement, error);
}

gboolean
kli_connection_get_integer (KliConnection *connection, const char *name, gint64 *value, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (!kli_statement_step (statement, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND, "%s has no answer", name);
      return FALSE;
    }

  *value = kli_statement_get_integer (statement, 0);

  return TRUE;
}

gboolean
kli_connection_run_script (KliConnection *connection, const char *name, const char *script, GError **error)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (connection != NULL && script != NULL, FALSE);

  while (code == SQLITE_OK && *script != '\0')
    {
      sqlite3_stmt *stmt = NULL;

      code = sqlite3_prepare_v2 (connection->handle, script, -1, &stmt, &script);
      if (code == SQLITE_OK && stmt != NULL) /* NULL for the comment at the end */
        {
          while ((code = sqlite3_step (stmt)) == SQLITE_ROW)
            ;
          code = sqlite3_finalize (stmt);
        }
    }
  if (code != SQLITE_OK)
    kli_store_error_set_sqlite (error, connection->handle, code, name);

  return code == SQLITE_OK;
}

void
kli_connection_roll_back (KliConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (connection != NULL);

  /* A full disk or a failed write may have rolled back already. */
  if (!sqlite3_get_autocommit (connection->handle) && !kli_connection_run (connection, "rollback", &error))
    g_message ("A transaction could not be rolled back: %s", error->message);
}

int
kli_connection_get_schema_version (KliConnection *connection, GError **error)
{
  gint64 version = 0;

  return kli_connection_get_integer (connection, "schema-version", &version, error) ? (int)version : -1;
}

KliRow *
kli_connection_load (KliConnection *connection, const KliKind *kind, gint64 id, GError **error)
{
  g_autofree char *name = g_strconcat (kind->statement_stem, "-select", NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  kli_statement_bind_integer (statement, 1, id);
  if (kli_statement_step (statement, &local_error))
    return kli_statement_get_row (statement, 0, kind);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND, "There is no %s %" G_GINT64_FORMAT, kind->name, id);

  return NULL;
}

gboolean
kli_connection_begin_read (KliConnection *connection, GError **error)
{
  g_return_val_if_fail (connection != NULL && !connection->in_read, FALSE);

  connection->in_read = kli_connection_run (connection, "begin-read", error);

  return connection->in_read;
}

void
kli_connection_end_read (KliConnection *connection)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (connection != NULL && connection->in_read);

  connection->in_read = FALSE;
  kli_connection_set_cancellable (connection, NULL, NULL); /* or the end itself would be interrupted */
  /* A failed read may have ended it already. */
  if (!sqlite3_get_autocommit (connection->handle) && !kli_connection_run (connection, "commit", &error))
    g_message ("A read could not be ended: %s", error->message);
}
