/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recorder records of random changes, beside what SQLite's own session records of the same. */
#include "store-fixture.h"

#include "store/kli-changeset.h"
#include "store/kli-connection-private.h"
#include "store/kli-recorder.h"

#include <string.h>

#define IDS 12 /* few, so that a record is changed again and again */
#define MOST_CHANGES 8

/* ?1 and ?2: ids, ?3: a text */
static const char *const changes[] = {
  "INSERT OR IGNORE INTO contact (id, name) VALUES (?1, ?3)",
  "INSERT INTO contact (id, name, archived_at) VALUES (?1, ?3, ?2)",
  "INSERT OR REPLACE INTO contact (id, note) VALUES (?1, ?3)",
  "INSERT INTO contact (id, name) VALUES (?1, ?3) ON CONFLICT (id) DO UPDATE SET family = excluded.name",
  "INSERT OR IGNORE INTO contact_point (id, contact, value) VALUES (?1, ?2, ?3)",
  "INSERT OR IGNORE INTO contact_tag (id, contact, tag) SELECT id, ?2, ?1 FROM contact",
  "UPDATE contact SET name = ?3 WHERE id = ?1",
  "UPDATE contact SET name = name, note = '' WHERE id >= ?1",
  "UPDATE contact SET deleted_at = ?2 - deleted_at WHERE id <= ?1",
  "UPDATE contact SET name = CAST (x'610062' AS TEXT) WHERE id = ?1",
  "UPDATE contact_point SET contact = ?2, value = ?3 WHERE id <= ?1",
  "UPDATE OR IGNORE contact SET id = ?2 WHERE id = ?1",
  "DELETE FROM contact WHERE id = ?1",
  "DELETE FROM contact_tag",
  "INSERT OR IGNORE INTO setting (id, \"key\", value) VALUES (?1, 'k', ?3)",
  "INSERT INTO draft VALUES (?1, 'note', ?3, 0) ON CONFLICT DO NOTHING", /* nobody's record */
  "SAVEPOINT here",
  "ROLLBACK TO here",
};
static const char *const texts[] = { "", "Ola", "Łucja", "a longer name than the others have", "0" };

typedef struct
{
  const char *sql;
  int first, second;
  const char *text;
} Change;

/* What is refused is refused on both sides: a number that is taken, a place to go back to that is none. */
static void
run (KliConnection *connection, const Change *change)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (kli_connection_get_handle (connection), change->sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", change->sql, sqlite3_errmsg (kli_connection_get_handle (connection)));
  for (int i = sqlite3_bind_parameter_count (statement); i > 0; i--)
    if (i == 3)
      sqlite3_bind_text (statement, i, change->text, -1, SQLITE_STATIC);
    else
      sqlite3_bind_int (statement, i, i == 1 ? change->first : change->second);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
}

static void
run_all (KliConnection *connection, const Change *all, guint n)
{
  for (guint i = 0; i < n; i++)
    run (connection, &all[i]);
}

static GBytes *
record (KliConnection *connection, const Change *all, guint n)
{
  g_autoptr (KliRecorder) recorder = kli_recorder_new (connection);
  g_autoptr (GError) error = NULL;
  GBytes *changeset;

  run_all (connection, all, n);
  changeset = kli_recorder_finish (recorder, &error);
  g_assert_no_error (error);

  return changeset;
}

static GBytes *
record_by_session (KliConnection *connection, const Change *all, guint n)
{
  sqlite3_session *session;
  gpointer bytes = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3session_create (kli_connection_get_handle (connection), "main", &session), ==, SQLITE_OK);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    g_assert_cmpint (sqlite3session_attach (session, kli_kinds[i]->name), ==, SQLITE_OK);
  run_all (connection, all, n);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  sqlite3session_delete (session);

  return g_bytes_new_with_free_func (bytes, (gsize)size, sqlite3_free, bytes);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The rows of a changeset in an order that is always the same. */
static char *
print (GBytes *changeset)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = kli_changeset_print (changeset, &error);
  g_auto (GStrv) lines = printed != NULL ? g_strsplit (printed, "\n", -1) : NULL;

  g_assert_no_error (error);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);

  return g_strjoinv ("\n", lines);
}

static guint
choose (Change *all)
{
  guint n = (guint)g_test_rand_int_range (1, MOST_CHANGES + 1);

  for (guint i = 0; i < n; i++)
    all[i] = (Change){ changes[g_test_rand_int_range (0, G_N_ELEMENTS (changes))], g_test_rand_int_range (1, IDS),
                       g_test_rand_int_range (1, IDS), texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))] };

  return n;
}

static void
compare_once (KliConnection *ours, KliConnection *theirs)
{
  Change all[MOST_CHANGES];
  guint n = choose (all);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) recorded = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autofree char *got = NULL;
  g_autofree char *wanted = NULL;

  kli_connection_run (ours, "begin-edit", &error);
  kli_connection_run (theirs, "begin-edit", &error);
  recorded = record (ours, all, n);
  expected = record_by_session (theirs, all, n);
  kli_connection_run (ours, "commit", &error);
  kli_connection_run (theirs, "commit", &error);
  g_assert_no_error (error);

  got = print (recorded);
  wanted = print (expected);
  if (g_str_equal (got, wanted))
    return;
  for (guint i = 0; i < n; i++)
    g_test_message ("%s: %d, %d, “%s”", all[i].sql, all[i].first, all[i].second, all[i].text);
  g_test_message ("expected:\n%s\nrecorded:\n%s", wanted, got);
  g_test_fail ();
}

static KliConnection *
open_new (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  KliConnection *connection;

  store_fixture_let_go (store_fixture_open (folder, name));
  connection = kli_connection_open (path, KLI_CONNECTION_WRITER, &error);
  g_assert_no_error (error);

  return connection;
}

static void
test_session (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  KliConnection *ours = open_new (folder, "ours.db");
  KliConnection *theirs = open_new (folder, "theirs.db");

  for (guint i = store_fixture_cycles (500); i > 0 && !g_test_failed (); i--)
    compare_once (ours, theirs);
  kli_connection_close (ours);
  kli_connection_close (theirs);
  store_fixture_remove (folder);
}

/* A record of ours has a number above 0; what else there is cannot be recorded, and so must not be done. */
static void
test_strange_number (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  KliConnection *connection = open_new (folder, "test.db");
  g_autoptr (KliRecorder) recorder = kli_recorder_new (connection);
  g_autoptr (GError) error = NULL;

  run (connection, &(Change){ "INSERT INTO contact (id, name) VALUES (?1, ?3)", -1, 0, "Ola" });
  g_assert_null (kli_recorder_finish (recorder, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
  g_clear_pointer (&recorder, kli_recorder_free);
  kli_connection_close (connection);
  store_fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/recorder/session", test_session);
  g_test_add_func ("/store/recorder/strange-number", test_strange_number);

  return g_test_run ();
}
