/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card into the store: a new contact with its organisation, or into one that is there, losing nothing; one undo. */
#include "operation-fixture.h"

#include "operations/kli-alike.h"
#include "operations/kli-take-card.h"
#include "store/kli-history.h"

/* Somebody who works at Delta, whose number stands beside. */
static KliCard *
make_person (const char *name, const char *role)
{
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, "met at the fair");
  kli_card_add_point (card, "phone", "512 345 678", "cell");
  kli_card_add_affiliation (card, "Delta sp. z o.o.", "", role);

  return card;
}

static KliCard *
make_organisation (void)
{
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_KIND, "organisation");
  kli_row_set_text (card->contact, KLI_CONTACT_NAME, "Delta sp. z o.o.");
  kli_card_add_identifier (card, "nip", "5261040828", "");

  return card;
}

static gint64
take (Fixture *fixture, KliCard *card, KliCard *organisation, gint64 into, gint64 *edit)
{
  g_autoptr (KliOperation) operation = kli_take_card (card, organisation, into);
  g_autoptr (GError) error = NULL;
  gint64 done = kli_operation_run (operation, fixture->store, &error);

  g_assert_no_error (error);
  if (edit != NULL)
    *edit = done;

  return kli_operation_get_subject (operation);
}

static gint64
get_organisation (Fixture *fixture, gint64 person)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, person);

  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_affiliation_kind), ==, 1);

  return kli_row_get_integer (kli_whole_get_part (whole, &kli_affiliation_kind, 0), KLI_AFFILIATION_ORGANISATION);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  gint64 edit;
  gint64 first = take (fixture, make_person ("Tomasz Mazur", "prezes"), make_organisation (), 0, &edit);
  gint64 second = take (fixture, make_person ("Anna Nowak", "księgowa"), make_organisation (), 0, NULL);
  gint64 organisation = get_organisation (fixture, first);

  g_assert_cmpint (edit, >, 0);
  g_assert_cmpint (organisation, ==, get_organisation (fixture, second));
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 3);
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_FAMILY, "Mazur");
  fixture_assert_parts (fixture, &kli_contact_kind, first, &kli_identifier_kind, KLI_IDENTIFIER_VALUE, "");
  fixture_assert_parts (fixture, &kli_contact_kind, organisation, &kli_identifier_kind, KLI_IDENTIFIER_VALUE,
                        "5261040828");
}

/* The person, the organisation and its number are one edit. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 edit;

  take (fixture, make_person ("Tomasz Mazur", "prezes"), make_organisation (), 0, &edit);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, NULL), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 0);
}

static void
test_into (Fixture *fixture, gconstpointer data)
{
  gint64 first = take (fixture, make_person ("mgr Anna Nowak", "księgowa"), NULL, 0, NULL);
  KliCard *card = make_person ("Anna Nowak", "główna księgowa");

  kli_row_set_text (card->contact, KLI_CONTACT_NICKNAME, "Ania");
  kli_card_add_point (card, "mail", "anna@delta.example", "");
  fixture_set (fixture, &kli_contact_kind, first, "birthday=1980-02-03 ; note=old");
  kli_row_set_text (card->contact, KLI_CONTACT_BIRTHDAY, "1981-02-03");
  g_assert_cmpint (take (fixture, card, make_organisation (), first, NULL), ==, first);

  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_NAME, "mgr Anna Nowak");
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_PREFIX, "mgr");
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_NICKNAME, "Ania");
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_BIRTHDAY, "1980-02-03");
  fixture_assert_parts (fixture, &kli_contact_kind, first, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 678|anna@delta.example");
  fixture_assert_parts (fixture, &kli_contact_kind, first, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "księgowa");
  fixture_assert_text (fixture, &kli_contact_kind, first, KLI_CONTACT_NOTE,
                       "old\nmet at the fair\nBirthday: 3 February 1981\nRole in the organization: główna księgowa");
}

/* Into somebody with another name: the name is not lost either. */
static void
test_into_other_name (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, &kli_contact_kind, "name=Anna Zielińska");
  g_autoptr (KliWhole) whole = NULL;
  const char *note;

  take (fixture, make_person ("Anna Nowak", ""), NULL, id, NULL);
  whole = fixture_read (fixture, &kli_contact_kind, id);
  note = kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NOTE);
  g_assert_cmpstr (note, ==, "met at the fair\nName: Anna Nowak");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_new (fixture, &kli_contact_kind, "name=Anna Zielińska");

  fixture_refuse (fixture, kli_take_card (kli_card_new (), NULL, 0), KLI_OPERATION_ERROR_INVALID);
  fixture_refuse (fixture, kli_take_card (make_person ("  ", ""), make_organisation (), 0),
                  KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
  g_assert_cmpint (id, !=, 0);
}

static gpointer
find_func (KliConnection *connection, gpointer card, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliWhole) whole = kli_card_to_whole (card);

  return kli_find_alike (connection, whole, 5, cancellable, error);
}

/* A card that is not in the store is looked up by its number. */
static void
test_alike (Fixture *fixture, gconstpointer data)
{
  gint64 id = take (fixture, make_person ("Tomasz Mazur", "prezes"), NULL, 0, NULL);
  g_autoptr (KliCard) card = make_person ("Tomek Mazur", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = kli_store_read (fixture->store, find_func, card, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((const KliAlike *)g_ptr_array_index (found, 0))->id, ==, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/take-card/new", Fixture, NULL, fixture_set_up, test_new, fixture_tear_down);
  g_test_add ("/take-card/undo", Fixture, NULL, fixture_set_up, test_undo, fixture_tear_down);
  g_test_add ("/take-card/into", Fixture, NULL, fixture_set_up, test_into, fixture_tear_down);
  g_test_add ("/take-card/into-other-name", Fixture, NULL, fixture_set_up, test_into_other_name, fixture_tear_down);
  g_test_add ("/take-card/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/take-card/alike", Fixture, NULL, fixture_set_up, test_alike, fixture_tear_down);

  return g_test_run ();
}
