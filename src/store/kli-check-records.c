/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of what people recorded: structure, text, references, content. */
#include "store/kli-check-private.h"

#include "core/kli-id-table.h"
#include "core/kli-kinds.h"
#include "store/kli-check-rows.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* From 3.44 on SQLite looks at the indexes of words, too. They derive from the records and have a check of their own:
 * a fault in them is none of the file. */
static gboolean
is_of_file (const char *fault)
{
  return strcmp (fault, "ok") != 0 && strstr (fault, "FTS5 table") == NULL;
}

gboolean
kli_check_structure (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "integrity-check", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (*detail == NULL && kli_statement_step (statement, &local_error))
    if (is_of_file (kli_statement_get_text (statement, 0)))
      *detail = g_strdup (kli_statement_get_text (statement, 0));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* --- text --- */

gboolean
kli_check_row_is_utf8 (KliStatement *row)
{
  int n_columns = sqlite3_column_count (row->stmt);

  for (int column = 0; column < n_columns; column++)
    if (sqlite3_column_type (row->stmt, column) == SQLITE_TEXT
        && !g_utf8_validate_len ((const char *)sqlite3_column_text (row->stmt, column),
                                 (gsize)sqlite3_column_bytes (row->stmt, column), NULL))
      return FALSE;

  return TRUE;
}

static gboolean
check_row_text (const char *table, KliStatement *row, gpointer user_data, GError **error)
{
  char **detail = user_data;

  if (*detail == NULL && !kli_check_row_is_utf8 (row))
    *detail = g_strdup_printf ("a text in %s is not UTF-8", table);

  return TRUE;
}

gboolean
kli_check_text (KliConnection *connection, char **detail, GError **error)
{
  return kli_check_foreach_row (connection, check_row_text, detail, error);
}

/* --- references --- */

/* @record: standing on a row of the table of @kind. */
typedef void (*RecordFunc) (KliStatement *record, const KliKind *kind, gpointer user_data);

/* Where the columns that a kind declares begin: after the id and deleted_at. */
#define FIRST_COLUMN 2

static gboolean
foreach_record_of (KliConnection *connection, const KliKind *kind, RecordFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend_rows (connection, kind->name, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  while (kli_statement_step (rows, &local_error))
    func (rows, kind, user_data);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
foreach_record (KliConnection *connection, RecordFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    if (!foreach_record_of (connection, kli_kinds[i], func, user_data, error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  KliIdTable *ids; /* of all records of all kinds */
  char **detail;
} References;

static void
gather_id (KliStatement *record, const KliKind *kind, gpointer user_data)
{
  References *references = user_data;
  gint64 id = kli_statement_get_integer (record, 0);

  if (id > 0 && !kli_id_table_add (references->ids, id) && *references->detail == NULL)
    *references->detail = g_strdup_printf ("the id %" G_GINT64_FORMAT " is there twice", id);
}

static void
check_row_references (KliStatement *record, const KliKind *kind, gpointer user_data)
{
  References *references = user_data;

  for (guint i = 0; i < kind->n_columns && *references->detail == NULL; i++)
    if (kind->columns[i].type == KLI_COLUMN_ID)
      {
        gint64 id = kli_statement_get_integer (record, FIRST_COLUMN + (int)i);

        if (id != 0 && (id < 0 || !kli_id_table_contains (references->ids, id)))
          *references->detail
              = g_strdup_printf ("%s %" G_GINT64_FORMAT " names %s %" G_GINT64_FORMAT ", which is not there",
                                 kind->name, kli_statement_get_integer (record, 0), kind->columns[i].name, id);
      }
}

gboolean
kli_check_references (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (KliIdTable) ids = kli_id_table_new ();
  References references = { ids, detail };

  if (!foreach_record (connection, gather_id, &references, error))
    return FALSE;

  return foreach_record (connection, check_row_references, &references, error);
}

/* --- content --- */

static gboolean
check_hash (KliConnection *connection, const char *hash, char **detail, GError **error)
{
  g_autoptr (KliStatement) pieces = kli_connection_lend (connection, "content-select", error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) local_error = NULL;

  if (pieces == NULL)
    return FALSE;

  kli_statement_bind_text (pieces, 1, hash);
  while (kli_statement_step (pieces, &local_error))
    {
      gsize size;
      gconstpointer bytes = kli_statement_get_bytes (pieces, 0, &size);

      if (size > 0)
        g_checksum_update (checksum, bytes, (gssize)size);
    }
  if (local_error == NULL && strcmp (g_checksum_get_string (checksum), hash) != 0 && *detail == NULL)
    *detail = g_strdup_printf ("the content %s is not what was kept", hash);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Returns: (transfer full) (nullable): a set of the hashes under which something is kept. */
static GHashTable *
list_hashes (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-hashes", error);
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    g_hash_table_add (hashes, g_strdup (kli_statement_get_text (statement, 0)));

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&hashes) : NULL;
}

typedef struct
{
  GHashTable *hashes;
  char **detail;
} Contents;

static void
check_row_content (KliStatement *record, const KliKind *kind, gpointer user_data)
{
  Contents *contents = user_data;

  for (guint i = 0; i < kind->n_columns && *contents->detail == NULL; i++)
    if (kind->columns[i].flags & KLI_COLUMN_CONTENT)
      {
        const char *hash = kli_statement_get_text (record, FIRST_COLUMN + (int)i);

        if (*hash != '\0' && !g_hash_table_contains (contents->hashes, hash))
          *contents->detail = g_strdup_printf ("the %s of %s %" G_GINT64_FORMAT " is not kept", kind->columns[i].name,
                                               kind->name, kli_statement_get_integer (record, 0));
      }
}

gboolean
kli_check_content (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (GHashTable) hashes = list_hashes (connection, error);
  Contents contents = { hashes, detail };
  GHashTableIter iter;
  gpointer hash;

  if (hashes == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    if (!check_hash (connection, hash, detail, error))
      return FALSE;

  return foreach_record (connection, check_row_content, &contents, error);
}
