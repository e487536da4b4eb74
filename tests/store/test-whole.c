/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read at once: a record with all that belongs to it, and the rows of a page. */
#include "record-fixture.h"
#include "store-fixture.h"

typedef StoreFixture Fixture;

/* --- wholes ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const KliKind *kind;
  gint64 id;
} Target;

static gpointer
read_whole (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Target *target = user_data;

  return kli_whole_read (connection, target->kind, target->id, error);
}

static KliWhole *
get_whole (Fixture *fixture, const KliKind *kind, gint64 id)
{
  Target target = { kind, id };
  g_autoptr (GError) error = NULL;
  KliWhole *whole = kli_store_read (fixture->store, read_whole, &target, &error);

  g_assert_no_error (error);

  return whole;
}

static void
assert_names (const KliWhole *whole, gint64 id, const char *name, gboolean in_trash)
{
  g_assert_cmpstr (kli_whole_get_name (whole, id), ==, name);
  g_assert_cmpint (kli_whole_is_in_trash (whole, id), ==, in_trash);
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna");
  gint64 organisation = record_add_person (fixture->store, "Studio");
  gint64 tag = record_add (fixture->store, &kli_tag_kind, KLI_TAG_NAME, "vip", RECORD_END);
  gint64 contract = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Umowa", RECORD_END);
  gint64 phone = record_add_phone (fixture->store, id, "512 345 678");
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliWhole) other_side = NULL;

  record_set_deleted (fixture->store, &kli_contact_point_kind, record_add_phone (fixture->store, id, "1234"), TRUE);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, id, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  record_add (fixture->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT, id, KLI_CONTACT_TAG_TAG, tag, RECORD_END);
  record_add (fixture->store, &kli_contact_extra_kind, KLI_CONTACT_EXTRA_CONTACT, id, KLI_CONTACT_EXTRA_NAME, "X-A",
              RECORD_END);
  record_add (fixture->store, &kli_contact_source_kind, KLI_CONTACT_SOURCE_CONTACT, id, RECORD_END);
  record_add (fixture->store, &kli_document_kind, KLI_DOCUMENT_OWNER, id, RECORD_END);
  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, id, KLI_AFFILIATION_ORGANISATION,
              organisation, RECORD_END);
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract,
              KLI_CONTRACT_PARTY_CONTACT, id, RECORD_END);
  record_set_deleted (fixture->store, &kli_contact_kind, organisation, TRUE);

  whole = get_whole (fixture, &kli_contact_kind, id);
  g_assert_cmpint (kli_whole_get_root (whole)->id, ==, id);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contact_point_kind), ==, 1); /* not the deleted one */
  g_assert_cmpint (kli_whole_get_part (whole, &kli_contact_point_kind, 0)->id, ==, phone);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_address_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contact_tag_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contact_extra_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contact_source_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_document_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_affiliation_kind), ==, 1);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contract_party_kind), ==, 1);
  assert_names (whole, organisation, "Studio", TRUE);
  assert_names (whole, tag, "vip", FALSE);
  assert_names (whole, contract, "Umowa", FALSE);

  other_side = get_whole (fixture, &kli_contact_kind, organisation); /* in the trash, and still a whole */
  g_assert_cmpuint (kli_whole_count_parts (other_side, &kli_affiliation_kind), ==, 1);
  assert_names (other_side, id, "Anna", FALSE);
}

