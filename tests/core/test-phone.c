/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone numbers: the vectors of domain 3.3 and what people really type. */
#include "core/kli-phone.h"

#include <string.h>

static const struct
{
  const char *typed;
  const char *country;
  const char *e164;
  KliPhoneKind kind;
} readings[] = {
  /* domain 3.3 */
  { "(022) 250-1234", "ID", "+62222501234", KLI_PHONE_FIXED },
  { "0812 3456 7890", "ID", "+6281234567890", KLI_PHONE_MOBILE },
  { "62812 3456 7890", "ID", "+6281234567890", KLI_PHONE_MOBILE },
  { "+62 (0)812-3456-7890", NULL, "+6281234567890", KLI_PHONE_MOBILE },
  { "812 3456 7890", "ID", "+6281234567890", KLI_PHONE_MOBILE },
  { "0048512345678", "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "48 512 345 678", "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "512-345-678", "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "(12) 345-67-89", "PL", "+48123456789", KLI_PHONE_FIXED },
  { "0 512 345 678", "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "0 512 345 67", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "+62 840-0000-0101", NULL, "+6284000000101", KLI_PHONE_UNASSIGNED },
  { "+48 400 000 101", "PL", "+48400000101", KLI_PHONE_UNASSIGNED },
  { "+48 512 345 678", "ID", "+48512345678", KLI_PHONE_MOBILE },
  { "+48 12 345 67 89", NULL, "+48123456789", KLI_PHONE_FIXED },
  { "+62 812-345-678", NULL, "+62812345678", KLI_PHONE_MOBILE },
  { "+62 21 8350123", NULL, "+62218350123", KLI_PHONE_FIXED },
  { "14045", "ID", NULL, KLI_PHONE_SHORT },
  { "1500888", "ID", NULL, KLI_PHONE_SHORT },
  { "112", "PL", NULL, KLI_PHONE_SHORT },
  { "19115", "PL", NULL, KLI_PHONE_SHORT },
  /* domain 7: numbers nobody has */
  { "+48 10 000 01 03", "PL", "+48100000103", KLI_PHONE_UNASSIGNED },
  { "+62 20 0000 103", "ID", "+62200000103", KLI_PHONE_UNASSIGNED },
  /* the other kinds */
  { "800 123 456", "PL", "+48800123456", KLI_PHONE_TOLL_FREE },
  { "801 123 456", "PL", "+48801123456", KLI_PHONE_SERVICE },
  { "39 123 45 67", "PL", "+48391234567", KLI_PHONE_SERVICE },
  { "211 123 456", "PL", "+48211123456", KLI_PHONE_MOBILE },
  { "0800 1234567", "ID", "+628001234567", KLI_PHONE_TOLL_FREE },
  { "0431 862000", "ID", "+62431862000", KLI_PHONE_FIXED },
  { "0361-223344", "ID", "+62361223344", KLI_PHONE_FIXED },
  { "0840 0000 0101", "ID", "+6284000000101", KLI_PHONE_UNASSIGNED },
  /* other ways of typing */
  { "tel:+48-512-345-678", NULL, "+48512345678", KLI_PHONE_MOBILE },
  { "tel:+48-12-345-67-89;ext=12", NULL, "+48123456789", KLI_PHONE_FIXED },
  { "12 345 67 89 wew. 12", "PL", "+48123456789", KLI_PHONE_FIXED },
  { "12 345 67 89 w.12", "PL", "+48123456789", KLI_PHONE_FIXED },
  { "(022) 250-1234 ext. 5", "ID", "+62222501234", KLI_PHONE_FIXED },
  { "+1 415 555 2671 x123", NULL, "+14155552671", KLI_PHONE_FOREIGN },
  { "+48 (0) 12 345 67 89", NULL, "+48123456789", KLI_PHONE_FIXED },
  { "+49 (0)30 123456", NULL, "+4930123456", KLI_PHONE_FOREIGN },
  { "0049 30 123456", "PL", "+4930123456", KLI_PHONE_FOREIGN },
  { "+48.512.345.678", NULL, "+48512345678", KLI_PHONE_MOBILE },
  { "\xe2\x80\xaa+48 512 345 678\xe2\x80\xac", NULL, "+48512345678", KLI_PHONE_MOBILE }, /* copied from a web page */
  { "512\xc2\xa0"
    "345\xe2\x80\x91"
    "678",
    "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "５１２３４５６７８", "PL", "+48512345678", KLI_PHONE_MOBILE },
  { "٠٨١٢٣٤٥٦٧٨٩٠", "ID", "+6281234567890", KLI_PHONE_MOBILE },
  { "  512345678\n", "pl", "+48512345678", KLI_PHONE_MOBILE },
  /* not readable: kept as text */
  { "", "PL", NULL, KLI_PHONE_UNREADABLE },
  { NULL, "PL", NULL, KLI_PHONE_UNREADABLE },
  { "512 345 678", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "512 345 678", "DE", NULL, KLI_PHONE_UNREADABLE },
  { "512 345 67", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "512 345 678, 12 345 67 89", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "0812 345 678 / 0813 345 678", "ID", NULL, KLI_PHONE_UNREADABLE },
  { "praca: 512 345 678", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "2501234", "ID", NULL, KLI_PHONE_UNREADABLE }, /* the area code is missing */
  { "+48 512 345 67", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "+48", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "+", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "+62 8123456789012", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "+1234567890123456", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "+0 123 456 789", NULL, NULL, KLI_PHONE_UNREADABLE },
  { "48+512345678", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "0+512345678", "PL", NULL, KLI_PHONE_UNREADABLE },
  { "512\xff"
    "345678",
    "PL", NULL, KLI_PHONE_UNREADABLE },
  { "*100#", "ID", NULL, KLI_PHONE_UNREADABLE },
};

static void
test_normalise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *e164 = NULL;
      KliPhoneKind kind;
      gboolean read = kli_phone_normalise (readings[i].typed, readings[i].country, &e164, &kind);

      if (g_strcmp0 (e164, readings[i].e164) != 0 || kind != readings[i].kind || read != (e164 != NULL))
        g_error ("“%s” in %s: expected %s, kind %d, found %s, kind %d", readings[i].typed, readings[i].country,
                 readings[i].e164, readings[i].kind, e164, kind);
      g_assert_true (kli_phone_normalise (readings[i].typed, readings[i].country, NULL, NULL) == read);
    }
}

/* Whatever is read is E.164, and read again gives the same. */
static void
test_normal_is_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *again = NULL;
      KliPhoneKind kind;

      if (readings[i].e164 == NULL)
        continue;
      g_assert_true (kli_phone_normalise (readings[i].e164, NULL, &again, &kind));
      g_assert_cmpstr (again, ==, readings[i].e164);
      g_assert_cmpint (kind, ==, readings[i].kind);
    }
}

