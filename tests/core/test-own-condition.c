/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of the fields that a business defined: typed, printed, read back and said. */
#include "core/kli-filter-words.h"
#include "core/kli-kinds.h"
#include "core/kli-own-condition.h"
#include "core/kli-own-value.h"
#include "core/kli-query-text.h"

#include <gio/gio.h>

static KliRow *
make_field (const char *name, const char *type, const char *unit)
{
  KliRow *field = kli_row_new (&kli_own_field_kind);

  kli_row_set_text (field, KLI_OWN_FIELD_NAME, name);
  kli_row_set_text (field, KLI_OWN_FIELD_TYPE, type);
  kli_row_set_text (field, KLI_OWN_FIELD_UNIT, unit);

  return field;
}

static KliQueryKeys *
make_keys (KliLanguage language)
{
  static const struct
  {
    const char *name;
    const char *type;
    const char *unit;
  } fields[] = {
    { "Uwagi (nowe)", KLI_OWN_TYPE_TEXT, "" }, { "Metraż", KLI_OWN_TYPE_NUMBER, "m²" },
    { "Abonament", KLI_OWN_TYPE_MONEY, "" },   { "Hosting USD", KLI_OWN_TYPE_MONEY, "USD" },
    { "Polisa do", KLI_OWN_TYPE_DATE, "" },    { "Poziom", KLI_OWN_TYPE_CHOICE, "" },
    { "Kanały", KLI_OWN_TYPE_CHOICES, "" },    { "Zgoda", KLI_OWN_TYPE_YES_NO, "" },
    { "Strona", KLI_OWN_TYPE_LINK, "" },       { "Poleciła", KLI_OWN_TYPE_PERSON, "" },
    { "City", KLI_OWN_TYPE_TEXT, "" },         { "", KLI_OWN_TYPE_TEXT, "" },
    { "a=(b),c%", KLI_OWN_TYPE_NUMBER, "" },
  };
  KliQueryKeys *keys = kli_query_keys_new (language, "PLN");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (KliRow) field = make_field (fields[i].name, fields[i].type, fields[i].unit);

      kli_query_keys_add (keys, field);
    }

  return keys;
}

/* What was typed, and what is asked. */
static const struct
{
  const char *typed;
  const char *asked;
} typings[] = {
  { "metraz:50", "own-number:Metra\305\274=50" },
  { "METRAŻ:>=50", "own-number:Metra\305\274=%3E%3D50" },
  { "metraż:<=12.5", "own-number:Metra\305\274=%3C%3D12.5" },
  { "metraż:>-3", "own-number:Metra\305\274=%3E-3" },
  { "metraż:<0", "own-number:Metra\305\274=%3C0" },
  { "metraż:10..20.5", "own-number:Metra\305\274=10..20.5" },
  { "metraż:-2..-1", "own-number:Metra\305\274=-2..-1" },
  { "metraż:10..", "own-number:Metra\305\274=%3E%3D10" },
  { "metraż:..10", "own-number:Metra\305\274=%3C%3D10" },
  { "metraż:*", "own-number:Metra\305\274=%2A" },
  { "-metraż:*", "not(own-number:Metra\305\274=%2A)" },
  { "metraż:1,2", "any(own-number:Metra\305\274=1,own-number:Metra\305\274=2)" },
  { "metraż:", "all()" },
  { "metraż:duży", "words=metra\305\274%3Adu\305\274y" },
  { "metraż:..", "words=metra\305\274%3A.." },
  { "metraż:5..x", "words=metra\305\274%3A5..x" },
  { "nieznane:5", "words=nieznane%3A5" },
  { "abonament:>100", "own-money:Abonament=%3E100.00%20PLN" },
  { "abonament:\"100..200 EUR\"", "own-money:Abonament=100.00%20EUR..200.00%20EUR" },
  { "abonament:\"100 USD..200 EUR\"", "words=abonament%3A%22100%20USD..200%20EUR%22" },
  { "hosting-usd:7", "own-money:Hosting%20USD=7.00%20USD" },
  { "polisa-do:2026-12-01", "own-date:Polisa%20do=2026-12-01" },
  { "polisa-do:2026-02", "own-date:Polisa%20do=2026-02-01..2026-02-28" },
  { "polisa-do:>2026-12-01", "own-date:Polisa%20do=%3E2026-12-01" },
  { "polisa-do:2026-01-01..2026-03-31", "own-date:Polisa%20do=2026-01-01..2026-03-31" },
  { "polisa-do:30", "own-date:Polisa%20do=30" },
  { "polisa-do:-30", "own-date:Polisa%20do=-30" },
  { "polisa-do:36501", "words=polisa-do%3A36501" },
  { "polisa-do:2026-13-01", "words=polisa-do%3A2026-13-01" },
  { "poziom:zło", "own-choice:Poziom=z\305\202o%2A" },
  { "poziom:\"Złoty\"", "own-choice:Poziom=Z\305\202oty" },
  { "kanały:mail,sms", "any(own-choices:Kana\305\202y=mail%2A,own-choices:Kana\305\202y=sms%2A)" },
  { "zgoda:yes", "own-yes_no:Zgoda=yes" },
  { "zgoda:n", "own-yes_no:Zgoda=no" },
  { "zgoda:*", "own-yes_no:Zgoda=%2A" },
  { "zgoda:maybe", "words=zgoda%3Amaybe" },
  { "strona:kli", "own-link:Strona=kli%2A" },
  { "poleciła:\"Anna Nowak\"", "own-person:Poleci\305\202a=Anna%20Nowak" },
  { "uwagi-(nowe):pilne", "own-text:Uwagi%20%28nowe%29=pilne%2A" },
  { "city:york", "city=york%2A" }, /* goes before the field of the same name */
  { "-(metraż:5 poziom:x)", "not(all(own-choice:Poziom=x%2A,own-number:Metra\305\274=5))" },
};

