/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives together: one address, found by whoever lives there, and one letter. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "../store/record-fixture.h"
#include "operations/kli-bulk.h"
#include "operations/kli-household.h"
#include "operations/kli-merge.h"
#include "operations/kli-trash.h"
#include "store/kli-ids.h"

#include <string.h>

#define CONTACT (&kli_contact_kind)
#define HOME "address+=ul. Polna;Kraków;31-019;;;home;7/3"

typedef struct
{
  gint64 jan;
  gint64 anna;
  gint64 household;
} Family;

static Family
make_family (Fixture *fixture)
{
  Family family = { .jan = fixture_new (fixture, CONTACT, "name=Jan Kowalski ; address_form=pan ; " HOME),
                    .anna = fixture_new (fixture, CONTACT, "name=Anna Kowalska ; address_form=pani ; " HOME) };
  g_autofree char *line
      = g_strdup_printf ("kind=household ; household+=%" G_GINT64_FORMAT " ; household+=%" G_GINT64_FORMAT
                         " ; address-of=%" G_GINT64_FORMAT " ; address-of=%" G_GINT64_FORMAT,
                         family.jan, family.anna, family.jan, family.anna);

  family.household = fixture_new (fixture, CONTACT, line);

  return family;
}

static void
assert_found (Fixture *fixture, const char *condition, const char *argument, const char *expected)
{
  g_autoptr (KliQuery) everybody = kli_query_new (KLI_QUERY_CONTACTS, "", "name");
  g_autoptr (KliQuery) query = kli_query_with_condition (everybody, condition, argument);
  g_autofree char *names = record_list_names (fixture->store, query);

  g_assert_cmpstr (names, ==, expected);
}

static guint
count_members (Fixture *fixture, gint64 id)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, id);

  return kli_whole_count_parts (whole, &kli_household_member_kind);
}

#define FAMILY "Anna Kowalska; Jan Kowalski; "

/* The name is proposed, the address is taken from both cards and stands on that of the household alone. */
static void
test_founded (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);

  fixture_assert_text (fixture, CONTACT, family.household, KLI_CONTACT_NAME, "Państwo Anna i Jan Kowalscy");
  fixture_assert_parts (fixture, CONTACT, family.household, &kli_address_kind, KLI_ADDRESS_HOUSE, "7/3");
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_HOUSE, "");
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_HOUSE, "");
  fixture_set (fixture, CONTACT, family.household, "name=Kowalscy");
  fixture_assert_text (fixture, CONTACT, family.household, KLI_CONTACT_NAME, "Kowalscy");
}

static void
assert_lives_in (Fixture *fixture, const char *city, gboolean yes)
{
  g_autoptr (KliQuery) everybody = kli_query_new (KLI_QUERY_CONTACTS, "", "name");
  g_autoptr (KliQuery) in_city = kli_query_with_condition (everybody, "city", city);
  g_autoptr (KliQuery) people = kli_query_with_condition (in_city, "kind", "person");
  g_autofree char *names = record_list_names (fixture->store, people);

  g_assert_cmpint (strstr (names, "Anna") != NULL && strstr (names, "Jan") != NULL, ==, yes);
}

/* One change of the address is one of all of them. */
static void
test_one_address (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);

  assert_lives_in (fixture, "Kraków", TRUE);
  fixture_set (fixture, CONTACT, family.household, "addresses.0.city=Łódź");
  assert_lives_in (fixture, "Kraków", FALSE);
  assert_lives_in (fixture, "Łódź", TRUE);
}

/* When the household goes, each of them has its address; when it comes back, it alone has it again. */
static void
test_dissolved (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  const gint64 gone[] = { family.household, family.household };

  fixture_set (fixture, CONTACT, family.anna, "address+=ul. Biurowa 1;Łódź;90-001;;;work");
  fixture_run (fixture, kli_trash (CONTACT, gone, G_N_ELEMENTS (gone)));
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "Łódź|Kraków");
  assert_lives_in (fixture, "Kraków", TRUE);
  assert_found (fixture, "has", "household", "");
  fixture_run (fixture, kli_untrash (CONTACT, &family.household, 1));
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_CITY, "");
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "Łódź");
  assert_lives_in (fixture, "Kraków", TRUE);
  assert_found (fixture, "has", "household", FAMILY);
}

