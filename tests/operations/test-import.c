/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The truths of an import, on cards made by hand. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "operations/kli-export.h"
#include "operations/kli-import.h"
#include "operations/kli-trash.h"
#include "store/kli-history.h"

#define CONTACT (&kli_contact_kind)

/* --- cards -------------------------------------------------------------------------------------------- */

static GPtrArray *
new_cards (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
}

/* Seals a card as the readers do. */
static void
seal (KliCard *card, const char *key, const char *digest)
{
  g_free (card->source);
  g_free (card->key);
  g_free (card->digest);
  card->source = g_strdup ("vcard");
  card->digest = g_strdup (digest);
  card->key = key != NULL ? g_strconcat (KLI_CARD_KEY_UID, key, NULL) : g_strconcat (KLI_CARD_KEY_DIGEST, digest, NULL);
}

/* A person with a phone number and a mail address, where those are not NULL. */
static KliCard *
add_card (GPtrArray *cards, const char *key, const char *name, const char *phone, const char *mail)
{
  KliCard *card = kli_card_new ();
  g_autofree char *digest = g_strdup_printf ("%s|%s|%s", name, phone, mail);

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  if (phone != NULL)
    kli_card_add_point (card, "phone", phone, "cell");
  if (mail != NULL)
    kli_card_add_point (card, "mail", mail, "");
  seal (card, key, digest);
  card->line = cards->len + 1;
  g_ptr_array_add (cards, card);

  return card;
}

/* --- importing ---------------------------------------------------------------------------------------- */

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_import_plan (user_data, connection, cancellable, error) ? user_data : NULL;
}

static void
plan (Fixture *fixture, KliImport *import)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (kli_store_read (fixture->store, plan_func, import, &error));
  g_assert_no_error (error);
}

/* "new same doubtful": the results of all cards. */
static char *
describe (const KliImport *import)
{
  GString *text = g_string_new (NULL);
  guint sum = 0;

  for (guint n = 0; n < kli_import_get_n_cards (import); n++)
    g_string_append_printf (text, "%s%s", n > 0 ? " " : "", kli_import_result_id (kli_import_get_result (import, n)));
  for (guint result = 0; result < KLI_N_IMPORT_RESULTS; result++)
    sum += kli_import_count (import, result);
  g_assert_cmpuint (sum, ==, kli_import_get_n_cards (import));

  return g_string_free (text, FALSE);
}

/* Imports @cards with @options (nullable) and compares the results of plan and deed. Returns: the edit. */
static gint64
import_with (Fixture *fixture, GPtrArray *cards, const KliImportOptions *options, const char *expected)
{
  g_autoptr (KliImport) import = import_fixture_of (cards, options);
  g_autofree char *planned = NULL;
  g_autofree char *done = NULL;
  gint64 edit;

  plan (fixture, import);
  planned = describe (import);
  g_assert_cmpstr (planned, ==, expected);
  edit = fixture_run_long (kli_import_begin (import, fixture->store));
  done = describe (import);
  g_assert_cmpstr (done, ==, expected);

  return edit;
}

static gint64
import (Fixture *fixture, GPtrArray *cards, const char *expected)
{
  return import_with (fixture, cards, NULL, expected);
}

/* The only contact called so. */
static gint64
find (Fixture *fixture, const char *name)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 1);

  return kli_answer_get_id (answer, 0);
}

/* --- new and same ------------------------------------------------------------------------------------- */

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();

  add_card (cards, "1", "Ewa Śliwa", "512 345 678", "ewa@example.com");
  add_card (cards, NULL, "Jan Kłos", NULL, "jan@example.com");
  g_assert_cmpint (import (fixture, cards, "new new"), >, 0);
  g_assert_cmpint (import (fixture, cards, "same same"), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
}

