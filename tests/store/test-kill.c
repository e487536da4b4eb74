/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kill -9 at any moment loses no acknowledged edit (RELIABILITY A2, M1). KLI_CYCLES sets how often. */
#include "crash-fixture.h"

#include <stdlib.h>
#include <string.h>

#define CYCLES 60

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

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--edit") == 0)
    crash_fixture_edit (argv[2], (guint32)strtoul (argv[3], NULL, 10), NULL);

  store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/kill", test_kill);

  return g_test_run ();
}
