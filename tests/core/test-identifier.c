/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers: the vectors of domain 4, and every rule against a second one that was written for slowness. */
#include "core/kli-identifier-words.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"

#include <stdlib.h>
#include <string.h>

#define FINE KLI_IDENTIFIER_FINE

static const struct
{
  const char *kind;
  const char *value;
  KliIdentifierFault fault;
} vectors[] = {
  /* domain 4.1 */
  { "nip", "1234563218", FINE },
  { "nip", "123-456-32-18", FINE },
  { "nip", "PL1234563218", FINE },
  { "nip", "1111111111", FINE },
  { "nip", "2222222222", FINE },
  { "nip", "3333333333", FINE },
  { "nip", "4444444444", FINE },
  { "nip", "5555555555", FINE },
  { "nip", "6666666666", FINE },
  { "nip", "7777777777", FINE },
  { "nip", "8888888888", FINE },
  { "nip", "9999999999", FINE },
  { "nip", "1234563217", KLI_IDENTIFIER_CHECK },
  { "nip", "1234567080", KLI_IDENTIFIER_NO_CHECK },
  { "nip", "1234567089", KLI_IDENTIFIER_NO_CHECK },
  { "nip", "0000000000", KLI_IDENTIFIER_NEVER_GIVEN },
  { "nip", "123456321", KLI_IDENTIFIER_SHORT },
  { "nip", "12345632188", KLI_IDENTIFIER_LONG },
  { "nip", "12345A3218", KLI_IDENTIFIER_CHARACTERS },
  { "nip", "DE1234563218", KLI_IDENTIFIER_CHARACTERS },
  { "nip", "", FINE },
  /* domain 4.2 */
  { "regon", "123456785", FINE },
  { "regon", "111111110", FINE },
  { "regon", "123456160", FINE },
  { "regon", "12345678512347", FINE },
  { "regon", "12345678500010", FINE },
  { "regon", "123456786", KLI_IDENTIFIER_CHECK },
  { "regon", "12345678612342", KLI_IDENTIFIER_PART },
  { "regon", "12345678512348", KLI_IDENTIFIER_CHECK },
  { "regon", "000000000", KLI_IDENTIFIER_NEVER_GIVEN },
  { "regon", "00000000000000", KLI_IDENTIFIER_NEVER_GIVEN },
  { "regon", "12345678", KLI_IDENTIFIER_SHORT },
  { "regon", "1234567851", KLI_IDENTIFIER_SHORT },
  { "regon", "123456785123470", KLI_IDENTIFIER_LONG },
  /* domain 4.3 */
  { "krs", "0099999901", FINE },
  { "krs", "KRS 0000123456", FINE },
  { "krs", "123456", KLI_IDENTIFIER_SHORT },
  { "krs", "00000123456", KLI_IDENTIFIER_LONG },
  { "krs", "0000000000", KLI_IDENTIFIER_NEVER_GIVEN },
  /* domain 4.4 */
  { "pesel", "44051401359", FINE },
  { "pesel", "02211307589", FINE },
  { "pesel", "22222222222", FINE },
  { "pesel", "44051401358", KLI_IDENTIFIER_CHECK },
  { "pesel", "02381307589", KLI_IDENTIFIER_DATE }, /* month 38 would be the 18th of 2000 */
  { "pesel", "90023000000", KLI_IDENTIFIER_DATE },
  { "pesel", "00000000000", KLI_IDENTIFIER_DATE },
  { "pesel", "4405140135", KLI_IDENTIFIER_SHORT },
  { "pesel", "440514013590", KLI_IDENTIFIER_LONG },
  /* domain 4.5 */
  { "iban", "PL61109010140000071219812874", FINE },
  { "iban", "PL61 1090 1014 0000 0712 1981 2874", FINE },
  { "iban", "61 1090 1014 0000 0712 1981 2874", FINE },
  { "iban", "PL27114020040000300201355387", FINE },
  { "iban", "PL61109010140000071219812875", KLI_IDENTIFIER_CHECK },
  { "iban", "PL74999000090000000000000001", FINE },
  { "iban", "PL47999000090000000000000002", FINE },
  { "iban", "PL20999000090000000000000003", FINE },
  { "iban", "GB82 WEST 1234 5698 7654 32", FINE },
  { "iban", "DE89370400440532013000", FINE },
  { "iban", "DE89370400440532013001", KLI_IDENTIFIER_CHECK },
  { "iban", "DE8937040044053201300", KLI_IDENTIFIER_SHORT },
  { "iban", "DE893704004405320130000", KLI_IDENTIFIER_COUNTRY_LENGTH },
  { "iban", "6110901014000007121981287", KLI_IDENTIFIER_SHORT },
  { "iban", "611090101400000712198128744", KLI_IDENTIFIER_LONG },
  { "iban", "P161109010140000071219812874", KLI_IDENTIFIER_CHARACTERS },
  { "iban", "PL6110901014000007121981287!", KLI_IDENTIFIER_CHARACTERS },
  /* domain 4.6 */
  { "npwp", "99.000.001.0-000.000", FINE },
  { "npwp", "0990000010000000", FINE },
  { "npwp", "99.000.101.8-000.000", FINE },
  { "npwp", "0990001018000000", FINE },
  { "npwp", "99.000.102.6-000.000", FINE },
  { "npwp", "99.000.103.4-000.000", FINE },
  { "npwp", "99.000.104.2-000.000", FINE },
  { "npwp", "99.000.105.9-000.000", FINE },
  { "npwp", "99.123.456.8-000.000", FINE },
  { "npwp", "99.000.101.7-000.000", KLI_IDENTIFIER_CHECK },
  { "npwp", "0990001017000000", KLI_IDENTIFIER_CHECK },
  { "npwp", "99000101800000", KLI_IDENTIFIER_SHORT },
  { "npwp", "0990001018000000000001", FINE },
  { "npwp", "09900010180000000000011", KLI_IDENTIFIER_LONG },
  { "npwp", "3171011708450001", FINE },
  { "npwp", "3273013002900001", KLI_IDENTIFIER_DATE },
  /* domain 4.7 */
  { "nik", "3171011708450001", FINE },
  { "nik", "3171015708450001", FINE },
  { "nik", "3273014501900000", KLI_IDENTIFIER_NEVER_GIVEN },
  { "nik", "3273013002900000", KLI_IDENTIFIER_DATE },
  { "nik", "3273017202900000", KLI_IDENTIFIER_DATE },
  { "nik", "3273018102900001", KLI_IDENTIFIER_DATE }, /* a public validator accepts day 81 */
  { "nik", "9973014501900000", KLI_IDENTIFIER_PLACE },
  { "nik", "3273012902000001", FINE }, /* 2000 was a leap year, 1900 was none */
  { "nik", "3273012902010001", KLI_IDENTIFIER_DATE },
  /* domain 4.8 and 4.5 */
  { "nib", "9999000000011", FINE },
  { "nib", "999900000001", KLI_IDENTIFIER_SHORT },
  { "nib", "99990000000111", KLI_IDENTIFIER_LONG },
  { "account", "12345", KLI_IDENTIFIER_SHORT },
  { "account", "123-456", FINE },
  { "account", "123456789012345678901", KLI_IDENTIFIER_LONG },
  { "other", "whatever it is", FINE },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      KliIdentifierFault fault = kli_identifier_check (vectors[i].kind, vectors[i].value);

      if (fault != vectors[i].fault)
        g_error ("%s “%s”: %d, not %d", vectors[i].kind, vectors[i].value, fault, vectors[i].fault);
      g_assert_true ((kli_identifier_warning (vectors[i].kind, fault) == NULL) == (fault == FINE));
    }
}

