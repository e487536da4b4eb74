/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recorder of edits against SQLite's session extension: whatever happens to the tracked tables, both say that the
 * same was changed. */
#include "store-fixture.h"

#include "core/kli-kinds.h"
#include "store/kli-recorder.h"

#include <string.h>

#define IDS 12 /* few, so that the same row is changed again and again */
#define STATEMENTS_MAX 25

/* --- tables ------------------------------------------------------------------------------------------------- */

static void
run (KliConnection *connection, const char *script)
{
  sqlite3 *handle = kli_connection_get_handle (connection);

  while (*script != '\0')
    {
      sqlite3_stmt *statement;

      if (sqlite3_prepare_v2 (handle, script, -1, &statement, &script) != SQLITE_OK)
        g_error ("%s: %s", sqlite3_errmsg (handle), script);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      sqlite3_finalize (statement);
    }
}

static char *
describe_table (const KliKind *kind)
{
  GString *sql = g_string_new ("CREATE TABLE ");

  g_string_append_printf (sql, "%s (id INTEGER PRIMARY KEY NOT NULL, deleted_at INTEGER NOT NULL DEFAULT 0",
                          kind->name);
  for (guint i = 0; i < kind->n_columns; i++)
    g_string_append_printf (sql, ", %s %s", kind->columns[i].name,
                            kli_column_is_text (&kind->columns[i]) ? "TEXT NOT NULL DEFAULT ''"
                                                                   : "INTEGER NOT NULL DEFAULT 0");
  g_string_append (sql, ") STRICT;");

  return g_string_free (sql, FALSE);
}

/* The tracked tables, and one that is not. */
static KliConnection *
open_tables (void)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (":memory:", KLI_CONNECTION_COPY, &error);

  g_assert_no_error (error);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autofree char *table = describe_table (kli_kinds[i]);

      run (connection, table);
    }
  run (connection, "CREATE TABLE other (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;");

  return connection;
}

/* --- what happens ------------------------------------------------------------------------------------------- */

static const char *
random_value (GRand *rand, const KliColumn *column)
{
  static const char *const texts[] = { "''", "'a'", "'Łucja'", "char (0, 98)", "printf ('%.*c', 300, 'x')" };
  static const char *const integers[] = { "0", "1", "-1", "9223372036854775807", "-9223372036854775807 - 1" };

  return (kli_column_is_text (column) ? texts : integers)[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static const KliColumn *
random_column (GRand *rand, const KliKind *kind)
{
  return &kind->columns[g_rand_int_range (rand, 0, (gint32)kind->n_columns)];
}

static void
append_random (GString *sql, GRand *rand, guint n_kinds)
{
  const KliKind *kind = kli_kinds[g_rand_int_range (rand, 0, (gint32)n_kinds)];
  const KliColumn *column = random_column (rand, kind);
  int id = g_rand_int_range (rand, 1, IDS + 1);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      g_string_append_printf (sql, "INSERT OR IGNORE INTO %s (id, %s) VALUES (%d, %s);", kind->name, column->name, id,
                              random_value (rand, column));
      break;
    case 2: g_string_append_printf (sql, "DELETE FROM %s WHERE id = %d;", kind->name, id); break;
    case 3:
      g_string_append_printf (sql, "REPLACE INTO %s (id, %s) VALUES (%d, %s);", kind->name, column->name, id,
                              random_value (rand, column));
      break;
    case 4:
      g_string_append_printf (sql, "UPDATE %s SET deleted_at = %d WHERE id > %d;", kind->name,
                              g_rand_int_range (rand, 0, 2), id);
      break;
    case 5: g_string_append_printf (sql, "INSERT INTO other (name) VALUES ('%d');", id); break;
    default:
      g_string_append_printf (sql, "UPDATE %s SET %s = %s WHERE id = %d;", kind->name, column->name,
                              random_value (rand, column), id);
      break;
    }
}

/* A part of it may be taken back, as what a failed statement began. */
static char *
random_script (GRand *rand)
{
  GString *sql = g_string_new (NULL);
  guint n = (guint)g_rand_int_range (rand, 1, STATEMENTS_MAX), n_kinds = (guint)g_rand_int_range (rand, 1, 15);

  for (guint i = 0; i < n; i++)
    {
      gboolean taken_back = g_rand_int_range (rand, 0, 6) == 0;

      if (taken_back)
        g_string_append (sql, "SAVEPOINT s;");
      append_random (sql, rand, n_kinds);
      if (taken_back)
        {
          append_random (sql, rand, n_kinds);
          g_string_append (sql, "ROLLBACK TO s; RELEASE s;");
        }
    }

  return g_string_free (sql, FALSE);
}

/* --- recorded twice ----------------------------------------------------------------------------------------- */

static GBytes *
record (KliConnection *connection, const char *script)
{
  g_autoptr (KliRecorder) recorder = kli_recorder_new (connection);
  g_autoptr (GError) error = NULL;
  GBytes *changeset;

  run (connection, script);
  changeset = kli_recorder_read (recorder, &error);
  g_assert_no_error (error);

  return changeset;
}

static GBytes *
record_by_session (KliConnection *connection, const char *script)
{
  sqlite3_session *session;
  gpointer bytes;
  int size;

  g_assert_cmpint (sqlite3session_create (kli_connection_get_handle (connection), "main", &session), ==, SQLITE_OK);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    sqlite3session_attach (session, kli_kinds[i]->name);
  run (connection, script);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  sqlite3session_delete (session);

  return g_bytes_new_with_free_func (bytes, (gsize)size, sqlite3_free, bytes);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The rows as lines, in an order of their own: the extension has them in that of its table. */
static char *
print_sorted (GBytes *changeset)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kli_changeset_print (changeset, &error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_no_error (error);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);

  return g_strjoinv ("\n", lines);
}

static int
abort_cb (void *user_data, int kind, sqlite3_changeset_iter *change)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
apply (KliConnection *connection, GBytes *changeset)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);

  if (size > 0)
    g_assert_cmpint (
        sqlite3changeset_apply (kli_connection_get_handle (connection), (int)size, (void *)bytes, NULL, abort_cb, NULL),
        ==, SQLITE_OK);
}