static void
test_same_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) by_phone = new_cards ();
  g_autoptr (GPtrArray) by_mail = new_cards ();

  fixture_new (fixture, CONTACT, "name=dr Łukasz Gil ; phone+=+48 512 345 678 ; mail+=gil@example.com");
  add_card (by_phone, "a", "LUKASZ GIL", "(512) 345-678", NULL);
  kli_row_set_text (((KliCard *)by_phone->pdata[0])->contact, KLI_CONTACT_NAME, "dr Łukasz Gil");
  add_card (by_mail, "b", "dr Łukasz Gil", NULL, "Gil@EXAMPLE.com");
  g_assert_cmpint (import (fixture, by_mail, "same"), ==, 0);
  g_assert_cmpint (import (fixture, by_phone, "changed"), >, 0); /* the label of the number is new */
  g_assert_cmpint (import (fixture, by_phone, "same"), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

static void
test_source_survives_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  gint64 id;

  add_card (cards, "1", "Ewa Śliwa", "512 345 678", NULL);
  import (fixture, cards, "new");
  id = find (fixture, "Śliwa");
  fixture_set (fixture, CONTACT, id, "name=Ewa Lis ; points.0.value=600 100 200");
  g_assert_cmpint (import (fixture, cards, "same"), ==, 0);
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, "Ewa Lis");
}

/* --- changed ------------------------------------------------------------------------------------------ */

static void
test_changed_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = new_cards ();
  g_autoptr (GPtrArray) after = new_cards ();
  KliCard *card;
  gint64 id;

  add_card (before, "1", "Ewa Śliwa", "512 345 678", NULL);
  import (fixture, before, "new");
  id = find (fixture, "Śliwa");
  fixture_set (fixture, CONTACT, id, "note=ours ; nickname=Ewunia ; tags+=VIP");

  card = add_card (after, "1", "Ewa Śliwa-Lis", "600 100 200", "ewa@example.com");
  kli_row_set_text (card->contact, KLI_CONTACT_BIRTHDAY, "1980-05-01");
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, "theirs");
  kli_card_add_tag (card, "vip");
  kli_row_set_text (kli_card_add_address (card), KLI_ADDRESS_CITY, "Kraków");
  g_assert_cmpint (import (fixture, after, "changed"), >, 0);
  g_assert_cmpint (import (fixture, after, "same"), ==, 0);

  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NAME, "Ewa Śliwa-Lis");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_FAMILY, "Śliwa-Lis");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NICKNAME, "Ewunia");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_BIRTHDAY, "1980-05-01");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_NOTE, "ours\ntheirs");
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_NORMAL,
                        "+48512345678|+48600100200|ewa@example.com");
  fixture_assert_parts (fixture, CONTACT, id, &kli_address_kind, KLI_ADDRESS_CITY, "Kraków");
}

static void
test_extras_follow_their_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = new_cards ();
  g_autoptr (GPtrArray) after = new_cards ();
  KliCard *card = add_card (before, "1", "Ewa Śliwa", "512 345 678", NULL);
  gint64 id;

  kli_card_add_extra (card, "", "X-COLOUR", "", "red");
  kli_card_add_extra (card, "", "X-CAT", "", "Mruczek");
  import (fixture, before, "new");
  id = find (fixture, "Śliwa");

  card = add_card (after, "1", "Ewa Śliwa", "512 345 678", NULL);
  kli_card_add_extra (card, "", "X-COLOUR", "", "blue");
  seal (card, "1", "other");
  import (fixture, after, "changed");
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_extra_kind, KLI_CONTACT_EXTRA_VALUE, "blue|Mruczek");
}

static void
test_addresses_are_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  gint64 id = fixture_new (fixture, CONTACT,
                           "name=Ewa Lis ; mail+=ewa@example.com ; address+=ul. Wzorcowa 3;Kraków ; address+=;Łódź");
  KliRow *address;

  address = kli_card_add_address (add_card (cards, "1", "Ewa Lis", NULL, "ewa@example.com"));
  kli_row_set_text (address, KLI_ADDRESS_STREET, "UL. WZORCOWA 3");
  kli_row_set_text (address, KLI_ADDRESS_CITY, "Krakow");
  kli_row_set_text (address, KLI_ADDRESS_POSTCODE, "31-019");
  import (fixture, cards, "changed");
  fixture_assert_parts (fixture, CONTACT, id, &kli_address_kind, KLI_ADDRESS_POSTCODE, "31-019|");
}

