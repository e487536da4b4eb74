/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How letters begin, by domain 3.1 and the people of domain 7. */
#include "core/kli-greeting.h"

#include "core/kli-kinds.h"

#include <string.h>

/* @fields: "column=value; column=value" */
static KliRow *
make (const char *fields)
{
  KliRow *contact = kli_row_new (&kli_contact_kind);
  g_auto (GStrv) each = g_strsplit (fields, "; ", -1);

  for (char **field = each; *field != NULL; field++)
    {
      char *equals = strchr (*field, '=');
      int column;

      *equals = '\0';
      column = kli_kind_find_column (&kli_contact_kind, *field);
      g_assert_cmpint (column, >=, 0);
      kli_row_set_text (contact, (guint)column, equals + 1);
    }
  return contact;
}

static const struct
{
  const char *fields;
  const char *home;
  const char *line;
} lines[] = {
  { "kind=household; name=Państwo Anna i Jan Kowalscy", "PL", "Szanowni Państwo," },
  { "kind=household; name=Keluarga Bapak Budi", "ID", "Yth. Keluarga Bapak Budi," },
  { "kind=household; name=The Lis family", "US", "" },
  { "name=Marek Lis; given=Marek; family=Lis; address_form=pan", "PL", "Szanowny Panie Marku," },
  { "name=Anna Lis; given=Anna; family=Lis; address_form=pani", "PL", "Szanowna Pani Anno," },
  { "name=Oksana Bondar; given=Oksana; family=Bondar; address_form=pani", "PL", "Szanowna Pani," },
  { "name=John Smith; given=John; family=Smith; address_form=pan", "ID", "Szanowny Panie," },
  { "name=Oksana; given=Oksana; address_form=pani; vocative=Oksano", "PL", "Szanowna Pani Oksano," },
  { "name=Marek Lis; given=Marek; family=Lis; address_form=pan; call_name=Maciek", "PL", "Szanowny Panie Maćku," },
  { "name=adw. Jan Lis; prefix=adw.; given=Jan; address_form=pan", "PL", "Szanowny Panie Mecenasie," },
  { "name=r. pr. Ewa Lis; prefix=r. pr.; given=Ewa; address_form=pani", "PL", "Szanowna Pani Mecenas," },
  { "name=dr Wojciech Zięba; prefix=dr; given=Wojciech; address_form=pan", "PL", "Szanowny Panie Doktorze," },
  { "name=prof. dr hab. Ewa Lis; prefix=prof. dr hab.; given=Ewa; address_form=pani", "PL", "Szanowna Pani Profesor," },
  { "name=Lisowie; given=Lisowie; address_form=panstwo", "PL", "Szanowni Państwo," },
  { "name=Pani Anna Lis; prefix=Pani; given=Anna; family=Lis", "PL", "Szanowna Pani Anno," },
  { "name=Anna Lis; given=Anna; family=Lis", "PL", "" },
  { "name=Anna Lis; given=Anna; family=Lis; address_form=none", "PL", "Szanowni Państwo," },
  { "name=Budi Santosa; given=Budi Santosa; address_form=bapak", "ID", "Yth. Bapak Budi Santosa," },
  { "name=Ibu Ratna Kartikasari; prefix=Ibu; given=Ratna Kartikasari", "ID", "Yth. Ibu Ratna Kartikasari," },
  { "name=dr. Hendra Tjahjadi, Sp.A.; prefix=dr.; given=Hendra Tjahjadi; suffix=Sp.A.; address_form=bapak", "PL",
    "Yth. Bapak Hendra Tjahjadi," },
  { "name=Sukarmin; given=Sukarmin; address_form=bapak", "ID", "Yth. Bapak Sukarmin," },
  { "name=Sukarmin; address_form=saudara", "ID", "Yth. Saudara Sukarmin," },
  { "name=Rara; address_form=saudari", "ID", "Yth. Saudari Rara," },
  { "name=Naya Putri; given=Naya Putri; address_form=kakak", "ID", "Halo Kak Naya," },
  { "name=Naya Putri; given=Naya Putri; address_form=kakak; call_name=Aya", "ID", "Halo Kak Aya," },
  { "name=100 %s; address_form=bapak", "ID", "Yth. Bapak 100 %s," },
  { "name=Budi Santosa; given=Budi Santosa; address_form=none", "ID", "Yth. Budi Santosa," },
  { "name=Jane Doe; given=Jane; address_form=none", "DE", "" },
  { "kind=organisation; name=PT Angin Timur; legal_form=PT", "PL", "Yth. Pimpinan PT Angin Timur," },
  { "kind=organisation; name=Ósemka sp. z o.o.; legal_form=sp. z o.o.", "ID", "Szanowni Państwo," },
  { "kind=organisation; name=SMA Tunas", "ID", "Yth. Pimpinan SMA Tunas," },
  { "kind=organisation; name=Kwiaciarnia", "PL", "Szanowni Państwo," },
  { "kind=organisation; name=ACME GmbH; legal_form=GmbH", NULL, "" },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (KliRow) contact = make (lines[i].fields);
      g_autofree char *line = kli_greeting_line (contact, lines[i].home);

      g_assert_cmpstr (line, ==, lines[i].line);
    }
}