/* --- the slow rules: texts, remainders of whole numbers, GDate ----------------------------------------------- */

static int
slow_remainder (const char *decimal, int divisor)
{
  int rest = 0;

  for (; *decimal != '\0'; decimal++)
    for (int i = 0; i < 10; i++)
      rest = i < 9 ? rest : (rest * 10 + (*decimal - '0')) % divisor;

  return rest;
}

static int
slow_sum (const char *digits, const char *weights)
{
  g_auto (GStrv) each = g_strsplit (weights, " ", -1);
  int sum = 0;

  for (guint i = 0; each[i] != NULL; i++)
    for (int n = atoi (each[i]); n > 0; n--)
      sum += digits[i] - '0';

  return sum;
}

static gboolean
slow_nip (const char *digits)
{
  int rest = slow_sum (digits, "6 5 7 2 3 4 5 6 7") % 11;

  return rest != 10 && rest == digits[9] - '0'
         && g_regex_match_simple ("^[1-9]((\\d[1-9])|([1-9]\\d))\\d{7}$", digits, 0, 0);
}

static gboolean
slow_regon (const char *digits)
{
  int rest = slow_sum (digits, "8 9 2 3 4 5 6 7") % 11;

  if (strspn (digits, "0") == strlen (digits) || (rest == 10 ? 0 : rest) != digits[8] - '0')
    return FALSE;
  if (strlen (digits) == 9)
    return TRUE;
  rest = slow_sum (digits, "2 4 8 5 0 9 7 3 6 1 2 4 8") % 11;

  return (rest == 10 ? 0 : rest) == digits[13] - '0';
}