/* Whoever lives elsewhere when the household comes back stays there. */
static void
test_restored (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);

  fixture_run (fixture, kli_trash (CONTACT, &family.household, 1));
  fixture_set (fixture, CONTACT, family.jan, "household+=Inni");
  fixture_run (fixture, kli_untrash (CONTACT, &family.household, 1));
  g_assert_cmpuint (count_members (fixture, family.jan), ==, 1);
  assert_found (fixture, "household", "inni", "Jan Kowalski; ");
  assert_found (fixture, "household", "kowalscy*", "Anna Kowalska; ");
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
}

/* Makes something else until the clock has gone on behind whatever was made before. */
static void
wait_for_clock (Fixture *fixture)
{
  gint64 first = kli_ids_instant (fixture_new (fixture, CONTACT, "kind=organisation ; name=Alfa"));

  while (kli_ids_instant (fixture_new (fixture, CONTACT, "kind=organisation ; name=Beta")) <= first)
    ;
}

/* An address that somebody had all the time stays when the household comes back. */
static void
test_own_address (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);

  fixture_set (fixture, CONTACT, family.anna, HOME);
  wait_for_clock (fixture);
  fixture_run (fixture, kli_trash (CONTACT, &family.household, 1));
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  fixture_run (fixture, kli_untrash (CONTACT, &family.household, 1));
  fixture_assert_parts (fixture, CONTACT, family.anna, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  fixture_assert_parts (fixture, CONTACT, family.jan, &kli_address_kind, KLI_ADDRESS_CITY, "");
}

static void
run_bulk (Fixture *fixture, KliBulk *(*what) (KliAnswer *records), const gint64 *ids, guint n_ids)
{
  g_autoptr (KliAnswer) records = kli_answer_new (ids, n_ids);
  g_autoptr (KliBulk) bulk = what (records);

  g_assert_cmpint (fixture_run_long (kli_bulk_begin (bulk, fixture->store)), >, 0);
}

/* Many at once are as one after the other: households that go with those who live in them, or without. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  Family first = make_family (fixture), second = make_family (fixture);
  const gint64 gone[] = { first.household, second.anna, second.household };

  wait_for_clock (fixture);
  run_bulk (fixture, kli_bulk_trash, gone, G_N_ELEMENTS (gone));
  fixture_assert_parts (fixture, CONTACT, first.jan, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  fixture_assert_parts (fixture, CONTACT, second.jan, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
  assert_found (fixture, "has", "household", "");
  run_bulk (fixture, kli_bulk_untrash, gone, G_N_ELEMENTS (gone));
  fixture_assert_parts (fixture, CONTACT, first.jan, &kli_address_kind, KLI_ADDRESS_CITY, "");
  fixture_assert_parts (fixture, CONTACT, second.jan, &kli_address_kind, KLI_ADDRESS_CITY, "");
  fixture_assert_parts (fixture, CONTACT, second.anna, &kli_address_kind, KLI_ADDRESS_CITY, "");
  assert_found (fixture, "has", "household", "Anna Kowalska; Anna Kowalska; Jan Kowalski; Jan Kowalski; ");
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  g_autofree char *line = g_strdup_printf ("household-=%" G_GINT64_FORMAT, family.household);

  assert_found (fixture, "kind", "household", "Państwo Anna i Jan Kowalscy; ");
  assert_found (fixture, "has", "household", FAMILY);
  assert_found (fixture, "household", "kowalscy*", FAMILY);
  fixture_set (fixture, CONTACT, family.household, "name=Rodzina Lis");
  assert_found (fixture, "household", "kowalscy*", "");
  assert_found (fixture, "household", "lis*", FAMILY);
  fixture_set (fixture, CONTACT, family.jan, line);
  assert_found (fixture, "has", "household", "Anna Kowalska; ");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  g_autofree char *jan = g_strdup_printf ("kind=household ; name=Inni ; household+=%" G_GINT64_FORMAT, family.jan);
  g_autofree char *home = g_strdup_printf ("household+=%" G_GINT64_FORMAT, family.household);
  gint64 firm = fixture_new (fixture, CONTACT, "kind=organisation ; name=Alfa");

  fixture_refuse_set (fixture, CONTACT, family.jan, "household+=Inni", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, family.household, "kind=person", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, CONTACT, firm, home, KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_create_record (CONTACT, fixture_assign ("kind=household", NULL)),
                  KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpuint (count_members (fixture, family.household), ==, 2);
}

/* Whoever becomes one card lives where one of them lived. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  gint64 again = fixture_new (fixture, CONTACT, "name=Jan Kowalski");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_refuse (fixture, kli_merge_contacts (again, family.household, chosen), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_run (fixture, kli_merge_contacts (again, family.jan, chosen));
  g_assert_cmpuint (count_members (fixture, again), ==, 1);
  assert_found (fixture, "has", "household", FAMILY);
  fixture_run (fixture, kli_unmerge_contact (family.jan));
  g_assert_cmpuint (count_members (fixture, again), ==, 0);
  g_assert_cmpuint (count_members (fixture, family.jan), ==, 1);
}

/* Who lived in two households lives in that of the card that stays; the other one is told. */
static void
test_merged_of_two (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  gint64 again = fixture_new (fixture, CONTACT, "name=Jan Kowalski ; household+=Kowalscy z Polnej ; note=Miły");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_run (fixture, kli_merge_contacts (family.jan, again, chosen));
  g_assert_cmpuint (count_members (fixture, family.jan), ==, 1);
  assert_found (fixture, "household", "kowalscy z*", "");
  assert_found (fixture, "has", "household", FAMILY);
  fixture_assert_text (fixture, CONTACT, family.jan, KLI_CONTACT_NOTE,
                       "Miły\n\nOther values before the merge with “Jan Kowalski”:\nHousehold: Kowalscy z Polnej");
  fixture_run (fixture, kli_unmerge_contact (again));
  assert_found (fixture, "household", "kowalscy z*", "Jan Kowalski; ");
  g_assert_cmpuint (count_members (fixture, family.jan), ==, 1);
  fixture_assert_text (fixture, CONTACT, family.jan, KLI_CONTACT_NOTE, "");
}

