/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changeset reader against what SQLite's session extension really writes, and against damage. */
#include "core/kli-kinds.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-changeset.h"

#include <string.h>

#define FUZZ_SEED 20240229u
#define FUZZ_ROUNDS 40000

static const char *const tables = "CREATE TABLE contact (id INTEGER PRIMARY KEY NOT NULL, deleted_at INTEGER NOT NULL,"
                                  " kind TEXT NOT NULL, name TEXT NOT NULL) STRICT;"
                                  "CREATE TABLE tag (id INTEGER PRIMARY KEY NOT NULL, deleted_at INTEGER NOT NULL,"
                                  " name TEXT NOT NULL, colour TEXT NOT NULL) STRICT;"
                                  "CREATE TABLE odd (a TEXT NOT NULL, b INTEGER NOT NULL, r REAL, x BLOB, n TEXT,"
                                  " PRIMARY KEY (a, b)) STRICT;";

static const char *const people = "INSERT INTO contact VALUES (1, 0, 'person', 'Łucja'), (2, 0, 'person', '');"
                                  "INSERT INTO tag VALUES (9223372036854775807, 0, 'vip', 'red');";

static const char *const oddities = "INSERT INTO odd VALUES ('k', -9223372036854775808, 1e308, x'0001ff', NULL),"
                                    " ('', 0, -0.0, x'', 'n'), ('long', 7, 2.5, zeroblob(300), 'ö');";

static void
run (sqlite3 *db, const char *script)
{
  while (*script != '\0')
    {
      sqlite3_stmt *statement;

      if (sqlite3_prepare_v2 (db, script, -1, &statement, &script) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_step (statement);
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
}

static sqlite3 *
open_tables (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  run (db, tables);

  return db;
}

static GBytes *
record (sqlite3 *db, const char *sql)
{
  sqlite3_session *session;
  gpointer bytes;
  int size;
  GBytes *changeset;

  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  run (db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  changeset = g_bytes_new (bytes, size);
  sqlite3_free (bytes);
  sqlite3session_delete (session);

  return changeset;
}

static int
abort_cb (void *user_data, int kind, sqlite3_changeset_iter *change)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
apply (sqlite3 *db, GBytes *changeset)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);

  g_assert_cmpint (sqlite3changeset_apply (db, (int)size, (void *)bytes, NULL, abort_cb, NULL), ==, SQLITE_OK);
}

static gboolean
keep_all (const KliChangesetRow *row, gpointer user_data)
{
  return TRUE;
}

static gboolean
keep_odd_ids (const KliChangesetRow *row, gpointer user_data)
{
  return kli_changeset_row_id (row) % 2 == 1;
}

static void
test_round_trip (void)
{
  static const char *const edits[] = {
    "INSERT INTO contact VALUES (3, 0, 'organisation', 'Acme'); UPDATE contact SET name = 'Ola' WHERE id = 1;",
    "UPDATE contact SET name = 'x', deleted_at = 5; DELETE FROM tag;",
    "INSERT INTO odd VALUES ('new', -1, -1.5, x'80', 'text'); UPDATE odd SET r = 0.1, n = 'was null';",
    "UPDATE odd SET x = NULL WHERE b = 7; DELETE FROM odd WHERE b = 0;",
    "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
    " INSERT INTO contact SELECT i, 0, 'person', printf('%.*c', i, 'a') FROM n;",
    "SELECT 1;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      sqlite3 *db = open_tables ();
      g_autoptr (GBytes) changeset = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;

      run (db, people);
      run (db, oddities);
      changeset = record (db, edits[i]);
      again = kli_changeset_filter (changeset, keep_all, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (changeset, again));
      sqlite3_close (db);
    }
}

static void
test_print (void)
{
  sqlite3 *db = open_tables ();
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  run (db, people);
  changeset = record (db, "INSERT INTO tag VALUES (4, 0, 'a\"b', '');"
                          "DELETE FROM contact WHERE id = 2;"
                          "UPDATE contact SET name = 'Ola' WHERE id = 1;"
                          "INSERT INTO odd VALUES ('k', 1, 1.5, x'0102', NULL);");
  text = kli_changeset_print (changeset, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "insert tag 0:4 1:0 2:\"a\\\"b\" 3:\"\"\n"));
  g_assert_nonnull (strstr (text, "delete contact 0:2 1:0 2:\"person\" 3:\"\"\n"));
  g_assert_nonnull (strstr (text, "update contact 0:1 3:\"\\305\\201ucja\"->\"Ola\"\n"));
  g_assert_nonnull (strstr (text, "insert odd 0:\"k\" 1:1 2:real:3ff8000000000000 3:blob:2 4:null\n"));
  sqlite3_close (db);
}