static gboolean
slow_pesel (const char *digits)
{
  int month = (digits[2] - '0') * 10 + digits[3] - '0';
  int century = month > 80 ? 1800 : month > 60 ? 2200 : month > 40 ? 2100 : month > 20 ? 2000 : 1900;

  while (month > 20)
    month -= 20;

  return (slow_sum (digits, "1 3 7 9 1 3 7 9 1 3") + digits[10] - '0') % 10 == 0
         && g_date_valid_dmy ((GDateDay)((digits[4] - '0') * 10 + digits[5] - '0'), (GDateMonth)month,
                              (GDateYear)(century + (digits[0] - '0') * 10 + digits[1] - '0'));
}

static gboolean
slow_iban (const char *iban)
{
  g_autoptr (GString) number = g_string_new (NULL);
  g_autofree char *turned = g_strconcat (iban + 4, NULL);
  g_autofree char *all = g_strdup_printf ("%s%.4s", turned, iban);

  for (const char *p = all; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_printf (number, "%d", *p - 'A' + 10);
    else
      g_string_append_c (number, *p);

  return slow_remainder (number->str, 97) == 1;
}

/* From the right: every other digit is doubled, beginning with the one before the check digit. */
static gboolean
slow_luhn (const char *nine)
{
  g_autofree char *reversed = g_strreverse (g_strndup (nine, 9));
  int sum = 0;

  for (int i = 0; i < 9; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", (reversed[i] - '0') * (i % 2 == 0 ? 1 : 2));

      for (const char *p = value; *p != '\0'; p++)
        sum += *p - '0';
    }

  return sum % 10 == 0;
}

static gboolean
slow_nik (const char *digits)
{
  static const char provinces[]
      = " 11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 "
        "76 81 82 91 92 93 94 95 96 ";
  g_autofree char *province = g_strdup_printf (" %.2s ", digits);
  int day = (digits[6] - '0') * 10 + digits[7] - '0';
  int month = (digits[8] - '0') * 10 + digits[9] - '0';
  int year = (digits[10] - '0') * 10 + digits[11] - '0';

  if (day > 40)
    day -= 40;
  if (strstr (provinces, province) == NULL || month < 1 || month > 12 || day < 1 || day > 31
      || g_str_has_suffix (digits, "0000"))
    return FALSE;

  return g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)(1900 + year))
         || g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)(2000 + year));
}

static gboolean
slow_npwp (const char *digits)
{
  return strlen (digits) == 15 ? slow_luhn (digits) : *digits == '0' ? slow_luhn (digits + 1) : slow_nik (digits);
}

static const struct
{
  const char *kind;
  gboolean (*slow) (const char *digits);
  guint length;
  gboolean every_error; /* the rule notices every wrong digit */
  const char *valid;
} rules[] = {
  { "nip", slow_nip, 10, TRUE, "1234563218" },          { "regon", slow_regon, 9, FALSE, "123456785" },
  { "regon", slow_regon, 14, FALSE, "12345678512347" }, { "pesel", slow_pesel, 11, TRUE, "44051401359" },
  { "npwp", slow_npwp, 15, FALSE, "990001018000000" },  { "npwp", slow_npwp, 16, FALSE, "0990001018000000" },
  { "nik", slow_nik, 16, FALSE, "3171011708450001" },
};

static void
assert_agrees (guint rule, const char *digits)
{
  gboolean fine = kli_identifier_check (rules[rule].kind, digits) == FINE;

  if (fine != rules[rule].slow (digits))
    g_error ("%s %s is %s", rules[rule].kind, digits, fine ? "fine" : "not fine");
}

static void
test_random_numbers (void)
{
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    for (guint n = 0; n < 20000; n++)
      {
        char digits[32] = "";

        for (guint i = 0; i < rules[rule].length; i++)
          digits[i] = (char)('0' + g_test_rand_int_range (0, 10));
        assert_agrees (rule, digits);
      }
}

