/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses, by the templates and lists of domain 3.2. */
#include "core/kli-address.h"

#include "core/kli-kinds.h"

#include <string.h>

/* @fields: "column=value; column=value"; a bar is a line end */
static KliRow *
make (const char *fields)
{
  KliRow *address = kli_row_new (&kli_address_kind);
  g_auto (GStrv) each = g_strsplit (fields, "; ", -1);

  for (char **field = each; *field != NULL; field++)
    {
      char *equals = strchr (*field, '=');
      int column;

      *equals = '\0';
      column = kli_kind_find_column (&kli_address_kind, *field);
      g_assert_cmpint (column, >=, 0);
      kli_row_set_text (address, (guint)column, g_strdelimit (equals + 1, "|", '\n'));
    }
  return address;
}

static const struct
{
  const char *fields;
  const char *name;
  const char *home;
  const char *lines; /* between bars */
} addresses[] = {
  /* the two templates of domain 3.2 */
  { "street=Jl. Contoh; house=12; rt=003; rw=005; village=Contohsari; district=Contoh; city=Kota Bandung; "
    "region=Jawa Barat; postcode=40123; country=ID",
    "Ratna", "ID",
    "Ratna|Jl. Contoh No. 12, RT 003/RW 005|Kel. Contohsari, Kec. Contoh|Kota Bandung, Jawa Barat 40123" },
  { "street=ul. Przykładowa; house=7/3; postcode=31-019; city=Kraków; country=PL", "Ewa", "PL",
    "Ewa|ul. Przykładowa 7/3|31-019 Kraków" },
  /* the kind is part of the value */
  { "city=Kab. Bandung; region=Jawa Barat; village=Desa Sukamaju; country=ID", NULL, "ID",
    "Desa Sukamaju|Kab. Bandung, Jawa Barat" },
  { "street=Gg. Contoh; house=Blok C 17; rt=001; village=Kel. Contoh; district=Kec. Contoh", NULL, "ID",
    "Gg. Contoh Blok C 17, RT 001|Kel. Contoh, Kec. Contoh" },
  { "rw=05; village=Kelapa Dua; district=Kecil", NULL, "ID", "RW 05|Kel. Kelapa Dua, Kec. Kecil" },
  /* villages, with and without streets, whose post town is another */
  { "village=Wola Mała; house=15; postcode=32-005; city=Niepołomice; country=PL", NULL, "PL",
    "Wola Mała 15|32-005 Niepołomice" },
  { "street=ul. Polna; house=3; village=Wola Mała; postcode=32-005; city=Niepołomice", NULL, "PL",
    "ul. Polna 3, Wola Mała|32-005 Niepołomice" },
  { "house=15; city=Wola; postcode=32-005", NULL, "PL", "Wola 15|32-005 Wola" },
  { "city=Kraków", NULL, "PL", "Kraków" },
  { "region=małopolskie; postcode=31-019", NULL, "PL", "31-019 małopolskie" },
  { "region=małopolskie; city=Kraków", NULL, "PL", "Kraków" },
  /* everything in the street, as it used to be */
  { "street=Jl. Contoh No. 8, RT 002/RW 005, Kel. Contohsari; city=Kota Bandung; region=Jawa Barat; postcode=40123; "
    "country=Indonesia",
    NULL, "ID", "Jl. Contoh No. 8, RT 002/RW 005, Kel. Contohsari|Kota Bandung, Jawa Barat 40123" },
  { "street=Biurowiec A|ul. Wzorcowa; house=2; city=Kraków; country=polska", NULL, "PL",
    "Biurowiec A|ul. Wzorcowa 2|Kraków" },
  /* abroad the country is the last line, and its own rules hold */
  { "street=ul. Przykładowa 7; postcode=31-019; city=Kraków; country=Poland", NULL, "ID",
    "ul. Przykładowa 7|31-019 Kraków|Poland" },
  { "city=Kota Bandung; postcode=40123; country=ID", NULL, NULL, "Kota Bandung 40123|ID" },
  { "street=Unter den Linden 1; postcode=10117; city=Berlin; country=Deutschland", "Bär", "PL",
    "Bär|Unter den Linden 1|10117 Berlin|Deutschland" },
  { "street=1 High Street|Little Town; region=Kent; country=UK", NULL, "PL", "1 High Street|Little Town|Kent|UK" },
  { "country=", NULL, "PL", "" },
  { "country=", NULL, NULL, "" },
};

static void
test_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (KliRow) address = make (addresses[i].fields);
      g_auto (GStrv) lines = kli_address_lines (address, addresses[i].name, addresses[i].home);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, addresses[i].lines);
    }
}

