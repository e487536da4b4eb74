/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement: values in by number, rows out by column. */
#include "store/kli-connection-private.h"

#include "store/kli-process.h"
#include "store/kli-store-error-private.h"

KliStatement *
kli_statement_prepare (KliConnection *connection, const char *name, const char *sql, gboolean cached, GError **error)
{
  unsigned int flags = cached ? SQLITE_PREPARE_PERSISTENT : 0;
  KliStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int code;

  g_return_val_if_fail (connection != NULL && name != NULL && sql != NULL, NULL);

  code = sqlite3_prepare_v3 (connection->handle, sql, -1, flags, &stmt, NULL);
  if (code != SQLITE_OK)
    {
      kli_store_error_set_sqlite (error, connection->handle, code, name);
      return NULL;
    }

  statement = g_new0 (KliStatement, 1);
  statement->connection = connection;
  statement->stmt = stmt;
  statement->name = g_intern_string (name);
  statement->cached = cached;
  statement->lent = TRUE;
  statement->began = kli_process_debugs_sql () ? g_get_monotonic_time () : 0;

  return statement;
}

void
kli_statement_free (KliStatement *statement)
{
  g_return_if_fail (statement != NULL);

  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

void
kli_statement_end (KliStatement *statement)
{
  if (statement == NULL)
    return;

  g_return_if_fail (statement->lent);

  if (kli_process_debugs_sql ())
    g_printerr ("%s: %" G_GINT64_FORMAT " µs\n", statement->name, g_get_monotonic_time () - statement->began);

  sqlite3_reset (statement->stmt);
  if (statement->cached)
    {
      sqlite3_clear_bindings (statement->stmt); /* keeps no person's text longer than needed */
      statement->lent = FALSE;
    }
  else
    kli_statement_free (statement);
}

static void
note_bind (KliStatement *statement, int code)
{
  /* The wrong number or a running statement is a programming error; a value that is too big is not. */
  g_return_if_fail (code == SQLITE_OK || code == SQLITE_TOOBIG || code == SQLITE_NOMEM);

  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
kli_statement_bind_integer (KliStatement *statement, int parameter, gint64 value)
{
  g_return_if_fail (statement != NULL);

  note_bind (statement, sqlite3_bind_int64 (statement->stmt, parameter, value));
}

void
kli_statement_bind_text (KliStatement *statement, int parameter, const char *text)
{
  g_return_if_fail (statement != NULL && text != NULL);

  if (*text == '\0') /* as most columns of most records are: there is nothing to copy */
    note_bind (statement, sqlite3_bind_text (statement->stmt, parameter, "", 0, SQLITE_STATIC));
  else
    note_bind (statement, sqlite3_bind_text (statement->stmt, parameter, text, -1, SQLITE_TRANSIENT));
}

void
kli_statement_bind_bytes (KliStatement *statement, int parameter, gconstpointer bytes, gsize size)
{
  g_return_if_fail (statement != NULL && (bytes != NULL || size == 0));

  /* Not a NULL pointer: that would bind SQL's NULL. */
  note_bind (statement,
             sqlite3_bind_blob64 (statement->stmt, parameter, bytes != NULL ? bytes : "", size, SQLITE_TRANSIENT));
}

void
kli_statement_bind_integers (KliStatement *statement, int parameter, const gint64 *values, guint n)
{
  g_autoptr (GString) json = g_string_new ("[");

  g_return_if_fail (statement != NULL && (values != NULL || n == 0));

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", values[i]);
  g_string_append_c (json, ']');
  kli_statement_bind_text (statement, parameter, json->str);
}

gboolean
kli_statement_step (KliStatement *statement, GError **error)
{
  int code;

  g_return_val_if_fail (statement != NULL, FALSE);

  code = statement->bind_code != SQLITE_OK ? statement->bind_code : sqlite3_step (statement->stmt);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    kli_store_error_set_sqlite (error, statement->connection->handle, code, statement->name);
  sqlite3_reset (statement->stmt); /* lets go of what it was reading */

  return FALSE;
}

gboolean
kli_statement_run (KliStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (kli_statement_step (statement, &local_error))
    ;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

void
kli_statement_rewind (KliStatement *statement)
{
  g_return_if_fail (statement != NULL);

  sqlite3_reset (statement->stmt);
}

gint64
kli_statement_get_integer (KliStatement *statement, int column)
{
  g_return_val_if_fail (statement != NULL, 0);

  return sqlite3_column_int64 (statement->stmt, column);
}

const char *
kli_statement_get_text (KliStatement *statement, int column)
{
  const char *text;

  g_return_val_if_fail (statement != NULL, "");

  text = (const char *)sqlite3_column_text (statement->stmt, column);

  return text != NULL ? text : "";
}

gconstpointer
kli_statement_get_bytes (KliStatement *statement, int column, gsize *size)
{
  gconstpointer bytes;

  g_return_val_if_fail (statement != NULL && size != NULL, NULL);

  bytes = sqlite3_column_blob (statement->stmt, column);
  *size = (gsize)sqlite3_column_bytes (statement->stmt, column);

  return bytes;
}

KliRow *
kli_statement_get_row (KliStatement *statement, int column, const KliKind *kind)
{
  union KliRowValue *values;
  KliRow *row;

  g_return_val_if_fail (statement != NULL && kind != NULL, NULL);

  values = g_newa (union KliRowValue, kind->n_columns);
  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_column_is_text (&kind->columns[i]))
      values[i].text = (char *)kli_statement_get_text (statement, column + 2 + (int)i);
    else
      values[i].integer = kli_statement_get_integer (statement, column + 2 + (int)i);
  row = kli_row_new_filled (kind, values);
  row->id = kli_statement_get_integer (statement, column);
  row->deleted_at = kli_statement_get_integer (statement, column + 1);

  return row;
}

GPtrArray *
kli_statement_read_rows (KliStatement *statement, const KliKind *kind, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (statement != NULL && kind != NULL, NULL);

  while (kli_statement_step (statement, &failure))
    g_ptr_array_add (rows, kli_statement_get_row (statement, 0, kind));

  return kli_store_error_pass (error, g_steal_pointer (&failure)) ? g_steal_pointer (&rows) : NULL;
}

/* The texts stay where they are in the row: nothing is copied. */
void
kli_statement_bind_row (KliStatement *statement, const KliRow *row)
{
  g_return_if_fail (statement != NULL && row != NULL);

  kli_statement_bind_integer (statement, 1, row->id);
  kli_statement_bind_integer (statement, 2, row->deleted_at);
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_column_is_text (&row->kind->columns[i]))
      note_bind (statement, sqlite3_bind_text (statement->stmt, 3 + (int)i, row->values[i].text, -1, SQLITE_STATIC));
    else
      kli_statement_bind_integer (statement, 3 + (int)i, row->values[i].integer);
}
