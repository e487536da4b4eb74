/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that a business defined: made, changed and deleted, and what they say of contacts. */
#include "operation-fixture.h"

#include "core/kli-own-value.h"
#include "operations/kli-history-lines.h"
#include "operations/kli-merge.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-trash.h"
#include "store/kli-backup.h"
#include "store/kli-erase.h"
#include "store/kli-history.h"

#include <string.h>

#define CONTACT (&kli_contact_kind)
#define FIELD (&kli_own_field_kind)

static gint64
add_field (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, FIELD, line);
}

/* What the fields say of a contact: "Label=value|Label=value". */
static void
assert_own (Fixture *fixture, gint64 contact, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contact);
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *value;

  for (guint n = 0; (value = kli_whole_get_part (whole, &kli_own_value_kind, n)) != NULL; n++)
    {
      gint64 choice = kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE);
      gint64 other = choice != 0 ? choice : kli_row_get_integer (value, KLI_OWN_VALUE_PERSON);
      g_autofree char *plain = kli_own_value_plain (value);

      g_string_append_printf (text, "%s%s=%s", n > 0 ? "|" : "",
                              kli_whole_get_name (whole, kli_row_get_integer (value, KLI_OWN_VALUE_FIELD)),
                              other != 0 ? kli_whole_get_name (whole, other) : plain);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
undo (Fixture *fixture, gint64 edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), >, 0);
  g_assert_no_error (error);
}

/* The store holds in every respect. */
static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = kli_store_check (fixture->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    if (!((const KliCheck *)g_ptr_array_index (checks, i))->holds)
      g_error ("%s: %s", ((const KliCheck *)g_ptr_array_index (checks, i))->name,
               ((const KliCheck *)g_ptr_array_index (checks, i))->detail);
}

/* --- fields ------------------------------------------------------------------------------------------- */

static void
test_defined (Fixture *fixture, gconstpointer data)
{
  gint64 size = add_field (fixture, "name=Metraż ; type=number ; unit=m²");
  gint64 level = add_field (fixture, "name=Poziom ; type=choice ; choices+=Brązowy ; choices+=Złoty");

  fixture_assert_parts (fixture, FIELD, level, &kli_own_choice_kind, KLI_OWN_CHOICE_NAME, "Brązowy|Złoty");
  fixture_set (fixture, FIELD, level, "choices+=złoty"); /* is there */
  fixture_set (fixture, FIELD, level, "choices.1.name=Platynowy ; choices+=Srebrny");
  fixture_assert_parts (fixture, FIELD, level, &kli_own_choice_kind, KLI_OWN_CHOICE_NAME, "Brązowy|Platynowy|Srebrny");
  fixture_set (fixture, FIELD, level, "choices.0.position=1 ; choices.1.position=0");
  fixture_assert_parts (fixture, FIELD, level, &kli_own_choice_kind, KLI_OWN_CHOICE_NAME, "Platynowy|Brązowy|Srebrny");
  fixture_set (fixture, FIELD, level, "choices-=srebrny");
  fixture_assert_parts (fixture, FIELD, level, &kli_own_choice_kind, KLI_OWN_CHOICE_NAME, "Platynowy|Brązowy");

  fixture_refuse_set (fixture, FIELD, level, "name=METRAZ", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, level, "name= ", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, level, "choices.0.name=brazowy", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, level, "choices.0.name=", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, level, "unit=m²", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, size, "choices+=Nie", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, size, "type=weather", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, FIELD, size, "type=money ; unit=zloty", KLI_OPERATION_ERROR_INVALID);
  fixture_set (fixture, FIELD, size, "type=money ; unit=PLN");
}

static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliOwnFields) fields = kli_store_read (fixture->store, kli_own_fields_read_func, NULL, &error);
  g_autoptr (GString) names = g_string_new (NULL);
  const KliRow *field;

  g_assert_no_error (error);
  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    g_string_append (names, kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  gint64 a = add_field (fixture, "name=a");
  gint64 c;

  add_field (fixture, "name=b");
  c = add_field (fixture, "name=c");
  add_field (fixture, "name=d");
  assert_order (fixture, "abcd");
  fixture_set (fixture, FIELD, c, "position=0");
  assert_order (fixture, "cabd");
  undo (fixture, fixture_set (fixture, FIELD, a, "position=99"));
  assert_order (fixture, "cabd");
  fixture_set (fixture, FIELD, a, "position=3");
  assert_order (fixture, "cbda");
  fixture_run (fixture, kli_trash (FIELD, &c, 1));
  add_field (fixture, "name=e");
  assert_order (fixture, "bdae");
}

