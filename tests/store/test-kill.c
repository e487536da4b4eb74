/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kill -9 at any moment loses no acknowledged edit (RELIABILITY A2, M1). KLI_CYCLES sets how often. */
#include "crash-fixture.h"
#include "shim-vfs.h"

#include "store/kli-backup-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CYCLES 60
#define COPY_CYCLES 25
#define OPERATIONS_MAX 6000 /* some rounds of copying and restoring */

/* Reads what the process acknowledges until it is killed, @microseconds after its first word. */
static void
run_and_kill (CrashLedger *ledger, const char *path, gulong microseconds)
{
  g_autofree char *seed = g_strdup_printf ("%u", (guint)g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--edit", path, seed, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GInputStream *stream = NULL;
  gint64 deadline = 0;
  gssize n;
  char buffer[4096];

  g_assert_no_error (error);
  stream = g_subprocess_get_stdout_pipe (process);
  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error)) > 0)
    {
      g_string_append_len (text, buffer, n);
      if (deadline == 0)
        deadline = g_get_monotonic_time () + (gint64)microseconds;
      if (g_get_monotonic_time () >= deadline)
        g_subprocess_force_exit (process); /* what it wrote before that is still in the pipe */
    }
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process)); /* it never ends by itself */
  crash_ledger_read (ledger, text->str);
}

static void
test_kill (void)
{
  guint cycles = store_fixture_cycles (CYCLES);
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autoptr (CrashLedger) ledger = crash_ledger_new ();

  g_object_unref (store_fixture_open (folder, "test.db"));
  for (guint i = 0; i < cycles; i++)
    {
      CrashVerdict verdict;

      run_and_kill (ledger, path, (gulong)g_test_rand_int_range (0, 40000));
      verdict = crash_ledger_compare (ledger, path);
      g_assert_cmpuint (verdict.lost, ==, 0);
      g_assert_cmpuint (verdict.damaged, ==, 0);
    }
  g_test_message ("%u kills, %u acknowledged edits, none lost", cycles, crash_ledger_get_n_acknowledged (ledger));
  g_assert_cmpuint (crash_ledger_get_n_acknowledged (ledger), >=, cycles);
  store_fixture_remove (folder);
}

/* --- copying and restoring --- */

static int
kill_func (ShimOperation operation, const char *name, gpointer user_data)
{
  guint *n_left = user_data;

  if (--*n_left == 0)
    raise (SIGKILL);

  return SQLITE_OK;
}

/* In the process that dies, at its @n_operations-th operation on a file: copies the store, edits it, puts
 * the copy back, for ever. */
static void
copy_and_restore (const char *path, guint n_operations)
{
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);

  shim_vfs_install (kill_func, &n_operations);
  while (TRUE)
    {
      g_autoptr (KliStore) store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
      g_autofree char *kept = NULL;

      if (store == NULL || !kli_store_save_copy (store, copy, NULL))
        _exit (3);
      store_fixture_add_person (store, "Not in the copy");
      kli_store_close (store);
      if (!kli_store_restore (path, copy, &kept, NULL))
        _exit (4);
      g_unlink (kept);
    }
}

static void
copy_until_killed (const char *path)
{
  g_autofree char *n_operations = g_strdup_printf ("%d", g_test_rand_int_range (1, OPERATIONS_MAX));
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--copy", path, n_operations, NULL);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process));
}

/* Wherever it stops: the store is whole, with or without what came after the copy; so is the copy. */
static void
test_kill_copying (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  guint cycles = store_fixture_cycles (COPY_CYCLES);

  {
    g_autoptr (KliStore) store = store_fixture_open (folder, "test.db");

    store_fixture_add_person (store, "In the copy");
    g_assert_true (kli_store_save_copy (store, copy, NULL));
  }
  for (guint i = 0; i < cycles; i++)
    {
      g_autoptr (CrashLedger) ledger = crash_ledger_new ();
      g_autoptr (GError) error = NULL;
      CrashVerdict verdict;

      copy_until_killed (path);
      kli_backup_verify (copy, &error);
      g_assert_no_error (error);
      verdict = crash_ledger_compare (ledger, path);
      g_assert_cmpuint (verdict.damaged, ==, 0);
      {
        g_autoptr (KliStore) store = store_fixture_open (folder, "test.db");

        g_assert_cmpint (store_fixture_count_people (store), >, 0);
      }
    }
  store_fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--copy") == 0)
    copy_and_restore (argv[2], (guint)atoi (argv[3]));
  if (argc == 4 && strcmp (argv[1], "--edit") == 0)
    crash_fixture_edit (argv[2], (guint32)strtoul (argv[3], NULL, 10), NULL);

  shim_vfs_use_memory (); /* a killed process leaves what it wrote with the system, on any file system */
  store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/kill/editing", test_kill);
  g_test_add_func ("/store/kill/copying", test_kill_copying);

  return g_test_run ();
}
