/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is related to whom: the word of each end, days, who is found, and what a merge makes of it. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "../store/record-fixture.h"
#include "core/kli-relation.h"
#include "operations/kli-merge.h"

#define CONTACT (&kli_contact_kind)
#define RELATION (&kli_relation_kind)

/* "Parent: Anna; Child: Jan*; ": a star behind what has ended. */
static char *
list (Fixture *fixture, gint64 contact)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  g_autoptr (GPtrArray) all = kli_relation_list (whole, FIXTURE_TODAY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (text, "%s: %s%s; ", kli_relation_get_word (all->pdata[i], contact),
                            kli_whole_get_name (whole, kli_relation_get_other (all->pdata[i], contact)),
                            kli_relation_has_ended (all->pdata[i], FIXTURE_TODAY) ? "*" : "");

  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture *fixture, gint64 contact, const char *expected)
{
  g_autofree char *text = list (fixture, contact);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_found (Fixture *fixture, const char *condition, const char *argument, const char *expected)
{
  g_autoptr (KliQuery) everybody = kli_query_new (KLI_QUERY_CONTACTS, "", "name");
  g_autoptr (KliQuery) query = kli_query_with_condition (everybody, condition, argument);
  g_autofree char *names = record_list_names (fixture->store, query);

  g_assert_cmpstr (names, ==, expected);
}

static gint64
relate (Fixture *fixture, gint64 contact, gint64 other, const char *rest)
{
  g_autofree char *line = g_strdup_printf ("relations+=%" G_GINT64_FORMAT "|%s", other, rest);

  return fixture_set (fixture, CONTACT, contact, line);
}

/* --- ends --------------------------------------------------------------------------------------------- */

/* Every end, said from either side, and of somebody who is new. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; kli_relation_ends[i] != NULL; i++)
    {
      const char *end = kli_relation_ends[i];
      const char *back = kli_relation_end_back (end);
      gboolean own = g_str_equal (end, KLI_RELATION_END_OTHER);
      g_autofree char *line
          = g_strdup_printf ("name=Anna %u ; relations+=Bogdan %u|%s||%s", i, i, end, own ? "|landlord|tenant" : "");
      g_autofree char *here = g_strdup_printf ("%s: Bogdan %u; ", own ? "landlord" : kli_relation_end_name (end), i);
      g_autofree char *there = g_strdup_printf ("%s: Anna %u; ", own ? "tenant" : kli_relation_end_name (back), i);
      gint64 anna = fixture_new (fixture, CONTACT, line);
      g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, anna);
      const KliRow *relation = kli_whole_get_part (whole, RELATION, 0);
      gint64 other = kli_relation_get_other (relation, anna);

      g_assert_cmpstr (kli_relation_get_end (relation, anna), ==, end);
      g_assert_cmpstr (kli_relation_get_end (relation, other), ==, back);
      assert_list (fixture, anna, here);
      assert_list (fixture, other, there);
      fixture_assert_text (fixture, CONTACT, other, KLI_CONTACT_KIND,
                           kli_relation_end_is_organisation (end) ? "organisation" : "person");
    }
}

/* What is said again, from whichever side, is there once. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan");

  g_assert_cmpint (relate (fixture, anna, jan, "spouse"), >, 0);
  g_assert_cmpint (relate (fixture, anna, jan, "spouse"), ==, 0);
  g_assert_cmpint (relate (fixture, jan, anna, "spouse"), ==, 0);
  g_assert_cmpint (relate (fixture, anna, jan, "child"), >, 0);
  g_assert_cmpint (relate (fixture, jan, anna, "parent"), ==, 0);
  g_assert_cmpint (relate (fixture, jan, anna, "child"), >, 0);
  assert_list (fixture, jan, "Parent: Anna; Child: Anna; Spouse or partner: Anna; ");
}

/* The words stay with those they are said of when the sides are changed; other ends have none. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna ; relations+=Jan|other|2020-01-01||landlord");
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, anna);
  gint64 jan = kli_relation_get_other (kli_whole_get_part (whole, RELATION, 0), anna);

  assert_list (fixture, jan, "landlord: Anna; ");
  fixture_set (fixture, CONTACT, jan, "relations.0.word=tenant");
  assert_list (fixture, jan, "tenant: Anna; ");
  assert_list (fixture, anna, "landlord: Jan; ");
  fixture_set (fixture, CONTACT, jan, "relations.0.as=other");
  assert_list (fixture, jan, "tenant: Anna; ");
  assert_list (fixture, anna, "landlord: Jan; ");
  fixture_set (fixture, CONTACT, anna, "relations.0.as=child");
  assert_list (fixture, jan, "Parent: Anna; ");
  fixture_set (fixture, CONTACT, jan, "relations.0.as=ward ; relations.0.to=2026-11-22");
  assert_list (fixture, anna, "Guardian: Jan*; ");
  fixture_refuse_set (fixture, CONTACT, anna, "relations.0.as=other", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, anna, "relations.0.as=enemy", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, anna, "relations.0.kind=parent", KLI_OPERATION_ERROR_NOT_FOUND);
  fixture_set (fixture, CONTACT, anna, "relations.0=");
  assert_list (fixture, jan, "");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna");
  g_autofree char *itself = g_strdup_printf ("relations+=%" G_GINT64_FORMAT "|sibling", anna);
  static const char *const lines[] = {
    "relations+=Jan",
    "relations+=Jan|enemy",
    "relations+=Jan|other",
    "relations+=Jan|spouse|2026-01-02|2026-01-01",
    "relations+=Jan|spouse|yesterday",
    "relations+=|spouse",
  };

  fixture_refuse_set (fixture, CONTACT, anna, itself, KLI_OPERATION_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    fixture_refuse_set (fixture, CONTACT, anna, lines[i], KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

/* A name that several have means none of them, and makes nobody. */
static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan Lis");
  gint64 firm = fixture_new (fixture, CONTACT, "name=Jan Lis ; kind=organisation");

  fixture_refuse_set (fixture, CONTACT, anna, "relations+=jan lis|sibling", KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 3);
  relate (fixture, anna, firm, "payer");
  assert_list (fixture, firm, "Paid for: Anna; ");
  fixture_set (fixture, CONTACT, firm, "name=Lis");
  fixture_set (fixture, CONTACT, anna, "relations+=jan lis|sibling");
  assert_list (fixture, jan, "Sibling: Anna; ");
}