static void
test_typed (void)
{
  g_autoptr (KliQueryKeys) keys = make_keys (KLI_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    {
      g_autoptr (KliFilter) filter = kli_query_text_parse (KLI_QUERY_CONTACTS, keys, typings[i].typed);
      g_autofree char *printed = kli_filter_print (filter);
      g_autoptr (KliFilter) read = kli_filter_parse (printed, NULL);
      g_autofree char *typed = kli_query_text_print (KLI_QUERY_CONTACTS, keys, filter);
      g_autoptr (KliFilter) again = typed != NULL ? kli_query_text_parse (KLI_QUERY_CONTACTS, keys, typed) : NULL;

      g_assert_cmpstr (printed, ==, typings[i].asked);
      g_assert_true (read != NULL && kli_filter_equal (read, filter));
      g_assert_true (again != NULL && kli_filter_equal (again, filter));
    }
}

/* Without its keys, and where nothing but contacts has such fields, all of it is words. */
static void
test_without_keys (void)
{
  g_autoptr (KliQueryKeys) keys = make_keys (KLI_LANGUAGE_EN);
  g_autoptr (KliFilter) none = kli_query_text_parse (KLI_QUERY_CONTACTS, NULL, "metraż:50");
  g_autoptr (KliFilter) contracts = kli_query_text_parse (KLI_QUERY_CONTRACTS, keys, "metraż:50");

  g_assert_cmpstr (kli_filter_get_condition (none)->name, ==, KLI_CONDITION_WORDS);
  g_assert_cmpstr (kli_filter_get_condition (contracts)->name, ==, KLI_CONDITION_WORDS);
}

/* As people of a language write numbers; what could mean two is no number. */
static void
test_languages (void)
{
  static const struct
  {
    KliLanguage language;
    const char *name;
    const char *type;
    const char *typed;
    const char *argument; /* NULL for none */
  } cases[] = {
    { KLI_LANGUAGE_PL, "Metraż", KLI_OWN_TYPE_NUMBER, ">1 234,5", ">1234.5" },
    { KLI_LANGUAGE_PL, "Metraż", KLI_OWN_TYPE_NUMBER, "12.5", "12.5" },
    { KLI_LANGUAGE_PL, "Metraż", KLI_OWN_TYPE_NUMBER, "1.500", NULL },
    { KLI_LANGUAGE_ID, "Metraż", KLI_OWN_TYPE_NUMBER, "1.500", "1500" },
    { KLI_LANGUAGE_ID, "Abonament", KLI_OWN_TYPE_MONEY, ">=Rp 1.500.000", ">=1500000.00 IDR" },
    { KLI_LANGUAGE_PL, "Abonament", KLI_OWN_TYPE_MONEY, "100..200,50", "100.00 PLN..200.50 PLN" },
    { KLI_LANGUAGE_PL, "Polisa do", KLI_OWN_TYPE_DATE, ">22 listopada 2026", ">2026-11-22" },
    { KLI_LANGUAGE_EN, "Polisa do", KLI_OWN_TYPE_DATE, "1 May 2026 .. 3 May 2026", "2026-05-01..2026-05-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KliCondition *condition = kli_own_condition_get (cases[i].type, cases[i].name);
      g_autofree char *argument = kli_own_condition_read (condition, "PLN", cases[i].typed, cases[i].language);

      g_assert_cmpstr (argument, ==, cases[i].argument);
    }
}

/* What an argument lets through, and what is typed for it again, in every language. */
static void
test_taken_apart (void)
{
  static const char *const arguments[][2] = {
    { KLI_OWN_TYPE_NUMBER, "1234.5" },      { KLI_OWN_TYPE_NUMBER, "<-3" },
    { KLI_OWN_TYPE_NUMBER, ">=1.555" },     { KLI_OWN_TYPE_NUMBER, "1..1000000" },
    { KLI_OWN_TYPE_MONEY, ">1500.50 PLN" }, { KLI_OWN_TYPE_MONEY, "100.00 IDR..2500000.00 IDR" },
    { KLI_OWN_TYPE_DATE, "<=2026-11-22" },  { KLI_OWN_TYPE_DATE, "2026-01-31..2026-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    for (guint language = 0; language < KLI_N_LANGUAGES; language++)
      {
        const KliCondition *condition = kli_own_condition_get (arguments[i][0], "F");
        g_autofree char *value = NULL;
        g_autofree char *end = NULL;
        const char *comparison = kli_own_condition_take_apart (condition, arguments[i][1], language, &value, &end);
        g_autofree char *typed
            = *end != '\0' ? g_strconcat (value, comparison, end, NULL) : g_strconcat (comparison, value, NULL);
        g_autofree char *argument = kli_own_condition_read (condition, "", typed, language);

        g_assert_cmpstr (argument, ==, arguments[i][1]);
      }
}

static void
test_bounds (void)
{
  const KliCondition *number = kli_own_condition_get (KLI_OWN_TYPE_NUMBER, "N");
  const KliCondition *date = kli_own_condition_get (KLI_OWN_TYPE_DATE, "D");
  KliDay today = kli_day_new (2026, 11, 22);
  g_autofree char *currency = NULL;
  gint64 low, high;
  KliDay first, last;

  g_assert_true (kli_own_condition_get_numbers (number, ">2", &low, &high, &currency));
  g_assert_cmpint (low, ==, 2000001);
  g_assert_cmpint (high, ==, G_MAXINT64);
  g_assert_cmpstr (currency, ==, "");
  g_assert_true (kli_own_condition_get_days (date, "<2026-11-22", today, &first, &last));
  g_assert_cmpint (first, ==, KLI_DAY_FIRST);
  g_assert_cmpint (last, ==, today - 1);
  g_assert_true (kli_own_condition_get_days (date, "-7", today, &first, &last));
  g_assert_cmpint (first, ==, today - 7);
  g_assert_cmpint (last, ==, today);
  g_assert_true (kli_own_condition_get_days (date, "7", today, &first, &last));
  g_assert_cmpint (first, ==, today);
  g_assert_cmpint (last, ==, today + 7);
  g_assert_false (kli_own_condition_accepts (number, ""));
  g_assert_false (kli_own_condition_accepts (number, ">"));
  g_assert_false (kli_own_condition_accepts (number, "1..2..3"));
  g_assert_false (kli_own_condition_accepts (date, "2026-02-30"));
}

static void
test_said (void)
{
  static const char *const said[][2] = {
    { "metraż:>=50", "Metraż: at least 50" },
    { "-metraż:50", "Metraż: not 50" },
    { "metraż:*", "Metraż: any" },
    { "-metraż:*", "Metraż: none" },
    { "metraż:1,2", "Metraż: 1 or 2" },
    { "abonament:1000..2000", "Abonament: PLN\302\2401,000.00 – PLN\302\2402,000.00" },
    { "polisa-do:<2026-12-01", "Polisa do: before 1 December 2026" },
    { "polisa-do:30", "Polisa do: in the next 30 days" },
    { "polisa-do:-1", "Polisa do: in the last 1 day" },
    { "zgoda:yes", "Zgoda: Yes" },
    { "poziom:zło", "Poziom: zło…" },
  };
  g_autoptr (KliQueryKeys) keys = make_keys (KLI_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (KliFilter) filter = kli_query_text_parse (KLI_QUERY_CONTACTS, keys, said[i][0]);
      g_autofree char *words = kli_filter_describe (filter, KLI_LANGUAGE_EN);

      g_assert_cmpstr (words, ==, said[i][1]);
    }
}

static void
test_names (void)
{
  const KliCondition *odd = kli_own_condition_get (KLI_OWN_TYPE_NUMBER, "a=(b),c% d:e");
  g_autoptr (KliFilter) filter = kli_filter_new (odd->name, "5");
  g_autofree char *printed = kli_filter_print (filter);
  g_autoptr (KliFilter) read = kli_filter_parse (printed, NULL);

  g_assert_true (read != NULL && kli_filter_get_condition (read) == odd);
  g_assert_true (kli_own_condition_find (odd->name) == odd);
  g_assert_true (kli_own_condition_is_of (odd, "A=(B),C% D:É"));
  g_assert_null (kli_own_condition_get ("colour", "x"));
  g_assert_null (kli_own_condition_get (KLI_OWN_TYPE_TEXT, ""));
  g_assert_null (kli_own_condition_find ("own-text"));
  g_assert_null (kli_own_condition_find ("own-:x"));
  g_assert_null (kli_filter_parse ("own-number:x=five", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-condition/typed", test_typed);
  g_test_add_func ("/own-condition/without-keys", test_without_keys);
  g_test_add_func ("/own-condition/languages", test_languages);
  g_test_add_func ("/own-condition/taken-apart", test_taken_apart);
  g_test_add_func ("/own-condition/bounds", test_bounds);
  g_test_add_func ("/own-condition/said", test_said);
  g_test_add_func ("/own-condition/names", test_names);

  return g_test_run ();
}