/* One in the trash is no home: the other one counts. */
static void
test_merged_of_a_past_one (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  gint64 again = fixture_new (fixture, CONTACT, "name=Jan Kowalski ; household+=Inni");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_run (fixture, kli_trash (CONTACT, &family.household, 1));
  fixture_run (fixture, kli_merge_contacts (family.jan, again, chosen));
  assert_found (fixture, "has", "household", "Jan Kowalski; ");
  assert_found (fixture, "household", "inni", "Jan Kowalski; ");
  fixture_run (fixture, kli_untrash (CONTACT, &family.household, 1));
  g_assert_cmpuint (count_members (fixture, family.jan), ==, 1);
}

/* --- letters ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 ids[4];
  GArray *gathered;
} Letters;

static gpointer
gather_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Letters *letters = user_data;

  letters->gathered = kli_household_gather (connection, letters->ids, G_N_ELEMENTS (letters->ids), error);

  return letters->gathered;
}

/* Once in the place of the first of them, and nobody else is left out. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  Family family = make_family (fixture);
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa Lis");
  Letters letters = { .ids = { family.anna, ewa, family.jan, family.household } };
  g_autoptr (GError) error = NULL;

  kli_store_read (fixture->store, gather_func, &letters, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (letters.gathered->len, ==, 2);
  g_assert_cmpint (g_array_index (letters.gathered, gint64, 0), ==, family.household);
  g_assert_cmpint (g_array_index (letters.gathered, gint64, 1), ==, ewa);
  g_array_unref (letters.gathered);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/households/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("founded", test_founded);
  ADD ("one-address", test_one_address);
  ADD ("dissolved", test_dissolved);
  ADD ("restored", test_restored);
  ADD ("own-address", test_own_address);
  ADD ("many", test_many);
  ADD ("found", test_found);
  ADD ("refused", test_refused);
  ADD ("merged", test_merged);
  ADD ("merged-of-two", test_merged_of_two);
  ADD ("merged-of-a-past-one", test_merged_of_a_past_one);
  ADD ("letters", test_letters);

  return g_test_run ();
}