static void
test_photo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  KliCard *card = add_card (cards, "1", "Ewa Lis", NULL, "ewa@example.com");
  g_autoptr (KliWhole) whole = NULL;
  g_autofree char *hash = NULL;

  card->photo = g_bytes_new_static ("\xff\xd8\xff picture", 11);
  g_free (card->photo_type);
  card->photo_type = g_strdup ("image/jpeg");
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, card->photo);
  import (fixture, cards, "new");
  whole = fixture_read (fixture, CONTACT, find (fixture, "Lis"));
  g_assert_cmpstr (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_PHOTO), ==, hash);
  g_assert_cmpstr (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_PHOTO_TYPE), ==, "image/jpeg");
}

/* --- doubtful ----------------------------------------------------------------------------------------- */

static void
test_doubtful (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();

  fixture_new (fixture, CONTACT, "name=Jan Nowak ; phone+=512 345 678 ; mail+=jan@example.com");
  add_card (cards, "1", "Jan Nowak", "600 100 200", NULL);
  add_card (cards, "2", "Janina Nowak", "512 345 678", NULL);
  add_card (cards, "3", "Zofia Lis", NULL, "JAN@example.com");
  add_card (cards, "4", "Jan Nowak", NULL, NULL);
  g_assert_cmpint (import (fixture, cards, "doubtful doubtful doubtful doubtful"), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

static void
test_doubtful_is_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;
  g_autofree char *results = NULL;
  gint64 id = fixture_new (fixture, CONTACT, "name=Jan Nowak ; phone+=512 345 678");

  add_card (cards, "1", "Jan Nowak", "600 100 200", NULL);
  add_card (cards, "2", "Janina Nowak", "512 345 678", NULL);
  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpint (kli_import_get_id (import, 0), ==, id);
  kli_import_decide (import, 0, KLI_IMPORT_TAKE_AS_SAME);
  kli_import_decide (import, 1, KLI_IMPORT_TAKE_AS_NEW);
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), >, 0);
  results = describe (import);
  g_assert_cmpstr (results, ==, "changed new");
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_NORMAL,
                        "+48512345678|+48600100200");
  g_assert_cmpint (import_with (fixture, cards, NULL, "same same"), ==, 0);
}

static void
test_yes_to_nothing_new_is_remembered (Fixture *fixture, gconstpointer data)
{
  static const KliImportOptions all_same = { FALSE, KLI_IMPORT_TAKE_AS_SAME };
  g_autoptr (GPtrArray) cards = new_cards ();

  fixture_new (fixture, CONTACT, "name=Jan Nowak ; phone+=512 345 678");
  add_card (cards, "1", "Jan Nowak", NULL, NULL);
  g_assert_cmpint (import_with (fixture, cards, &all_same, "changed"), >, 0);
  g_assert_cmpint (import_with (fixture, cards, NULL, "same"), ==, 0);
}

/* --- within one file ---------------------------------------------------------------------------------- */

static void
test_within_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();

  add_card (cards, "1", "Jan Nowak", "512 345 678", NULL);
  add_card (cards, "1", "Jan Nowak", "512 345 678", NULL);                /* the same card again */
  add_card (cards, "2", "Jan Nowak", "+48 512345678", "jan@example.com"); /* the same person, says more */
  add_card (cards, "3", "Jan Nowak", "600 100 200", NULL);                /* another of that name */
  add_card (cards, "4", "Anna Lis", NULL, "jan@example.com");             /* shares her mail */
  add_card (cards, NULL, "Zofia Lis", "600 100 300", NULL);
  add_card (cards, NULL, "Zofia Lis", "600 100 300", NULL);
  g_assert_cmpint (import (fixture, cards, "new same changed new new new same"), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 4);
  fixture_assert_parts (fixture, CONTACT, find (fixture, "512345678"), &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 678|jan@example.com");
  g_assert_cmpint (import (fixture, cards, "same same same same same same same"), ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;

  add_card (cards, "1", "", NULL, NULL)->refusal = g_strdup ("Line 3 is not a contact.");
  add_card (cards, "2", "Jan", NULL, NULL);
  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpint (kli_import_get_result (import, 0), ==, KLI_IMPORT_REFUSED);
  g_assert_cmpstr (kli_import_get_reason (import, 0), ==, "Line 3 is not a contact.");
  g_assert_cmpint (kli_import_get_result (import, 1), ==, KLI_IMPORT_NEW);
}

static void
test_warnings_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;
  KliCard *card = add_card (cards, "1", "Jan", NULL, NULL);

  g_ptr_array_add (card->warnings, g_strdup ("Line 3 was skipped."));
  g_ptr_array_add (card->warnings, g_strdup ("The file may be cut off."));
  card = add_card (cards, "1", "Jan", NULL, "jan@example.com");
  g_ptr_array_add (card->warnings, g_strdup ("Line 9 was skipped."));
  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpstr (kli_import_get_reason (import, 0), ==, "Line 3 was skipped. The file may be cut off.");
  g_assert_cmpstr (kli_import_get_reason (import, 1), ==, "1 value is different in contact “Jan”. Line 9 was skipped.");
}

