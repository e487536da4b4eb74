/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share. */
#include "store-fixture.h"

#include "store/kli-migration.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_SECONDS 60

guint
store_fixture_cycles (guint n)
{
  const char *wish = g_getenv ("KLI_CYCLES");

  if (wish != NULL)
    return (guint)g_ascii_strtoull (wish, NULL, 10);

#ifdef __SANITIZE_ADDRESS__
  return MAX (n / 8, 1);
#else
  return n;
#endif
}

static char *home;

static void
remove_home (void)
{
  store_fixture_remove (home);
}

void
store_fixture_init (int *argc, char ***argv)
{
  static const char *const places[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME" };

  /* Before anything asks GLib where they are. A program that a test starts shares the folder of the test. */
  if (g_getenv ("KLI_TEST_HOME") == NULL)
    {
      home = store_fixture_make_folder ();
      g_setenv ("KLI_TEST_HOME", home, TRUE);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autofree char *place = g_build_filename (home, places[i], NULL);

          g_setenv (places[i], place, TRUE);
        }
      atexit (remove_home);
    }
  g_test_init (argc, argv, NULL);
}

/* GLib makes the last letters of the time, and some hundred folders in a row are enough for two alike: where the store
 * of the first was, that of the second would be one that is lost. */
char *
store_fixture_make_folder (void)
{
  static guint n;
  g_autofree char *template = g_strdup_printf ("klientela-%u-XXXXXX", n++);
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp (template, &error);

  g_assert_no_error (error);

  return folder;
}

void
store_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_chmod (folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_fixture_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

KliStore *
store_fixture_open (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  KliStore *store = kli_store_open (path, KLI_STORE_OPEN_CREATE, 0, &error);

  g_assert_no_error (error);

  return store;
}

KliConnection *
store_fixture_open_newest (void)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (":memory:", KLI_CONNECTION_COPY, &error);

  g_assert_no_error (error);
  kli_migration_run (connection, kli_migration_newest (), &error);
  g_assert_no_error (error);

  return connection;
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("Nobody should hold the store after %d seconds", PATIENCE_SECONDS);

  return G_SOURCE_REMOVE;
}

void
store_fixture_let_go (KliStore *store)
{
  guint alarm = g_timeout_add_seconds (PATIENCE_SECONDS, too_late_cb, NULL);
  GWeakRef held;

  g_weak_ref_init (&held, store);
  g_object_unref (store);
  while ((store = g_weak_ref_get (&held)) != NULL)
    {
      g_object_unref (store);
      g_main_context_iteration (NULL, TRUE);
    }
  g_weak_ref_clear (&held);
  g_source_remove (alarm);
}

/* The clock of the file system moves by some milliseconds at a time, and a store that nobody has written since it was
 * closed is not looked over: nobody else is as quick as a test. */
static void
make_later (const char *path)
{
  struct stat status;
  struct timespec times[2];

  g_assert_cmpint (stat (path, &status), ==, 0);
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  times[1].tv_sec++;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

void
store_fixture_meddle (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("“%s”: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  make_later (path);
}

static gboolean
insert_person (KliEdit *edit, gpointer user_data, GError **error)
{
  KliRow *row = user_data;

  if (!kli_edit_insert (edit, row, error))
    return FALSE;
  kli_edit_set_subject (edit, row->id);

  return TRUE;
}

gint64
store_fixture_add_person (KliStore *store, const char *name)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
  g_autoptr (GError) error = NULL;

  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  g_assert_cmpint (kli_store_edit (store, "contact-new", 0, insert_person, row, &error), >, 0);
  g_assert_no_error (error);

  return row->id;
}

typedef struct
{
  gint64 id;
  const char *name;
} Rename;

static gboolean
rename_person (KliEdit *edit, gpointer user_data, GError **error)
{
  Rename *change = user_data;
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, change->id, error);

  if (row == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_CONTACT_NAME, change->name);

  return kli_edit_update (edit, row, error);
}

gint64
store_fixture_rename (KliStore *store, gint64 id, const char *name, GError **error)
{
  Rename change = { id, name };

  return kli_store_edit (store, "contact-set", id, rename_person, &change, error);
}

static gpointer
load_person (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_connection_load (connection, &kli_contact_kind, *(gint64 *)user_data, error);
}

char *
store_fixture_get_name (KliStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) row = kli_store_read (store, load_person, &id, &error);

  g_assert_no_error (error);

  return g_strdup (kli_row_get_text (row, KLI_CONTACT_NAME));
}

static gpointer
count_people (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (kli_connection_get_handle (connection), "SELECT count(*) FROM contact", -1, &stmt, NULL), ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  *(gint64 *)user_data = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return NULL;
}

gint64
store_fixture_count_people (KliStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  kli_store_read (store, count_people, &count, &error);
  g_assert_no_error (error);

  return count;
}

char *
store_fixture_digest (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

char *
store_fixture_list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **)names->pdata);
}

void
store_fixture_poke (const char *path, gint64 offset, gconstpointer bytes, gsize size)
{
  int fd = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  if (offset < 0)
    offset += lseek (fd, 0, SEEK_END);
  g_assert_cmpint (pwrite (fd, bytes, size, offset), ==, (gssize)size);
  close (fd);
}
