/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legal forms in names, by domain 3.2. */
#include "core/kli-legal-form.h"

#include "core/kli-name.h"

#include <string.h>

static const char *const names[][2] = {
  { "PT Angin Timur", "PT" },
  { "PT Angin Timur Tbk", "PT" },
  { "PT Perorangan Angin Timur", "PT Perorangan" },
  { "PT Perorangan", "PT" },
  { "CV Kopi Tepi Sungai", "CV" },
  { "UD. Makmur", "UD." },
  { "Yayasan Bina Pesisir", "Yayasan" },
  { "Koperasi Sejahtera", "Koperasi" },
  { "Ósemka sp. z o.o.", "sp. z o.o." },
  { "Ósemka Sp. z o. o.", "Sp. z o. o." },
  { "Ósemka spółka z ograniczoną odpowiedzialnością", "spółka z ograniczoną odpowiedzialnością" },
  { "Piekarnia Pod Gwoździem s.c.", "s.c." },
  { "Huta S.A.", "S.A." },
  { "Fundacja Cicha Łąka", "Fundacja" },
  { "Stowarzyszenie Krakowskie Podwórka", "Stowarzyszenie" },
  { "Kwiaciarnia Jaskier", "" },
  { "PT", "" },
  { "S.A.", "" },
  { "", "" },
};

static void
test_of_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *form = kli_legal_form_of_name (names[i][0]);

      g_assert_cmpstr (form, ==, names[i][1]);
    }
}

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *result;
} replacements[] = {
  { "Ósemka", "", "sp. z o.o.", "Ósemka sp. z o.o." },
  { "Ósemka sp. z o.o.", "sp. z o.o.", "S.A.", "Ósemka S.A." },
  { "Ósemka, sp. z o.o.", "sp. z o.o.", "", "Ósemka" },
  { "Angin Timur", "", "PT", "PT Angin Timur" },
  { "PT Angin Timur", "PT", "CV", "CV Angin Timur" },
  { "PT Angin Timur", "PT", "sp. z o.o.", "Angin Timur sp. z o.o." },
  { "Ósemka sp.k.", "sp.k.", "PT", "PT Ósemka" },
  { "ACME", "", "GmbH", "ACME GmbH" },
  { "ACME GmbH", "GmbH", "Ltd", "ACME Ltd" },
  { "PT Angin Timur", "PT", "PT", "PT Angin Timur" },
  { "PT Angin Timur", "", "PT", "PT Angin Timur" },
  { "Cicha Łąka", "", "fundacja", "Cicha Łąka" },
  { "Fundacja Cicha Łąka", "Fundacja", "stowarzyszenie", "Fundacja Cicha Łąka" },
  { "Studio Fryzur", "", "JDG", "Studio Fryzur" },
  { "PT", "", "PT", "PT PT" },
  { "Kopi", "", "Fa.", "Fa. Kopi" },
  { "", "", "PT", "" },
};

static void
test_replace (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      g_autofree char *result = kli_legal_form_replace (replacements[i].name, replacements[i].from, replacements[i].to);

      g_assert_cmpstr (result, ==, replacements[i].result);
    }
}

/* Whatever is put on can be found and taken off again, and is ignored by sorting and by whoever looks for the same. */
static void
test_every_form (void)
{
  g_autofree const char **forms = kli_legal_form_list ("ID");

  g_assert_cmpstr (forms[0], ==, "perorangan");
  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *dressed = kli_legal_form_replace ("Angin Timur", "", forms[i]);
      g_autofree char *found = kli_legal_form_of_name (dressed);
      g_autofree char *bare = kli_legal_form_replace (dressed, forms[i], "");
      g_autofree char *key = kli_name_match_key (dressed);

      g_assert_nonnull (kli_legal_form_country (forms[i]));
      g_assert_cmpstr (bare, ==, "Angin Timur");
      if (!g_str_equal (dressed, "Angin Timur"))
        g_assert_cmpstr (found, ==, forms[i]);
      if (!g_str_equal (forms[i], "PT Perorangan"))
        g_assert_cmpstr (key, ==, "angin timur");
    }
}

static void
test_country (void)
{
  g_assert_cmpstr (kli_legal_form_country ("pt"), ==, "ID");
  g_assert_cmpstr (kli_legal_form_country ("Sp. z o. o."), ==, "PL");
  g_assert_cmpstr (kli_legal_form_country ("spółka cywilna"), ==, "PL");
  g_assert_null (kli_legal_form_country ("GmbH"));
  g_assert_null (kli_legal_form_country (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal-form/of-name", test_of_name);
  g_test_add_func ("/legal-form/replace", test_replace);
  g_test_add_func ("/legal-form/every-form", test_every_form);
  g_test_add_func ("/legal-form/country", test_country);
  return g_test_run ();
}
