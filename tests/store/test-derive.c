/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is derived is a function of the records: after any edits every derived table is as if it were made anew, and
 * a table that is wrong is noticed and mended. */
#include "random-edits.h"
#include "store-fixture.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive.h"

#include <glib/gstdio.h>

typedef StoreFixture Fixture;

static void
test_random (Fixture *fixture, gconstpointer data)
{
  RandomEdits edits;

  random_edits_init (&edits, fixture->store, GPOINTER_TO_UINT (data));
  for (guint round = 0; round < 6; round++)
    {
      random_edits_run (&edits, 25);
      record_check_derived (fixture->store);
    }
  random_edits_clear (&edits);
}

/* A store that was not closed properly, or closed on another day and in another language. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  RandomEdits edits;

  random_edits_init (&edits, fixture->store, 3);
  random_edits_run (&edits, 100);
  random_edits_clear (&edits);

  store_fixture_let_go (fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_set_today (fixture->store, kli_day_new (2027, 3, 1));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_ID);
  kli_store_settle (fixture->store);
  record_check_derived (fixture->store);
}

/* --- a column that is derived from ------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  guint column;
} OneColumn;

static gboolean
change_column (KliEdit *edit, gpointer user_data, GError **error)
{
  const OneColumn *one = user_data;
  const KliColumn *column = &kli_contact_kind.columns[one->column];
  g_autofree char *word = g_strdup_printf ("Źdźbło%u", one->column); /* which nothing else of it has */
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, one->id, error);

  if (row == NULL)
    return FALSE;
  if (column->choices != NULL)
    kli_row_set_text (row, one->column,
                      column->choices[g_str_equal (kli_row_get_text (row, one->column), column->choices[0])]);
  else if (column->type == KLI_COLUMN_BIRTHDAY)
    kli_row_set_text (row, one->column, "--02-29");
  else if (kli_column_is_text (column))
    kli_row_set_text (row, one->column, word);
  else
    kli_row_set_integer (row, one->column, kli_row_get_integer (row, one->column) + 7);

  return kli_edit_update (edit, row, error);
}

static gboolean
turn_deleted (KliEdit *edit, gpointer user_data, GError **error)
{
  gint64 id = *(const gint64 *)user_data;
  g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, id, error);

  return row != NULL && kli_edit_set_deleted (edit, &kli_contact_kind, id, row->deleted_at == 0, error);
}

static void
change_every_column (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;

  for (guint i = kli_contact_kind.n_columns; i-- > 0;) /* the kind, by which others count or not, at the end */
    {
      OneColumn one = { id, i };

      kli_store_edit (fixture->store, "test", id, change_column, &one, &error);
      g_assert_no_error (error);
      record_check_derived (fixture->store);
    }
  for (guint i = 0; i < 2; i++)
    {
      kli_store_edit (fixture->store, "test", id, turn_deleted, &id, &error);
      g_assert_no_error (error);
      record_check_derived (fixture->store);
    }
}

/* Only those tables are looked at that derive from what is different: each says truly which columns those are. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna Kowalska");
  gint64 other = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_NAME, "Jan Nowak", RECORD_END);
  gint64 contract = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Obsługa", RECORD_END);

  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
              other, RECORD_END);
  record_add (fixture->store, &kli_household_member_kind, KLI_HOUSEHOLD_MEMBER_CONTACT, person,
              KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, other, RECORD_END);
  record_add (fixture->store, &kli_relation_kind, KLI_RELATION_CONTACT, other, KLI_RELATION_OTHER, person, RECORD_END);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, other, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract,
              KLI_CONTRACT_PARTY_CONTACT, other, RECORD_END);
  record_add (fixture->store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, person, KLI_ACTIVITY_ON_DAY, "2026-11-01",
              RECORD_END);

  change_every_column (fixture, record_add_person (fixture->store, "Ewa Bez Nikogo"));
  change_every_column (fixture, person);
  change_every_column (fixture, other);
}

/* KliReadFunc */
static gpointer
check_for_nobody (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *detail = NULL;
  gboolean checked;

  g_cancellable_cancel (cancelled);
  kli_connection_set_cancellable (connection, cancelled, NULL);
  checked = kli_derive_check (connection, "contact-match", &detail, error);
  kli_connection_set_cancellable (connection, NULL, NULL);
  g_assert_false (checked);

  return NULL;
}