static void
test_filter (void)
{
  sqlite3 *db = open_tables ();
  sqlite3 *other = open_tables ();
  g_autoptr (GBytes) changeset = record (db, people);
  g_autoptr (GBytes) odd = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  odd = kli_changeset_filter (changeset, keep_odd_ids, NULL, &error);
  g_assert_no_error (error);
  apply (other, odd);
  text = kli_changeset_print (odd, &error);
  g_assert_nonnull (strstr (text, "insert contact 0:1 "));
  g_assert_nonnull (strstr (text, "insert tag 0:9223372036854775807 "));
  g_assert_null (strstr (text, "insert contact 0:2 "));
  sqlite3_close (other);
  sqlite3_close (db);
}

static int
count_rows (GBytes *changeset)
{
  KliChangesetReader reader;
  g_autoptr (GError) error = NULL;
  int n = 0;

  kli_changeset_reader_init (&reader, changeset);
  while (kli_changeset_reader_next (&reader, &error) != NULL)
    n++;
  g_assert_no_error (error);

  return n;
}

static gboolean
keep_slice (GBytes *slice, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_bytes_ref (slice));

  return TRUE;
}

/* Returns: (transfer full) (element-type GBytes) */
static GPtrArray *
split (GBytes *changeset, guint max_rows)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;

  kli_changeset_split (changeset, max_rows, keep_slice, slices, &error);
  g_assert_no_error (error);

  return slices;
}

static void
test_split (void)
{
  static const struct
  {
    guint max_rows;
    guint n_slices;
    int in_last;
  } cases[] = { { 1, 103, 1 }, { 10, 11, 3 }, { 50, 3, 3 }, { 103, 1, 103 }, { 5000, 1, 103 } };
  sqlite3 *db = open_tables ();
  g_autoptr (GBytes) changeset = NULL;

  changeset = record (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                          " INSERT INTO contact SELECT i, 0, 'person', 'name ' || i FROM n;"
                          "INSERT INTO tag VALUES (201, 0, 'a', ''), (202, 0, 'b', ''), (203, 0, 'c', '');");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sqlite3 *other = open_tables ();
      g_autoptr (GPtrArray) slices = split (changeset, cases[i].max_rows);
      int total = 0;

      g_assert_cmpuint (slices->len, ==, cases[i].n_slices);
      for (guint n = 0; n < slices->len; n++)
        {
          total += count_rows (slices->pdata[n]);
          apply (other, slices->pdata[n]);
        }
      g_assert_cmpint (total, ==, 103);
      g_assert_cmpint (count_rows (slices->pdata[slices->len - 1]), ==, cases[i].in_last);
      sqlite3_close (other);
    }
  sqlite3_close (db);
}

static void
test_split_nothing (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GPtrArray) slices = split (nothing, 10);

  g_assert_cmpuint (slices->len, ==, 0);
}

static char *
dump (sqlite3 *db)
{
  GString *text = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT id || ',' || deleted_at || ',' || kind || ',' || name FROM contact"
                                       " UNION ALL SELECT id || ',' || deleted_at || ',' || name FROM tag ORDER BY 1",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return g_string_free (text, FALSE);
}

