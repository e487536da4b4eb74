/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash dies at any operation on a file, by kill -9 or by a power cut: whoever is not in the trash any
 * more is nowhere, once the store was opened again (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "record-fixture.h"
#include "shim-vfs.h"
#include "store-fixture.h"

#include "store/kli-backup.h"
#include "store/kli-erase.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 450 /* more than one step takes */
#define CYCLES 40
#define OPERATIONS_MAX 900
#define WORD "Qwertowicz"
#define FOLDED "qwertowicz"

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
  if (death->rand != NULL)
    shim_vfs_cut (death->rand);
  raise (SIGKILL);

  return SQLITE_OK;
}

static gboolean
empty_trash (KliStore *store)
{
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (store, NULL);
  g_autoptr (KliErasure) erasure = kli_erasure_new (store, plan);

  return kli_erasure_run (erasure, NULL);
}

static void
empty_until_dead (const char *path, const char *how, guint32 seed, guint operation)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Death death = { g_str_equal (how, "cut") ? rand : NULL, 0 };
  KliStore *store;

  shim_vfs_install (die_func, &death);
  store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  if (store == NULL)
    _exit (3);
  kli_store_settle (store);
  death.n_left = operation;
  empty_trash (store);
  _exit (0);
}

/* --- the proof -------------------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *path;
  char *template;
  gsize size;
  guint n_dead; /* those that did not come to their end */
} Fixture;

static gboolean
people_func (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      g_autofree char *name = g_strdup_printf ("Zygfryd " WORD " %u", i);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      row->deleted_at = kli_edit_get_instant (edit);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (KliStore) store = NULL;

  fixture->folder = store_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  store = store_fixture_open (fixture->folder, "test.db");
  record_add_person (store, "Anna Nowak");
  g_assert_cmpint (kli_store_edit (store, "import", 0, people_func, NULL, NULL), >, 0);
  kli_store_close (store);
  g_assert_true (g_file_get_contents (fixture->path, &fixture->template, &fixture->size, NULL));
}

static void
tear_down (Fixture *fixture)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->template);
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
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--die", fixture->path, how, seed,
                              number, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  fixture->n_dead += g_subprocess_get_if_signaled (process);
  g_assert_true (g_subprocess_get_if_signaled (process) || g_subprocess_get_exit_status (process) == 0);
}

static guint
count_in_trash (KliStore *store)
{
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (store, NULL);

  return plan->ids->len;
}

static gboolean
can_be_read (const char *path, const char *word)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  return memmem (bytes, size, word, strlen (word)) != NULL;
}

static void
check (KliStore *store)
{
  g_autoptr (GPtrArray) checks = kli_store_check (store, NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      const KliCheck *one = g_ptr_array_index (checks, i);

      if (!one->holds)
        g_error ("%s: %s", one->name, one->detail);
    }
}

/* Opens it again, as the program does: what was begun ends by itself. */
static void
look (Fixture *fixture)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->folder, "test.db");
  guint n_left = count_in_trash (store);

  check (store);
  for (guint i = 0; i < 10; i++)
    {
      kli_store_settle (store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  if (n_left > 0)
    g_assert_true (empty_trash (store));
  check (store);
  g_assert_cmpuint (count_in_trash (store), ==, 0);
  kli_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (can_be_read (fixture->path, WORD) || can_be_read (fixture->path, FOLDED))
    g_error ("After a death somebody who was removed can still be read (%u were left)", n_left);
}

static void
test_death (gconstpointer how)
{
  Fixture fixture = { 0 };
  guint cycles = store_fixture_cycles (CYCLES);

  set_up (&fixture);
  for (guint i = 0; i < cycles; i++)
    {
      die_once (&fixture, how, 1 + (i * OPERATIONS_MAX + (guint)g_test_rand_int_range (0, OPERATIONS_MAX)) / cycles);
      look (&fixture);
    }
  g_test_message ("%s: %u runs, %u deaths", (const char *)how, cycles, fixture.n_dead);
  g_assert_cmpuint (fixture.n_dead, >, 0); /* something was at stake */
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (argc == 6 && strcmp (argv[1], "--die") == 0)
    empty_until_dead (argv[2], argv[3], (guint32)strtoul (argv[4], NULL, 10), (guint)strtoul (argv[5], NULL, 10));

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  g_test_add_data_func ("/store/erase/kill", "kill", test_death);
  g_test_add_data_func ("/store/erase/cut", "cut", test_death);

  return g_test_run ();
}