static void
test_many_fields (Fixture *fixture, gconstpointer data)
{
  gint64 contact = fixture_new (fixture, CONTACT, "name=Ewa");
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *definition = g_strdup_printf ("name=Pole %u <b>&amp;</b> \342\200\256", i);
      g_autofree char *line = g_strdup_printf ("own.Pole %u <b>&amp;</b>=%u", i, i);

      add_field (fixture, definition);
      fixture_set (fixture, CONTACT, contact, line);
      g_string_append_printf (expected, "%sPole %u <b>&amp;</b> \342\200\256=%u", i > 0 ? "|" : "", i, i);
    }
  assert_own (fixture, contact, expected->str);
}

static void
test_long_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  gint64 field = add_field (fixture, "name=a");
  g_autoptr (GPtrArray) assignments = kli_assignments_new ();

  g_ptr_array_add (assignments, kli_assignment_new ("name", KLI_ASSIGN_SET, name));
  fixture_refuse (fixture, kli_set_record (FIELD, field, g_steal_pointer (&assignments)), KLI_OPERATION_ERROR_INVALID);
}

/* --- values ------------------------------------------------------------------------------------------- */

static void
test_values (Fixture *fixture, gconstpointer data)
{
  gint64 other = fixture_new (fixture, CONTACT, "name=Jan Lis");
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa Lis");
  gint64 size = add_field (fixture, "name=Metraż ; type=number ; unit=m²");
  g_autofree char *by_id = g_strdup_printf ("own.%" G_GINT64_FORMAT "=86", size);
  g_autofree char *person = g_strdup_printf ("own.Polecił=%" G_GINT64_FORMAT, other);
  g_autofree char *itself = g_strdup_printf ("own.Polecił=%" G_GINT64_FORMAT, id);

  add_field (fixture, "name=Uwagi");
  add_field (fixture, "name=Budżet ; type=money ; unit=EUR");
  add_field (fixture, "name=Czynsz ; type=money");
  add_field (fixture, "name=Nr. sprawy ; type=text");
  add_field (fixture, "name=Przegląd ; type=date");
  add_field (fixture, "name=VIP ; type=yes_no");
  add_field (fixture, "name=Strona ; type=link");
  add_field (fixture, "name=Polecił ; type=person");
  add_field (fixture, "name=Poziom ; type=choice ; choices+=Brązowy ; choices+=Złoty");
  add_field (fixture, "name=Kursy ; type=choices ; choices+=Angielski ; choices+=Polski ; choices+=Gra; na flecie");

  fixture_set (fixture, CONTACT, id,
               "own.Uwagi=<b>dwa</b>  słowa ; own.metraz=85.50 ; own.Budżet=1200 ; own.Czynsz=3500.5 ; "
               "own.Nr. sprawy=I C 12/26 ; own.Przegląd=2026-12-01 ; own.VIP=no ; own.Strona=example.org ; "
               "own.Polecił=Jan Lis ; own.Poziom=zloty ; own.Kursy=Polski; Angielski");
  assert_own (fixture, id,
              "Metraż=85.5|Uwagi=<b>dwa</b> słowa|Budżet=1200.00 EUR|Czynsz=3500.50 PLN|Nr. sprawy=I C 12/26|"
              "Przegląd=2026-12-01|VIP=no|Strona=https://example.org|Polecił=Jan Lis|Poziom=Złoty|Kursy=Angielski|"
              "Kursy=Polski");

  fixture_refuse_set (fixture, CONTACT, id, "own.Metraż=dużo", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Przegląd=jutro", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.VIP=chyba", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Strona=javascript:x", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Polecił=Nikt", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, itself, KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Poziom=Zielony", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Poziom+=Brązowy", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Kursy+=Łacina", KLI_OPERATION_ERROR_INVALID);
  fixture_refuse_set (fixture, CONTACT, id, "own.Nieznane=1", KLI_OPERATION_ERROR_NOT_FOUND);

  fixture_set (fixture, CONTACT, id, "own.Kursy+=Gra; na flecie ; own.Kursy-=Polski ; own.Uwagi= ; own.VIP=yes");
  fixture_set (fixture, CONTACT, id, by_id);
  fixture_set (fixture, CONTACT, id, person);
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "own.VIP=true"), ==, 0);
  assert_own (fixture, id,
              "Metraż=86|Budżet=1200.00 EUR|Czynsz=3500.50 PLN|Nr. sprawy=I C 12/26|Przegląd=2026-12-01|VIP=yes|"
              "Strona=https://example.org|Polecił=Jan Lis|Poziom=Złoty|Kursy=Angielski|Kursy=Gra; na flecie");
  fixture_set (fixture, CONTACT, id, "own.Kursy= ; own.Poziom= ; own.Polecił= ; own.Nr. sprawy=");
  assert_own (fixture, id,
              "Metraż=86|Budżet=1200.00 EUR|Czynsz=3500.50 PLN|Przegląd=2026-12-01|VIP=yes|"
              "Strona=https://example.org");
  assert_sound (fixture);
}