/* Each title before the name, in the spellings people use. */
static void
test_titles (void)
{
  static const char *const titles[][2] = {
    { "Bapak", "bapak" }, { "Bpk.", "bapak" },   { "Pak", "bapak" },     { "Tn.", "bapak" }, { "Ibu", "ibu" },
    { "Ny.", "ibu" },     { "Sdr.", "saudara" }, { "Sdri.", "saudari" }, { "Kak", "kakak" }, { "Pan", "pan" },
    { "Pani", "pani" },   { "Ibu Dr.", "ibu" },  { "dr", "" },           { "Ibunda", "" },   { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (KliRow) contact = kli_row_new (&kli_contact_kind);

      kli_row_set_text (contact, KLI_CONTACT_PREFIX, titles[i][0]);
      g_assert_cmpstr (kli_greeting_form (contact), ==, titles[i][1]);
    }
}

/* What was recorded goes before the title, and every form that can be recorded greets somebody. */
static void
test_forms (void)
{
  const char *const *forms = kli_contact_kind.columns[KLI_CONTACT_ADDRESS_FORM].choices;

  for (guint i = 1; forms[i] != NULL; i++)
    {
      g_autoptr (KliRow) contact = make ("name=Pan Jan; prefix=Pan; given=Jan");
      g_autofree char *line = NULL;

      kli_row_set_text (contact, KLI_CONTACT_ADDRESS_FORM, forms[i]);
      g_assert_cmpstr (kli_greeting_form (contact), ==, forms[i]);
      line = kli_greeting_line (contact, "ID");
      g_assert_cmpstr (line, !=, "");
    }
}

/* Without a name: as they are addressed, else as people are greeted where their number is, else where we are. */
static void
test_nameless (void)
{
  static const struct
  {
    const char *fields;
    const char *e164;
    const char *home;
    const char *greeting;
  } rows[] = {
    { "name=Jan; address_form=pan", "+6281234567890", "ID", "Szanowny Panie," },
    { "name=Pani Anna Lis; prefix=Pani", NULL, NULL, "Szanowna Pani," },
    { "name=Budi; address_form=bapak", NULL, "PL", "Yth. Bapak," },
    { "name=Rina; address_form=kakak", NULL, "ID", "Halo Kak," },
    { "name=Anna; address_form=none", "+48512345678", "ID", "Dzień dobry," },
    { "name=Budi", "+6281234567890", "PL", "Halo," },
    { "name=Hans", "+4915112345678", "PL", "Hello," },
    { "name=Anna", NULL, "PL", "Dzień dobry," },
    { "name=Anna", "14045", "ID", "Halo," },
    { "name=Anna", NULL, NULL, "Hello," },
    { "name=PT Angin Timur; kind=organisation", NULL, "ID", "Halo," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KliRow) contact = make (rows[i].fields);

      g_assert_cmpstr (kli_greeting_nameless (contact, rows[i].e164, rows[i].home), ==, rows[i].greeting);
    }
}

/* Every form that can be recorded has its own, and none of them says the name. */
static void
test_nameless_forms (void)
{
  const char *const *forms = kli_contact_kind.columns[KLI_CONTACT_ADDRESS_FORM].choices;

  for (guint i = 1; forms[i] != NULL; i++)
    {
      g_autoptr (KliRow) contact = make ("name=Pan Jan; prefix=Pan; given=Jan");
      const char *greeting;

      kli_row_set_text (contact, KLI_CONTACT_ADDRESS_FORM, forms[i]);
      greeting = kli_greeting_nameless (contact, NULL, NULL);
      g_assert_null (strstr (greeting, "Jan"));
      g_assert_cmpint (g_str_equal (greeting, "Hello,"), ==, g_str_equal (forms[i], "none"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/greeting/lines", test_lines);
  g_test_add_func ("/greeting/titles", test_titles);
  g_test_add_func ("/greeting/forms", test_forms);
  g_test_add_func ("/greeting/nameless", test_nameless);
  g_test_add_func ("/greeting/nameless-forms", test_nameless_forms);
  return g_test_run ();
}
