/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders, conditions and counts, by small examples. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-connection-private.h"
#include "store/kli-local-notes.h"
#include "store/kli-order.h"
#include "store/kli-values.h"

typedef StoreFixture Fixture;

/* --- orders ------------------------------------------------------------------------------------------------ */

/* Domain 3.7, without its small words: those are a matter of names, not of letters. */
static const char *const polish[] = {
  "Adam",  "Ąck",   "Cwik",   "Czarny", "Ćwik",  "Ewa",     "lis",     "Lis",    "Lucyna",
  "łoś",   "Łoś",   "Łukasz", "Nowak",  "Ńczyk", "O'Neil",  "Oska",    "Ośka",   "Ólka",
  "Sliwa", "Szulc", "Śliwa",  "zebra",  "Zięba", "Zygmunt", "Źrebiec", "Żaneta",
};

static const char *const indonesian[] = { "Adi", "Ćwik", "Cyryl", "Dewi", "Łukasz", "Lusi", "Zaenal" };

static void
assert_order (Fixture *fixture, KliLanguage language, const char *const *names, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GPtrArray) shuffled = g_ptr_array_new ();
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, "name");
  g_autofree char *order = NULL;

  kli_store_set_language (fixture->store, language);
  kli_store_settle (fixture->store);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_insert (shuffled, g_rand_int_range (rand, 0, (gint32)i + 1), (gpointer)names[i]);
      g_string_append_printf (wanted, "%s; ", names[i]);
    }
  for (guint i = 0; i < n; i++)
    record_add_person (fixture->store, g_ptr_array_index (shuffled, i));
  order = record_list_names (fixture->store, query);
  g_assert_cmpstr (order, ==, wanted->str);
}

static void
test_polish (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, KLI_LANGUAGE_PL, polish, G_N_ELEMENTS (polish));
}

static void
test_indonesian (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, KLI_LANGUAGE_ID, indonesian, G_N_ELEMENTS (indonesian));
}

static void
assert_list (Fixture *fixture,
             KliQueryTarget target,
             const char *order,
             const char *condition,
             const char *argument,
             const char *wanted)
{
  g_autoptr (KliQuery) plain = kli_query_new (target, NULL, order);
  g_autoptr (KliQuery) query
      = condition != NULL ? kli_query_with_condition (plain, condition, argument) : kli_query_ref (plain);
  g_autofree char *names = record_list_names (fixture->store, query);

  g_assert_cmpstr (names, ==, wanted);
}

/* Another language is another order, at once; family and given name are two orders. */
static void
test_language_changes (Fixture *fixture, gconstpointer data)
{
  record_add_person (fixture->store, "Zenon Ćwik");
  record_add_person (fixture->store, "Łukasz Cyryl");
  record_add_person (fixture->store, "Adam Nowak");
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME, "PT Maju",
              RECORD_END);

  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "Łukasz Cyryl; Zenon Ćwik; PT Maju; Adam Nowak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "given", NULL, NULL, "Adam Nowak; Łukasz Cyryl; PT Maju; Zenon Ćwik; ");
  kli_store_set_language (fixture->store, KLI_LANGUAGE_ID);
  kli_store_settle (fixture->store);
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "Zenon Ćwik; Łukasz Cyryl; PT Maju; Adam Nowak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "given", NULL, NULL, "Adam Nowak; Łukasz Cyryl; PT Maju; Zenon Ćwik; ");
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  gint64 first = record_add_person (fixture->store, "A");
  gint64 second = record_add_person (fixture->store, "B");

  record_add_person (fixture->store, "C");
  assert_list (fixture, KLI_QUERY_CONTACTS, "recent", NULL, NULL, "C; B; A; ");
  record_add_phone (fixture->store, first, "512 345 678"); /* through a part */
  assert_list (fixture, KLI_QUERY_CONTACTS, "recent", NULL, NULL, "A; C; B; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "opened", NULL, NULL, "A; C; B; ");
  kli_recent_note (fixture->store, second);
  kli_store_settle (fixture->store);
  assert_list (fixture, KLI_QUERY_CONTACTS, "opened", NULL, NULL, "B; A; C; ");
}

