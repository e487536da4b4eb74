/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works where: marks at both ends, days, how the texts of a person agree with it, and who is found by it. */
#include "operation-fixture.h"
#include "../store/store-fixture.h"

#include "../store/record-fixture.h"
#include "core/kli-affiliation.h"
#include "operations/kli-export.h"

#define CONTACT (&kli_contact_kind)
#define AFFILIATION (&kli_affiliation_kind)

static gint64
new_organisation (Fixture *fixture, const char *name)
{
  g_autofree char *line = g_strdup_printf ("kind=organisation ; name=%s", name);

  return fixture_new (fixture, CONTACT, line);
}

/* The marks of all connections of @contact, joined by "|". */
static void
assert_marks (Fixture *fixture, gint64 contact, guint column, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *row;

  for (guint i = 0; (row = kli_whole_get_part (whole, AFFILIATION, i)) != NULL; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "|" : "", kli_row_get_integer (row, column));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_found (Fixture *fixture, const char *condition, const char *argument, const char *expected)
{
  g_autoptr (KliQuery) everybody = kli_query_new (KLI_QUERY_CONTACTS, "", "name");
  g_autoptr (KliQuery) query = kli_query_with_condition (everybody, condition, argument);
  g_autofree char *names = record_list_names (fixture->store, query);

  g_assert_cmpstr (names, ==, expected);
}

/* --- marks ------------------------------------------------------------------------------------------ */

/* What is the main one of a person leaves the main contacts of organisations as they are. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna ; affiliations+=Alfa|szefowa ; affiliations+=Beta");
  gint64 ewa = fixture_new (fixture, CONTACT, "name=Ewa ; affiliations+=Alfa|księgowa");
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, anna);
  gint64 alfa = kli_row_get_integer (kli_whole_get_part (whole, AFFILIATION, 0), KLI_AFFILIATION_ORGANISATION);

  fixture_set (fixture, CONTACT, alfa, "affiliations.0.main=1");
  fixture_set (fixture, CONTACT, anna, "affiliations.0.main=1");
  fixture_set (fixture, CONTACT, anna, "affiliations.1.main=1");
  assert_marks (fixture, anna, KLI_AFFILIATION_MAIN_PLACE, "0|1");
  assert_marks (fixture, alfa, KLI_AFFILIATION_MAIN, "1|0");
  fixture_set (fixture, CONTACT, alfa, "affiliations.1.main=1");
  assert_marks (fixture, alfa, KLI_AFFILIATION_MAIN, "0|1");
  assert_marks (fixture, anna, KLI_AFFILIATION_MAIN_PLACE, "0|1");
  assert_marks (fixture, ewa, KLI_AFFILIATION_MAIN_PLACE, "0");
  fixture_refuse_set (fixture, CONTACT, anna, "affiliations.0.main_place=1", KLI_OPERATION_ERROR_NOT_FOUND);
}

/* --- days --------------------------------------------------------------------------------------------- */

static void
assert_order (Fixture *fixture, gint64 contact, const char *roles, guint n_current)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  g_autoptr (GPtrArray) list = kli_affiliation_list (whole, FIXTURE_TODAY);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      g_string_append_printf (text, "%s|", kli_row_get_text (list->pdata[i], KLI_AFFILIATION_ROLE));
      n += kli_affiliation_has_ended (list->pdata[i], FIXTURE_TODAY) ? 0 : 1;
    }
  g_assert_cmpstr (text->str, ==, roles);
  g_assert_cmpuint (n, ==, n_current);
}

/* An end is one from its day on; whoever comes back has another connection. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT,
                             "name=Anna ; affiliations+=Alfa|a|Biuro|2020-01-01|2026-11-22|1"
                             " ; affiliations+=Beta|b|||2026-11-23 ; affiliations+=Gamma|g");

  assert_order (fixture, anna, "b|g|a|", 2);
  assert_marks (fixture, anna, KLI_AFFILIATION_MAIN_PLACE, "1|0|0");
  fixture_assert_parts (fixture, CONTACT, anna, AFFILIATION, KLI_AFFILIATION_DEPARTMENT, "Biuro||");
  g_assert_cmpint (fixture_set (fixture, CONTACT, anna, "affiliations+=Gamma"), ==, 0);
  g_assert_cmpint (fixture_set (fixture, CONTACT, anna, "affiliations+=Alfa|a"), >, 0);
  assert_order (fixture, anna, "b|g|a|a|", 3);
  fixture_refuse_set (fixture, CONTACT, anna, "affiliations+=Alfa|x||2026-01-02|2026-01-01",
                      KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, anna, "affiliations+=Alfa|x||yesterday", KLI_OPERATION_ERROR_INVALID);
}

/* Who is made on the way is found again within the edit. */
static void
test_made_once (Fixture *fixture, gconstpointer data)
{
  guint before = fixture_count_contacts (fixture);
  gint64 anna = fixture_new (fixture, CONTACT,
                             "name=Anna ; affiliations+=Alfa|a ; affiliations+=ALFA|b ; relations+=Jan|spouse"
                             " ; relations+=jan|payer ; household+=Lisowie");

  g_assert_cmpuint (fixture_count_contacts (fixture) - before, ==, 4);
  assert_order (fixture, anna, "a|b|", 2);
}