/* Some address books have the country alone, as Outlook writes what nobody filled in. */
static void
test_country_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      KliCard *card = add_card (cards, key, "Jan Nowak", "512 345 678", NULL);

      kli_row_set_text (kli_card_add_address (card), KLI_ADDRESS_COUNTRY, i < 2 ? "Poland" : "Germany");
    }
  import (fixture, cards, "new same changed");
  fixture_assert_parts (fixture, CONTACT, find (fixture, "Nowak"), &kli_address_kind, KLI_ADDRESS_COUNTRY,
                        "Poland|Germany");
}

/* --- organisations ------------------------------------------------------------------------------------ */

static void
test_organisations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;
  KliCard *card;

  fixture_new (fixture, CONTACT, "kind=organisation ; name=Piekarnia Żytnia");
  kli_card_add_affiliation (add_card (cards, "1", "Ewa Lis", NULL, "e@example.com"), "IBM", "Sales", "manager");
  kli_card_add_affiliation (add_card (cards, "2", "Jan Kos", NULL, "j@example.com"), "ibm", "", "");
  kli_card_add_affiliation (add_card (cards, "3", "Ola Mak", NULL, "o@example.com"), "PIEKARNIA ZYTNIA", "", "");
  kli_card_add_affiliation (add_card (cards, "4", "Iga Wrona", NULL, "i@example.com"), "Drukarnia", "", "");
  card = add_card (cards, "5", "Drukarnia", NULL, "d@example.com");
  kli_row_set_text (card->contact, KLI_CONTACT_KIND, "organisation");
  kli_card_add_affiliation (card, "Drukarnia", "", "");

  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_NEW), ==, 5);
  g_assert_cmpuint (kli_import_count_organisations (import), ==, 1);
  fixture_run_long (kli_import_begin (import, fixture->store));
  g_assert_cmpuint (kli_import_count_organisations (import), ==, 1);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 7);
  fixture_assert_parts (fixture, CONTACT, find (fixture, "IBM Lis"), &kli_affiliation_kind, KLI_AFFILIATION_ROLE,
                        "manager");
}

static void
test_company_as_text (Fixture *fixture, gconstpointer data)
{
  static const KliImportOptions as_text = { TRUE, KLI_IMPORT_LEAVE };
  g_autoptr (GPtrArray) cards = new_cards ();
  gint64 id;

  kli_card_add_affiliation (add_card (cards, "1", "Ewa Lis", NULL, "e@example.com"), "IBM", "Sales", "manager");
  import_with (fixture, cards, &as_text, "new");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
  id = find (fixture, "Lis");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_COMPANY, "IBM");
  fixture_assert_text (fixture, CONTACT, id, KLI_CONTACT_JOB, "manager");
}

static void
test_company_shares_its_telephone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();

  fixture_new (fixture, CONTACT, "kind=organisation ; name=Drukarnia Łoś ; phone+=12 345 67 89");
  kli_card_add_affiliation (add_card (cards, "1", "Ewa Lis", "12 345 67 89", NULL), "Drukarnia Łoś", "", "");
  g_assert_cmpint (import (fixture, cards, "new"), >, 0);
}