/* By organisation, an organisation among its people, and by city; whoever has none comes last, and every order can be
 * turned around. They follow the names of others. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  gint64 zenon = record_add_person (fixture->store, "Zenon Ćwik");
  gint64 adam = record_add_person (fixture->store, "Adam Nowak");
  gint64 alfa = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME,
                            "Alfa", RECORD_END);

  record_set (fixture->store, &kli_contact_kind, zenon, KLI_CONTACT_COMPANY, "Beta", RECORD_END);
  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, adam, KLI_AFFILIATION_ORGANISATION, alfa,
              RECORD_END);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, zenon, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, adam, KLI_ADDRESS_CITY, "Kraków", RECORD_END);

  assert_list (fixture, KLI_QUERY_CONTACTS, "organisation", NULL, NULL, "Alfa; Adam Nowak; Zenon Ćwik; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "city", NULL, NULL, "Adam Nowak; Zenon Ćwik; Alfa; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "-city", NULL, NULL, "Alfa; Zenon Ćwik; Adam Nowak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "created", NULL, NULL, "Alfa; Adam Nowak; Zenon Ćwik; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "-created", NULL, NULL, "Zenon Ćwik; Adam Nowak; Alfa; ");
  record_set (fixture->store, &kli_contact_kind, alfa, KLI_CONTACT_NAME, "Zeta", RECORD_END);
  assert_list (fixture, KLI_QUERY_CONTACTS, "organisation", NULL, NULL, "Zenon Ćwik; Adam Nowak; Zeta; ");
  record_set_deleted (fixture->store, &kli_contact_kind, zenon, TRUE);
  assert_list (fixture, KLI_QUERY_CONTACTS, "city", NULL, NULL, "Adam Nowak; Zeta; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "created", NULL, NULL, "Zeta; Adam Nowak; ");
  record_check_derived (fixture->store);
}

static gint64
add_contract (Fixture *fixture, const char *number, const char *title, const char *end_on)
{
  gint64 id = record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_NUMBER, number, KLI_CONTRACT_TITLE, title,
                          KLI_CONTRACT_START_ON, "2026-01-01", KLI_CONTRACT_END_ON, end_on, RECORD_END);

  record_add (fixture->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, id, KLI_CONTRACT_ACT_KIND, "signed",
              KLI_CONTRACT_ACT_ON_DAY, "2025-12-20", RECORD_END);

  return id;
}

static void
test_contracts (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna");
  g_autofree char *person_text = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  gint64 last;

  add_contract (fixture, "U/10/2026", "Undated", "");
  add_contract (fixture, "U/9/2026", "Late", "2027-06-30");
  add_contract (fixture, "U/11/2026", "Żółty", "2026-12-31");
  add_contract (fixture, "U/2/2026", "Zielony", "2026-12-31");
  last = add_contract (fixture, "U/1/2025", "Ended", "2026-10-31");
  record_add (fixture->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT, last, KLI_CONTRACT_PARTY_CONTACT,
              person, RECORD_END);

  assert_list (fixture, KLI_QUERY_CONTRACTS, "deadline", NULL, NULL, "Zielony; Żółty; Late; Ended; Undated; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "number", NULL, NULL, "Ended; Zielony; Late; Undated; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", NULL, NULL, "Ended; Late; Undated; Zielony; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "ends", "60", "Zielony; Żółty; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "ends", "38", "");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "of", person_text, "Ended; ");

  /* A contact's trash does not hide its contracts. */
  record_set_deleted (fixture->store, &kli_contact_kind, person, TRUE);
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "of", person_text, "Ended; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", NULL, NULL, "");
  record_set_deleted (fixture->store, &kli_contract_kind, last, TRUE);
  assert_list (fixture, KLI_QUERY_TRASH, "deleted", NULL, NULL, "Ended; Anna; ");
  assert_list (fixture, KLI_QUERY_CONTRACTS, "title", "of", person_text, "");
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna Ptak");
  gint64 other = record_add_person (fixture->store, "Ewa Lis");
  gint64 organisation = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation",
                                    KLI_CONTACT_NAME, "Studio", RECORD_END);
  gint64 tag = record_add (fixture->store, &kli_tag_kind, KLI_TAG_NAME, "vip", RECORD_END);
  g_autofree char *organisation_text = g_strdup_printf ("%" G_GINT64_FORMAT, organisation);
  g_autofree char *person_text = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  record_add (fixture->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT, other, KLI_CONTACT_TAG_TAG, tag,
              RECORD_END);
  record_add (fixture->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, person, KLI_AFFILIATION_ORGANISATION,
              organisation, RECORD_END);
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "tag", "vip", "Ewa Lis; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "tag", "other", "");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "at", organisation_text, "Anna Ptak; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "at", person_text, "Studio; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "kind", "organisation", "Studio; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "has", "tag", "Ewa Lis; ");
  assert_list (fixture, KLI_QUERY_CONTACTS, "name", "created", "0", "Ewa Lis; Anna Ptak; Studio; ");
}

