/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long import dies at any operation on a file, by kill -9 or by a power cut: continued, it ends as if nothing had
 * happened; taken back, everything is as it was (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "import-fixture.h"

#include "../store/long-death.h"
#include "../store/shim-vfs.h"
#include "../store/store-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SEED 17
#define CARDS 120
#define CYCLES 30
#define OPERATIONS_MAX 700

static KliLongEdit *
begin (KliStore *store)
{
  g_autoptr (GPtrArray) cards = import_fixture_make_cards (SEED, CARDS);
  g_autoptr (KliImport) import = import_fixture_new (cards, FALSE, TRUE);

  return kli_import_begin (import, store);
}

/* --- the process that dies ---------------------------------------------------------------------------- */

static void
import_until_dead (const char *path, const char *how, guint32 seed, guint operation)
{
  KliLongEdit *edit;
  KliStore *store;

  kli_long_edit_tune (IMPORT_FIXTURE_MIN, IMPORT_FIXTURE_BATCH);
  death_fixture_arm (how, seed);
  store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  if (store == NULL)
    _exit (3);
  kli_store_settle (store);
  edit = begin (store);
  death_fixture_die_at (operation);
  kli_long_edit_run (edit, NULL);
  _exit (0);
}

/* --- the proof ---------------------------------------------------------------------------------------- */

static KliLongEdit *
go_on (KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GPtrArray) cards = import_fixture_make_cards (SEED, CARDS);
  g_autoptr (KliCardPile) pile = import_fixture_pile (cards);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliImport) import = kli_import_resume (unfinished, pile, &error);

  g_assert_no_error (error);

  return kli_import_continue (import, store, unfinished);
}

static const LongDeathWork work = { import_fixture_print, go_on, CYCLES, OPERATIONS_MAX };

static void
set_up (LongDeath *death)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (KliLongEdit) edit = NULL;

  kli_long_edit_tune (IMPORT_FIXTURE_MIN, IMPORT_FIXTURE_BATCH);
  death_fixture_set_up (&death->deaths);
  store = store_fixture_open (death->deaths.folder, "test.db");
  import_fixture_fill (store, SEED + 1000);
  death->before = import_fixture_print (store);
  kli_store_close (store);
  death_fixture_keep (&death->deaths);
  g_clear_object (&store);

  /* How it is without a death. */
  store = store_fixture_open (death->deaths.folder, "test.db");
  edit = begin (store);
  g_assert_cmpint (import_fixture_run (edit), >, 0);
  death->after = import_fixture_print (store);
  kli_store_close (store);
}

static void
test_death (gconstpointer data)
{
  LongDeath death = { 0 };

  set_up (&death);
  long_death_prove (&death, &work, "import", data);
}

int
main (int argc, char **argv)
{
  if (argc == 7 && strcmp (argv[1], "--die") == 0)
    import_until_dead (argv[2], argv[4], (guint32)strtoul (argv[5], NULL, 10), (guint)strtoul (argv[6], NULL, 10));

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  g_test_add_data_func ("/import-long/kill", "kill", test_death);
  g_test_add_data_func ("/import-long/cut", "cut", test_death);

  return g_test_run ();
}
