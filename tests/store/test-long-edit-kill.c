/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long edit, or the undo of one, dies at any operation on a file, by kill -9 or by a power cut: continued, it ends
 * as if nothing had happened; taken back, everything is as it was (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "long-fixture.h"
#include "shim-vfs.h"
#include "store-fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 90
#define CYCLES 40
#define OPERATIONS_MAX 350

/* --- the process that dies -------------------------------------------------------------------------------- */

typedef struct
{
  GRand *rand; /* NULL: kill -9 */
  guint n_left;
} Death;

static int
die_func (ShimOperation operation, const char *name, gpointer user_data)
{
  Death *death = user_data;

  if (operation == SHIM_OPEN || operation == SHIM_READ || death->n_left == 0 || --death->n_left > 0)
    return SQLITE_OK;
  if (death->rand == NULL)
    raise (SIGKILL);
  shim_vfs_cut (death->rand);
  _exit (0);
}

static gpointer
newest_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, 0, 1, error);
}

/* Takes the newest entry back when @what is "undo", else renames everybody; dies at the operation of that number. */
static void
edit_until_dead (const char *path, const char *what, const char *how, guint32 seed, guint operation)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Death death = { g_str_equal (how, "cut") ? rand : NULL, 0 };
  g_autoptr (KliLongEdit) edit = NULL;
  KliStore *store;

  kli_long_edit_tune (FIXTURE_MIN, FIXTURE_BATCH);
  shim_vfs_install (die_func, &death);
  store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  if (store == NULL)
    _exit (3);
  kli_store_settle (store);
  if (g_str_equal (what, "undo"))
    {
      g_autoptr (GPtrArray) newest = kli_store_read (store, newest_func, NULL, NULL);

      edit = long_fixture_undo (store, ((KliHistoryEntry *)g_ptr_array_index (newest, 0))->id);
    }
  else
    {
      g_autoptr (GArray) ids = long_fixture_list_people (store);

      edit = long_fixture_rename (store, ids);
    }
  death.n_left = operation;
  kli_long_edit_run (edit, NULL);
  _exit (0);
}

/* --- the proof -------------------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *path;
  char *template; /* the file at the beginning */
  gsize size;
  const char *what;
  char *before;
  char *after;
  guint n_unfinished;
} Fixture;

/* How it all would be without a death. */
static void
set_up (Fixture *fixture, const char *what)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *people = NULL;

  kli_long_edit_tune (FIXTURE_MIN, FIXTURE_BATCH);
  fixture->what = what;
  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  store = store_fixture_open (fixture->folder, "test.db");
  ids = long_fixture_add_people (store, PEOPLE);
  people = long_fixture_print (store);
  if (g_str_equal (what, "edit"))
    {
      kli_store_close (store);
      g_assert_true (g_file_get_contents (fixture->path, &fixture->template, &fixture->size, NULL));
      g_clear_object (&store);
      store = store_fixture_open (fixture->folder, "test.db");
    }
  edit = long_fixture_rename (store, ids);
  g_assert_cmpint (kli_long_edit_run (edit, NULL), >, 0);
  fixture->before = g_str_equal (what, "edit") ? g_steal_pointer (&people) : long_fixture_print (store);
  fixture->after = g_str_equal (what, "edit") ? long_fixture_print (store) : g_steal_pointer (&people);
  kli_store_close (store);
  if (fixture->template == NULL)
    g_assert_true (g_file_get_contents (fixture->path, &fixture->template, &fixture->size, NULL));
}

static void
tear_down (Fixture *fixture)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->template);
  g_free (fixture->before);
  g_free (fixture->after);
}

static void
die_once (Fixture *fixture, const char *how, guint operation)
{
  g_autofree char *number = g_strdup_printf ("%u", operation);
  g_autofree char *seed = g_strdup_printf ("%u", (guint)g_test_rand_int ());
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  unlink (log);
  unlink (index);
  g_assert_true (g_file_set_contents_full (fixture->path, fixture->template, (gssize)fixture->size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--die", fixture->path, fixture->what,
                              how, seed, number, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (process) || g_subprocess_get_exit_status (process) == 0);
}

/* Continues what is unfinished, or takes it back. Returns: what is to be seen then. */
static const char *
settle (Fixture *fixture, KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GError) error = NULL;

  fixture->n_unfinished++;
  if (g_test_rand_bit ())
    {
      g_autoptr (KliLongEdit) rest = long_fixture_continue (store, unfinished);

      g_assert_cmpint (kli_long_edit_run (rest, &error), >, 0);
      g_assert_no_error (error);
      return fixture->after;
    }

  g_assert_cmpint (kli_undo (store, unfinished->entry->id, TRUE, &error), >=, 0);
  g_assert_no_error (error);

  return fixture->before;
}

static void
look (Fixture *fixture)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");
  g_autoptr (KliUnfinished) unfinished = long_fixture_read_unfinished (store);
  const char *expected = unfinished != NULL ? settle (fixture, store, unfinished) : NULL;
  g_autofree char *now = long_fixture_print (store);

  if (expected != NULL)
    g_assert_cmpstr (now, ==, expected);
  else if (!g_str_equal (now, fixture->before)) /* it died before it began or after it ended */
    g_assert_cmpstr (now, ==, fixture->after);
  g_assert_null (long_fixture_read_unfinished (store));
  long_fixture_check (store);
}

static void
test_death (gconstpointer data)
{
  g_auto (GStrv) words = g_strsplit (data, " ", 2);
  Fixture fixture = { 0 };
  guint cycles = store_fixture_cycles (CYCLES);

  set_up (&fixture, words[0]);
  for (guint i = 0; i < cycles; i++)
    {
      /* Every part of the work has its turn, however few they are: where in it is left to chance. */
      die_once (&fixture, words[1],
                1 + (i * OPERATIONS_MAX + (guint)g_test_rand_int_range (0, OPERATIONS_MAX)) / cycles);
      look (&fixture);
    }
  g_test_message ("%s: %u deaths, %u in the middle", (const char *)data, cycles, fixture.n_unfinished);
  g_assert_cmpuint (fixture.n_unfinished, >, 0); /* something was at stake */
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (argc == 7 && strcmp (argv[1], "--die") == 0)
    edit_until_dead (argv[2], argv[3], argv[4], (guint32)strtoul (argv[5], NULL, 10),
                     (guint)strtoul (argv[6], NULL, 10));

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  g_test_add_data_func ("/store/long-edit/kill", "edit kill", test_death);
  g_test_add_data_func ("/store/long-edit/cut", "edit cut", test_death);
  g_test_add_data_func ("/store/long-edit/undo-kill", "undo kill", test_death);
  g_test_add_data_func ("/store/long-edit/undo-cut", "undo cut", test_death);

  return g_test_run ();
}