/* Looking over ends when nobody wants it any more, however little SQLite has to do for a part of it. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record_add_person (fixture->store, "Anna");
  kli_store_read (fixture->store, check_for_nobody, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- a wrong table is noticed, and mended ------------------------------------------------------------------ */

typedef struct
{
  const char *sql;   /* does the damage */
  const char *table; /* that says so */
} Damage;

static const Damage damages[] = {
  { "DELETE FROM local_number WHERE local = 1", "local-number" },
  { "INSERT INTO local_number (local, id) VALUES (999, 999)", "local-number" },
  { "UPDATE contact_match SET match_key = 'x' WHERE contact = (SELECT min(contact) FROM contact_match)",
    "contact-match" },
  { "DELETE FROM contact_match", "contact-match" },
  { "UPDATE contact_order SET by_given = x'00' WHERE local = 1", "contact-order" },
  { "INSERT INTO contact_order VALUES (999, x'00', x'00')", "contact-order" },
  { "INSERT INTO contact_touch VALUES (999, '2026-01-01', '')", "contact-touch" },
  { "UPDATE search_text SET fold = 'x' WHERE local = 1", "search" },
  { "UPDATE search_text SET keys = 'x' WHERE local = 1", "search" },
  { "DELETE FROM search_key WHERE key = '512345678'", "search" },
  { "INSERT INTO search_key VALUES ('512345678', 999)", "search" },
  { "UPDATE search_key SET key = '999' WHERE key = '512345678'", "search" },
  { "INSERT INTO search (rowid, fold) VALUES (1, 'garbage')", "search" },
  { "INSERT INTO search (search, rowid, fold) VALUES ('delete', 1, 'anna')", "search" },
  { "INSERT INTO search (search) VALUES ('delete-all')", "search" },
  { "UPDATE search_text SET note = 'x' WHERE local = 1", "search" },
  { "INSERT INTO search_note (rowid, note) VALUES (1, 'garbage')", "search" },
  { "INSERT INTO search_note (search_note, rowid, note) VALUES ('delete', 1, 'woli')", "search" },
  { "INSERT INTO search_note (search_note) VALUES ('delete-all')", "search" },
  { "DELETE FROM contact_fact WHERE local = 1", "contact-fact" },
  { "UPDATE contact_fact SET facts = 'fact kind x' WHERE local = 1", "contact-fact" },
  { "DELETE FROM member_block", "contact-fact" },
  { "UPDATE member_block SET members = x'0500'", "contact-fact" },
  { "UPDATE member_set SET key = 'fact has mail' WHERE key = 'fact has phone'", "contact-fact" },
  { "UPDATE contract_state SET state = 'active'", "contract-state" },
  { "DELETE FROM contract_state", "contract-state" },
  { "UPDATE contract_order SET by_deadline = x'00'", "contract-order" },
};

static gboolean
do_damage (KliEdit *edit, gpointer user_data, GError **error)
{
  const Damage *damage = user_data;
  KliConnection *connection = kli_edit_get_connection (edit);
  sqlite3_stmt *statement = NULL;
  g_autofree char *detail = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (kli_connection_get_handle (connection), damage->sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);

  if (!kli_derive_check (connection, damage->table, &detail, error))
    return FALSE;
  if (detail == NULL)
    g_error ("“%s” should be noticed", damage->sql);
  g_clear_pointer (&detail, g_free);

  if (!kli_derive_rebuild (connection, damage->table, NULL, NULL, error)
      || !kli_derive_check (connection, damage->table, &detail, error))
    return FALSE;
  if (detail != NULL)
    g_error ("“%s” should be mended: %s", damage->sql, detail);

  return TRUE; /* rolled back: nothing is recorded */
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna Kowalska");
  gint64 contract = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Obsługa", RECORD_END);

  record_set (fixture->store, &kli_contact_kind, id, KLI_CONTACT_NOTE, "woli pisać", RECORD_END);
  record_add_phone (fixture->store, id, "512 345 678");
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract,
              KLI_CONTRACT_PARTY_CONTACT, id, RECORD_END);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      kli_store_edit (fixture->store, "test", 0, do_damage, (gpointer)&damages[i], &error);
      g_assert_no_error (error);
    }
  record_check_derived (fixture->store);
}

static void
note_wrong (const char *name, const char *detail, const GError *error, gpointer user_data)
{
  GString *wrong = user_data;

  if (error != NULL || detail != NULL)
    g_string_append_printf (wrong, "%s %s\n", name, error != NULL ? "cannot be read" : "is wrong");
}

