/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: verified, whole while somebody writes, red after one flipped bit, and put back with the old
 * store kept (RELIABILITY B1 to B8). */
#include "store-fixture.h"

#include "store/kli-backup-private.h"
#include "store/kli-connection-private.h"
#include "store/kli-migration.h"
#include "store/kli-store-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *copy;
  KliStore *store;
  GMainLoop *loop;
  guint n_waiting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->copy = g_build_filename (fixture->folder, "copy.db", NULL);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_main_loop_unref (fixture->loop);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->copy);
}

static void
save_copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  kli_store_save_copy (fixture->store, fixture->copy, &error);
  g_assert_no_error (error);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Łucja");
  g_autoptr (KliStore) copy = NULL;
  g_autofree char *name = NULL;
  struct stat status;

  save_copy (fixture);
  g_assert_cmpint (stat (fixture->copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  copy = store_fixture_open (fixture->folder, "copy.db");
  name = store_fixture_get_name (copy, id);
  g_assert_cmpstr (name, ==, "Łucja");
  g_assert_cmpstr (kli_store_get_id (copy), ==, kli_store_get_id (fixture->store));
}

static void
test_replaces_older (Fixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;

  save_copy (fixture);
  store_fixture_add_person (fixture->store, "Łucja");
  save_copy (fixture);
  kli_store_close (fixture->store);
  names = store_fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "copy.db test.db"); /* nothing unfinished lies about */
}

static void
test_onto_itself (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock", NULL };

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autofree char *target = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (kli_store_save_copy (fixture->store, target, &error));
      g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_UNSAFE_PLACE);
    }
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "no", "such", "folder.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (kli_store_save_copy (fixture->store, target, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING);
}

