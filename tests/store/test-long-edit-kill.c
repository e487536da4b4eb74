/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long edit, or the undo of one, dies at any operation on a file, by kill -9 or by a power cut: continued, it ends
 * as if nothing had happened; taken back, everything is as it was (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "long-death.h"
#include "long-fixture.h"
#include "shim-vfs.h"
#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 90
#define CYCLES 40
#define OPERATIONS_MAX 350

/* --- the process that dies -------------------------------------------------------------------------------- */

static gpointer
newest_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, 0, 1, error);
}

/* Takes the newest entry back when @what is "undo", else renames everybody; dies at the operation of that number. */
static void
edit_until_dead (const char *path, const char *what, const char *how, guint32 seed, guint operation)
{
  g_autoptr (KliLongEdit) edit = NULL;
  KliStore *store;

  kli_long_edit_tune (FIXTURE_MIN, FIXTURE_BATCH);
  death_fixture_arm (how, seed);
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
  death_fixture_die_at (operation);
  kli_long_edit_run (edit, NULL);
  _exit (0);
}

/* --- the proof -------------------------------------------------------------------------------------------- */

static const LongDeathWork work = { long_fixture_print, long_fixture_continue, CYCLES, OPERATIONS_MAX };

/* How it all would be without a death. */
static void
set_up (LongDeath *death, const char *what)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *people = NULL;

  kli_long_edit_tune (FIXTURE_MIN, FIXTURE_BATCH);
  death_fixture_set_up (&death->deaths);
  store = store_fixture_open (death->deaths.folder, "test.db");
  ids = long_fixture_add_people (store, PEOPLE);
  people = long_fixture_print (store);
  if (g_str_equal (what, "edit"))
    {
      kli_store_close (store);
      death_fixture_keep (&death->deaths);
      g_clear_object (&store);
      store = store_fixture_open (death->deaths.folder, "test.db");
    }
  edit = long_fixture_rename (store, ids);
  g_assert_cmpint (kli_long_edit_run (edit, NULL), >, 0);
  death->before = g_str_equal (what, "edit") ? g_steal_pointer (&people) : long_fixture_print (store);
  death->after = g_str_equal (what, "edit") ? long_fixture_print (store) : g_steal_pointer (&people);
  kli_store_close (store);
  if (g_str_equal (what, "undo"))
    death_fixture_keep (&death->deaths);
}

static void
test_death (gconstpointer data)
{
  g_auto (GStrv) words = g_strsplit (data, " ", 2);
  LongDeath death = { 0 };

  set_up (&death, words[0]);
  long_death_prove (&death, &work, words[0], words[1]);
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