/* A new name of a choice is its name everywhere; one that is not chosen any more stays where it was. */
static void
test_choices_live_on (Fixture *fixture, gconstpointer data)
{
  gint64 field = add_field (fixture, "name=Poziom ; type=choice ; choices+=Brązowy ; choices+=Złoty");
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa ; own.Poziom=Złoty");
  gint64 other = fixture_new (fixture, CONTACT, "name=Iga");
  gint64 edit;

  fixture_set (fixture, FIELD, field, "choices.1.name=Platynowy ; choices.1.retired=yes");
  assert_own (fixture, id, "Poziom=Platynowy");
  fixture_refuse_set (fixture, CONTACT, other, "own.Poziom=Platynowy", KLI_OPERATION_ERROR_INVALID);
  g_assert_cmpint (fixture_set (fixture, CONTACT, id, "own.Poziom=Platynowy"), ==, 0);
  edit = fixture_set (fixture, FIELD, field, "choices.1=");
  assert_own (fixture, id, "");
  undo (fixture, edit);
  assert_own (fixture, id, "Poziom=Platynowy");
}

static void
test_retired_and_others (Fixture *fixture, gconstpointer data)
{
  gint64 field = add_field (fixture, "name=Rozmiar ; type=number ; applies=person");
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa ; own.Rozmiar=38");
  gint64 firm = fixture_new (fixture, CONTACT, "name=Studio ; kind=organisation");
  gint64 edit;

  fixture_refuse_set (fixture, CONTACT, firm, "own.Rozmiar=38", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_refuse_set (fixture, FIELD, field, "type=text", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, FIELD, field, "retired=yes");
  fixture_set (fixture, CONTACT, id, "own.Rozmiar=39");
  assert_own (fixture, id, "Rozmiar=39");
  fixture_set (fixture, CONTACT, id, "own.Rozmiar=");
  fixture_refuse_set (fixture, CONTACT, id, "own.Rozmiar=40", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, FIELD, field, "retired=");
  fixture_set (fixture, CONTACT, id, "own.Rozmiar=40");

  edit = fixture_run (fixture, kli_trash (FIELD, &field, 1));
  assert_own (fixture, id, "");
  fixture_refuse_set (fixture, CONTACT, id, "own.Rozmiar=1", KLI_OPERATION_ERROR_NOT_FOUND);
  undo (fixture, edit);
  assert_own (fixture, id, "Rozmiar=40");
}

/* --- history ------------------------------------------------------------------------------------------ */

static gpointer
lines_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const gint64 *edit = user_data;
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, *edit, error);

  return entry != NULL ? kli_history_read_lines (connection, entry, 0, 0, KLI_LANGUAGE_EN, error) : NULL;
}

static void
assert_told (Fixture *fixture, gint64 edit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliHistoryLines) lines = kli_store_read (fixture->store, lines_func, &edit, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const KliHistoryLine *line = g_ptr_array_index (lines->lines, i);

      g_string_append_printf (text, "%s%s: %s > %s", i > 0 ? "|" : "", line->title, line->before, line->after);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  gint64 size = add_field (fixture, "name=Size ; type=number ; unit=m²");
  gint64 level = add_field (fixture, "name=Level ; type=choice ; choices+=Bronze ; choices+=Gold");
  gint64 id = fixture_new (fixture, CONTACT, "name=Ewa");

  assert_told (fixture, fixture_set (fixture, CONTACT, id, "own.Size=85.5"), "Size:  > 85.5\302\240m²");
  assert_told (fixture, fixture_set (fixture, CONTACT, id, "own.Size=1234"), "Size: 85.5\302\240m² > 1,234\302\240m²");
  assert_told (fixture, fixture_set (fixture, CONTACT, id, "own.Size="), "Size: 1,234\302\240m² > ");
  fixture_set (fixture, CONTACT, id, "own.Level=Gold");
  assert_told (fixture, fixture_set (fixture, CONTACT, id, "own.Level=Bronze"), "Level: Gold > Bronze");
  assert_told (fixture, fixture_set (fixture, FIELD, level, "choices.0.name=Copper"), "Choice: Bronze > Copper");
  assert_told (fixture, fixture_set (fixture, FIELD, level, "choices+=Silver"), "Choice:  > Silver");
  assert_told (fixture, fixture_set (fixture, FIELD, size, "name=Area"), "Name of the field: Size > Area");
  assert_told (fixture, fixture_set (fixture, FIELD, size, "retired=yes"), "Not used any more: no > yes");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 id, edit;

  add_field (fixture, "name=Kursy ; type=choices ; choices+=A ; choices+=B");
  add_field (fixture, "name=Budżet ; type=money");
  id = fixture_new (fixture, CONTACT, "name=Ewa ; own.Kursy=A ; own.Budżet=12.50 EUR");
  edit = fixture_set (fixture, CONTACT, id, "own.Kursy=B ; own.Budżet=7 PLN");
  assert_own (fixture, id, "Kursy=B|Budżet=7.00 PLN");
  undo (fixture, edit);
  assert_own (fixture, id, "Kursy=A|Budżet=12.50 EUR");
  assert_sound (fixture);
}

