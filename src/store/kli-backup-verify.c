/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a file that somebody offers as a store: nothing of it is believed (RELIABILITY C15). */
#include "store/kli-backup-private.h"

#include "store/kli-check-private.h"
#include "store/kli-check-rows.h"
#include "store/kli-connection-private.h"
#include "store/kli-migration.h"
#include "store/kli-store-error-private.h"
#include "store/kli-store-file.h"

#include <string.h>

static void
set_damaged (GError **error, const char *path, const char *finding)
{
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: %s", path, finding);
}

static gboolean
check_structure (KliConnection *connection, const char *path, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "integrity-check", error);

  if (statement == NULL || !kli_statement_step (statement, error))
    return FALSE;
  if (strcmp (kli_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  set_damaged (error, path, kli_statement_get_text (statement, 0));

  return FALSE;
}

/* Returns: (transfer full) (nullable): the schema as one text. */
static char *
print_schema (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "schema", error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    for (int column = 0; column < 4; column++)
      g_string_append_printf (text, "%s\n", kli_statement_get_text (statement, column));
  if (local_error == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Our own migrations up to the file's version, run in memory, are what it must look like. */
static gboolean
check_schema (KliConnection *connection, const char *path, int version, GError **error)
{
  g_autoptr (KliConnection) model = kli_connection_open (":memory:", KLI_CONNECTION_COPY, error);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (model == NULL || !kli_migration_run (model, version, error))
    return FALSE;

  expected = print_schema (model, error);
  found = print_schema (connection, error);
  if (expected == NULL || found == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_A_STORE, "“%s” has other tables than a store of version %d",
               path, version);

  return FALSE;
}

static gboolean
check_row (const char *table, KliStatement *row, gpointer user_data, GError **error)
{
  const char *path = user_data;

  if (kli_check_row_is_utf8 (row))
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "“%s” is damaged: a text in %s is not UTF-8", path,
               table);

  return FALSE;
}

/* A copy carries the digest of what it held when it was made. */
static gboolean
check_digest (KliConnection *connection, const char *path, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "store-state-get", error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *found = NULL;

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, KLI_COPY_DIGEST);
  if (!kli_statement_step (statement, &local_error)) /* a closed store that was copied by hand */
    return kli_store_error_pass (error, g_steal_pointer (&local_error));

  found = kli_check_digest (connection, error);
  if (found != NULL && !g_str_equal (found, kli_statement_get_text (statement, 0)))
    {
      set_damaged (error, path, "it no longer holds what was written");
      return FALSE;
    }

  return found != NULL;
}

gboolean
kli_backup_verify (const char *path, GError **error)
{
  g_autoptr (KliConnection) connection = NULL;
  int version;

  g_return_val_if_fail (path != NULL, FALSE);

  version = kli_store_file_judge (path, kli_migration_newest (), error);
  if (version < 0)
    return FALSE;

  connection = kli_connection_open (path, KLI_CONNECTION_FOREIGN, error);

  return connection != NULL && check_structure (connection, path, error)
         && check_schema (connection, path, version, error)
         && kli_check_foreach_row (connection, check_row, (gpointer)path, error)
         && check_digest (connection, path, error);
}