static void
test_another_role (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = new_cards ();
  g_autoptr (GPtrArray) after = new_cards ();
  KliCard *card = add_card (before, "1", "Ewa Lis", NULL, "e@example.com");

  kli_card_add_affiliation (card, "IBM", "", "manager");
  import (fixture, before, "new");
  card = add_card (after, "1", "Ewa Lis", NULL, "e@example.com");
  kli_card_add_affiliation (card, "IBM", "", "director");
  seal (card, "1", "other");
  import (fixture, after, "changed");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
  fixture_assert_parts (fixture, CONTACT, find (fixture, "Lis"), &kli_affiliation_kind, KLI_AFFILIATION_ROLE,
                        "director");
}

/* --- trash, undo, time -------------------------------------------------------------------------------- */

static void
test_trashed_stay_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  gint64 id;

  add_card (cards, "1", "Ewa Lis", "512 345 678", NULL);
  import (fixture, cards, "new");
  id = find (fixture, "Lis");
  fixture_run (fixture, kli_trash (CONTACT, &id, 1));
  g_assert_cmpint (import (fixture, cards, "same"), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
}

/* Another program says the same person again, under a key of its own: a second contact would be a surprise. */
static void
test_trashed_are_not_doubled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = new_cards ();
  g_autoptr (GPtrArray) second = new_cards ();
  g_autoptr (GPtrArray) other = new_cards ();
  gint64 id;

  add_card (first, "1", "Ewa Lis", "512 345 678", "ewa@example.pl");
  import (fixture, first, "new");
  id = find (fixture, "Lis");
  fixture_run (fixture, kli_trash (CONTACT, &id, 1));

  add_card (second, NULL, "Ewa Lis", "+48 512345678", NULL);
  add_card (second, "7", "EWA LIS", NULL, "Ewa@Example.pl");
  g_assert_cmpint (import (fixture, second, "same same"), ==, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);

  add_card (other, NULL, "Jan Lis", "512 345 678", NULL);
  import (fixture, other, "new");
}

static void
test_trashed_are_restored (Fixture *fixture, gconstpointer data)
{
  static const KliImportOptions restore = { .restore = TRUE };
  g_autoptr (GPtrArray) first = new_cards ();
  g_autoptr (GPtrArray) second = new_cards ();
  g_autoptr (KliImport) planned = NULL;
  g_autoptr (GError) error = NULL;
  gint64 edit;
  gint64 id;

  add_card (first, "1", "Ewa Lis", "512 345 678", NULL);
  import (fixture, first, "new");
  id = find (fixture, "Lis");
  fixture_run (fixture, kli_trash (CONTACT, &id, 1));

  add_card (second, "1", "Ewa Lis", "512 345 678", "ewa@example.pl");
  add_card (second, "1", "Ewa Lis", "512 345 678", "ewa@example.pl");
  add_card (second, "2", "Ewa Lis", "+48 512345678", NULL);
  planned = import_fixture_of (second, NULL);
  plan (fixture, planned);
  g_assert_cmpuint (kli_import_count_in_trash (planned), ==, 1);
  g_assert_cmpstr (kli_import_get_reason (planned, 0), ==, "Contact “Ewa Lis” is in the trash.");
  kli_import_set_options (planned, &restore);
  plan (fixture, planned);
  g_assert_cmpuint (kli_import_count_in_trash (planned), ==, 1);
  g_assert_cmpstr (kli_import_get_reason (planned, 0), ==, "Contact “Ewa Lis” comes back from the trash.");

  edit = import_with (fixture, second, &restore, "changed same same");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
  fixture_assert_parts (fixture, CONTACT, id, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 678|ewa@example.pl");
  g_assert_cmpint (import_with (fixture, second, &restore, "same same same"), ==, 0);
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
  import (fixture, second, "same same same");
}

static void
test_undone_come_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (GError) error = NULL;
  gint64 edit;

  kli_card_add_affiliation (add_card (cards, "1", "Ewa Lis", "512 345 678", NULL), "IBM", "", "");
  edit = import (fixture, cards, "new");
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
  g_assert_cmpint (import (fixture, cards, "new"), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
}

static void
test_store_moves_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;

  add_card (cards, "1", "Ewa Lis", "512 345 678", NULL);
  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpint (kli_import_get_result (import, 0), ==, KLI_IMPORT_NEW);
  fixture_new (fixture, CONTACT, "name=Ewa Lis ; phone+=512 345 678|cell");
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), ==, 0);
  g_assert_cmpint (kli_import_get_result (import, 0), ==, KLI_IMPORT_SAME);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

