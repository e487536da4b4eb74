/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file whose derived tables are wrong: that is noticed in an idle moment, told, and mended, while the store is used.
 */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-backup.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"

#define WAIT_SECONDS 60

typedef struct
{
  char *folder;
  KliStore *store;
  gint64 anna;
  guint n_told; /* signals */
  double mended;
} Fixture;

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
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gint64 contract;

  fixture->folder = store_fixture_make_folder ();
  open_store (fixture);
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  fixture->anna = record_add_person (fixture->store, "Anna Kowalska");
  record_add_person (fixture->store, "Ewa Nowak");
  record_add_phone (fixture->store, fixture->anna, "512 345 678");
  contract = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Obsługa", RECORD_END);
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract,
              KLI_CONTRACT_PARTY_CONTACT, fixture->anna, RECORD_END);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

/* Closes the store; somebody else runs @sql in it. */
static void
meddle (Fixture *fixture, const char *sql)
{
  store_fixture_let_go (fixture->store);
  store_fixture_meddle (fixture->folder, sql);
}

static gboolean
is_mended (Fixture *fixture)
{
  return fixture->mended >= 1;
}

/* KliReadFunc */
static gpointer
read_unchecked (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_derive_get_state (connection, "unchecked", error);
}

static gboolean
is_looked_over (Fixture *fixture)
{
  g_autofree char *state = kli_store_read (fixture->store, read_unchecked, NULL, NULL);

  return g_strcmp0 (state, "") == 0;
}

static void
wait_until (Fixture *fixture, gboolean (*holds) (Fixture *), const char *what)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!holds (fixture))
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (g_get_monotonic_time () > end)
        g_error ("expected: %s", what);
      g_usleep (5000);
    }
}

static void
assert_finds_anna (Fixture *fixture, const char *search)
{
  g_autoptr (KliAnswer) answer = record_search (fixture->store, KLI_QUERY_CONTACTS, search);

  if (kli_answer_find (answer, fixture->anna) < 0)
    g_error ("expected: “%s” to find Anna", search);
}

static void
assert_right (Fixture *fixture)
{
  record_check_derived (fixture->store);
  assert_finds_anna (fixture, "");
  assert_finds_anna (fixture, "kowal ann");
  assert_finds_anna (fixture, "512345");
}

/* --- every derived table ---------------------------------------------------------------------------- */

static const char *const damages[] = {
  "DELETE FROM local_number WHERE local = 1",
  "INSERT INTO local_number (local, id) VALUES (999, 999)",
  "DELETE FROM contact_match",
  "UPDATE contact_order SET by_given = x'00', by_family = x'00'",
  "DELETE FROM contact_order",
  "INSERT INTO contact_place VALUES (999, x'00', x'00')",
  "DELETE FROM contact_recent",
  "DELETE FROM search_text",
  "DELETE FROM search_key",
  "INSERT INTO search (search) VALUES ('delete-all')",
  "DELETE FROM search_data WHERE id > 10",
  "DELETE FROM contact_fact",
  "INSERT INTO contact_touch VALUES (999, '2026-01-01', '')",
  "DELETE FROM member_block",
  "UPDATE contract_state SET state = 'active'",
  "DELETE FROM contract_order",
};

/* Whatever is damaged: nothing fails meanwhile, edits are made, and all is right at the end. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  meddle (fixture, data);
  open_store (fixture);
  kli_answer_unref (record_search (fixture->store, KLI_QUERY_CONTACTS, ""));
  kli_answer_unref (record_search (fixture->store, KLI_QUERY_CONTACTS, "kowal 512"));
  record_set (fixture->store, &kli_contact_kind, fixture->anna, KLI_CONTACT_NOTE, "x", RECORD_END);
  wait_until (fixture, is_mended, data);
  wait_until (fixture, is_looked_over, "the file to be looked over to its end");
  assert_right (fixture);
}

static void
test_everything (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = g_strjoinv (";", (char **)data);

  meddle (fixture, all);
  open_store (fixture);
  wait_until (fixture, is_mended, "all the damage to be mended");
  wait_until (fixture, is_looked_over, "the file to be looked over to its end");
  assert_right (fixture);
}

/* --- what cannot be read ---------------------------------------------------------------------------- */

/* Damage of the file itself, which is looked over as it is: a store would not be opened. */

#define PAGE_SIZE 4096

/* Where in the file at @path the only page of @table begins. */
static gint64
find_page (const char *path, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  sqlite3 *handle = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 page;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  page = (sqlite3_column_int64 (stmt, 0) - 1) * PAGE_SIZE;
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return page;
}

/* Behind a number of 7 bits a byte. */
static const guint8 *
skip_number (const guint8 *at)
{
  while (*at & 0x80)
    at++;

  return at + 1;
}