/* Each round goes on from where the last one ended, in three places: one that is recorded, one that the extension
 * records, and one to which only changesets come. */
static void
test_random (void)
{
  g_autoptr (KliConnection) ours = open_tables ();
  g_autoptr (KliConnection) theirs = open_tables ();
  g_autoptr (KliConnection) copy = open_tables ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);

  for (guint i = 0; i < store_fixture_cycles (2000); i++)
    {
      g_autofree char *script = random_script (rand);
      g_autoptr (GBytes) changeset = record (ours, script);
      g_autoptr (GBytes) expected = record_by_session (theirs, script);
      g_autoptr (GBytes) of_copy = NULL;
      g_autofree char *text = print_sorted (changeset);
      g_autofree char *expected_text = print_sorted (expected);

      g_test_message ("%s", script);
      g_assert_cmpstr (text, ==, expected_text);
      g_assert_cmpuint (g_bytes_get_size (changeset), ==, g_bytes_get_size (expected));
      apply (copy, changeset);
    }
}

/* --- told --------------------------------------------------------------------------------------------------- */

static void
insert_row (KliConnection *connection, const KliRow *row)
{
  g_autofree char *name = g_strconcat (row->kind->statement_stem, "-insert", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, &error);

  g_assert_no_error (error);
  kli_statement_bind_row (statement, row);
  g_assert_true (kli_statement_run (statement, &error));
  g_assert_no_error (error);
}

/* Two connections to which the same happens, one of whose recorders is told of the new rows. */
typedef struct
{
  KliConnection *connections[2];
  KliRecorder *recorders[2];
  GRand *rand;
  gint64 newest;
} Told;

static const KliKind *const told_kinds[] = { &kli_tag_kind, &kli_contact_point_kind };

static const KliKind *
random_kind (Told *told)
{
  return told_kinds[g_rand_int_range (told->rand, 0, G_N_ELEMENTS (told_kinds))];
}

static void
insert_told (Told *told, gint64 id)
{
  static const char *const texts[] = { "", "a", "Łucja" };
  g_autoptr (KliRow) row = kli_row_new (random_kind (told));

  row->id = id;
  row->deleted_at = g_rand_int_range (told->rand, 0, 2);
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_row_is_text (row, i))
      kli_row_set_text (row, i, texts[g_rand_int_range (told->rand, 0, G_N_ELEMENTS (texts))]);
    else
      kli_row_set_integer (row, i, g_rand_int (told->rand));
  kli_recorder_tell (told->recorders[0], row);
  kli_recorder_set_paused (told->recorders[0], TRUE);
  insert_row (told->connections[0], row);
  kli_recorder_set_paused (told->recorders[0], FALSE);
  insert_row (told->connections[1], row);
}

