/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a store's schema to the newest. A migration is a file 0001-name.sql and nothing else; it sets
 * user_version to its own number, inside the transaction in which it runs (RELIABILITY A19). */
#include "store/kli-migration.h"

#include "store/kli-connection-private.h"
#include "store/kli-sql-resource.h"

#include <stdlib.h>

#define FOLDER "/org/klientela/Klientela/store/migrations"

static int
compare_names (const void *a, const void *b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

/* Returns: (transfer full): the files in order. Their numbers are 1, 2, 3 … (a test looks). */
static GStrv
list_files (void)
{
  GStrv names = g_resource_enumerate_children (kli_sql_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

int
kli_migration_newest (void)
{
  g_auto (GStrv) names = list_files ();

  return (int)g_strv_length (names);
}

static gboolean
check_version (KliConnection *connection, int number, const char *name, GError **error)
{
  int version = kli_connection_get_schema_version (connection, error);

  if (version < 0 || version == number)
    return version >= 0;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED, "%s did not set the version %d", name, number);

  return FALSE;
}

gboolean
kli_migration_apply (KliConnection *connection, int number, const char *name, const char *script, GError **error)
{
  gboolean done;

  g_return_val_if_fail (connection != NULL && name != NULL && script != NULL, FALSE);

  done = kli_connection_run (connection, "begin-edit", error)
         && kli_connection_run_script (connection, name, script, error)
         && check_version (connection, number, name, error) && kli_connection_run (connection, "commit", error);
  if (!done)
    kli_connection_roll_back (connection);

  return done;
}

gboolean
kli_migration_run (KliConnection *connection, int last, GError **error)
{
  g_auto (GStrv) names = list_files ();
  int version = kli_connection_get_schema_version (connection, error);

  g_return_val_if_fail (last <= (int)g_strv_length (names), FALSE);

  if (version < 0)
    return FALSE;

  for (int number = version + 1; number <= last; number++)
    {
      g_autofree char *path = g_strconcat ("migrations/", names[number - 1], NULL);

      if (!kli_migration_apply (connection, number, path, kli_connection_get_sql (path), error))
        return FALSE;
    }

  return TRUE;
}