static void
test_planted_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *victim = g_build_filename (fixture->folder, "victim.txt", NULL);
  g_autofree char *text = NULL;

  /* A link that stands where the copy shall be is followed as the person would expect: its target is
   * replaced by a whole copy, never written through. */
  g_assert_true (g_file_set_contents (victim, "mine", -1, NULL));
  g_assert_cmpint (link (victim, fixture->copy), ==, 0);
  save_copy (fixture);
  g_assert_true (g_file_get_contents (victim, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

/* --- while somebody writes --- */

static gboolean
insert_two (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

      kli_row_set_text (row, KLI_CONTACT_NAME, "one of two");
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

static void
done (Fixture *fixture)
{
  if (--fixture->n_waiting == 0)
    g_main_loop_quit (fixture->loop);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  kli_store_edit_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
  done (user_data);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  kli_store_save_copy_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
  done (user_data);
}

static void
test_while_writing (Fixture *fixture, gconstpointer data)
{
  const guint n_copies = 8, n_edits = 10;

  for (guint i = 0; i < n_copies; i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s/copy-%u.db", fixture->folder, i);

      for (guint j = 0; j < n_edits; j++)
        kli_store_edit_async (fixture->store, "import", 0, insert_two, NULL, NULL, NULL, edited_cb, fixture);
      kli_store_save_copy_async (fixture->store, copy, NULL, copied_cb, fixture);
      fixture->n_waiting += n_edits + 1;
    }
  g_main_loop_run (fixture->loop);

  for (guint i = 0; i < n_copies; i++)
    {
      g_autofree char *name = g_strdup_printf ("copy-%u.db", i);
      g_autoptr (KliStore) copy = store_fixture_open (fixture->folder, name);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (store_fixture_count_people (copy) % 2, ==, 0); /* never half an edit */
    }
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kli_store_save_copy_finish (KLI_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  done (user_data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture->n_waiting = 1;
  kli_store_save_copy_async (fixture->store, fixture->copy, cancellable, cancelled_cb, fixture);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (fixture->loop);
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
}

/* --- verifying --- */

static void
assert_red (Fixture *fixture, KliStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kli_backup_verify (fixture->copy, &error));
  g_assert_error (error, KLI_STORE_ERROR, (int)code);
}

/* A bit anywhere: either it is found, or every value is still what it was. */
static void
test_flipped_bit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *good = NULL;
  guint n_flips = store_fixture_cycles (40), n_found = 0, n_values = 0;
  gsize size;

  store_fixture_add_person (fixture->store, "A name that stands in the copy once");
  save_copy (fixture);
  kli_backup_verify (fixture->copy, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->copy, &good, &size, NULL));

  for (guint i = 0; i < n_flips; i++)
    {
      gint32 offset = g_test_rand_int_range (0, (gint32)size);
      char byte = good[offset] ^ (char)(1 << g_test_rand_int_range (0, 8));

      store_fixture_poke (fixture->copy, offset, &byte, 1);
      n_found += !kli_backup_verify (fixture->copy, NULL);
      store_fixture_poke (fixture->copy, offset, good + offset, 1);
    }
  g_test_message ("%u of %u flipped bits were in something that counts", n_found, n_flips);

  /* One in a value, where only the digest can see it. */
  for (gsize i = 0; i + 36 < size; i++)
    if (memcmp (good + i, "A name that stands in the copy once", 35) == 0)
      {
        n_values++;
        store_fixture_poke (fixture->copy, (gint64)i, "B", 1);
        assert_red (fixture, KLI_STORE_ERROR_DAMAGED);
        store_fixture_poke (fixture->copy, (gint64)i, "A", 1);
      }
  g_assert_cmpuint (n_values, >, 0);
  kli_backup_verify (fixture->copy, &error);
  g_assert_no_error (error);
}

/* Somebody else's tables under our name, or one more than ours. */
static void
test_foreign_schema (Fixture *fixture, gconstpointer data)
{
  sqlite3 *handle;

  save_copy (fixture);
  g_assert_cmpint (sqlite3_open (fixture->copy, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TRIGGER evil AFTER INSERT ON contact BEGIN DELETE FROM history; END",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);
  assert_red (fixture, KLI_STORE_ERROR_NOT_A_STORE);
}

static void
test_bad_text (Fixture *fixture, gconstpointer data)
{
  sqlite3 *handle;

  save_copy (fixture);
  g_assert_cmpint (sqlite3_open (fixture->copy, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (handle, "INSERT INTO tag (id, name) VALUES (1, CAST (x'ff41' AS TEXT))", NULL, NULL, NULL), ==,
      SQLITE_OK);
  sqlite3_close (handle);
  assert_red (fixture, KLI_STORE_ERROR_DAMAGED);
}

/* --- restoring --- */

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  gint64 id = store_fixture_add_person (fixture->store, "Before");
  g_autofree char *name = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) old = NULL;

  save_copy (fixture);
  store_fixture_rename (fixture->store, id, "After", NULL);

  g_assert_false (kli_store_restore (fixture->path, fixture->copy, &kept, &error)); /* it is open */
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_object (&fixture->store);

  kli_store_restore (fixture->path, fixture->copy, &kept, &error);
  g_assert_no_error (error);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  name = store_fixture_get_name (fixture->store, id);
  g_assert_cmpstr (name, ==, "Before");

  g_assert_true (g_str_has_suffix (kept, "test.db.kept-1"));
  old = store_fixture_open (fixture->folder, "test.db.kept-1");
  kept_name = store_fixture_get_name (old, id);
  g_assert_cmpstr (kept_name, ==, "After");
}

static void
test_restore_of_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_person (fixture->store, "Anna");
  save_copy (fixture);
  g_clear_object (&fixture->store);
  g_unlink (fixture->path);

  kli_store_restore (fixture->path, fixture->copy, &kept, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, 1);
}

/* A copy from before a migration arrives as a store of today. */
static void
test_restore_of_older (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KliConnection *older = kli_connection_open (fixture->copy, KLI_CONNECTION_COPY, &error);

  kli_migration_run (older, 1, &error);
  kli_connection_run_script (older, "rows",
                             "INSERT INTO store_state VALUES ('store_id', 'older');"
                             "INSERT INTO contact (id, name) VALUES (99, 'From long ago')",
                             &error);
  g_assert_no_error (error);
  kli_connection_close (older);
  g_clear_object (&fixture->store);

  kli_store_restore (fixture->path, fixture->copy, NULL, &error);
  g_assert_no_error (error);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  g_assert_cmpstr (kli_store_get_id (fixture->store), ==, "older");
  g_assert_cmpint (store_fixture_count_people (fixture->store), ==, 1);
  g_assert_cmpint (kli_store_file_judge (fixture->copy, kli_migration_newest (), &error), ==, 1); /* as it was */
}

/* The damaged store and the log it had are kept as they are. */
static void
test_restore_over_damaged (Fixture *fixture, gconstpointer data)
{
  static const char zeros[4096];
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *digest_kept = NULL;
  g_autoptr (GError) error = NULL;

  save_copy (fixture);
  g_clear_object (&fixture->store);
  store_fixture_poke (fixture->path, 4096, zeros, sizeof zeros);
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  digest = store_fixture_digest (fixture->path);

  kli_store_restore (fixture->path, fixture->copy, &kept, &error);
  g_assert_no_error (error);
  digest_kept = store_fixture_digest (kept);
  g_assert_cmpstr (digest_kept, ==, digest);
  kept_log = g_strconcat (kept, "-wal", NULL);
  g_assert_true (g_file_test (kept_log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
test_restore_of_bad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL;
  g_autofree char *digest_after = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  save_copy (fixture);
  g_clear_object (&fixture->store);
  g_assert_cmpint (truncate (fixture->copy, 9000), ==, 0);
  digest = store_fixture_digest (fixture->path);

  g_assert_false (kli_store_restore (fixture->path, fixture->copy, NULL, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
  digest_after = store_fixture_digest (fixture->path);
  g_assert_cmpstr (digest_after, ==, digest);
  names = store_fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "copy.db test.db");
}

/* --- check --- */

static gboolean
insert_document (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_document_kind);
  g_autofree char *hash = kli_edit_keep_content (edit, user_data, error);

  if (hash == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_DOCUMENT_HASH, hash);

  return kli_edit_insert (edit, row, error);
}

static const KliCheck *
run_check (KliStore *store, GPtrArray **checks, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (checks, g_ptr_array_unref);
  *checks = kli_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < (*checks)->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (*checks, i);

      g_test_message ("%s: %s", check->name, check->holds ? "holds" : check->detail);
      if (g_str_equal (check->name, name))
        return check;
    }
  g_assert_not_reached ();
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_malloc0 (2500000); /* three pieces */
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&large), 2500000);
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit (fixture->store, "document-add", 0, insert_document, bytes, &error), >, 0);
  g_assert_no_error (error);
  run_check (fixture->store, &checks, "content");
  for (guint i = 0; i < checks->len; i++)
    g_assert_true (((const KliCheck *)g_ptr_array_index (checks, i))->holds);
}