static gboolean
lose_table (KliEdit *edit, gpointer user_data, GError **error)
{
  static const char sql[] = "UPDATE contact_match SET match_key = 'x'; DROP TABLE contact_recent";
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (GString) wrong = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (kli_connection_get_handle (connection), sql, NULL, NULL, NULL), ==, SQLITE_OK);
  if (!kli_derive_check_all (connection, note_wrong, wrong, error))
    return FALSE;
  g_assert_cmpstr (wrong->str, ==, "contact-match is wrong\ncontact-recent cannot be read\n");

  return TRUE;
}

/* One table that cannot be read does not keep the others from being compared. */
static void
test_lost_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record_add_person (fixture->store, "Anna Kowalska");
  record_add_person (fixture->store, "Ewa Nowak");
  kli_store_edit (fixture->store, "test", 0, lose_table, NULL, &error);
  g_assert_no_error (error);
  record_check_derived (fixture->store);
}

/* --- an organisation of many ------------------------------------------------------------------------------- */

#define N_PEOPLE 250

static gboolean
insert_people (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (KliRow) person = kli_row_new (&kli_contact_kind);
      g_autoptr (KliRow) affiliation = kli_row_new (&kli_affiliation_kind);
      g_autofree char *name = g_strdup_printf ("Osoba %u", i);

      kli_row_set_text (person, KLI_CONTACT_NAME, name);
      if (!kli_edit_insert (edit, person, error))
        return FALSE;
      kli_row_set_integer (affiliation, KLI_AFFILIATION_PERSON, person->id);
      kli_row_set_integer (affiliation, KLI_AFFILIATION_ORGANISATION, *(const gint64 *)user_data);
      if (!kli_edit_insert (edit, affiliation, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: an organisation of N_PEOPLE. */
static gint64
add_crowd (KliStore *store)
{
  gint64 id
      = record_add (store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME, "Huta", RECORD_END);
  g_autoptr (GError) error = NULL;

  kli_store_edit (store, "test", 0, insert_people, &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
assert_finds (KliStore *store, const char *search, guint n)
{
  g_autoptr (KliAnswer) answer = record_search (store, KLI_QUERY_CONTACTS, search);

  if (kli_answer_get_n_items (answer) != n)
    g_error ("“%s” should find %u, not %u", search, n, kli_answer_get_n_items (answer));
}

static gboolean
rename_crowd (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliRow) row
      = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, *(const gint64 *)user_data, error);

  if (row == NULL)
    return FALSE;
  kli_row_set_text (row, KLI_CONTACT_NAME, "Stocznia");

  return kli_edit_update (edit, row, error);
}

/* As at the end of the edit. */
static gboolean
look_behind (KliEdit *edit, gpointer user_data, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliChanges) changes = kli_changes_new ();
  g_autoptr (GString) wrong = g_string_new (NULL);
  gboolean behind = FALSE, more = TRUE;
  guint n_steps = 0;

  kli_changes_add (changes, &kli_contact_kind, *(const gint64 *)user_data, KLI_CHANGE_UPDATE);
  if (!rename_crowd (edit, user_data, error) || !kli_derive (connection, changes, error)
      || !kli_derive_is_behind (connection, &behind, error))
    return FALSE;
  g_assert_true (behind);
  if (!kli_derive_check_all (connection, note_wrong, wrong, error))
    return FALSE;
  g_assert_cmpstr (wrong->str, ==, "");

  for (; more; n_steps++)
    if (!kli_derive_catch_up (connection, &more, error))
      return FALSE;
  g_assert_cmpuint (n_steps, >, 2);

  return kli_derive_is_behind (connection, &behind, error) && !behind;
}

/* Who is behind is known to be; but nothing else about them may be wrong, and nobody else may. */
static gboolean
wreck_others (KliEdit *edit, gpointer user_data, GError **error)
{
  static const char sql[] = "INSERT INTO stale VALUES ('names', (SELECT id FROM local_number WHERE local = 2));"
                            "UPDATE search_text SET fold = 'x' WHERE local = 2;"
                            "UPDATE contact_match SET match_key = 'x'"
                            " WHERE contact = (SELECT id FROM local_number WHERE local = 2);"
                            "UPDATE contact_place SET by_city = x'00' WHERE local = 3";
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (GString) wrong = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (kli_connection_get_handle (connection), sql, NULL, NULL, NULL), ==, SQLITE_OK);
  if (!kli_derive_check_all (connection, note_wrong, wrong, error))
    return FALSE;
  g_assert_cmpstr (wrong->str, ==, "contact-match is wrong\ncontact-place is wrong\nsearch is wrong\n");

  return TRUE;
}

/* The people of a renamed organisation follow a few at a time, and nobody has to ask for it. */
static void
test_crowd (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_crowd (fixture->store);
  g_autoptr (GError) error = NULL;

  kli_store_edit (fixture->store, "test", 0, wreck_others, NULL, &error);
  g_assert_no_error (error);
  assert_finds (fixture->store, "huta", N_PEOPLE + 1);
  kli_store_edit (fixture->store, "test", 0, look_behind, &id, &error);
  g_assert_no_error (error);
  kli_store_catch_up (fixture->store);
  assert_finds (fixture->store, "stocznia", N_PEOPLE + 1);
  assert_finds (fixture->store, "huta", 0);
  record_check_derived (fixture->store);
}

static void
everything_cb (KliStore *store, KliChanges *changes, gpointer user_data)
{
  gboolean *told = user_data;

  *told = *told || kli_changes_is_everything (changes);
}

/* The lists are told when all of them have followed. */
static void
test_crowd_announced (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_crowd (fixture->store);
  gboolean told = FALSE;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (everything_cb), &told);
  kli_store_edit_async (fixture->store, "test", id, rename_crowd, &id, NULL, NULL, NULL, NULL);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  assert_finds (fixture->store, "stocznia", N_PEOPLE + 1);
  record_check_derived (fixture->store);
}