/* Every wrong digit of a number that is right, and every two that have changed places. */
static void
test_typing_errors (void)
{
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    for (guint i = 0; i < rules[rule].length; i++)
      {
        g_autofree char *digits = g_strdup (rules[rule].valid);

        for (char c = '0'; c <= '9'; c++)
          {
            digits[i] = c;
            assert_agrees (rule, digits);
            if (rules[rule].every_error && c != rules[rule].valid[i])
              g_assert_cmpint (kli_identifier_check (rules[rule].kind, digits), !=, FINE);
          }
        memcpy (digits, rules[rule].valid, rules[rule].length);
        if (i > 0)
          {
            digits[i] = rules[rule].valid[i - 1];
            digits[i - 1] = rules[rule].valid[i];
            assert_agrees (rule, digits);
          }
      }
}

/* The digit that checks eight others, whatever the office and branch. */
static void
test_every_npwp_check_digit (void)
{
  for (guint n = 0; n < 1000; n++)
    {
      guint eight = (guint)g_test_rand_int_range (0, 100000000);
      guint n_fine = 0;

      for (guint check = 0; check < 10; check++)
        {
          g_autofree char *digits = g_strdup_printf ("%08u%u000000", eight, check);

          n_fine += kli_identifier_check ("npwp", digits) == FINE;
        }
      g_assert_cmpuint (n_fine, ==, 1);
    }
}

static void
assert_iban_error (const char *iban)
{
  if (kli_identifier_check ("iban", iban) == FINE)
    g_error ("%s is fine", iban);
}

static void
test_iban_errors (void)
{
  static const char *const valid[] = { "PL61109010140000071219812874", "PL27114020040000300201355387",
                                       "PL74999000090000000000000001", "GB82WEST12345698765432" };

  for (guint n = 0; n < G_N_ELEMENTS (valid); n++)
    for (guint i = 2; valid[n][i] != '\0'; i++)
      {
        g_autofree char *iban = g_strdup (valid[n]);

        for (char c = '0'; c <= '9'; c++)
          {
            iban[i] = c;
            g_assert_true (slow_iban (iban) == (kli_identifier_check ("iban", iban) == FINE));
            if (c != valid[n][i])
              assert_iban_error (iban);
          }
        memcpy (iban, valid[n], strlen (valid[n]));
        if (i > 2 && valid[n][i] != valid[n][i - 1])
          {
            iban[i] = valid[n][i - 1];
            iban[i - 1] = valid[n][i];
            assert_iban_error (iban);
          }
      }
}

/* A right IBAN with a sort code that no bank can have. */
static void
test_sort_code (void)
{
  guint n_banks = 0;

  for (guint code = 0; code < 1000; code++)
    for (guint check = 0; check < 97; check++)
      {
        g_autofree char *iban = g_strdup_printf ("PL%02u%08u0000071219812874", check, 10901000 + code);
        g_autofree char *sort = g_strndup (iban + 4, 8);

        if (!slow_iban (iban))
          continue;
        g_assert_cmpint (kli_identifier_check ("iban", iban), ==,
                         slow_sum (sort, "3 9 7 1 3 9 7 1") % 10 == 0 ? FINE : KLI_IDENTIFIER_BANK);
        n_banks++;
      }
  g_assert_cmpuint (n_banks, >=, 900);
}

/* Every day, month and year that can stand in a NIK, and every province. */
static void
test_every_nik (void)
{
  for (guint n = 0; n < 1000000; n++)
    {
      char digits[17];

      g_snprintf (digits, sizeof digits, "327301%06u0001", n);
      assert_agrees (6, digits);
    }
  for (guint province = 0; province < 100; province++)
    {
      g_autofree char *digits = g_strdup_printf ("%02u71011708450001", province);

      assert_agrees (6, digits);
    }
}

/* Every day and month of a PESEL, with the digit that checks it. */
static void
test_every_pesel (void)
{
  for (guint n = 0; n < 10000; n++)
    for (guint year = 0; year < 100; year += 4)
      for (guint check = 0; check < 10; check++)
        {
          char digits[12];

          g_snprintf (digits, sizeof digits, "%02u%04u0135%u", year, n, check);
          assert_agrees (3, digits);
        }
}