/* Nothing that a person typed is left out, but the province of a Polish address and a country at home. */
static void
test_everything_is_written (void)
{
  static const char *const homes[] = { "PL", "ID", "DE" };

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (homes); j++)
      {
        const int *columns = kli_address_columns (homes[j]);
        g_autoptr (KliRow) address = kli_row_new (&kli_address_kind);
        g_auto (GStrv) lines = NULL;
        g_autofree char *joined = NULL;

        for (guint n = 0; columns[n] >= 0; n++)
          if (columns[n] != KLI_ADDRESS_COUNTRY)
            {
              g_autofree char *value = g_strdup_printf ("value%d", columns[n]);

              kli_row_set_text (address, (guint)columns[n], value);
            }
        kli_row_set_text (address, KLI_ADDRESS_COUNTRY, homes[j]);
        lines = kli_address_lines (address, NULL, homes[i]);
        joined = g_strjoinv ("|", lines);
        for (guint n = 0; columns[n] >= 0; n++)
          {
            g_autofree char *value = g_strdup_printf ("value%d", columns[n]);
            gboolean left_out = columns[n] == KLI_ADDRESS_COUNTRY
                                || (columns[n] == KLI_ADDRESS_REGION && !g_str_equal (homes[j], "ID"));

            g_assert_cmpint (strstr (joined, value) != NULL, ==, !left_out);
            g_assert_cmpstr (kli_address_column_name (homes[j], (guint)columns[n]), !=, "");
          }
        g_assert_cmpint (g_str_has_suffix (joined, homes[j]), ==, i != j);
      }
}

static const struct
{
  const char *country;
  const char *typed;
  const char *normal;
  gboolean is_one;
} postcodes[] = {
  { "PL", "31019", "31-019", TRUE },    { "PL", "31-019", "31-019", TRUE },
  { "PL", "31 019", "31-019", TRUE },   { "PL", "31–019", "31-019", TRUE },
  { "PL", "00-950", "00-950", TRUE },   { "PL", "3101", "3101", FALSE },
  { "PL", "310199", "310199", FALSE },  { "PL", "PL-31019", "PL-31019", FALSE },
  { "PL", "31-O19", "31-O19", FALSE },  { "PL", "", "", TRUE },
  { "ID", "40123", "40123", TRUE },     { "ID", " 40 123", "40123", TRUE },
  { "ID", "00123", "00123", FALSE },    { "ID", "4012", "4012", FALSE },
  { "ID", "401234", "401234", FALSE },  { "ID", "4O123", "4O123", FALSE },
  { "", "SW1A 1AA", "SW1A 1AA", TRUE }, { NULL, "0", "0", TRUE },
};

static void
test_postcodes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (postcodes); i++)
    {
      const char *reason = "unset";
      g_autofree char *normal = kli_address_postcode (postcodes[i].country, postcodes[i].typed, &reason);
      g_autofree char *again = kli_address_postcode (postcodes[i].country, normal, NULL);

      g_assert_cmpstr (normal, ==, postcodes[i].normal);
      g_assert_cmpstr (again, ==, normal);
      g_assert_cmpint (reason == NULL, ==, postcodes[i].is_one);
    }
}

/* Every number there is, against the regular expressions of domain 3.2. */
static void
test_every_postcode (void)
{
  for (guint i = 0; i < 100000; i += 7)
    {
      g_autofree char *typed = g_strdup_printf ("%05u", i);
      g_autofree char *polish = kli_address_postcode ("PL", typed, NULL);
      const char *reason;
      g_autofree char *indonesian = kli_address_postcode ("ID", typed, &reason);

      g_assert_true (g_regex_match_simple ("^[0-9]{2}-[0-9]{3}$", polish, 0, 0));
      g_assert_cmpint (reason == NULL, ==, g_regex_match_simple ("^[1-9][0-9]{4}$", indonesian, 0, 0));
    }
}

static void
test_units (void)
{
  static const char *const units[][2]
      = { { "3", "003" }, { "03", "003" }, { "003", "003" }, { "", "" }, { "0012", "0012" }, { "3a", "3a" } };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *unit = kli_address_unit (units[i][0]);

      g_assert_cmpstr (unit, ==, units[i][1]);
    }
}

static void
test_words (void)
{
  const char *const *provinces = kli_address_column_words ("ID", KLI_ADDRESS_REGION);
  const char *const *voivodeships = kli_address_column_words ("PL", KLI_ADDRESS_REGION);

  g_assert_cmpuint (g_strv_length ((char **)provinces), ==, 38);
  g_assert_cmpuint (g_strv_length ((char **)voivodeships), ==, 16);
  g_assert_null (kli_address_column_words ("", KLI_ADDRESS_REGION));
  g_assert_null (kli_address_column_words ("PL", KLI_ADDRESS_COUNTRY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/lines", test_lines);
  g_test_add_func ("/address/everything-is-written", test_everything_is_written);
  g_test_add_func ("/address/postcodes", test_postcodes);
  g_test_add_func ("/address/every-postcode", test_every_postcode);
  g_test_add_func ("/address/units", test_units);
  g_test_add_func ("/address/words", test_words);
  return g_test_run ();
}