/* --- who is found ------------------------------------------------------------------------------------- */

static void
test_found (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna ; affiliations+=Ósemka Rowery|szefowa");
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, anna);
  gint64 organisation = kli_row_get_integer (kli_whole_get_part (whole, AFFILIATION, 0), KLI_AFFILIATION_ORGANISATION);

  fixture_new (fixture, CONTACT, "name=Ewa ; affiliations+=Ósemka Rowery|||2020-01-01|2026-11-24");
  fixture_new (fixture, CONTACT, "name=Jan ; affiliations+=Ósemka Rowery|||2020-01-01|2025-01-01");
  assert_found (fixture, "organisation", "osemka rowery", "Anna; Ewa; ");
  assert_found (fixture, "organisation", "row*", "Anna; Ewa; ");
  assert_found (fixture, "organisation", "osemka", "");
  assert_found (fixture, "has", "organisation", "Anna; Ewa; ");

  fixture_set (fixture, CONTACT, organisation, "name=Siódemka");
  assert_found (fixture, "organisation", "siodemka", "Anna; Ewa; ");
  assert_found (fixture, "organisation", "row*", "");

  /* The day passes, and the clock is set back. */
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 24));
  kli_store_settle (fixture->store);
  assert_found (fixture, "organisation", "siodemka", "Anna; ");
  record_check_derived (fixture->store);
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 23));
  kli_store_settle (fixture->store);
  assert_found (fixture, "organisation", "siodemka", "Anna; Ewa; ");
  record_check_derived (fixture->store);
  fixture_set (fixture, CONTACT, anna, "affiliations.0=");
  assert_found (fixture, "has", "organisation", "Ewa; ");
}

/* --- texts -------------------------------------------------------------------------------------------- */

static void
assert_work (Fixture *fixture, gint64 contact, const char *company, const char *job, const char *roles)
{
  fixture_assert_text (fixture, CONTACT, contact, KLI_CONTACT_COMPANY, company);
  fixture_assert_text (fixture, CONTACT, contact, KLI_CONTACT_JOB, job);
  fixture_assert_parts (fixture, CONTACT, contact, AFFILIATION, KLI_AFFILIATION_ROLE, roles);
}

/* A connection with the organisation that the text names takes its place; nothing is lost. */
static void
test_texts_give_way (Fixture *fixture, gconstpointer data)
{
  gint64 plain = fixture_new (fixture, CONTACT, "name=Anna ; company=Alfa S.A. ; job=szefowa");
  gint64 same = fixture_new (fixture, CONTACT, "name=Ewa ; company=ALFA s.a. ; job=Księgowa");
  gint64 another = fixture_new (fixture, CONTACT, "name=Jan ; company=Alfa S.A. ; job=prezes");
  gint64 elsewhere = fixture_new (fixture, CONTACT, "name=Zoe ; company=Beta ; job=prezes");
  gint64 former = fixture_new (fixture, CONTACT, "name=Adam ; company=Alfa S.A. ; job=prezes");

  new_organisation (fixture, "Alfa S.A.");
  assert_work (fixture, plain, "Alfa S.A.", "szefowa", "");
  fixture_set (fixture, CONTACT, plain, "affiliations+=alfa s.a.");
  assert_work (fixture, plain, "", "", "szefowa");
  fixture_set (fixture, CONTACT, same, "affiliations+=Alfa S.A.|księgowa");
  assert_work (fixture, same, "", "", "księgowa");
  fixture_set (fixture, CONTACT, another, "affiliations+=Alfa S.A.|wspólnik");
  assert_work (fixture, another, "", "prezes", "wspólnik");
  fixture_set (fixture, CONTACT, elsewhere, "affiliations+=Alfa S.A.");
  assert_work (fixture, elsewhere, "Beta", "prezes", "");
  fixture_set (fixture, CONTACT, former, "affiliations+=Alfa S.A.||||2025-01-01");
  assert_work (fixture, former, "Alfa S.A.", "prezes", "");
}

/* --- export ------------------------------------------------------------------------------------------- */

static gpointer
export_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_export_card (connection, *(const gint64 *)user_data, FALSE, error);
}

/* A card tells of today, the main organisation first. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_new (fixture, CONTACT,
                             "name=Anna ; affiliations+=Alfa|a|||2025-01-01 ; affiliations+=Beta|b"
                             " ; affiliations+=Gamma|g||||1");
  g_autoptr (GError) error = NULL;
  g_autoptr (KliCard) card = kli_store_read (fixture->store, export_func, &anna, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (card->affiliations->len, ==, 2);
  g_assert_cmpstr (((KliCardAffiliation *)card->affiliations->pdata[0])->organisation, ==, "Gamma");
  g_assert_cmpstr (((KliCardAffiliation *)card->affiliations->pdata[1])->organisation, ==, "Beta");
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/connections/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("made-once", test_made_once);
  ADD ("marks", test_marks);
  ADD ("days", test_days);
  ADD ("found", test_found);
  ADD ("texts-give-way", test_texts_give_way);
  ADD ("export", test_export);

  return g_test_run ();
}
