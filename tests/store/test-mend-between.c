/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What derives from the records is mended a part at a time, between the edits: none of them waits for all of it, what
 * is looked for is found meanwhile, and wherever it is broken off the next start goes on. */
#include "death-fixture.h"
#include "random-edits.h"
#include "record-fixture.h"
#include "shim-vfs.h"
#include "store-fixture.h"

#include "store/kli-derive-private.h"
#include "store/kli-search-index.h"
#include "store/kli-store-private.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 2500 /* more than any step takes */
#define STEPS_MAX 400
#define SEEDS 3
#define CYCLES 8
#define OPERATIONS_MAX 1500

/* --- edits that wait for the test ------------------------------------------------------------------------- */

/* One is running, and waits; so that what the writer does between two of them is exactly what was waiting for it. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  guint n_begun;
  guint n_let_go;
  guint n_acknowledged;
  guint n_asked;
} Gate;

typedef struct
{
  char *folder;
  KliStore *store;
  Gate gate;
  guint n_told; /* signals */
  double mended;
} Fixture;

static gboolean
gate_func (KliEdit *edit, gpointer user_data, GError **error)
{
  Gate *gate = user_data;
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
  guint number;

  g_mutex_lock (&gate->mutex);
  number = ++gate->n_begun;
  g_cond_broadcast (&gate->cond);
  while (gate->n_let_go < number)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  kli_row_set_text (row, KLI_CONTACT_NAME, "Zofia Meanwhile");

  return kli_edit_insert (edit, row, error);
}

static void
acknowledged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Gate *gate = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_store_edit_finish (KLI_STORE (source), result, &error), >, 0);
  g_assert_no_error (error);
  gate->n_acknowledged++;
}

/* Another edit; returns when it has begun. */
static void
begin_edit (Fixture *fixture)
{
  Gate *gate = &fixture->gate;

  gate->n_asked++;
  kli_store_edit_async (fixture->store, "test", 0, gate_func, gate, NULL, NULL, acknowledged_cb, gate);
  g_mutex_lock (&gate->mutex);
  gate->n_let_go = gate->n_asked - 1;
  g_cond_broadcast (&gate->cond);
  while (gate->n_begun < gate->n_asked)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  while (g_main_context_iteration (NULL, FALSE)) /* what was told */
    ;
}

static void
end_edits (Fixture *fixture)
{
  Gate *gate = &fixture->gate;

  g_mutex_lock (&gate->mutex);
  gate->n_let_go = gate->n_asked;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
  kli_store_settle (fixture->store);
  while (gate->n_acknowledged < gate->n_asked)
    g_main_context_iteration (NULL, TRUE);
}

/* --- the store -------------------------------------------------------------------------------------------- */

static void
mending_cb (KliStore *store, double fraction, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_told++;
  fixture->mended = fraction;
}

static void
open_store (Fixture *fixture)
{
  fixture->n_told = 0;
  fixture->mended = 0;
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  g_signal_connect (fixture->store, "mending", G_CALLBACK (mending_cb), fixture);
  kli_store_settle (fixture->store);
}

