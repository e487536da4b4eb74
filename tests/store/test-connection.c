/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every connection must be, whatever a distribution compiled into SQLite (RELIABILITY 7, A1, A13, A21),
 * and the cache of its statements. */
#include "store-fixture.h"

#include "store/kli-connection-private.h"
#include "store/kli-store-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  KliStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static int
get_switch (sqlite3 *handle, int what)
{
  int value = -1;

  g_assert_cmpint (sqlite3_db_config (handle, what, -1, &value), ==, SQLITE_OK);

  return value;
}

static gint64
get_pragma (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return value;
}

static void
assert_hardened (KliConnection *connection)
{
  sqlite3 *handle = kli_connection_get_handle (connection);

  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_DEFENSIVE), ==, 1);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA), ==, 0);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_DQS_DML), ==, 0);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_DQS_DDL), ==, 0);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION), ==, 0);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER), ==, 0);
  g_assert_cmpint (get_pragma (handle, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_pragma (handle, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get_pragma (handle, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (get_pragma (handle, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (get_pragma (handle, "PRAGMA wal_autocheckpoint"), ==, 0);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
}

static gpointer
look_at_reader (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  sqlite3 *handle = kli_connection_get_handle (connection);

  assert_hardened (connection);
  g_assert_cmpint (sqlite3_db_readonly (handle, "main"), ==, 1);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE), ==, 1);
  g_assert_cmpint (get_pragma (handle, "PRAGMA mmap_size"), ==, 256 << 20);

  return NULL;
}

static void
look_at_writer (KliWriter *writer, gpointer data)
{
  KliConnection *connection = kli_writer_get_connection (writer, NULL);
  sqlite3 *handle = kli_connection_get_handle (connection);

  assert_hardened (connection);
  g_assert_cmpint (get_switch (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE), ==, 0);
  g_assert_cmpint (get_pragma (handle, "PRAGMA mmap_size"), ==, 0);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliConnection) foreign = NULL;

  kli_store_read (fixture->store, look_at_reader, NULL, &error);
  g_assert_no_error (error);
  kli_writer_push (fixture->store->writer, look_at_writer, NULL);
  kli_store_close (fixture->store);

  foreign = kli_connection_open (fixture->path, KLI_CONNECTION_FOREIGN, &error);
  g_assert_no_error (error);
  assert_hardened (foreign);
  g_assert_cmpint (get_switch (kli_connection_get_handle (foreign), SQLITE_DBCONFIG_ENABLE_VIEW), ==, 0);
  g_assert_cmpint (get_pragma (kli_connection_get_handle (foreign), "PRAGMA mmap_size"), ==, 0);
}

/* --- the process --- */

static gpointer
count_nothing (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

/* One descriptor can write the store, and no program we start inherits any (A1, A13). */
static void
test_descriptors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_writing = 0, n_open = 0;

  kli_store_read (fixture->store, count_nothing, NULL, NULL);
  kli_store_settle (fixture->store);
  dir = g_dir_open ("/proc/self/fd", 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      int fd = (int)g_ascii_strtoll (name, NULL, 10);
      g_autofree char *link = g_build_filename ("/proc/self/fd", name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (target == NULL || !g_str_has_prefix (target, fixture->path))
        continue;
      n_open++;
      g_assert_true (fcntl (fd, F_GETFD) & FD_CLOEXEC);
      if (g_str_equal (target, fixture->path) && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDWR)
        n_writing++;
    }
  g_assert_cmpuint (n_open, >=, 4); /* the file twice, its log, its lock */
  g_assert_cmpuint (n_writing, ==, 1);
}

/* Two SQLite libraries in one process would drop each other's locks (I8). */
static void
test_one_library (void)
{
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  const char *seen = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *path = strchr (lines[i], '/');

      if (path == NULL || strstr (path, "libsqlite") == NULL)
        continue;
      if (seen != NULL)
        g_assert_cmpstr (path, ==, seen);
      seen = path;
    }
  g_test_message ("SQLite %s", sqlite3_libversion ());
  g_assert_cmpint (sqlite3_libversion_number (), >=, 3040000);
  g_assert_true (sqlite3_compileoption_used ("ENABLE_SESSION"));
  g_assert_true (sqlite3_compileoption_used ("ENABLE_FTS5"));
}

/* --- the log --- */

static gboolean
keep_a_megabyte (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autofree guint32 *noise = g_new (guint32, 1 << 18);
  g_autoptr (KliRow) row = kli_row_new (&kli_document_kind);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  noise[0] = g_random_int ();
  bytes = g_bytes_new (noise, 1 << 20);
  hash = kli_edit_keep_content (edit, bytes, error);
  if (hash == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_DOCUMENT_HASH, hash);

  return kli_edit_insert (edit, row, error);
}

static void
test_log_stays_small (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  struct stat status;

  for (guint i = 0; i < 50; i++)
    {
      g_assert_cmpint (kli_store_edit (fixture->store, "document-add", 0, keep_a_megabyte, NULL, NULL), >, 0);
      kli_store_read (fixture->store, count_nothing, NULL, NULL); /* a reader comes by */
      g_assert_cmpint (stat (log, &status), ==, 0);
      g_assert_cmpint (status.st_size, <, 24 << 20);
    }
}

/* --- statements --- */

static void
test_lent_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliConnection) connection = kli_connection_open (fixture->path, KLI_CONNECTION_READER, NULL);
  g_autoptr (KliStatement) first = kli_connection_lend (connection, "contact-select", NULL);
  g_autoptr (KliStatement) second = kli_connection_lend (connection, "contact-select", NULL);
  KliStatement *kept = first;

  g_assert_true (first != second);
  g_clear_pointer (&second, kli_statement_end);
  g_clear_pointer (&first, kli_statement_end);
  first = kli_connection_lend (connection, "contact-select", NULL);
  g_assert_true (first == kept); /* prepared once */
}