/* Finds what was typed as people type it. */
static void
assert_typed (Fixture *fixture, KliQueryTarget target, const char *typed, const char *expected)
{
  g_autoptr (KliQuery) query = kli_query_new (target, typed, NULL);
  g_autofree char *found = record_list_names (fixture->store, query);

  if (!g_str_equal (found, expected))
    g_error ("“%s” was expected to find “%s”, but found “%s”", typed, expected, found);
}

static void
test_typed_conditions (Fixture *fixture, gconstpointer data)
{
  gint64 anna = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME,
                            "Anna Maria Ptak", KLI_CONTACT_BIRTHDAY, "--02-29", RECORD_END);
  gint64 maria
      = record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME, "Maria Anna Sowa",
                    KLI_CONTACT_NOTE, "x", KLI_CONTACT_ANNIVERSARY, "2019-06-01", RECORD_END);

  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, anna, KLI_ADDRESS_CITY, "Łódź", RECORD_END);
  record_add_phone (fixture->store, maria, "512 345 678");
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, anna, KLI_CONTACT_POINT_KIND, "chat",
              KLI_CONTACT_POINT_VALUE, "@anna", RECORD_END);
  record_add (fixture->store, &kli_address_kind, KLI_ADDRESS_CONTACT, maria, KLI_ADDRESS_CITY, "Kota Bandung-Dago",
              RECORD_END);
  kli_store_settle (fixture->store);

  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:bandung", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:dag", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:\"kota band*\"", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:andung", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:\"bandung\"", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:*", "Anna Maria Ptak; Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:lodz", "Anna Maria Ptak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "city:\"Łód\"", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "-city:lodz", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "anna maria", "Anna Maria Ptak; Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"anna maria\"", "Anna Maria Ptak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ptak lodz\"", ""); /* the end of a name and the city behind it */
  assert_typed (fixture, KLI_QUERY_CONTACTS, "has:phone", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "-has:phone has:birthday", "Anna Maria Ptak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "has:note maria", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "has:mail", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "has:chat", "Anna Maria Ptak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "birthday:366", "Anna Maria Ptak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "anniversary:366", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "has:anniversary", "Maria Anna Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "birthday:366 has:anniversary", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "is:archived", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "edited:1 -maria", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "nothing:here", "");
}

/* A word that a record has twice is next to two others. */
static void
test_phrases_with_a_repeated_word (Fixture *fixture, gconstpointer data)
{
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "organisation", KLI_CONTACT_NAME,
              "Dom Kultury, Dom Sztuki", RECORD_END);
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME, "Ewa Nowak",
              KLI_CONTACT_GIVEN, "Ewa", KLI_CONTACT_FAMILY, "Nowak", KLI_CONTACT_COMPANY, "Nowak i Syn", RECORD_END);
  kli_store_settle (fixture->store);

  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"dom kultury\"", "Dom Kultury, Dom Sztuki; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"dom sztuki\"", "Dom Kultury, Dom Sztuki; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"sztuki dom\"", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"nowak i syn\"", "Ewa Nowak; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"nowak nowak\"", "");
}

/* The words of a phrase stand next to each other in the note, or in a field, not in both together. */
static void
test_phrases_in_notes (Fixture *fixture, gconstpointer data)
{
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME, "Ewa Sowa",
              KLI_CONTACT_NOTE, "Dzwonić po\n południu", RECORD_END);
  record_add (fixture->store, &kli_contact_kind, KLI_CONTACT_KIND, "person", KLI_CONTACT_NAME, "Jan Sowa",
              KLI_CONTACT_NOTE, "Po co dzwonić?", RECORD_END);
  kli_store_settle (fixture->store);

  assert_typed (fixture, KLI_QUERY_CONTACTS, "dzwon", "Ewa Sowa; Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"dzwonić po\"", "Ewa Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ewa sowa\" popo", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ewa sowa\" polud", "Ewa Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"sowa po\"", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "sowa -poludniu", "Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "-\"po co\"", "Ewa Sowa; ");
}

