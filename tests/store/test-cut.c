/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A power cut at any write loses no acknowledged edit (RELIABILITY A3, M3); and the test would see it if
 * one flush were missing. KLI_CYCLES sets how often. */
#include "crash-fixture.h"
#include "shim-vfs.h"

#include "store/kli-connection-private.h"
#include "store/kli-store-private.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CUTS 200
#ifdef __SANITIZE_ADDRESS__
#define CUTS_OF_SELF_CHECK 12
#else
#define CUTS_OF_SELF_CHECK 30
#endif

/* --- the process that loses its power --- */

typedef struct
{
  GRand *rand;
  guint n_left; /* operations that still reach the disk; 0 until it is armed */
} Power;

static Power power;
static const char *safety; /* a weaker PRAGMA synchronous, or NULL */

static int
cut_func (ShimOperation operation, const char *name, gpointer user_data)
{
  if (operation != SHIM_WRITE && operation != SHIM_TRUNCATE && operation != SHIM_SYNC)
    return SQLITE_OK;
  if (power.n_left == 0 || --power.n_left > 0)
    return SQLITE_OK;

  shim_vfs_cut (power.rand);
  _exit (0);
}

static void
weaken (KliWriter *writer, gpointer data)
{
  sqlite3 *handle = kli_connection_get_handle (kli_writer_get_connection (writer, NULL));
  g_autofree char *sql = g_strconcat ("PRAGMA synchronous = ", safety, NULL);

  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    _exit (6);
}

static void
checkpoint (KliWriter *writer, gpointer data)
{
  sqlite3 *handle = kli_connection_get_handle (kli_writer_get_connection (writer, NULL));

  sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/* Checkpoints now and then, as the writer does when it is idle: here nobody ever is. */
static void
changed_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  static guint n;

  if (++n % 5 == 0)
    kli_writer_push (store->writer, checkpoint, NULL);
}

static void
tune (KliStore *store)
{
  if (safety != NULL)
    kli_writer_push (store->writer, weaken, NULL);
  kli_writer_wait (store->writer);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), NULL);
  power.n_left = (guint)g_rand_int_range (power.rand, 1, 500);
}

static void
edit_until_cut (const char *path, const char *seed, const char *wish)
{
  guint32 number = (guint32)strtoul (seed, NULL, 10);

  safety = g_str_equal (wish, "FULL") ? NULL : wish;
  power.rand = g_rand_new_with_seed (number);
  shim_vfs_install (cut_func, NULL);
  crash_fixture_edit (path, number, tune);
}

/* --- the proof --- */

/* Here nothing fails, and nothing waits for the disk. */
static int
pass_func (ShimOperation operation, const char *name, gpointer user_data)
{
  return SQLITE_OK;
}

static CrashVerdict
cut_once (const char *path, const char *wish, guint *n_acknowledged)
{
  g_autofree char *seed = g_strdup_printf ("%u", (guint)g_test_rand_int ());
  g_autoptr (CrashLedger) ledger = crash_ledger_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--edit", path, seed, wish, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  crash_ledger_read (ledger, text);
  *n_acknowledged += crash_ledger_get_n_acknowledged (ledger);

  return crash_ledger_compare (ledger, path);
}

/* Every cut begins with the same small store. */
static CrashVerdict
cut_many (const char *wish, guint cuts)
{
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autofree char *template = NULL;
  CrashVerdict sum = { 0 };
  guint n_acknowledged = 0;
  gsize size;

  g_object_unref (store_fixture_open (folder, "test.db"));
  g_assert_true (g_file_get_contents (path, &template, &size, NULL));
  for (guint i = 0; i < cuts; i++)
    {
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *index = g_strconcat (path, "-shm", NULL);
      CrashVerdict verdict;

      unlink (log);
      unlink (index);
      g_assert_true (g_file_set_contents_full (path, template, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      verdict = cut_once (path, wish, &n_acknowledged);
      sum.lost += verdict.lost;
      sum.damaged += verdict.damaged;
    }
  g_test_message ("%s: %u cuts, %u acknowledged edits, %u lost, %u faults", wish, cuts, n_acknowledged, sum.lost,
                  sum.damaged);
  g_assert_cmpuint (n_acknowledged, >, cuts); /* something was at stake */
  store_fixture_remove (folder);

  return sum;
}

static void
test_cut (void)
{
  CrashVerdict verdict = cut_many ("FULL", store_fixture_cycles (CUTS));

  g_assert_cmpuint (verdict.lost, ==, 0);
  g_assert_cmpuint (verdict.damaged, ==, 0);
}

/* The same test must be red when commits are not flushed. */
static void
test_sees_missing_flush (gconstpointer data)
{
  CrashVerdict verdict = cut_many (data, CUTS_OF_SELF_CHECK);

  g_assert_cmpuint (verdict.lost + verdict.damaged, >, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--edit") == 0)
    edit_until_cut (argv[2], argv[3], argv[4]);

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  shim_vfs_install (pass_func, NULL);
  g_test_add_func ("/store/cut/full", test_cut);
  g_test_add_data_func ("/store/cut/sees-normal", "NORMAL", test_sees_missing_flush);
  g_test_add_data_func ("/store/cut/sees-off", "OFF", test_sees_missing_flush);

  return g_test_run ();
}