static gboolean
people_func (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
      g_autofree char *name = g_strdup_printf ("Person%u Of%u", i, i % 7);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  open_store (fixture);
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  g_assert_cmpint (kli_store_edit (fixture->store, "import", 0, people_func, NULL, NULL), >, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

/* KliReadFunc */
static gpointer
read_unchecked (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_derive_get_state (connection, "unchecked", error);
}

/* Returns: (transfer full): "" when all was looked over. */
static char *
get_place (KliStore *store)
{
  return kli_store_read (store, read_unchecked, NULL, NULL);
}

static void
look_over_to_the_end (KliStore *store)
{
  for (guint i = 0; i < STEPS_MAX; i++)
    {
      g_autofree char *place = get_place (store);

      if (*place == '\0')
        return;
      kli_store_look_over_soon (store);
      kli_store_settle (store);
    }
  g_error ("expected: the looking over to end within %u steps", STEPS_MAX);
}

/* KliReadFunc */
static gpointer
count_wrong (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int n = -1;

  if (sqlite3_prepare_v2 (kli_connection_get_handle (connection),
                          "SELECT count(*) FROM contact_order WHERE by_given = x'00'", -1, &stmt, NULL)
          == SQLITE_OK
      && sqlite3_step (stmt) == SQLITE_ROW)
    n = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);

  return GINT_TO_POINTER (n);
}

static int
get_n_wrong (Fixture *fixture)
{
  return GPOINTER_TO_INT (kli_store_read (fixture->store, count_wrong, NULL, NULL));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

/* Takes steps between edits until some of the rows are right; all of the edits are acknowledged by then. */
static void
mend_some (Fixture *fixture)
{
  int n_wrong = get_n_wrong (fixture), n_left = n_wrong;

  for (guint i = 0; i < STEPS_MAX && n_left > n_wrong / 2; i++)
    {
      int n_before = n_left;

      begin_edit (fixture);
      kli_store_look_over_soon (fixture->store);
      n_left = get_n_wrong (fixture);
      g_assert_cmpint (n_before - n_left, <=, 500); /* no edit waited for more: some steps of a hundred */
    }
  end_edits (fixture);
  g_assert_cmpint (get_n_wrong (fixture), >, 0);
  g_assert_cmpint (get_n_wrong (fixture), <, n_wrong);
}

/* An edit waits for a part of the mending, and not for all of it; a restart goes on with it. */
static void
test_between (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int n_left;

  store_fixture_let_go (fixture->store);
  store_fixture_meddle (fixture->folder, "UPDATE contact_order SET by_given = x'00'");
  open_store (fixture);
  g_assert_cmpint (get_n_wrong (fixture), ==, PEOPLE);
  mend_some (fixture);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpfloat (fixture->mended, >, 0);

  store_fixture_let_go (fixture->store);
  open_store (fixture);
  before = get_place (fixture->store);
  n_left = get_n_wrong (fixture);
  g_assert_cmpstr (before, !=, "1"); /* it is not begun again */
  kli_store_look_over_soon (fixture->store);
  kli_store_settle (fixture->store);
  after = get_place (fixture->store);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpint (get_n_wrong (fixture), <, n_left);

  look_over_to_the_end (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (fixture->mended, ==, 1);
  g_assert_cmpint (get_n_wrong (fixture), ==, 0);
  record_check_derived (fixture->store);
}

/* --- the index of words ----------------------------------------------------------------------------------- */

/* KliReadFunc. Returns: the place + 2; 1 before anything is in it, 0 when it is whole. */
static gpointer
read_filled (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gint64 place = KLI_SEARCH_INDEX_WHOLE;

  kli_search_index_get_place (connection, &place, error);

  return GINT_TO_POINTER (place == KLI_SEARCH_INDEX_WHOLE ? 0 : (int)place + 2);
}

static void
assert_finds_one (KliStore *store, const char *search)
{
  g_autoptr (KliAnswer) answer = record_search (store, KLI_QUERY_CONTACTS, search);

  if (kli_answer_get_n_items (answer) != 1)
    g_error ("expected: “%s” to find one, not %u", search, kli_answer_get_n_items (answer));
}

static void
assert_finds_all (Fixture *fixture)
{
  static const guint people[] = { 0, 1, 7, 999, 1000, 1400, 2100, PEOPLE - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *word = g_strdup_printf ("person%u of", people[i]);
      g_autofree char *row = g_strdup_printf ("\"Person%u Of%u\"", people[i], people[i] % 7);

      if (people[i] > 250) /* of others this is the beginning */
        assert_finds_one (fixture->store, word);
      assert_finds_one (fixture->store, row);
    }
}

/* While the index is made anew everybody is found, whether it has them yet or not, and edits are made. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  gboolean was_empty = FALSE, was_partial = FALSE;
  int filled = 1;

  store_fixture_let_go (fixture->store);
  store_fixture_meddle (fixture->folder, "DELETE FROM search_data WHERE id > 10");
  open_store (fixture);
  begin_edit (fixture);
  assert_finds_all (fixture); /* and has it made anew */
  for (guint i = 0; i < STEPS_MAX && filled != 0; i++)
    {
      begin_edit (fixture);
      assert_finds_all (fixture);
      filled = GPOINTER_TO_INT (kli_store_read (fixture->store, read_filled, NULL, NULL));
      was_empty |= filled == 1;
      was_partial |= filled > 2 && filled <= PEOPLE;
    }
  g_assert_cmpint (filled, ==, 0);
  g_assert_true (was_empty);
  g_assert_true (was_partial);
  end_edits (fixture);
  g_assert_cmpfloat (fixture->mended, ==, 1);
  g_assert_cmpuint (fixture->n_told, >, 1);
  record_check_derived (fixture->store);
}

/* Closed meanwhile, the next start goes on with it. */
static void
test_search_closed (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_meddle (fixture->folder, "DELETE FROM search_data WHERE id > 10");
  open_store (fixture);
  assert_finds_all (fixture);
  begin_edit (fixture);
  begin_edit (fixture);
  end_edits (fixture);
  store_fixture_let_go (fixture->store);
  open_store (fixture);
  assert_finds_all (fixture);
  kli_store_catch_up (fixture->store);
  assert_finds_all (fixture);
  record_check_derived (fixture->store);
}

/* --- by properties ---------------------------------------------------------------------------------------- */

static const char *const damages[] = {
  "DELETE FROM local_number WHERE local % 5 = 1",
  "INSERT OR IGNORE INTO local_number (local, id) VALUES (99999, 99999)",
  "DELETE FROM contact_match WHERE contact % 2",
  "UPDATE contact_order SET by_given = x'00' WHERE local % 3 = 1",
  "INSERT OR IGNORE INTO contact_order VALUES (99998, x'00', x'00')",
  "DELETE FROM contact_place",
  "DELETE FROM contact_recent WHERE local > 20",
  "INSERT OR IGNORE INTO contact_recent VALUES (99998, 1)",
  "UPDATE contact_touch SET on_day = '2001-01-01'",
  "DELETE FROM contact_touch WHERE local % 2",
  "INSERT OR IGNORE INTO contact_touch VALUES (99998, '2026-01-01', '')",
  "DELETE FROM search_text WHERE local % 2",
  "UPDATE search_text SET fold = 'nobody', keys = 'x' WHERE local % 4 = 1",
  "INSERT OR IGNORE INTO search_text (local, fold, keys, note) VALUES (99997, 'stray', '48', '')",
  "DELETE FROM search_key WHERE local % 3",
  "INSERT OR IGNORE INTO search_key VALUES ('999', 3), ('48512', 99996)",
  "INSERT INTO search (search) VALUES ('delete-all')",
  "INSERT INTO search_note (search_note) VALUES ('delete-all')",
  "DELETE FROM search_data WHERE id > 10",
  "DELETE FROM contact_fact WHERE local % 2",
  "UPDATE contact_fact SET facts = 'fact kind nothing' WHERE local % 3 = 1",
  "DELETE FROM member_block",
  "UPDATE member_block SET members = x'0100'",
  "DELETE FROM contract_state",
  "UPDATE contract_order SET by_title = x'00'",
  "INSERT OR IGNORE INTO contract_state VALUES (99995, 'active', '', '', '', '')",
};

static void
damage_some (Fixture *fixture, GRand *chance)
{
  for (gint n = g_rand_int_range (chance, 1, 6); n > 0; n--)
    store_fixture_meddle (fixture->folder, damages[g_rand_int_range (chance, 0, G_N_ELEMENTS (damages))]);
}

/* Whatever is wrong and whatever is edited and taken back meanwhile: in the end all is as if it were made anew. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  RandomEdits edits;

  random_edits_init (&edits, fixture->store, seed);
  random_edits_run (&edits, 60);
  for (guint round = 0; round < 4; round++)
    {
      store_fixture_let_go (fixture->store);
      damage_some (fixture, edits.rand);
      open_store (fixture);
      edits.store = fixture->store;
      for (gint n = g_rand_int_range (edits.rand, 10, 60); n > 0; n--)
        {
          kli_store_look_over_soon (fixture->store);
          if (n % 3 == 0)
            random_edits_run (&edits, 1);
          kli_answer_unref (record_search (fixture->store, KLI_QUERY_CONTACTS, random_edits_pick_word (&edits)));
        }
      look_over_to_the_end (fixture->store);
      kli_store_catch_up (fixture->store);
      record_check_derived (fixture->store);
    }
  random_edits_clear (&edits);
}

/* --- deaths ----------------------------------------------------------------------------------------------- */

static void
mend_until_dead (const char *path, const char *how, guint32 seed, guint operation)
{
  KliStore *store;

  death_fixture_arm (how, seed);
  store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  if (store == NULL)
    _exit (3);
  kli_store_settle (store);
  death_fixture_die_at (operation);
  look_over_to_the_end (store);
  _exit (0);
}

static void
look (DeathFixture *fixture)
{
  KliStore *store = store_fixture_open (fixture->folder, "test.db");

  look_over_to_the_end (store);
  assert_finds_one (store, "person2400");
  record_check_derived (store);
  store_fixture_let_go (store);
}

/* Wherever the mending dies, the next start ends it. */
static void
test_death (gconstpointer how)
{
  DeathFixture fixture = { 0 };
  guint cycles = store_fixture_cycles (CYCLES);
  KliStore *store;

  death_fixture_set_up (&fixture);
  store = store_fixture_open (fixture.folder, "test.db");
  g_assert_cmpint (kli_store_edit (store, "import", 0, people_func, NULL, NULL), >, 0);
  store_fixture_let_go (store);
  store_fixture_meddle (fixture.folder,
                        "UPDATE contact_order SET by_given = x'00'; DELETE FROM member_block WHERE number % 2;"
                        "DELETE FROM search_text WHERE local % 2; INSERT INTO search (search) VALUES ('delete-all')");
  death_fixture_keep (&fixture);
  for (guint i = 0; i < cycles; i++)
    {
      death_fixture_run (&fixture, "mend", how, i, cycles, OPERATIONS_MAX);
      look (&fixture);
    }
  g_test_message ("%s: %u runs, %u deaths", (const char *)how, cycles, fixture.n_dead);
  g_assert_cmpuint (fixture.n_dead, >, 0); /* something was at stake */
  death_fixture_tear_down (&fixture);
}

#define add(name, func, data) g_test_add ("/store/mend/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 7 && strcmp (argv[1], "--die") == 0)
    mend_until_dead (argv[2], argv[4], (guint32)strtoul (argv[5], NULL, 10), (guint)strtoul (argv[6], NULL, 10));

  shim_vfs_use_memory ();
  store_fixture_init (&argc, &argv);
  add ("between", test_between, NULL);
  add ("search", test_search, NULL);
  add ("search-closed", test_search_closed, NULL);
  for (guint seed = 1; seed <= store_fixture_cycles (SEEDS); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/mend/random/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_random, tear_down);
    }
  g_test_add_data_func ("/store/mend/kill", "kill", test_death);
  g_test_add_data_func ("/store/mend/cut", "cut", test_death);

  return g_test_run ();
}