/* A quotation may also be a number or an address, of which nothing is missing. */
static void
test_phrases_that_are_keys (Fixture *fixture, gconstpointer data)
{
  gint64 ewa = record_add_person (fixture->store, "Ewa Sowa");
  gint64 jan = record_add_person (fixture->store, "Jan Sowa");

  record_add_phone (fixture->store, ewa, "+48 512 345 678");
  record_add_phone (fixture->store, jan, "512");
  record_add (fixture->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, jan, KLI_CONTACT_POINT_KIND, "mail",
              KLI_CONTACT_POINT_VALUE, "ewa@jan.example", RECORD_END);
  kli_store_settle (fixture->store);

  assert_typed (fixture, KLI_QUERY_CONTACTS, "ewa", "Ewa Sowa; Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ewa\"", "Ewa Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ewa@jan.example\"", "Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"jan.example\"", "Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"ewa@jan\"", "");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"512 345 678\"", "Ewa Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"0048 512-345-678\"", "Ewa Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "512", "Ewa Sowa; Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "\"512\"", "Jan Sowa; ");
  assert_typed (fixture, KLI_QUERY_CONTACTS, "sowa -\"512 345 678\"", "Jan Sowa; ");
}

static void
test_every_condition_is_answered (Fixture *fixture, gconstpointer data)
{
  guint n;
  const KliCondition *conditions = kli_conditions (&n);

  for (guint i = 0; i < n; i++)
    for (guint choice = 0; choice == 0 || (conditions[i].choices != NULL && conditions[i].choices[choice] != NULL);
         choice++)
      {
        KliQueryTarget target
            = kli_condition_is_of (&conditions[i], KLI_QUERY_CONTACTS) ? KLI_QUERY_CONTACTS : KLI_QUERY_CONTRACTS;
        const char *argument = conditions[i].choices != NULL ? conditions[i].choices[choice] : "1";

        assert_list (fixture, target, NULL, conditions[i].name, argument, "");
      }
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  gint64 person = record_add_person (fixture->store, "Anna");
  g_autoptr (GError) error = NULL;
  g_autofree KliCounts *counts = NULL;

  record_add_person (fixture->store, "Ewa");
  add_contract (fixture, "1", "Soon", "2026-12-31");
  add_contract (fixture, "2", "Late", "2027-12-31");
  record_set_deleted (fixture->store, &kli_contact_kind, person, TRUE);
  counts = kli_store_count (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->contacts, ==, 1);
  g_assert_cmpuint (counts->contracts, ==, 2);
  g_assert_cmpuint (counts->ending, ==, 1);
  g_assert_cmpuint (counts->trash, ==, 1);
}

/* What no machine changes: a small change of the names does not cost the reading of an order. */
static void
test_orders_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliOrders) orders = kli_orders_of (fixture->store);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, "name");
  gint64 first = record_add_person (fixture->store, "Ewa B");
  g_autofree char *before = record_list_names (fixture->store, query);
  guint n_loads = kli_orders_get_n_loads (orders);

  g_assert_cmpstr (before, ==, "Ewa B; ");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ewa %c", 'A' + i);

      record_add_person (fixture->store, name);
      record_set (fixture->store, &kli_contact_kind, first, KLI_CONTACT_NAME, name, RECORD_END);
      g_free (record_list_names (fixture->store, query));
    }
  record_add_phone (fixture->store, first, "512 345 678");
  g_free (record_list_names (fixture->store, query));
  g_assert_cmpuint (kli_orders_get_n_loads (orders), ==, n_loads);
}

