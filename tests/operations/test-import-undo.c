/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import taken back after people have worked with what it brought. */
#include "import-fixture.h"
#include "operation-fixture.h"

#include "../store/store-fixture.h"
#include "operations/kli-import.h"
#include "store/kli-history.h"

#define CONTACT (&kli_contact_kind)
#define CONTRACT (&kli_contract_kind)

static void
add_card (GPtrArray *cards, const char *name, const char *phone, const char *organisation, const char *tag)
{
  KliCard *card = kli_card_new ();

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  kli_card_add_point (card, "phone", phone, "cell");
  if (organisation != NULL)
    kli_card_add_affiliation (card, organisation, "", "");
  if (tag != NULL)
    kli_card_add_tag (card, tag);
  g_free (card->source);
  g_free (card->digest);
  g_free (card->key);
  card->source = g_strdup ("vcard");
  card->digest = g_strdup (name);
  card->key = g_strconcat (KLI_CARD_KEY_DIGEST, name, NULL);
  g_ptr_array_add (cards, card);
}

/* Ewa of IBM and Jan are VIPs; Ola is nothing. Returns: the edit. */
static gint64
import_three (Fixture *fixture)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) import = NULL;

  add_card (cards, "Ewa Lis", "512 345 671", "IBM", "VIP");
  add_card (cards, "Jan Kos", "512 345 672", NULL, "VIP");
  add_card (cards, "Ola Mak", "512 345 673", NULL, NULL);
  import = import_fixture_of (cards, NULL);

  return fixture_run_long (kli_import_begin (import, fixture->store));
}

static gint64
find (Fixture *fixture, const char *name)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, name, NULL);
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, NULL);

  return kli_answer_get_n_items (answer) == 1 ? kli_answer_get_id (answer, 0) : 0;
}

static guint
count_touched (Fixture *fixture, gint64 edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliUndoPlan) plan = kli_undo_plan (fixture->store, KLI_UNDO_ENTRY, edit, &error);

  g_assert_no_error (error);

  return plan->touched->len;
}

/* What was touched is told before, and stays; the rest goes. */
static void
undo_rest (Fixture *fixture, gint64 edit, guint n_touched)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_touched (fixture, edit), ==, n_touched);
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), ==, -1);
  g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (kli_undo (fixture->store, edit, TRUE, &error), >, 0);
  g_assert_no_error (error);
}

static void
test_tag_is_used (Fixture *fixture, gconstpointer data)
{
  gint64 edit = import_three (fixture);
  gint64 mine = fixture_new (fixture, CONTACT, "name=Iga Wrona ; tags+=VIP");

  undo_rest (fixture, edit, 1);
  g_assert_cmpint (find (fixture, "tag:vip"), ==, mine);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

static void
test_organisation_is_used (Fixture *fixture, gconstpointer data)
{
  gint64 edit = import_three (fixture);
  gint64 mine = fixture_new (fixture, CONTACT, "name=Iga Wrona ; affiliations+=IBM|prezes");

  undo_rest (fixture, edit, 1);
  fixture_assert_parts (fixture, CONTACT, mine, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "prezes");
  g_assert_cmpint (find (fixture, "IBM kind:organisation"), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
}

/* He stays with his number and his tag. */
static void
test_contact_is_party (Fixture *fixture, gconstpointer data)
{
  gint64 edit = import_three (fixture);
  gint64 jan = find (fixture, "Jan Kos");
  g_autofree char *line = g_strdup_printf ("title=Obsługa ; party+=%" G_GINT64_FORMAT, jan);
  gint64 contract = fixture_new (fixture, CONTRACT, line);
  g_autoptr (KliWhole) whole = NULL;

  undo_rest (fixture, edit, 2); /* he and the tag */
  whole = fixture_read (fixture, CONTRACT, contract);
  g_assert_cmpint (
      kli_row_get_integer (kli_whole_get_part (whole, &kli_contract_party_kind, 0), KLI_CONTRACT_PARTY_CONTACT), ==,
      jan);
  fixture_assert_parts (fixture, CONTACT, jan, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE, "512 345 672");
  g_assert_cmpint (find (fixture, "tag:vip"), ==, jan);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

/* What a second import took over from the first stays as well. */
static void
test_another_import (Fixture *fixture, gconstpointer data)
{
  gint64 edit = import_three (fixture);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_card_free);
  g_autoptr (KliImport) import = NULL;

  add_card (cards, "Ida Sowa", "512 345 674", "IBM", "VIP");
  import = import_fixture_of (cards, NULL);
  g_assert_cmpint (fixture_run_long (kli_import_begin (import, fixture->store)), >, 0);

  undo_rest (fixture, edit, 2);
  g_assert_cmpint (find (fixture, "tag:vip"), ==, find (fixture, "Ida Sowa"));
  g_assert_cmpint (find (fixture, "IBM kind:organisation"), >, 0);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
}

#define ADD(path, func) g_test_add ("/import-undo/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  ADD ("tag-is-used", test_tag_is_used);
  ADD ("organisation-is-used", test_organisation_is_used);
  ADD ("contact-is-party", test_contact_is_party);
  ADD ("another-import", test_another_import);

  return g_test_run ();
}
