/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: whole or not at all, wherever they stop, and a verified copy first (RELIABILITY A19). */
#include "store-fixture.h"

#include "store/kli-backup-private.h"
#include "store/kli-connection-private.h"
#include "store/kli-migration.h"
#include "store/kli-sql-resource.h"
#include "store/kli-store-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a later version may do, statement by statement. */
static const char *const next[] = {
  "CREATE TABLE holiday (id INTEGER PRIMARY KEY NOT NULL, deleted_at INTEGER NOT NULL DEFAULT 0) STRICT;",
  "ALTER TABLE contact ADD COLUMN pronoun TEXT NOT NULL DEFAULT '';",
  "UPDATE contact SET pronoun = 'x';",
  "DROP TABLE recent;",
  "CREATE INDEX contact_pronoun ON contact (pronoun);",
  NULL,
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliStore) store = NULL;

  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  store = store_fixture_open (fixture->folder, "test.db");
  store_fixture_add_person (store, "Anna");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* The names are 0001-…, 0002-… without a gap: their number is their version. */
static void
test_names (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (
      kli_sql_get_resource (), "/org/klientela/Klientela/store/migrations", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  int newest = kli_migration_newest ();

  for (int number = 1; number <= newest; number++)
    {
      g_autofree char *prefix = g_strdup_printf ("%04d-", number);
      guint n_found = 0;

      for (guint i = 0; names[i] != NULL; i++)
        n_found += g_str_has_prefix (names[i], prefix);
      g_assert_cmpuint (n_found, ==, 1);
    }
  g_assert_cmpuint (g_strv_length (names), ==, (guint)newest);
}

static char *
digest_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliConnection) connection = kli_connection_open (path, KLI_CONNECTION_FOREIGN, &error);
  g_autoptr (KliStatement) schema = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_string_append_printf (text, "%d ", kli_connection_get_schema_version (connection, NULL));
  schema = kli_connection_lend (connection, "schema", &error);
  while (kli_statement_step (schema, &error))
    g_string_append (text, kli_statement_get_text (schema, 3));
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first @n statements, then a mistake. */
static char *
script_failing_after (guint n)
{
  g_autoptr (GString) script = g_string_new (NULL);

  g_string_append_printf (script, "PRAGMA user_version = %d;", kli_migration_newest () + 1);
  for (guint i = 0; i < n; i++)
    g_string_append (script, next[i]);
  g_string_append (script, "INSERT INTO no_such_table VALUES (1);");

  return g_string_free (g_steal_pointer (&script), FALSE);
}

static void
test_failing_statement (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->path);

  for (guint n = 0; n <= g_strv_length ((char **)next); n++)
    {
      g_autofree char *script = script_failing_after (n);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      KliConnection *connection = kli_connection_open (fixture->path, KLI_CONNECTION_WRITER, &error);

      g_assert_no_error (error);
      g_assert_false (kli_migration_apply (connection, kli_migration_newest () + 1, "next", script, &error));
      g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
      kli_connection_close (connection);
      after = digest_of (fixture->path);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_forgotten_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (fixture->path, KLI_CONNECTION_WRITER, &error);

  g_assert_false (kli_migration_apply (connection, kli_migration_newest () + 1, "next", next[0], &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
  kli_connection_close (connection);
  after = digest_of (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* In a process of its own: killed by itself after the first @n statements. */
static int
migrate_and_die (const char *path, guint n)
{
  KliConnection *connection = kli_connection_open (path, KLI_CONNECTION_WRITER, NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d;", kli_migration_newest () + 1);

  if (connection == NULL || !kli_connection_run (connection, "begin-edit", NULL)
      || !kli_connection_run_script (connection, "next", version, NULL))
    return 1;
  for (guint i = 0; i < n; i++)
    if (!kli_connection_run_script (connection, "next", next[i], NULL))
      return 1;
  /* What is not in the log yet shall be tried there too. */
  sqlite3_db_cacheflush (kli_connection_get_handle (connection));
  raise (SIGKILL);

  return 1;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->path);

  for (guint n = 0; n <= g_strv_length ((char **)next); n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child
          = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--die", fixture->path, number, NULL);
      g_autoptr (KliStore) store = NULL;

      g_assert_no_error (error);
      g_subprocess_wait (child, NULL, NULL);
      g_assert_true (g_subprocess_get_if_signaled (child));

      store = store_fixture_open (fixture->folder, "test.db");
      g_assert_cmpint (store_fixture_count_people (store), ==, 1);
      g_clear_object (&store);
      after = digest_of (fixture->path);
      g_assert_cmpstr (after, ==, before);
    }
}

/* A store one version back: opening it keeps a verified copy of how it was. */
static void
test_copy_first (Fixture *fixture, gconstpointer data)
{
  int newest = kli_migration_newest ();
  g_autofree char *kept_name = g_strdup_printf ("test.db.version-%d", newest - 1);
  g_autofree char *kept = g_build_filename (fixture->folder, kept_name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = NULL;

  g_unlink (fixture->path);
  {
    g_autoptr (KliConnection) old = kli_connection_open (fixture->path, KLI_CONNECTION_WRITER, &error);

    g_assert_no_error (error);
    kli_migration_run (old, newest - 1, &error);
    g_assert_no_error (error);
    kli_connection_run_script (old, "id", "INSERT INTO store_state VALUES ('store_id', 'old')", &error);
    g_assert_no_error (error);
  }

  store = store_fixture_open (fixture->folder, "test.db");
  g_assert_cmpstr (kli_store_get_id (store), ==, "old");
  kli_backup_verify (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kli_store_file_judge (kept, newest, &error), ==, newest - 1);
}

#define add(name, func) g_test_add ("/store/migration/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--die") == 0)
    return migrate_and_die (argv[2], (guint)atoi (argv[3]));

  store_fixture_init (&argc, &argv);

  g_test_add_func ("/store/migration/names", test_names);
  add ("failing-statement", test_failing_statement);
  add ("forgotten-version", test_forgotten_version);
  add ("killed", test_killed);
  add ("copy-first", test_copy_first);

  return g_test_run ();
}