/* KliReadFunc */
static gpointer
load_for_nobody (KliConnection *connection, gpointer orders, GCancellable *cancellable, GError **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (KliNumbers) numbers = NULL;
  g_autoptr (KliOrder) order = NULL;

  kli_connection_set_cancellable (connection, cancelled, NULL);
  g_cancellable_cancel (cancelled);
  numbers = kli_orders_get_numbers (orders, connection, cancelled, error);
  order = numbers != NULL ? kli_orders_get (orders, connection, KLI_QUERY_CONTACTS, "name", cancelled, error) : NULL;
  g_assert_true (kli_connection_is_cancelled (connection, NULL));
  kli_connection_set_cancellable (connection, NULL, NULL);

  return order != NULL ? orders : NULL;
}

/* Enough for SQLite to look whether it is interrupted. */
#define N_MANY 2000

/* KliEditFunc */
static gboolean
add_many (KliEdit *edit, gpointer user_data, GError **error)
{
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

      kli_row_set_text (row, KLI_CONTACT_KIND, "person");
      kli_row_set_text (row, KLI_CONTACT_NAME, "Ewa");
      if (!kli_edit_insert (edit, row, error))
        return FALSE;
    }

  return TRUE;
}

/* A key that follows does not interrupt what its own question needs as well. */
static void
test_orders_are_loaded_to_their_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliOrders) orders = kli_orders_of (fixture->store);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, "name");
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint n_loads;

  g_assert_true (kli_store_edit (fixture->store, "test", 0, add_many, NULL, &error));
  g_assert_true (kli_store_read (fixture->store, load_for_nobody, orders, &error) == orders);
  g_assert_no_error (error);
  n_loads = kli_orders_get_n_loads (orders);
  answer = kli_store_answer (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, N_MANY);
  g_assert_cmpuint (kli_orders_get_n_loads (orders), ==, n_loads);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 1);
  g_main_loop_quit (loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "ewa", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  record_add_person (fixture->store, "Ewa");
  record_add_person (fixture->store, "Anna");
  kli_store_answer_async (fixture->store, query, NULL, answered_cb, loop);
  g_main_loop_run (loop);
}

/* --- what can be asked with -------------------------------------------------------------------------------- */

static void
tag_people (Fixture *fixture, const char *name, const char *colour, guint n)
{
  gint64 tag = record_add (fixture->store, &kli_tag_kind, KLI_TAG_NAME, name, KLI_TAG_COLOUR, colour, RECORD_END);

  for (guint i = 0; i < n; i++)
    record_add (fixture->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT,
                record_add_person (fixture->store, "Anna"), KLI_CONTACT_TAG_TAG, tag, RECORD_END);
}

/* Two tags of one name, as an import may leave them, are shown as that which most people carry. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = NULL;
  const KliValue *first, *second;

  tag_people (fixture, "Vip", "red", 1);
  tag_people (fixture, "VIP", "blue", 2);
  tag_people (fixture, "Stary", "", 1);
  values = kli_store_read (fixture->store, kli_values_read_func, (gpointer)kli_condition_find ("tag"), NULL);
  g_assert_cmpuint (values->len, ==, 2);
  first = g_ptr_array_index (values, 0);
  second = g_ptr_array_index (values, 1);
  g_assert_cmpstr (first->name, ==, "VIP");
  g_assert_cmpuint (first->n, ==, 3);
  g_assert_cmpstr (first->colour, ==, "blue");
  g_assert_cmpstr (second->name, ==, "Stary");
  g_assert_cmpstr (second->colour, ==, "");
}

#define add(name, func)                                                                                                \
  g_test_add ("/store/answer/" name, Fixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("polish", test_polish);
  add ("indonesian", test_indonesian);
  add ("language-changes", test_language_changes);
  add ("recent", test_recent);
  add ("contracts", test_contracts);
  add ("conditions", test_conditions);
  add ("typed-conditions", test_typed_conditions);
  add ("phrases-with-a-repeated-word", test_phrases_with_a_repeated_word);
  add ("phrases-in-notes", test_phrases_in_notes);
  add ("phrases-that-are-keys", test_phrases_that_are_keys);
  add ("every-condition-is-answered", test_every_condition_is_answered);
  add ("counts", test_counts);
  add ("places", test_places);
  add ("orders-follow", test_orders_follow);
  add ("orders-are-loaded-to-their-end", test_orders_are_loaded_to_their_end);
  add ("async", test_async);
  add ("colours", test_colours);

  return g_test_run ();
}