/* --- texts -------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *kind;
  const char *typed;
  const char *kept;
  const char *normal;
  const char *shown;
} texts[] = {
  { "nip", "NIP: PL 123-456-32-18", "1234563218", "1234563218", "123-456-32-18" },
  { "nip", "123 456 32 1", "123456321", "123456321", "123456321" },
  { "nip", "\u200e123\u00a0456\u20113218", "1234563218", "1234563218", "123-456-32-18" },
  { "nip", "１２３４５６３２１８", "1234563218", "1234563218", "123-456-32-18" },
  { "nip", "nip", "NIP", "NIP", "NIP" },
  { "regon", "123456785", "123456785", "123456785", "123456785" },
  { "krs", "123456", "123456", "0000123456", "123456" },
  { "krs", "0000123456", "0000123456", "0000123456", "0000123456" },
  { "iban", "61 1090 1014 0000 0712 1981 2874", "61109010140000071219812874", "PL61109010140000071219812874",
    "61 1090 1014 0000 0712 1981 2874" },
  { "iban", "pl61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874", "PL61109010140000071219812874",
    "PL61 1090 1014 0000 0712 1981 2874" },
  { "iban", "IBAN GB82WEST12345698765432", "GB82WEST12345698765432", "GB82WEST12345698765432",
    "GB82 WEST 1234 5698 7654 32" },
  { "npwp", "99.000.101.8-000.000", "990001018000000", "0990001018000000", "99.000.101.8-000.000" },
  { "npwp", "0990001018000000", "0990001018000000", "0990001018000000", "0990 0010 1800 0000" },
  { "npwp", "3171011708450001", "3171011708450001", "3171011708450001", "••••••••••••0001" },
  { "nik", "317101 170845 0001", "3171011708450001", "3171011708450001", "••••••••••••0001" },
  { "pesel", "44051401359", "44051401359", "44051401359", "•••••••1359" },
  { "pesel", "1359", "1359", "1359", "••••" },
  { "nib", "9999 0000 00011", "9999000000011", "9999000000011", "9999000000011" },
  { "account", "123-456-7890", "1234567890", "1234567890", "1234567890" },
  { "other", " VAT  no. 12/34 ", "VAT no. 12/34", "VATNO1234", "VAT no. 12/34" },
  { "nip", "", "", "", "" },
  { "nip", NULL, "", "", "" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = kli_identifier_clean (texts[i].kind, texts[i].typed);
      g_autofree char *normal = kli_identifier_normal (texts[i].kind, texts[i].typed);
      g_autofree char *of_kept = kli_identifier_normal (texts[i].kind, kept);
      g_autofree char *shown = kli_identifier_shown (texts[i].kind, kept);

      g_assert_cmpstr (kept, ==, texts[i].kept);
      g_assert_cmpstr (normal, ==, texts[i].normal);
      g_assert_cmpstr (of_kept, ==, normal);
      g_assert_cmpstr (shown, ==, texts[i].shown);
    }
}

/* Whatever is typed: what is kept is kept again as it is, is compared as it is, and is shown as UTF-8. */
static void
test_anything (void)
{
  static const char *const pieces[]
      = { "PL",   "NIP", "nrb", "1",   "0000", "99", " ", "-",    ".",  "ł", "IBAN",
          "\xff", "GB",  "12",  "345", "7",    "•",  "'", "\xe2", "\n", "x", "44051401359" };

  for (guint n = 0; n < 20000; n++)
    {
      const char *kind = kli_identifier_kinds[g_test_rand_int_range (0, 10)];
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *kept = NULL, *again = NULL, *shown = NULL;
      g_auto (GStrv) keys = NULL;

      for (int i = g_test_rand_int_range (0, 9); i > 0; i--)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      kept = kli_identifier_clean (kind, typed->str);
      again = kli_identifier_clean (kind, kept);
      shown = kli_identifier_shown (kind, kept);
      keys = kli_identifier_search_keys (kind, kept);
      g_assert_cmpstr (kept, ==, again);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_assert_cmpint (kli_identifier_check (kind, typed->str), ==, kli_identifier_check (kind, kept));
      if (kli_identifier_is_personal (kind, kept))
        g_assert_null (keys[0]);
    }
}