/* What fields of the business say, with the names of all that it names; what hides them hides it. */
static void
test_own_values (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna");
  gint64 other = record_add_person (fixture->store, "Jan");
  gint64 late = record_add (fixture->store, &kli_own_field_kind, KLI_OWN_FIELD_NAME, "Late", KLI_OWN_FIELD_POSITION,
                            (gint64)2, RECORD_END);
  gint64 early = record_add (fixture->store, &kli_own_field_kind, KLI_OWN_FIELD_NAME, "Early", KLI_OWN_FIELD_POSITION,
                             (gint64)1, RECORD_END);
  gint64 choice = record_add (fixture->store, &kli_own_choice_kind, KLI_OWN_CHOICE_FIELD, early, KLI_OWN_CHOICE_NAME,
                              "Gold", RECORD_END);
  g_autoptr (KliWhole) whole = NULL;

  record_add (fixture->store, &kli_own_value_kind, KLI_OWN_VALUE_CONTACT, id, KLI_OWN_VALUE_FIELD, late,
              KLI_OWN_VALUE_PERSON, other, RECORD_END);
  record_add (fixture->store, &kli_own_value_kind, KLI_OWN_VALUE_CONTACT, id, KLI_OWN_VALUE_FIELD, early,
              KLI_OWN_VALUE_CHOICE, choice, RECORD_END);
  whole = get_whole (fixture, &kli_contact_kind, id);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_own_value_kind), ==, 2);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_part (whole, &kli_own_value_kind, 0), KLI_OWN_VALUE_FIELD), ==,
                   early);
  assert_names (whole, early, "Early", FALSE);
  assert_names (whole, late, "Late", FALSE);
  assert_names (whole, choice, "Gold", FALSE);
  assert_names (whole, other, "Jan", FALSE);
  g_clear_pointer (&whole, kli_whole_unref);

  record_set_deleted (fixture->store, &kli_own_choice_kind, choice, TRUE);
  record_set_deleted (fixture->store, &kli_own_field_kind, late, TRUE);
  whole = get_whole (fixture, &kli_contact_kind, id);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_own_value_kind), ==, 0);
}

static void
test_contract (Fixture *fixture, gconstpointer data)
{
  gint64 party = record_add_person (fixture->store, "Anna");
  gint64 id = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Umowa", RECORD_END);
  gint64 next = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Następna", RECORD_END);
  g_autoptr (KliWhole) whole = NULL;

  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, id, KLI_CONTRACT_PARTY_CONTACT,
              party, RECORD_END);
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, id, RECORD_END); /* ourselves */
  record_add (fixture->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, id, KLI_CONTRACT_ACT_SUCCESSOR, next,
              KLI_CONTRACT_ACT_KIND, "successor", RECORD_END);

  whole = get_whole (fixture, &kli_contract_kind, id);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contract_party_kind), ==, 2);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contract_act_kind), ==, 1);
  assert_names (whole, party, "Anna", FALSE);
  assert_names (whole, next, "Następna", FALSE);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  Target target = { &kli_contact_kind, 42 };
  g_autoptr (GError) error = NULL;

  g_assert_null (kli_store_read (fixture->store, read_whole, &target, &error));
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND);
}

/* --- rows -------------------------------------------------------------------------------------------------- */

static KliListRow *
get_row (Fixture *fixture, KliQueryTarget target, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = kli_store_read_page_with (fixture->store, target, &id, 1, &(KliListCells){ 0 }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);

  return g_steal_pointer (&rows->pdata[0]);
}

static void
assert_second (Fixture *fixture, gint64 id, const char *second)
{
  g_autoptr (KliListRow) row = get_row (fixture, KLI_QUERY_CONTACTS, id);

  g_assert_cmpstr (row->second, ==, second);
}

/* The second line: the best that is known. */
static void
test_second_line (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna");
  gint64 studio = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME,
                              "Studio", RECORD_END);
  gint64 bank = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME,
                            "Bank", RECORD_END);
  gint64 old, present;

  assert_second (fixture, person, "");
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, person, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  assert_second (fixture, person, "Łódź");
  record_set (fixture->store, &kli_contact_kind, person, KLI_CONTACT_COMPANY, "Sklep", RECORD_END);
  assert_second (fixture, person, "Sklep");
  record_set (fixture->store, &kli_contact_kind, person, KLI_CONTACT_JOB, "kierowniczka", RECORD_END);
  assert_second (fixture, person, "kierowniczka · Sklep");

  old = record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
                    bank, KLI_AFFILIATION_TO_ON, "2025-12-31", RECORD_END);
  assert_second (fixture, person, "kierowniczka · Sklep");
  assert_second (fixture, bank, "");
  record_set (fixture->store, &kli_affiliation_kind, old, KLI_AFFILIATION_TO_ON, "9999-12-31", RECORD_END);
  assert_second (fixture, person, "Bank");
  assert_second (fixture, bank, "Anna");
  record_set (fixture->store, &kli_affiliation_kind, old, KLI_AFFILIATION_TO_ON, "2025-12-31", RECORD_END);
  present = record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person,
                        KLI_AFFILIATION_ORGANISATION, studio, KLI_AFFILIATION_ROLE, "szefowa", RECORD_END);
  assert_second (fixture, person, "szefowa · Studio");
  assert_second (fixture, studio, "Anna");
  record_set_deleted (fixture->store, &kli_affiliation_kind, present, TRUE);
  record_set_deleted (fixture->store, &kli_affiliation_kind, old, TRUE);
  assert_second (fixture, person, "kierowniczka · Sklep");
  assert_second (fixture, studio, "");
}