/* The first row of @table says that its values begin behind its end. Its place stands behind the 8 bytes of the page's
 * header; it begins with its size and its number. */
static void
damage_row (const char *path, const char *table)
{
  static const char too_far = 0x7f;
  gint64 page = find_page (path, table);
  g_autofree char *bytes = NULL;
  const guint8 *first, *row;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  first = (const guint8 *)bytes;
  row = first + page + (first[page + 8] << 8 | first[page + 9]);
  store_fixture_poke (path, skip_number (skip_number (row)) - first, &too_far, 1);
}

/* The page says that it is none. */
static void
damage_page (const char *path, const char *table)
{
  static const char nothing = 0x7f;

  store_fixture_poke (path, find_page (path, table), &nothing, 1);
}

/* Looks the closed file over to its end, as the store does between the edits. */
static void
look_over (const char *path, GError **error)
{
  g_autoptr (KliConnection) connection = kli_connection_open (path, KLI_CONNECTION_WRITER, error);
  KliDeriveMend mend = { 0 };
  gboolean more = connection != NULL;

  while (more)
    {
      g_clear_error (error);
      if (!kli_connection_run (connection, "begin-edit", error)
          || !kli_derive_mend_step (connection, &mend, &more, error)
          || !kli_connection_run (connection, "commit", error))
        more = mend.unreadable != 0;
      kli_connection_roll_back (connection);
    }
  kli_derive_mend_clear (&mend);
}

/* The rows of a table of which one cannot be read are made anew. */
static void
test_unreadable_row (Fixture *fixture, gconstpointer table)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.db", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_let_go (fixture->store);
  damage_row (path, table);
  look_over (path, &error);
  g_assert_no_error (error);
  open_store (fixture);
  assert_right (fixture);
}

/* A page that cannot be read cannot be given back either: that is told, and nothing else is done. */
static void
test_unreadable_page (Fixture *fixture, gconstpointer table)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_let_go (fixture->store);
  damage_page (path, table);
  before = store_fixture_digest (path);
  look_over (path, &error);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
  after = store_fixture_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  fixture->store = kli_store_open (path, 0, 0, &error);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED);
}

/* --- when ------------------------------------------------------------------------------------------- */

/* Nobody is told of a file that came from elsewhere and is right. */
static void
test_nothing_wrong (Fixture *fixture, gconstpointer data)
{
  meddle (fixture, "INSERT INTO store_state (name, value) VALUES ('somebody', 'was here')");
  open_store (fixture);
  kli_store_settle (fixture->store);
  g_assert_false (is_looked_over (fixture));
  wait_until (fixture, is_looked_over, "the file to be looked over");
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* Our own edits keep the tables in step: a file that is as we left it is not looked over at each start. */
static void
test_as_we_left_it (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_looked_over (fixture));
  store_fixture_let_go (fixture->store);
  open_store (fixture);
  kli_store_settle (fixture->store);
  g_assert_true (is_looked_over (fixture));
}

/* The command line has no idle moments: what it opened first is looked over by the window. */
static void
test_closed_at_once (Fixture *fixture, gconstpointer data)
{
  meddle (fixture, "DELETE FROM contact_order");
  open_store (fixture);
  store_fixture_let_go (fixture->store);
  open_store (fixture);
  wait_until (fixture, is_mended, "the damage to be found at the second start");
  assert_right (fixture);
}

/* `check` does not wait for an idle moment. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  meddle (fixture, "DELETE FROM contact_order; DELETE FROM search_key");
  open_store (fixture);
  g_assert_cmpint (kli_store_mend (fixture->store, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_true (is_looked_over (fixture)); /* nor again in the next idle moment */
  assert_right (fixture);
  g_assert_cmpint (kli_store_mend (fixture->store, &error), ==, 0);
}

#define add(name, func, data) g_test_add ("/store/mend/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  const char *all[] = { damages[3], damages[5], damages[8], damages[9], damages[11], damages[14], NULL };

  store_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/mend/damage/%u", i);

      g_test_add (path, Fixture, damages[i], set_up, test_damage, tear_down);
    }
  add ("everything", test_everything, all);
  add ("unreadable/order", test_unreadable_row, "contact_order");
  add ("unreadable/place", test_unreadable_row, "contact_place");
  add ("unreadable/texts", test_unreadable_row, "search_text");
  add ("unreadable/sets", test_unreadable_row, "member_block");
  add ("unreadable/page", test_unreadable_page, "contact_place");
  add ("nothing-wrong", test_nothing_wrong, NULL);
  add ("as-we-left-it", test_as_we_left_it, NULL);
  add ("closed-at-once", test_closed_at_once, NULL);
  add ("at-once", test_at_once, NULL);

  return g_test_run ();
}