static void
test_display (void)
{
  static const struct
  {
    const char *text;
    const char *country;
    const char *shown;
  } cases[] = {
    { "+48512345678", "PL", "512 345 678" },
    { "+48512345678", "ID", "+48 512 345 678" },
    { "+48512345678", NULL, "+48 512 345 678" },
    { "+48123456789", "PL", "12 345 67 89" },
    { "+48123456789", "ID", "+48 12 345 67 89" },
    { "+6281234567890", "ID", "0812-3456-7890" },
    { "+6281234567890", "PL", "+62 812-3456-7890" },
    { "+62812345678", "PL", "+62 812-3456-78" },
    { "+62222501234", "ID", "(022) 2501234" },
    { "+62222501234", "PL", "+62 22 2501234" },
    { "+62361223344", "ID", "(0361) 223344" },
    { "+48400000101", "ID", "+48 400 000 101" },
    { "+48100000103", "ID", "+48 10 000 01 03" },
    { "+6284000000101", "PL", "+62 840-0000-0101" },
    { "+62200000103", "PL", "+62 20 0000103" },
    { "+48800123456", "PL", "800 123 456" },
    { "+14155552671", "PL", "+1 415 555 2671" },
    { "+4930123456", "PL", "+49 301 234 56" },
    { "+380441234567", "PL", "+380 441 234 567" },
    { "(12) 345-67-89", "PL", "12 345 67 89" },
    { "12 345 67 89 wew. 12", "PL", "12 345 67 89 wew. 12" },
    { "12-345-67-89 x5", "ID", "12-345-67-89 x5" },
    { "praca", "PL", "praca" },
    { "14045", "ID", "14045" },
    { " 112 ", "PL", "112" },
    { "", "PL", "" },
    { NULL, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = kli_phone_display (cases[i].text, cases[i].country);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_digits (void)
{
  static const struct
  {
    const char *text;
    const char *digits;
  } cases[] = {
    { "0812 3456", "8123456" },
    { "+62 (0)812-3456", "628123456" },
    { "+62 0812 3456", "628123456" },
    { "0048 512", "48512" },
    { "512", "512" },
    { "(022) 250", "22250" },
    { "abc", "" },
    { "", "" },
    { NULL, "" },
    { "000", "" },
    { "+49 30", "4930" },
    { "５１２", "512" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = kli_phone_digits (cases[i].text);

      g_assert_cmpstr (digits, ==, cases[i].digits);
    }
}

static void
test_search_keys (void)
{
  static const struct
  {
    const char *typed;
    const char *country;
    const char *keys;
  } cases[] = {
    { "(12) 345-67-89", "PL", "48123456789|123456789|3456789" },
    { "512 345 678", "PL", "48512345678|512345678" },
    { "(0361) 223344", "ID", "62361223344|361223344|223344" },
    { "+1 415 555 2671", NULL, "14155552671|4155552671" },
    { "praca 5 12", "PL", "512" },
    { "praca", "PL", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) keys = kli_phone_search_keys (cases[i].typed, cases[i].country);
      g_autofree char *joined = g_strjoinv ("|", keys);

      g_assert_cmpstr (joined, ==, cases[i].keys);
    }
}

/* However a beginning of a stored number is typed, some key begins with it. */
static void
test_found_however_typed (void)
{
  static const char *const queries[]
      = { "0812", "812-34", "+62 812", "62812", "+62 (0)812 3456", "0062 8123", "0812 3456 7890" };
  g_auto (GStrv) keys = kli_phone_search_keys ("0812-3456-7890", "ID");

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *digits = kli_phone_digits (queries[i]);
      gboolean found = FALSE;

      for (char **key = keys; *key != NULL; key++)
        found |= g_str_has_prefix (*key, digits);
      if (!found)
        g_error ("“%s” (%s) does not find 0812-3456-7890", queries[i], digits);
    }
}

static void
test_warning (void)
{
  for (KliPhoneKind kind = KLI_PHONE_UNREADABLE; kind <= KLI_PHONE_FOREIGN; kind++)
    g_assert_true ((kli_phone_warning (kind) != NULL)
                   == (kind == KLI_PHONE_UNREADABLE || kind == KLI_PHONE_UNASSIGNED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/normalise", test_normalise);
  g_test_add_func ("/phone/normal-is-stable", test_normal_is_stable);
  g_test_add_func ("/phone/display", test_display);
  g_test_add_func ("/phone/digits", test_digits);
  g_test_add_func ("/phone/search-keys", test_search_keys);
  g_test_add_func ("/phone/found-however-typed", test_found_however_typed);
  g_test_add_func ("/phone/warning", test_warning);
  return g_test_run ();
}