static gboolean
mark_crowd (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (KliChanges) changes = kli_changes_new ();

  kli_changes_add (changes, &kli_contact_kind, *(const gint64 *)user_data, KLI_CHANGE_UPDATE);

  return rename_crowd (edit, user_data, error) && kli_derive (kli_edit_get_connection (edit), changes, error);
}

/* A store that was closed before all had followed. */
static void
test_crowd_reopened (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_crowd (fixture->store);
  g_autoptr (GError) error = NULL;

  kli_store_edit (fixture->store, "test", id, mark_crowd, &id, &error);
  g_assert_no_error (error);
  store_fixture_let_go (fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_catch_up (fixture->store);
  assert_finds (fixture->store, "stocznia", N_PEOPLE + 1);
  record_check_derived (fixture->store);
}

/* --- states follow the day --------------------------------------------------------------------------------- */

static void
assert_row (Fixture *fixture, gint64 contract, const char *state, const char *next_on, const char *end_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = kli_store_read_page (fixture->store, KLI_QUERY_CONTRACTS, &contract, 1, &error);
  const KliListRow *row = g_ptr_array_index (rows, 0);
  g_autofree char *next_text = kli_day_to_string (row->next_on);
  g_autofree char *end_text = kli_day_to_string (row->end_on);

  g_assert_no_error (error);
  g_assert_cmpstr (row->state, ==, state);
  g_assert_cmpstr (next_text, ==, next_on);
  g_assert_cmpstr (end_text, ==, end_on);
}

static void
set_today (Fixture *fixture, const char *day)
{
  kli_store_set_today (fixture->store, kli_day_parse (day));
  kli_store_settle (fixture->store);
  record_check_derived (fixture->store);
}

static gint64
add_signed_contract (Fixture *fixture, const char *end_on, const char *renewal)
{
  gint64 id
      = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, end_on, KLI_CONTRACT_START_ON, "2026-03-01",
                    KLI_CONTRACT_END_ON, end_on, KLI_CONTRACT_RENEWAL, renewal, KLI_CONTRACT_RENEWAL_MONTHS, (gint64)12,
                    KLI_CONTRACT_NOTICE_COUNT, (gint64)3, KLI_CONTRACT_NOTICE_UNIT, "months", RECORD_END);

  record_add (fixture->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, id, KLI_CONTRACT_ACT_KIND, "signed",
              KLI_CONTRACT_ACT_ON_DAY, "2026-02-20", RECORD_END);

  return id;
}

