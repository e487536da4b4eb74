/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long import dies at any operation on a file, by kill -9 or by a power cut: continued, it ends as if nothing had
 * happened; taken back, everything is as it was (RELIABILITY A4). KLI_CYCLES sets how often. */
#include "import-fixture.h"

#include "../store/death-fixture.h"
#include "../store/long-fixture.h"
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

typedef struct
{
  DeathFixture deaths;
  char *before;
  char *after;
  guint n_unfinished;
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (KliStore) store = NULL;
  g_autoptr (KliLongEdit) edit = NULL;

  kli_long_edit_tune (IMPORT_FIXTURE_MIN, IMPORT_FIXTURE_BATCH);
  death_fixture_set_up (&fixture->deaths);
  store = store_fixture_open (fixture->deaths.folder, "test.db");
  import_fixture_fill (store, SEED + 1000);
  fixture->before = import_fixture_print (store);
  kli_store_close (store);
  death_fixture_keep (&fixture->deaths);
  g_clear_object (&store);

  /* How it is without a death. */
  store = store_fixture_open (fixture->deaths.folder, "test.db");
  edit = begin (store);
  g_assert_cmpint (import_fixture_run (edit), >, 0);
  fixture->after = import_fixture_print (store);
  kli_store_close (store);
}

static void
tear_down (Fixture *fixture)
{
  death_fixture_tear_down (&fixture->deaths);
  g_free (fixture->before);
  g_free (fixture->after);
}

static void
go_on (KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GPtrArray) cards = import_fixture_make_cards (SEED, CARDS);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliImport) import = kli_import_resume (unfinished, cards, &error);
  g_autoptr (KliLongEdit) edit = NULL;

  g_assert_no_error (error);
  edit = kli_import_continue (import, store, unfinished);
  g_assert_cmpint (import_fixture_run (edit), >, 0);
}

/* Continues what is unfinished, or takes it back. Returns: what is to be seen then. */
static const char *
settle (Fixture *fixture, KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GError) error = NULL;

  fixture->n_unfinished++;
  if (g_test_rand_bit ())
    {
      go_on (store, unfinished);
      return fixture->after;
    }
  g_assert_cmpint (kli_undo (store, unfinished->entry->id, TRUE, &error), >=, 0);
  g_assert_no_error (error);

  return fixture->before;
}

static void
look (Fixture *fixture)
{
  g_autoptr (KliStore) store = store_fixture_open (fixture->deaths.folder, "test.db");
  g_autoptr (KliUnfinished) unfinished = import_fixture_read_unfinished (store);
  const char *expected = unfinished != NULL ? settle (fixture, store, unfinished) : NULL;
  g_autofree char *now = import_fixture_print (store);

  if (expected != NULL)
    g_assert_cmpstr (now, ==, expected);
  else if (!g_str_equal (now, fixture->before)) /* it died before it began or after it ended */
    g_assert_cmpstr (now, ==, fixture->after);
  g_assert_null (import_fixture_read_unfinished (store));
  long_fixture_check (store);
}

static void
test_death (gconstpointer data)
{
  Fixture fixture = { 0 };
  guint cycles = store_fixture_cycles (CYCLES);

  set_up (&fixture);
  for (guint i = 0; i < cycles; i++)
    {
      death_fixture_run (&fixture.deaths, "import", data, i, cycles, OPERATIONS_MAX);
      look (&fixture);
    }
  g_test_message ("%s: %u runs, %u deaths, %u in the middle", (const char *)data, cycles, fixture.deaths.n_dead,
                  fixture.n_unfinished);
  g_assert_cmpuint (fixture.n_unfinished, >, 0); /* something was at stake */
  tear_down (&fixture);
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
