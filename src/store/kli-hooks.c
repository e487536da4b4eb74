/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest neighbours with which an edit is whole: owners by sight, one slice. */
#include "store/kli-hooks.h"

#include "store/kli-store-error-private.h"

static KliChangeOperation
operation_of (int code)
{
  return code == SQLITE_INSERT ? KLI_CHANGE_INSERT : code == SQLITE_DELETE ? KLI_CHANGE_DELETE : KLI_CHANGE_UPDATE;
}

static gint64
add_row (KliChanges *changes, const KliKind *kind, sqlite3_changeset_iter *iter, int code)
{
  sqlite3_value *value = NULL;
  gint64 id;

  if (code == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  id = sqlite3_value_int64 (value);
  kli_changes_add (changes, kind, id, operation_of (code));

  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].flags & KLI_COLUMN_OWNER)
      {
        if (code != SQLITE_INSERT && sqlite3changeset_old (iter, (int) i + 2, &value) == SQLITE_OK && value != NULL)
          kli_changes_add_touched (changes, sqlite3_value_int64 (value));
        if (code != SQLITE_DELETE && sqlite3changeset_new (iter, (int) i + 2, &value) == SQLITE_OK && value != NULL)
          kli_changes_add_touched (changes, sqlite3_value_int64 (value));
      }

  return id;
}

/* An update names only what differs: its owners are read from the row as it is now. */
static gboolean
add_present_owners (KliChanges *changes, KliConnection *connection, const KliKind *kind, gint64 id, GError **error)
{
  g_autoptr (KliRow) row = kli_connection_load (connection, kind, id, error);

  for (guint i = 0; row != NULL && i < kind->n_columns; i++)
    if (kind->columns[i].flags & KLI_COLUMN_OWNER)
      kli_changes_add_touched (changes, kli_row_get_integer (row, i));

  return row != NULL;
}

gboolean
kli_changeset_to_changes (GBytes *changeset, KliConnection *connection, KliChanges *changes, GHashTable *cards,
                          GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                     (void *) g_bytes_get_data (changeset, NULL));

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      gint64 id;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      id = add_row (changes, kli_kind_by_name (table), iter, operation);
      if (operation == SQLITE_UPDATE && !add_present_owners (changes, connection, kli_kind_by_name (table), id, error))
        {
          sqlite3changeset_finalize (iter);
          return FALSE;
        }
    }
  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iter);
  if (code != SQLITE_OK)
    kli_store_error_set_sqlite (error, NULL, code, "reading a changeset");

  return code == SQLITE_OK;
}

gboolean
kli_history_record (KliConnection *connection, const KliHistoryHeader *header, GBytes *changeset, GError **error)
{
  g_autoptr (KliStatement) entry = kli_connection_lend (connection, "history-insert", error);
  g_autoptr (KliStatement) slice = kli_connection_lend (connection, "history-slice-insert", error);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changeset);

  if (entry == NULL || slice == NULL)
    return FALSE;

  kli_statement_bind_integer (entry, 1, header->id);
  kli_statement_bind_text (entry, 2, header->verb);
  kli_statement_bind_integer (entry, 3, header->subject);
  kli_statement_bind_integer (entry, 4, header->instant);
  kli_statement_bind_text (entry, 5, header->who);
  kli_statement_bind_text (entry, 6, header->desk);
  kli_statement_bind_integer (entry, 7, header->undoes);
  kli_statement_bind_integer (entry, 8, header->schema_version);

  kli_statement_bind_integer (slice, 1, header->id);
  kli_statement_bind_integer (slice, 2, 0);
  kli_statement_bind_text (slice, 3, hash);
  kli_statement_bind_integer (slice, 4, 1);
  kli_statement_bind_bytes (slice, 5, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));

  return kli_statement_run (entry, error) && kli_statement_run (slice, error);
}