/* --- merging and erasing ------------------------------------------------------------------------------ */

/* Several choices come together; of what has one value the other one is told in the note. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 staying, going, third;

  add_field (fixture, "name=Kursy ; type=choices ; choices+=A ; choices+=B ; choices+=C");
  add_field (fixture, "name=Size ; type=number ; unit=m²");
  add_field (fixture, "name=VIP ; type=yes_no");
  add_field (fixture, "name=Uwagi");
  add_field (fixture, "name=Polecił ; type=person");
  staying = fixture_new (fixture, CONTACT, "name=Ewa Lis ; own.Kursy=A; B ; own.Size=10 ; own.VIP=yes");
  going = fixture_new (fixture, CONTACT,
                       "name=E. Lis ; nickname=Ewka ; own.Kursy=B; C ; own.Size=12 ; own.VIP=yes ; own.Uwagi=x ; "
                       "own.Polecił=Ewa Lis");
  third = fixture_new (fixture, CONTACT, "name=Jan ; own.Polecił=E. Lis");

  fixture_run (fixture, kli_merge_contacts (staying, going, chosen));
  assert_own (fixture, staying, "Kursy=A|Kursy=B|Kursy=C|Size=10|VIP=yes|Uwagi=x");
  assert_own (fixture, third, "Polecił=Ewa Lis");
  fixture_assert_text (fixture, CONTACT, staying, KLI_CONTACT_NOTE,
                       "Other values before the merge with “E. Lis”:\nName: E. Lis\nSize: 12\302\240m²");

  fixture_run (fixture, kli_unmerge_contact (going));
  assert_own (fixture, staying, "Kursy=A|Kursy=B|Size=10|VIP=yes");
  assert_own (fixture, going, "Kursy=B|Kursy=C|Size=12|VIP=yes|Uwagi=x|Polecił=Ewa Lis");
  assert_own (fixture, third, "Polecił=E. Lis");
  fixture_assert_text (fixture, CONTACT, staying, KLI_CONTACT_NOTE, "");
  assert_sound (fixture);
}

/* Who is removed for ever is gone from the cards of others, too, and is not kept by them. */
static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliErasurePlan) plan = NULL;
  g_autoptr (KliErasure) erasure = NULL;
  gint64 gone, id;

  add_field (fixture, "name=Polecił ; type=person");
  add_field (fixture, "name=Uwagi");
  gone = fixture_new (fixture, CONTACT, "name=Jan Lis ; own.Uwagi=tajne");
  id = fixture_new (fixture, CONTACT, "name=Ewa ; own.Polecił=Jan Lis ; own.Uwagi=jawne");
  fixture_run (fixture, kli_trash (CONTACT, &gone, 1));
  assert_own (fixture, id, "Polecił=Jan Lis|Uwagi=jawne");

  plan = kli_erasure_plan (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_contacts, ==, 1);
  g_assert_cmpuint (plan->held->len, ==, 0);
  erasure = kli_erasure_new (fixture->store, plan);
  g_assert_true (kli_erasure_run (erasure, &error));
  g_assert_no_error (error);
  assert_own (fixture, id, "Uwagi=jawne");
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/own-fields/defined", test_defined },
    { "/own-fields/order", test_order },
    { "/own-fields/many-fields", test_many_fields },
    { "/own-fields/long-names", test_long_names },
    { "/own-fields/values", test_values },
    { "/own-fields/choices-live-on", test_choices_live_on },
    { "/own-fields/retired-and-others", test_retired_and_others },
    { "/own-fields/history", test_history },
    { "/own-fields/undo", test_undo },
    { "/own-fields/merge", test_merge },
    { "/own-fields/erase", test_erase },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}
