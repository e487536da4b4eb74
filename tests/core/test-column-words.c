/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and values in words. */
#include "core/kli-column-words.h"
#include "core/kli-kinds.h"

/* What a person may set is shown to people somewhere, and so has a name. */
static void
test_every_editable_column_has_a_title (void)
{
  for (guint k = 0; kli_kinds[k] != NULL; k++)
    for (guint i = 0; i < kli_kinds[k]->n_columns; i++)
      {
        const char *title = kli_column_title (kli_kinds[k], i);

        if ((kli_kinds[k]->columns[i].flags & KLI_COLUMN_EDITABLE) && title == NULL)
          g_error ("%s.%s has no title: it needs a line in kli-column-words.c", kli_kinds[k]->name,
                   kli_kinds[k]->columns[i].name);
        if (title != NULL)
          g_assert_cmpstr (title, !=, "");
      }
}

static void
assert_value (const KliRow *row, guint column, KliLanguage language, const char *expected)
{
  g_autofree char *value = kli_column_value (row, column, language);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (KliRow) contact = kli_row_new (&kli_contact_kind);
  g_autoptr (KliRow) contract = kli_row_new (&kli_contract_kind);
  g_autoptr (KliRow) phone = kli_row_new (&kli_contact_point_kind);
  g_autoptr (KliRow) segment = kli_row_new (&kli_segment_kind);

  assert_value (contact, KLI_CONTACT_BIRTHDAY, KLI_LANGUAGE_PL, "");
  kli_row_set_text (contact, KLI_CONTACT_BIRTHDAY, "--03-06");
  assert_value (contact, KLI_CONTACT_BIRTHDAY, KLI_LANGUAGE_PL, "6 marca");
  kli_row_set_text (contact, KLI_CONTACT_KIND, "organisation");
  assert_value (contact, KLI_CONTACT_KIND, KLI_LANGUAGE_EN, "Organization");
  kli_row_set_text (contact, KLI_CONTACT_PHOTO, "0123");
  assert_value (contact, KLI_CONTACT_PHOTO, KLI_LANGUAGE_EN, "a picture");

  kli_row_set_integer (contract, KLI_CONTRACT_VALUE_MINOR, 150000);
  kli_row_set_text (contract, KLI_CONTRACT_CURRENCY, "PLN");
  assert_value (contract, KLI_CONTRACT_VALUE_MINOR, KLI_LANGUAGE_PL, "1\u00a0500,00\u00a0zł");
  kli_row_set_text (contract, KLI_CONTRACT_END_ON, "2026-12-31");
  assert_value (contract, KLI_CONTRACT_END_ON, KLI_LANGUAGE_ID, "31 Desember 2026");
  kli_row_set_text (contract, KLI_CONTRACT_PER, "month");
  assert_value (contract, KLI_CONTRACT_PER, KLI_LANGUAGE_EN, "Monthly");

  assert_value (segment, KLI_SEGMENT_QUERY, KLI_LANGUAGE_EN, "");
  kli_row_set_text (segment, KLI_SEGMENT_QUERY, "contacts order=city");
  assert_value (segment, KLI_SEGMENT_QUERY, KLI_LANGUAGE_EN, "everybody");
  kli_row_set_text (segment, KLI_SEGMENT_QUERY, "contacts order=name filter=all(tag=vip,not(city=Kota%20Bandung))");
  assert_value (segment, KLI_SEGMENT_QUERY, KLI_LANGUAGE_EN, "Tag: vip, City: not Kota Bandung");
  kli_row_set_text (segment, KLI_SEGMENT_QUERY, "contacts filter=shoe-size=43");
  assert_value (segment, KLI_SEGMENT_QUERY, KLI_LANGUAGE_EN, "contacts filter=shoe-size=43");

  kli_row_set_text (phone, KLI_CONTACT_POINT_LABEL, "cell");
  assert_value (phone, KLI_CONTACT_POINT_LABEL, KLI_LANGUAGE_EN, "Mobile");
  kli_row_set_text (phone, KLI_CONTACT_POINT_LABEL, "at the lake");
  assert_value (phone, KLI_CONTACT_POINT_LABEL, KLI_LANGUAGE_EN, "at the lake");
  assert_value (phone, KLI_CONTACT_POINT_PREFERRED, KLI_LANGUAGE_EN, "no");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-words/titles", test_every_editable_column_has_a_title);
  g_test_add_func ("/column-words/values", test_values);

  return g_test_run ();
}