static void
damage_with (Fixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
}

static void
test_check_finds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *check;
    const char *sql;
  } faults[] = {
    { "content", "UPDATE content SET bytes = x'00' WHERE n = 1" },
    { "content", "DELETE FROM content" },
    { "text", "INSERT INTO tag (id, name) VALUES (1, CAST (x'ff41' AS TEXT))" },
    { "references", "INSERT INTO address (id, contact) VALUES (2, 12345)" },
    { "references", "INSERT INTO tag (id) VALUES (5); INSERT INTO setting (id) VALUES (5)" },
  };
  g_autofree char *large = g_malloc0 (2500000);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&large), 2500000);
  g_autoptr (GPtrArray) checks = NULL;

  kli_store_edit (fixture->store, "document-add", 0, insert_document, bytes, NULL);
  save_copy (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      damage_with (fixture, faults[i].sql);
      g_assert_false (run_check (fixture->store, &checks, faults[i].check)->holds);
      g_clear_object (&fixture->store);
      g_assert_true (kli_store_restore (fixture->path, fixture->copy, NULL, NULL));
      fixture->store = store_fixture_open (fixture->folder, "test.db");
      g_assert_true (run_check (fixture->store, &checks, faults[i].check)->holds);
    }
}

#define add(name, func) g_test_add ("/store/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("copy", test_copy);
  add ("replaces-older", test_replaces_older);
  add ("onto-itself", test_onto_itself);
  add ("nowhere", test_nowhere);
  add ("planted-link", test_planted_link);
  add ("while-writing", test_while_writing);
  add ("cancelled", test_cancelled);
  add ("flipped-bit", test_flipped_bit);
  add ("foreign-schema", test_foreign_schema);
  add ("bad-text", test_bad_text);
  add ("restore", test_restore);
  add ("restore-of-lost", test_restore_of_lost);
  add ("restore-of-older", test_restore_of_older);
  add ("restore-over-damaged", test_restore_over_damaged);
  add ("restore-of-bad", test_restore_of_bad);
  add ("check", test_check);
  add ("check-finds", test_check_finds);

  return g_test_run ();
}