static void
test_plan_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;
  g_autoptr (KliImport) nowhere = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_card (cards, "1", "Ewa Lis", "512 345 678", NULL);
  import = import_fixture_of (cards, NULL);
  plan (fixture, import);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);

  nowhere = import_fixture_of (cards, NULL);
  g_assert_true (kli_import_plan (nowhere, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kli_import_get_result (nowhere, 0), ==, KLI_IMPORT_NEW);
  g_cancellable_cancel (cancelled);
  g_assert_false (kli_import_plan (nowhere, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- out and in again --------------------------------------------------------------------------------- */

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_export_card (connection, *(const gint64 *)user_data, TRUE, error);
}

static void
test_own_export_is_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_new (
      fixture, CONTACT,
      "name=Ewa Lis ; birthday=--02-29 ; tags+=VIP ; affiliations+=IBM|manager ; note=a ; url+=x.example");
  KliCard *card = kli_store_read (fixture->store, export_func, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kli_export_parse_key (card->key), ==, id);
  g_assert_cmpuint (card->affiliations->len, ==, 1);
  g_assert_cmpuint (card->tags->len, ==, 1);
  g_ptr_array_add (cards, card);
  g_assert_cmpint (import (fixture, cards, "same"), ==, 0);
  fixture_new (fixture, CONTACT, "name=Ewa Lis");
  g_assert_cmpint (import (fixture, cards, "same"), ==, 0);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = new_cards ();
  g_autoptr (KliImport) import = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("Name%u Family%u", i, i % 100);
      g_autofree char *mail = g_strdup_printf ("%u@example.com", i);

      kli_card_add_affiliation (add_card (cards, key, name, NULL, mail), i % 2 == 0 ? "IBM" : "Drukarnia", "", "");
    }
  import = import_fixture_of (cards, NULL);
  fixture_run_long (kli_import_begin (import, fixture->store));
  g_assert_cmpuint (kli_import_count (import, KLI_IMPORT_NEW), ==, 2000);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2002);
}

#define ADD(path, func) g_test_add ("/import/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("twice", test_twice);
  ADD ("same-person", test_same_person);
  ADD ("source-survives-changes", test_source_survives_changes);
  ADD ("changed-card", test_changed_card);
  ADD ("extras-follow-their-card", test_extras_follow_their_card);
  ADD ("addresses-are-filled", test_addresses_are_filled);
  ADD ("photo", test_photo);
  ADD ("doubtful", test_doubtful);
  ADD ("doubtful-is-decided", test_doubtful_is_decided);
  ADD ("yes-to-nothing-new-is-remembered", test_yes_to_nothing_new_is_remembered);
  ADD ("within-a-file", test_within_a_file);
  ADD ("refused", test_refused);
  ADD ("warnings-are-told", test_warnings_are_told);
  ADD ("country-alone", test_country_alone);
  ADD ("organisations", test_organisations);
  ADD ("company-as-text", test_company_as_text);
  ADD ("company-shares-its-telephone", test_company_shares_its_telephone);
  ADD ("another-role", test_another_role);
  ADD ("trashed-stay-there", test_trashed_stay_there);
  ADD ("trashed-are-not-doubled", test_trashed_are_not_doubled);
  ADD ("trashed-are-restored", test_trashed_are_restored);
  ADD ("undone-come-back", test_undone_come_back);
  ADD ("store-moves-meanwhile", test_store_moves_meanwhile);
  ADD ("plan-writes-nothing", test_plan_writes_nothing);
  ADD ("own-export-is-known", test_own_export_is_known);
  ADD ("many", test_many);

  return g_test_run ();
}