static void
test_guess (void)
{
  static const struct
  {
    const char *typed;
    const char *country;
    const char *kind;
  } guesses[] = {
    { "PL1234563218", NULL, "nip" },
    { "123-456-32-18", "PL", "nip" },
    { "123-456-32-17", "PL", "nip" },
    { "1234563217", "ID", NULL },
    { "0000123456", "PL", "krs" },
    { "123456785", "PL", "regon" },
    { "123456789", "PL", NULL },
    { "12345678512347", NULL, "regon" },
    { "44051401359", NULL, "pesel" },
    { "99.000.101.8-000.000", NULL, "npwp" },
    { "0990001018000000", "PL", "npwp" },
    { "3171011708450001", "ID", "nik" },
    { "9999000000011", "ID", "nib" },
    { "61 1090 1014 0000 0712 1981 2874", "PL", "iban" },
    { "GB82 WEST 1234 5698 7654 32", NULL, "iban" },
    { "REGON 123456786", NULL, "regon" },
    { "hello", NULL, NULL },
    { "", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    g_assert_cmpstr (kli_identifier_guess (guesses[i].typed, guesses[i].country), ==, guesses[i].kind);
}

/* Nothing is said before there is enough to say it of. */
static void
test_typing_is_calm (void)
{
  static const struct
  {
    const char *kind;
    const char *typed;
    guint first; /* characters at which something is said */
  } typings[] = {
    { "nip", "123-456-32-17", 13 },
    { "nip", "PL1234563217", 12 },
    { "regon", "123456786", 9 },
    { "pesel", "44051401358", 11 },
    { "npwp", "99.000.101.7-000.000", 20 },
    { "iban", "PL61 1090 1014 0000 0712 1981 2875", 34 },
    { "iban", "DE89 3704 0044 0532 0130 01", 27 },
    { "nip", "12345632188", 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    for (guint n = 0; n <= typings[i].first; n++)
      {
        g_autofree char *typed = g_strndup (typings[i].typed, n);

        g_assert_true ((kli_identifier_check_typed (typings[i].kind, typed) != FINE) == (n == typings[i].first));
      }
}

static void
test_kinds (void)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_identifier_kind);

  for (guint i = 0; kli_identifier_kinds[i] != NULL; i++)
    {
      const char *kind = kli_identifier_kinds[i];
      g_autofree char *name = NULL;

      kli_row_set_text (row, KLI_IDENTIFIER_KIND, kind);
      name = kli_identifier_name (row);
      g_assert_true (g_str_has_prefix (name, kli_identifier_kind_name (kind)));
      for (const char *const *country = (const char *const[]){ "PL", "ID", "DE", NULL }; *country != NULL; country++)
        g_assert_true ((g_strv_contains (kli_identifier_kinds_at_home (*country), kind)
                            + g_strv_contains (kli_identifier_kinds_abroad (*country), kind)
                        == 1)
                       == (!kli_identifier_is_personal (kind, NULL) && !g_str_equal (kind, "other")));
    }
  kli_row_set_text (row, KLI_IDENTIFIER_KIND, "account");
  kli_row_set_text (row, KLI_IDENTIFIER_LABEL, "BCA");
  {
    g_autofree char *name = kli_identifier_name (row);

    g_assert_cmpstr (name, ==, "Account without IBAN · BCA");
  }
}

static void
test_personal (void)
{
  g_assert_true (kli_identifier_is_personal ("pesel", "44051401359"));
  g_assert_true (kli_identifier_is_personal ("nik", NULL));
  g_assert_true (kli_identifier_is_personal ("npwp", "3171 0117 0845 0001"));
  g_assert_true (kli_identifier_is_personal ("npwp", "3171011708450001000001"));
  g_assert_false (kli_identifier_is_personal ("npwp", "0990001018000000"));
  g_assert_false (kli_identifier_is_personal ("npwp", "99.000.101.8-000.000"));
  g_assert_false (kli_identifier_is_personal ("npwp", NULL));
  g_assert_false (kli_identifier_is_personal ("nip", "1234563218"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifier/vectors", test_vectors);
  g_test_add_func ("/identifier/random-numbers", test_random_numbers);
  g_test_add_func ("/identifier/typing-errors", test_typing_errors);
  g_test_add_func ("/identifier/npwp-check-digits", test_every_npwp_check_digit);
  g_test_add_func ("/identifier/iban-errors", test_iban_errors);
  g_test_add_func ("/identifier/sort-code", test_sort_code);
  g_test_add_func ("/identifier/every-nik", test_every_nik);
  g_test_add_func ("/identifier/every-pesel", test_every_pesel);
  g_test_add_func ("/identifier/texts", test_texts);
  g_test_add_func ("/identifier/anything", test_anything);
  g_test_add_func ("/identifier/guess", test_guess);
  g_test_add_func ("/identifier/typing-is-calm", test_typing_is_calm);
  g_test_add_func ("/identifier/kinds", test_kinds);
  g_test_add_func ("/identifier/personal", test_personal);
  return g_test_run ();
}