/* Something old or new is changed, or goes. */
static void
change_told (Told *told)
{
  gint64 id = told->newest - g_rand_int_range (told->rand, 0, 12);
  const char *table = random_kind (told)->name;
  g_autofree char *script = g_rand_boolean (told->rand)
                                ? g_strdup_printf ("DELETE FROM %s WHERE id = %d;", table, (int)id)
                                : g_strdup_printf ("UPDATE %s SET deleted_at = %d WHERE id = %d;", table,
                                                   g_rand_int_range (told->rand, 0, 3), (int)id);

  for (guint i = 0; i < G_N_ELEMENTS (told->connections); i++)
    run (told->connections[i], script);
}

static void
tell_some (Told *told)
{
  gint64 behind = told->newest += 100; /* for those that do not come in order */

  for (gint32 n = g_rand_int_range (told->rand, 1, 20); n > 0; n--)
    switch (g_rand_int_range (told->rand, 0, 12))
      {
      case 0: insert_told (told, --behind); break;
      case 1: change_told (told); break;
      default: insert_told (told, ++told->newest); break;
      }
}

static void
test_told (void)
{
  Told told = { { open_tables (), open_tables () }, { NULL }, g_rand_new_with_seed (20261201), 0 };

  for (guint i = 0; i < store_fixture_cycles (1000); i++)
    {
      g_autoptr (GBytes) changeset = NULL;
      g_autoptr (GBytes) expected = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < G_N_ELEMENTS (told.recorders); n++)
        told.recorders[n] = kli_recorder_new (told.connections[n]);
      tell_some (&told);
      changeset = kli_recorder_read (told.recorders[0], &error);
      g_assert_no_error (error);
      expected = kli_recorder_read (told.recorders[1], &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (changeset, expected));
      for (guint n = 0; n < G_N_ELEMENTS (told.recorders); n++)
        kli_recorder_free (told.recorders[n]);
    }
  for (guint n = 0; n < G_N_ELEMENTS (told.connections); n++)
    kli_connection_close (told.connections[n]);
  g_rand_free (told.rand);
}

/* --- alone -------------------------------------------------------------------------------------------------- */

/* SQLite has NULL for a column that the row is too old to have. */
static void
test_younger_column (void)
{
  g_autoptr (KliConnection) connection = open_tables ();
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const KliColumn *last = &kli_contact_kind.columns[kli_contact_kind.n_columns - 1];
  g_autofree char *script = g_strdup_printf (
      "ALTER TABLE contact DROP COLUMN %s; INSERT INTO contact (id, name) VALUES (1, 'Anna');"
      "ALTER TABLE contact ADD COLUMN %s %s;",
      last->name, last->name, kli_column_is_text (last) ? "TEXT NOT NULL DEFAULT ''" : "INTEGER NOT NULL DEFAULT 0");

  run (connection, script);
  changeset = record (connection, "UPDATE contact SET name = 'Anna B.' WHERE id = 1;");
  text = kli_changeset_print (changeset, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "update contact 0:1 3:\"Anna\"->\"Anna B.\"\n");
}

/* What no operation does. */
static void
test_refused (void)
{
  static const char *const scripts[] = {
    "UPDATE tag SET id = 7 WHERE id = 1;",
    "INSERT INTO tag (id) VALUES (-1);",
    "ALTER TABLE tag ADD COLUMN more TEXT; UPDATE tag SET name = 'x';",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (KliConnection) connection = open_tables ();
      g_autoptr (KliRecorder) recorder = NULL;
      g_autoptr (GBytes) changeset = NULL;
      g_autoptr (GError) error = NULL;

      run (connection, "INSERT INTO tag (id) VALUES (1);");
      recorder = kli_recorder_new (connection);
      run (connection, scripts[i]);
      changeset = kli_recorder_read (recorder, &error);
      g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
      g_assert_null (changeset);
    }
}

/* Nothing is heard any more once it is freed. */
static void
test_ends (void)
{
  g_autoptr (KliConnection) connection = open_tables ();
  g_autoptr (GBytes) first = record (connection, "INSERT INTO tag (id, name) VALUES (1, 'a');");
  g_autoptr (GBytes) second = NULL;

  run (connection, "UPDATE tag SET name = 'b';");
  second = record (connection, "UPDATE tag SET name = 'b';");
  g_assert_cmpuint (g_bytes_get_size (first), >, 0);
  g_assert_cmpuint (g_bytes_get_size (second), ==, 0);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/recorder/random", test_random);
  g_test_add_func ("/recorder/told", test_told);
  g_test_add_func ("/recorder/younger-column", test_younger_column);
  g_test_add_func ("/recorder/refused", test_refused);
  g_test_add_func ("/recorder/ends", test_ends);

  return g_test_run ();
}