static void
test_take_back (void)
{
  sqlite3 *db = open_tables ();
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) forth = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  run (db, people);
  changeset = record (db, "INSERT INTO contact VALUES (3, 0, 'person', 'Nowa'), (4, 99, 'person', 'in trash at once');"
                          "UPDATE contact SET name = 'Ola', deleted_at = 8 WHERE id = 1; UPDATE tag SET name = 'x'");
  after = dump (db);

  back = kli_changeset_take_back (changeset, 777, &error);
  g_assert_no_error (error);
  apply (db, back);
  undone = dump (db);
  g_assert_cmpstr (undone, ==,
                   "1,0,person,Łucja\n2,0,person,\n3,777,person,Nowa\n4,99,person,in trash at once\n"
                   "9223372036854775807,0,vip\n");

  forth = kli_changeset_take_back (back, 888, &error);
  g_assert_no_error (error);
  apply (db, forth);
  redone = dump (db);
  g_assert_cmpstr (redone, ==, after);
  sqlite3_close (db);
}

static void
test_take_back_delete (void)
{
  sqlite3 *db = open_tables ();
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;

  run (db, people);
  changeset = record (db, "DELETE FROM tag");
  g_assert_null (kli_changeset_take_back (changeset, 777, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
  sqlite3_close (db);
}

/* Bytes put together by hand, and what the check says to them. */
static void
test_check (void)
{
  static const struct
  {
    const char *what;
    const char *bytes;
    gsize size;
    int n_rows; /* -1 when it must be refused */
  } cases[] = {
    { "nothing", "", 0, 0 },
    { "a table without rows", "T\4\1\0\0\0tag", 10, 0 },
    { "an update", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\3\1b\0", 32, 1 },
    { "fewer columns than now", "T\3\1\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\3\1b", 29, 1 },
    { "more columns than now", "T\5\1\0\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\0\3\1b\0\0", 35, -1 },
    { "another key", "T\4\1\1\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\1\0\0\0\0\0\0\0\5\3\1a\0\0\0\3\1b\0", 40, -1 },
    { "a text where a number belongs", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\3\1a\0\0\0\3\1b\0\0", 32, -1 },
    { "a number where a text belongs",
      "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\1\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\2\0", 44, -1 },
    { "no text at all", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\5\0\0\0\5\0", 28, -1 },
    { "a text that is not UTF-8", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\3\1\xff\0", 32, -1 },
    { "an unknown table", "T\4\1\0\0\0gat\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\3\1b\0", 32, -1 },
    { "an update without its key", "T\4\1\0\0\0tag\0\x17\0\0\0\3\1a\0\0\0\3\1b\0", 24, -1 },
    { "an update of its key", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\0\0\1\0\0\0\0\0\0\0\6\0\0\0", 36, -1 },
    { "a change with one side", "T\4\1\0\0\0tag\0\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\0\0", 30, -1 },
    { "an insert with a gap", "T\4\1\0\0\0tag\0\x12\0\1\0\0\0\0\0\0\0\5\0\3\1a\0", 26, -1 },
    { "a row before its table", "\x17\0\1\0\0\0\0\0\0\0\5\0\3\1a\0\0\0\3\1b\0", 22, -1 },
    { "a patchset", "P\4\1\0\0\0tag\0", 10, -1 },
    { "no columns", "T\0tag\0", 6, -1 },
    { "too many columns", "T\x81\0tag\0", 7, -1 },
    { "a table without a name", "T\4\1\0\0\0\0", 7, -1 },
    { "a name without an end", "T\4\1\0\0\0tag", 9, -1 },
    { "an endless number", "T\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 11, -1 },
    { "a text longer than the rest", "T\4\1\0\0\0tag\0\x12\0\1\0\0\0\0\0\0\0\5\1\0\0\0\0\0\0\0\0\3\x8f\xff\xff\xff\x7f",
      36, -1 },
    { "an unknown operation", "T\4\1\0\0\0tag\0\x42\0", 12, -1 },
    { "an unknown type", "T\4\1\0\0\0tag\0\x12\0\6", 13, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) changeset = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      int n_rows = kli_changeset_check (changeset, &error);

      g_test_message ("%s: expected %d, got %d %s", cases[i].what, cases[i].n_rows, n_rows,
                      error ? error->message : "");
      g_assert_cmpint (n_rows, ==, cases[i].n_rows);
      if (n_rows < 0)
        g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
      else
        g_assert_no_error (error);
    }
}

/* Everything that may be done to bytes nobody has checked. */
static void
handle (gconstpointer bytes, gsize size)
{
  /* A copy of its own, so that a sanitizer sees one byte too far. */
  g_autoptr (GBytes) changeset = g_bytes_new (bytes, size);
  g_autoptr (GPtrArray) slices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  gboolean is_split = kli_changeset_split (changeset, 2, keep_slice, slices, NULL);
  g_autoptr (GBytes) kept = kli_changeset_filter (changeset, keep_all, NULL, NULL);
  g_autoptr (GBytes) back = kli_changeset_take_back (changeset, 1, NULL);
  g_autofree char *text = kli_changeset_print (changeset, NULL);
  int n_rows = kli_changeset_check (changeset, NULL);

  g_assert_true (is_split == (kept != NULL) && (kept != NULL) == (text != NULL));
  if (n_rows >= 0)
    {
      g_assert_nonnull (kept);
      g_assert_cmpint (kli_changeset_check (kept, NULL), ==, n_rows);
    }
  if (back != NULL)
    g_assert_nonnull (kept);
}

static GBytes *
specimen (void)
{
  sqlite3 *db = open_tables ();
  GBytes *changeset;

  run (db, people);
  run (db, oddities);
  changeset = record (db, "INSERT INTO contact VALUES (3, 0, 'person', 'Nowa'); UPDATE contact SET name = 'Ola';"
                          "DELETE FROM tag; UPDATE odd SET r = 7.0, n = NULL, x = x'0102';");
  sqlite3_close (db);

  return changeset;
}

static void
test_truncations (void)
{
  g_autoptr (GBytes) changeset = specimen ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (changeset, &size);

  for (gsize n = 0; n <= size; n++)
    handle (bytes, n);
}

static void
test_fuzz (void)
{
  g_autoptr (GBytes) changeset = specimen ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (FUZZ_SEED);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (changeset, &size);

  g_test_message ("seed %u", FUZZ_SEED);
  for (guint round = 0; round < FUZZ_ROUNDS; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      guint n = g_rand_int_range (rand, 1, 5);

      for (guint i = 0; i < n; i++)
        copy[g_rand_int_range (rand, 0, (int)size)] = (guint8)g_rand_int (rand);
      handle (copy, g_rand_boolean (rand) ? size : (gsize)g_rand_int_range (rand, 0, (int)size));
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (FUZZ_SEED);
  guint8 noise[200];

  for (guint round = 0; round < FUZZ_ROUNDS; round++)
    {
      for (guint i = 0; i < sizeof noise; i++)
        noise[i] = (guint8)g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 6 : 256);
      noise[0] = 'T';
      handle (noise, sizeof noise);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/changeset/round-trip", test_round_trip);
  g_test_add_func ("/changeset/print", test_print);
  g_test_add_func ("/changeset/filter", test_filter);
  g_test_add_func ("/changeset/split", test_split);
  g_test_add_func ("/changeset/split-nothing", test_split_nothing);
  g_test_add_func ("/changeset/take-back", test_take_back);
  g_test_add_func ("/changeset/take-back-delete", test_take_back_delete);
  g_test_add_func ("/changeset/check", test_check);
  g_test_add_func ("/changeset/truncations", test_truncations);
  g_test_add_func ("/changeset/fuzz", test_fuzz);
  g_test_add_func ("/changeset/noise", test_noise);

  return g_test_run ();
}