static void
test_day_passes (Fixture *fixture, gconstpointer data)
{
  gint64 fixed = add_signed_contract (fixture, "2026-12-31", "none");
  gint64 renewed = add_signed_contract (fixture, "2027-02-28", "automatic_fixed");

  assert_row (fixture, fixed, "active", "2026-12-31", "2026-12-31");
  assert_row (fixture, renewed, "active", "2026-11-27", "2027-02-28"); /* the last safe day: before a Saturday */
  set_today (fixture, "2026-11-27");
  assert_row (fixture, renewed, "active", "2026-11-27", "2027-02-28");
  set_today (fixture, "2026-11-30");
  assert_row (fixture, renewed, "active", "2027-02-28", "2027-02-28"); /* too late to say no */
  set_today (fixture, "2027-01-01");
  assert_row (fixture, fixed, "expired", "", "2026-12-31");
  set_today (fixture, "2027-03-01");
  assert_row (fixture, renewed, "active", "2027-11-29", "2028-02-29"); /* whole months from the start */
  set_today (fixture, "2026-02-22");                                   /* and back */
  assert_row (fixture, fixed, "signed", "2026-03-01", "2026-12-31");
}

static gpointer
read_day_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_day_to_string (kli_derive_get_day (connection, error));
}

static void
day_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **day = user_data;
  g_autoptr (GError) error = NULL;

  *day = kli_store_read_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* The readers in the background go by it, too. */
static void
assert_background_day (Fixture *fixture, const char *expected)
{
  g_autofree char *day = NULL;

  kli_store_read_async (fixture->store, read_day_func, NULL, NULL, g_free, NULL, day_read_cb, &day);
  while (day == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (day, ==, expected);
}

/* So many that their rows are not written one by one. */
#define GATHERED 40

/* Nothing can be written into the file, and the states follow the day all the same. */
static void
test_day_passes_read_only (Fixture *fixture, gconstpointer data)
{
  gint64 fixed = add_signed_contract (fixture, "2026-12-31", "none");
  gint64 renewed = add_signed_contract (fixture, "2027-02-28", "automatic_fixed");
  g_autofree char *path = g_strdup (kli_store_get_path (fixture->store));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < GATHERED; i++)
    add_signed_contract (fixture, "2028-12-31", "none");
  store_fixture_let_go (fixture->store);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  before = store_fixture_digest (path);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  g_assert_true (kli_store_is_read_only (fixture->store));

  assert_row (fixture, renewed, "active", "2026-11-27", "2027-02-28"); /* as it was left */
  kli_store_set_today (fixture->store, kli_day_new (2027, 1, 1));
  assert_row (fixture, fixed, "expired", "", "2026-12-31");
  assert_row (fixture, renewed, "active", "2027-02-28", "2027-02-28");
  assert_background_day (fixture, "2027-01-01");
  kli_store_set_today (fixture->store, kli_day_new (2027, 3, 1)); /* over midnight */
  assert_row (fixture, renewed, "active", "2027-11-29", "2028-02-29");
  assert_background_day (fixture, "2027-03-01");
  kli_store_set_today (fixture->store, kli_day_new (2026, 2, 22)); /* and back */
  assert_row (fixture, fixed, "signed", "2026-03-01", "2026-12-31");

  kli_store_close (fixture->store);
  after = store_fixture_digest (path);
  g_assert_cmpstr (after, ==, before);
}

/* What the free days are depends on the country of the business. */
static void
test_setting (Fixture *fixture, gconstpointer data)
{
  gint64 renewed = add_signed_contract (fixture, "2027-02-28", "automatic_fixed");

  record_add (fixture->store, &kli_setting_kind, KLI_SETTING_KEY, "country", KLI_SETTING_VALUE, "PL", RECORD_END);
  assert_row (fixture, renewed, "active", "2026-11-27", "2027-02-28");
  record_check_derived (fixture->store);
}

#define add(name, func, data)                                                                                          \
  g_test_add ("/store/derive/" name, Fixture, GUINT_TO_POINTER (data), store_fixture_set_up, func,                     \
              store_fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("random-1", test_random, 1);
  add ("random-2", test_random, 2);
  add ("reopened", test_reopened, 0);
  add ("columns", test_columns, 0);
  add ("cancelled", test_cancelled, 0);
  add ("damaged", test_damaged, 0);
  add ("lost-table", test_lost_table, 0);
  add ("crowd", test_crowd, 0);
  add ("crowd-announced", test_crowd_announced, 0);
  add ("crowd-reopened", test_crowd_reopened, 0);
  add ("day-passes", test_day_passes, 0);
  add ("day-passes-read-only", test_day_passes_read_only, 0);
  add ("setting", test_setting, 0);

  return g_test_run ();
}