/* --- who is found ------------------------------------------------------------------------------------- */

static void
test_found (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna Łoś");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan");
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa");

  relate (fixture, jan, anna, "parent");
  relate (fixture, ewa, anna, "guardian|2020-01-01|2026-11-24");
  assert_found (fixture, "has", "relation", "Ewa; Jan; Anna Łoś; ");
  assert_found (fixture, "relation", "anna los", "Ewa; Jan; ");
  assert_found (fixture, "parent", "los*", "Jan; ");
  assert_found (fixture, "parent", "*", "Jan; ");
  assert_found (fixture, "child", "jan", "Anna Łoś; ");
  assert_found (fixture, "guardian", "Anna", "");
  assert_found (fixture, "ward", "e*", "Anna Łoś; ");

  fixture_set (fixture, CONTACT, anna, "name=Anna Sarna");
  assert_found (fixture, "guardian", "anna sarna", "Ewa; ");
  assert_found (fixture, "parent", "los*", "");

  /* The day passes, and the clock is set back. */
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 24));
  kli_store_settle (fixture->store);
  assert_found (fixture, "has", "relation", "Jan; Anna Sarna; ");
  assert_found (fixture, "ward", "*", "");
  record_check_derived (fixture->store);
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 23));
  kli_store_settle (fixture->store);
  assert_found (fixture, "guardian", "anna*", "Ewa; ");
  record_check_derived (fixture->store);
}

/* Who is served, who pays and who signs may be three; a firm can be each of them. */
static void
test_three_parties (Fixture *fixture, gconstpointer data)
{
  gint64 naya = fixture_new (fixture, CONTACT, "name=Naya");
  gint64 ratna = fixture_new (fixture, CONTACT, "name=Ratna");
  gint64 budi = fixture_new (fixture, CONTACT, "name=Budi");
  gint64 firm = fixture_new (fixture, CONTACT, "name=Angin Timur ; kind=organisation");

  relate (fixture, naya, ratna, "payer");
  relate (fixture, budi, naya, "signed-for");
  relate (fixture, firm, budi, "signatory");
  relate (fixture, ratna, firm, "payer|2026-01-01|2026-06-30");
  assert_list (fixture, naya, "Payer: Ratna; Signatory: Budi; ");
  assert_list (fixture, ratna, "Paid for: Naya; Payer: Angin Timur*; ");
  assert_list (fixture, budi, "Signed for: Naya; Signed for: Angin Timur; ");
  assert_found (fixture, "payer", "ratna", "Naya; ");
  assert_found (fixture, "payer", "*", "Naya; ");
  assert_found (fixture, "paid-for", "n*", "Ratna; ");
  assert_found (fixture, "signatory", "budi", "Angin Timur; Naya; ");
  assert_found (fixture, "signed-for", "angin*", "Budi; ");
  record_check_derived (fixture->store);
}

/* --- merging ------------------------------------------------------------------------------------------ */

/* Relations move, what is there twice is there once, and nobody becomes related to themselves; taken apart, all of it
 * is as it was. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna");
  gint64 second = fixture_new (fixture, CONTACT, "name=Anna M.");
  gint64 jan = fixture_new (fixture, CONTACT, "name=Jan");
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa");
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  relate (fixture, anna, jan, "spouse");
  relate (fixture, jan, second, "spouse");
  relate (fixture, second, ewa, "child");
  relate (fixture, anna, second, "sibling");
  fixture_run (fixture, kli_merge_contacts (anna, second, chosen));
  assert_list (fixture, anna, "Child: Ewa; Spouse or partner: Jan; ");
  assert_list (fixture, jan, "Spouse or partner: Anna; ");
  record_check_derived (fixture->store);
  fixture_run (fixture, kli_unmerge_contact (second));
  assert_list (fixture, anna, "Spouse or partner: Jan; Sibling: Anna M.; ");
  assert_list (fixture, second, "Child: Ewa; Spouse or partner: Jan; Sibling: Anna; ");
  assert_list (fixture, jan, "Spouse or partner: Anna; Spouse or partner: Anna M.; ");
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/relations/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("ends", test_ends);
  ADD ("once", test_once);
  ADD ("changes", test_changes);
  ADD ("refused", test_refused);
  ADD ("namesakes", test_namesakes);
  ADD ("found", test_found);
  ADD ("three-parties", test_three_parties);
  ADD ("merge", test_merge);

  return g_test_run ();
}