static void
test_forgets_values (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Anna");
  g_autoptr (KliConnection) connection = kli_connection_open (fixture->path, KLI_CONNECTION_READER, NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-select", NULL);

  kli_statement_bind_integer (statement, 1, id);
  g_assert_true (kli_statement_step (statement, NULL));
  g_clear_pointer (&statement, kli_statement_end);

  statement = kli_connection_lend (connection, "contact-select", NULL);
  g_assert_false (kli_statement_step (statement, NULL));
}

static void
test_too_big (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliConnection) connection = kli_connection_open (fixture->path, KLI_CONNECTION_READER, NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "store-state-get", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (2000, 'x');

  sqlite3_limit (kli_connection_get_handle (connection), SQLITE_LIMIT_LENGTH, 1000);
  kli_statement_bind_text (statement, 1, text);
  g_assert_false (kli_statement_step (statement, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED); /* told by the step, not swallowed */
}

/* --- the day and the language --- */

static void
changed_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  guint *n_everything = user_data;

  *n_everything += kli_changes_is_everything (changes);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  guint n_everything = 0;

  kli_store_settle (fixture->store);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &n_everything);
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
  g_assert_cmpuint (n_everything, >=, 1);
  g_assert_cmpint (kli_store_get_today (fixture->store), ==, kli_day_new (2026, 11, 22));

  n_everything = 0;
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
  g_assert_cmpuint (n_everything, ==, 0); /* nothing is different */

  while (g_main_context_iteration (NULL, FALSE))
    ; /* the wake-up of a change that was announced already is harmless */
}

/* --- what cannot be made ----------------------------------------------------------------------------------- */

static int feed_code = SQLITE_OK;

int __real_kli_feed_register (KliConnection *connection);
int __wrap_kli_feed_register (KliConnection *connection);

/* The linker puts it in front of the real one. */
int
__wrap_kli_feed_register (KliConnection *connection)
{
  return feed_code != SQLITE_OK ? feed_code : __real_kli_feed_register (connection);
}

/* Nothing could be imported later, and nobody would know why. */
static void
test_no_feed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection;

  feed_code = SQLITE_NOMEM;
  connection = kli_connection_open (fixture->path, KLI_CONNECTION_WRITER, &error);
  feed_code = SQLITE_OK;
  g_assert_null (connection);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED);
}

#define add(name, func) g_test_add ("/store/connection/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("settings", test_settings);
  add ("descriptors", test_descriptors);
  g_test_add_func ("/store/connection/one-library", test_one_library);
  add ("log-stays-small", test_log_stays_small);
  add ("lent-twice", test_lent_twice);
  add ("forgets-values", test_forgets_values);
  add ("too-big", test_too_big);
  add ("refresh", test_refresh);
  add ("no-feed", test_no_feed);

  return g_test_run ();
}