static void
test_contact_row (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna");
  gint64 contract
      = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_NUMBER, "U/1", KLI_CONTRACT_TITLE, "Umowa",
                    KLI_CONTRACT_START_ON, "2026-01-01", KLI_CONTRACT_END_ON, "2026-12-31", RECORD_END);
  g_autoptr (KliListRow) row = NULL;
  g_autoptr (KliListRow) contract_row = NULL;
  g_autoptr (KliListRow) trashed = NULL;
  g_autoptr (KliListRow) copy = NULL;

  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract, RECORD_END);
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, contract,
              KLI_CONTRACT_PARTY_CONTACT, id, KLI_CONTRACT_PARTY_POSITION, (gint64)1, RECORD_END);
  row = get_row (fixture, KLI_QUERY_CONTACTS, id);
  g_assert_cmpstr (row->name, ==, "Anna");
  g_assert_cmpstr (row->state, ==, "draft");
  g_assert_false (row->is_organisation || row->is_contract || row->in_trash);
  g_assert_cmpint (row->instant, >, 0);

  contract_row = get_row (fixture, KLI_QUERY_CONTRACTS, contract);
  g_assert_true (contract_row->is_contract);
  g_assert_cmpstr (contract_row->name, ==, "Umowa");
  g_assert_cmpstr (contract_row->second, ==, "U/1");
  g_assert_cmpstr (contract_row->party, ==, "Anna"); /* the other side, not ourselves */

  record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
  trashed = get_row (fixture, KLI_QUERY_TRASH, id);
  g_assert_true (trashed->in_trash);
  copy = kli_list_row_copy (trashed);
  g_assert_cmpstr (copy->name, ==, "Anna");
  g_assert_cmpint (copy->instant, ==, trashed->instant);
}

/* What only a table shows is not looked for unless it is asked for. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (KliListRow) row = NULL;

  record_add_phone (fixture->store, id, "512 345 678");
  rows = kli_store_read_page (fixture->store, KLI_QUERY_CONTACTS, &id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kli_list_row_get_cell (g_ptr_array_index (rows, 0), KLI_LIST_CELL_PHONE), ==, "");
  row = get_row (fixture, KLI_QUERY_CONTACTS, id);
  g_assert_cmpstr (kli_list_row_get_cell (row, KLI_LIST_CELL_PHONE), ==, "512 345 678");
}

/* Rows come in the order of the ids; ids of nothing give NULL. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  gint64 ids[KLI_LIST_PAGE_SIZE];
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = i == 7 ? 42 : record_add_person (fixture->store, "Anna");
  for (guint i = 0; i < G_N_ELEMENTS (ids) / 2; i++) /* any order, not that of the ids */
    {
      gint64 id = ids[i];

      ids[i] = ids[G_N_ELEMENTS (ids) - 1 - i];
      ids[G_N_ELEMENTS (ids) - 1 - i] = id;
    }
  rows = kli_store_read_page (fixture->store, KLI_QUERY_CONTACTS, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const KliListRow *row = g_ptr_array_index (rows, i);

      if (ids[i] == 42)
        g_assert_null (row);
      else
        g_assert_cmpint (row->id, ==, ids[i]);
    }
}

#define add(name, func)                                                                                                \
  g_test_add ("/store/whole/" name, Fixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("contact", test_contact);
  add ("own-values", test_own_values);
  add ("contract", test_contract);
  add ("missing", test_missing);
  add ("second-line", test_second_line);
  add ("contact-row", test_contact_row);
  add ("cells", test_cells);
  add ("page", test_page);

  return g_test_run ();
}
