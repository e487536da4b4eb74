/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every row of a store's tables. SQLite's integrity check sees structure only: of 400 flipped bits
 * it noticed 25 (RELIABILITY M4); a digest over the values sees the rest. */
#include "store/kli-check-rows.h"

#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

#include <string.h>

#define ROWS_BETWEEN_CANCEL_CHECKS 1000

static gboolean
walk_table (KliConnection *connection, const char *table, KliRowFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend_rows (connection, table, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  for (guint i = 1; kli_statement_step (rows, &local_error); i++)
    if (!func (table, rows, user_data, error)
        || (i % ROWS_BETWEEN_CANCEL_CHECKS == 0 && kli_connection_is_cancelled (connection, error)))
      return FALSE;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_check_foreach_row (KliConnection *connection, KliRowFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliStatement) names = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && func != NULL, FALSE);

  names = kli_connection_lend (connection, "table-names", error);
  if (names == NULL)
    return FALSE;

  while (kli_statement_step (names, &local_error))
    {
      g_autofree char *table = g_strdup (kli_statement_get_text (names, 0));

      if (!walk_table (connection, table, func, user_data, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Type and length before the bytes, so that no two rows can look the same. */
static void
add_value (GChecksum *checksum, sqlite3_stmt *stmt, int column)
{
  int type = sqlite3_column_type (stmt, column);
  gint64 integer = type == SQLITE_INTEGER ? sqlite3_column_int64 (stmt, column) : 0;
  gconstpointer bytes = type != SQLITE_INTEGER ? sqlite3_column_blob (stmt, column) : NULL;
  int size = type != SQLITE_INTEGER ? sqlite3_column_bytes (stmt, column) : 0;
  gint64 head[] = { GINT64_TO_LE ((gint64)type), GINT64_TO_LE (integer), GINT64_TO_LE ((gint64)size) };

  g_checksum_update (checksum, (const guchar *)head, sizeof head);
  if (size > 0)
    g_checksum_update (checksum, bytes, size);
}

static gboolean
add_row (const char *table, KliStatement *row, gpointer user_data, GError **error)
{
  GChecksum *checksum = user_data;
  int n_columns = sqlite3_column_count (row->stmt);

  if (strcmp (table, "store_state") == 0 && strcmp (kli_statement_get_text (row, 0), KLI_COPY_DIGEST) == 0)
    return TRUE;

  g_checksum_update (checksum, (const guchar *)table, (gssize)strlen (table) + 1);
  for (int column = 0; column < n_columns; column++)
    add_value (checksum, row->stmt, column);

  return TRUE;
}

char *
kli_check_digest (KliConnection *connection, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!kli_check_foreach_row (connection, add_row, checksum, error))
    return NULL;

  return g_strdup (g_checksum_get_string (checksum));
}
