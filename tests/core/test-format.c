/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, times, numbers and money in three languages: the tables of domain 3.4 to 3.6, and there and back again. */
#include "core/kli-format.h"
#include "core/kli-money.h"

#include <locale.h>
#include <string.h>

#define NB "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define EN KLI_LANGUAGE_EN
#define ID KLI_LANGUAGE_ID
#define PL KLI_LANGUAGE_PL

static void
test_day (void)
{
  static const struct
  {
    const char *day;
    KliDayStyle style;
    const char *en;
    const char *id;
    const char *pl;
  } cases[] = {
    { "2026-03-05", KLI_DAY_STYLE_SHORT, "05/03/2026", "05/03/2026", "05.03.2026" },
    { "2026-11-12", KLI_DAY_STYLE_MEDIUM, "12 Nov 2026", "12 Nov 2026", "12 lis 2026" },
    { "2026-08-01", KLI_DAY_STYLE_MEDIUM, "1 Aug 2026", "1 Agu 2026", "1 sie 2026" },
    { "2026-03-05", KLI_DAY_STYLE_LONG, "5 March 2026", "5 Maret 2026", "5 marca 2026" },
    { "2026-03-05", KLI_DAY_STYLE_LONG_WEEKDAY, "Thursday 5 March 2026", "Kamis, 5 Maret 2026",
      "czwartek, 5 marca 2026" },
    { "2026-11-27", KLI_DAY_STYLE_LONG_WEEKDAY, "Friday 27 November 2026", "Jumat, 27 November 2026",
      "piątek, 27 listopada 2026" },
    { "2026-03-05", KLI_DAY_STYLE_MONTH_YEAR, "March 2026", "Maret 2026", "marzec 2026" },
    { "2025-11-05", KLI_DAY_STYLE_MONTH_YEAR_SHORT, "Nov 2025", "Nov 2025", "lis 2025" },
    { "2026-05-05", KLI_DAY_STYLE_MONTH_ABBREVIATION, "May", "Mei", "maj" },
    { "2026-03-08", KLI_DAY_STYLE_WEEKDAY, "Sunday", "Minggu", "niedziela" },
    { "2026-03-04", KLI_DAY_STYLE_WEEKDAY_ABBREVIATION, "Wed", "Rab", "śr." },
    { "0987-01-02", KLI_DAY_STYLE_SHORT, "02/01/0987", "02/01/0987", "02.01.0987" },
    { "", KLI_DAY_STYLE_LONG, "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KliDay day = kli_day_parse (cases[i].day);
      g_autofree char *en = kli_format_day (day, cases[i].style, EN);
      g_autofree char *id = kli_format_day (day, cases[i].style, ID);
      g_autofree char *pl = kli_format_day (day, cases[i].style, PL);

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_cmpstr (pl, ==, cases[i].pl);
    }
}

static void
test_day_near (void)
{
  KliDay today = kli_day_parse ("2026-11-22");
  g_autofree char *this_year = kli_format_day_near (kli_day_parse ("2026-11-12"), today, EN);
  g_autofree char *last_year = kli_format_day_near (kli_day_parse ("2025-11-12"), today, PL);
  g_autofree char *no_today = kli_format_day_near (today, KLI_DAY_NONE, PL);
  g_autofree char *none = kli_format_day_near (KLI_DAY_NONE, KLI_DAY_NONE, PL);

  g_assert_cmpstr (this_year, ==, "12 Nov");
  g_assert_cmpstr (last_year, ==, "12 lis 2025");
  g_assert_cmpstr (no_today, ==, "22 lis 2026");
  g_assert_cmpstr (none, ==, "");
}

static void
test_birthday (void)
{
  static const struct
  {
    const char *text;
    const char *pl;
  } cases[] = {
    { "1990-03-05", "5 marca 1990" },
    { "--02-29", "29 lutego" },
    { "--13-01", "--13-01" },
    { "wiosną", "wiosną" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pl = kli_format_birthday (cases[i].text, PL);

      g_assert_cmpstr (pl, ==, cases[i].pl);
    }
}

static void
test_time (void)
{
  g_autofree char *en = kli_format_time (9, 30, EN);
  g_autofree char *id = kli_format_time (0, 5, ID);
  g_autofree char *pl = kli_format_time (23, 59, PL);

  g_assert_cmpstr (en, ==, "09:30");
  g_assert_cmpstr (id, ==, "00.05");
  g_assert_cmpstr (pl, ==, "23:59");
}

static void
test_number (void)
{
  static const struct
  {
    gint64 number;
    const char *texts[3]; /* en, id, pl */
  } cases[] = {
    { 0, { "0", "0", "0" } },
    { 999, { "999", "999", "999" } },
    { 1234, { "1,234", "1.234", "1" NB "234" } },
    { 1234567, { "1,234,567", "1.234.567", "1" NB "234" NB "567" } },
    { -1000, { "-1,000", "-1.000", MINUS "1" NB "000" } },
    { G_MININT64,
      { "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808",
        MINUS "9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "808" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
      {
        g_autofree char *text = kli_format_number (cases[i].number, language);

        g_assert_cmpstr (text, ==, cases[i].texts[language]);
      }
}

static void
test_count_short (void)
{
  static const struct
  {
    guint64 count;
    const char *texts[3]; /* en, id, pl */
  } cases[] = {
    { 0, { "0", "0", "0" } },
    { 9999, { "9,999", "9.999", "9" NB "999" } },
    { 10000, { "10K", "10" NB "rb", "10" NB "tys." } },
    { 12345, { "12.3K", "12,3" NB "rb", "12,3" NB "tys." } },
    { 12350, { "12.4K", "12,4" NB "rb", "12,4" NB "tys." } },
    { 99949, { "99.9K", "99,9" NB "rb", "99,9" NB "tys." } },
    { 99950, { "100K", "100" NB "rb", "100" NB "tys." } },
    { 123456, { "123K", "123" NB "rb", "123" NB "tys." } },
    { 999499, { "999K", "999" NB "rb", "999" NB "tys." } },
    { 999500, { "1M", "1" NB "jt", "1" NB "mln" } },
    { 1250000, { "1.3M", "1,3" NB "jt", "1,3" NB "mln" } },
    { G_MAXUINT64,
      { "18,446,744,073,710M", "18.446.744.073.710" NB "jt", "18" NB "446" NB "744" NB "073" NB "710" NB "mln" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
      {
        g_autofree char *text = kli_format_count_short (cases[i].count, language);

        g_assert_cmpstr (text, ==, cases[i].texts[language]);
      }
}

static void
test_parse_day (void)
{
  static const struct
  {
    const char *typed;
    KliLanguage language;
    const char *day; /* "": refused */
  } cases[] = {
    { "2026-03-05", EN, "2026-03-05" },
    { "5.3.2026", PL, "2026-03-05" },
    { "05.03.2026 r.", PL, "2026-03-05" },
    { "5 marca 2026", PL, "2026-03-05" },
    { "5 marca 2026 roku", PL, "2026-03-05" },
    { "5 MAR 2026", PL, "2026-03-05" },
    { "5 wrzesnia 2026", PL, "2026-09-05" },
    { "5 paź. 2026", PL, "2026-10-05" },
    { "piątek, 27 listopada 2026", PL, "2026-11-27" },
    { "pt., 27.11.2026", PL, "2026-11-27" },
    { "27 XI 2026", PL, "2026-11-27" },
    { "27.xi.2026", PL, "2026-11-27" },
    { "05/03/2026", EN, "2026-03-05" },
    { "5-3-2026", EN, "2026-03-05" },
    { "5 March 2026", EN, "2026-03-05" },
    { "5th of March 2026", EN, "" },
    { "5th March 2026", EN, "2026-03-05" },
    { "March 5, 2026", EN, "2026-03-05" },
    { "Thursday 5 March 2026", EN, "2026-03-05" },
    { "Friday 5 March 2026", EN, "2026-03-05" }, /* the weekday is left from before the change */
    { "1 Sept 2026", EN, "2026-09-01" },
    { "2026/03/05", EN, "2026-03-05" },
    { "2026 March 5", EN, "2026-03-05" },
    { "5 Agustus 2026", ID, "2026-08-05" },
    { "5 Mei 2026", ID, "2026-05-05" },
    { "Kamis, 5 Maret 2026", ID, "2026-03-05" },
    { "  5  Desember  2026 ", ID, "2026-12-05" },
    { "5/3/26", EN, "" }, /* F5: which century? */
    { "5 March", EN, "" },
    { "31.02.2026", PL, "" },
    { "29.02.2028", PL, "2028-02-29" },
    { "13/13/2026", EN, "" },
    { "5 marca 2026", EN, "" },
    { "0000-01-01", EN, "" },
    { "20260305", EN, "" },
    { "5 3 2026 7", EN, "" },
    { "jutro", PL, "" },
    { "99999999999/1/2026", EN, "" },
    { "", PL, "" },
    { NULL, PL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KliDay day = KLI_DAY_NONE;
      gboolean read = kli_format_parse_day (cases[i].typed, cases[i].language, &day);
      g_autofree char *iso = kli_day_to_string (day);

      if (strcmp (iso, cases[i].day) != 0 || read != (day != KLI_DAY_NONE))
        g_error ("“%s” in %s: expected %s, found %s", cases[i].typed, kli_language_tag (cases[i].language),
                 cases[i].day, iso);
    }
}

/* Every day of a year that is shown whole is read again. */
static void
test_day_there_and_back (void)
{
  static const KliDayStyle whole[]
      = { KLI_DAY_STYLE_SHORT, KLI_DAY_STYLE_MEDIUM, KLI_DAY_STYLE_LONG, KLI_DAY_STYLE_LONG_WEEKDAY };

  for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
    for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
      for (KliDay day = kli_day_new (2028, 1, 1); day <= kli_day_new (2028, 12, 31); day++)
        {
          g_autofree char *text = kli_format_day (day, whole[i], language);
          KliDay again = KLI_DAY_NONE;

          if (!kli_format_parse_day (text, language, &again) || again != day)
            g_error ("“%s” is not read in %s", text, kli_language_tag (language));
        }
}

static void
test_parse_birthday (void)
{
  static const struct
  {
    const char *typed;
    KliLanguage language;
    const char *birthday;
  } cases[] = {
    { "5 marca 1990", PL, "1990-03-05" },
    { "5 marca", PL, "--03-05" },
    { "5.03.", PL, "--03-05" },
    { "29/2", EN, "--02-29" },
    { "30/2", EN, NULL },
    { "March 5", EN, "--03-05" },
    { "1990-03-05", EN, "1990-03-05" },
    { "--03-05", EN, "--03-05" },
    { "5 Mei", ID, "--05-05" },
    { "29 lutego 1990", PL, NULL },
    { "1990", PL, NULL },
    { "wiosną", PL, NULL },
    { " ", PL, "" },
    { NULL, PL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *birthday = kli_format_parse_birthday (cases[i].typed, cases[i].language);

      if (g_strcmp0 (birthday, cases[i].birthday) != 0)
        g_error ("“%s”: expected %s, found %s", cases[i].typed, cases[i].birthday, birthday);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *texts[3]; /* en, id, pl */
  } cases[] = {
    { 150000000, "IDR", { "Rp1,500,000", "Rp1.500.000", "1" NB "500" NB "000" NB "IDR" } },
    { 150000, "PLN", { "PLN" NB "1,500.00", "PLN" NB "1.500,00", "1" NB "500,00" NB "zł" } },
    { 1500000, "PLN", { "PLN" NB "15,000.00", "PLN" NB "15.000,00", "15" NB "000,00" NB "zł" } },
    { -150050, "PLN", { "-PLN" NB "1,500.50", "-PLN" NB "1.500,50", MINUS "1" NB "500,50" NB "zł" } },
    { 5, "EUR", { "EUR" NB "0.05", "EUR" NB "0,05", "0,05" NB "EUR" } },
    { 150050, "IDR", { "Rp1,500.50", "Rp1.500,50", "1" NB "500,50" NB "IDR" } },
    { 150000, "", { "1,500.00", "1.500,00", "1" NB "500,00" } },
    { 0, "IDR", { "Rp0", "Rp0", "0" NB "IDR" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
      {
        g_autofree char *text = kli_money_format (cases[i].minor, cases[i].currency, language);

        g_assert_cmpstr (text, ==, cases[i].texts[language]);
      }
}

/* What a case expects instead of an amount. */
#define ASK (G_MININT64 + KLI_PARSE_AMBIGUOUS)
#define NOT_MONEY (G_MININT64 + KLI_PARSE_INVALID)
#define EMPTY (G_MININT64 + KLI_PARSE_EMPTY)
#define WHOLE (G_MININT64 + KLI_PARSE_NO_FRACTION)
#define OTHER (G_MININT64 + KLI_PARSE_OTHER_CURRENCY)
#define HUGE_SUM (G_MININT64 + KLI_PARSE_TOO_LARGE)

static const struct
{
  const char *text;
  const char *currency;
  gint64 expected[3]; /* en, id, pl */
} amounts[] = {
  /* domain 3.4 */
  { "1.500.000", "PLN", { ASK, 150000000, 150000000 } },
  { "1 500,00", "PLN", { ASK, 150000, 150000 } },
  { "1 500,00", "IDR", { ASK, 150000, 150000 } },
  { "1500,5", "IDR", { ASK, WHOLE, WHOLE } },
  { "1500,5", "PLN", { ASK, 150050, 150050 } },
  { "1.500", "PLN", { ASK, 150000, ASK } },
  { "1500.50", "PLN", { 150050, ASK, 150050 } },
  { "1,500,000.00", "PLN", { 150000000, ASK, ASK } },
  { "Rp 2.750.000,-", "IDR", { ASK, 275000000, 275000000 } },
  { "12 jt", "IDR", { NOT_MONEY, 1200000000, NOT_MONEY } },
  { "-250", "PLN", { -25000, -25000, -25000 } },
  { "", "PLN", { EMPTY, EMPTY, EMPTY } },
  { NULL, "PLN", { EMPTY, EMPTY, EMPTY } },
  { " ", "PLN", { EMPTY, EMPTY, EMPTY } },
  { "abc", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  /* separators */
  { "1,500", "PLN", { 150000, ASK, ASK } },
  { "1,50", "PLN", { ASK, 150, 150 } },
  { "1.50", "PLN", { 150, ASK, 150 } },
  { "1.500,00", "PLN", { ASK, 150000, 150000 } },
  { "1.500.000,5", "PLN", { ASK, 150000050, 150000050 } },
  { "1,500.00", "PLN", { 150000, ASK, ASK } },
  { "1.500.00", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1.5000", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1500.500", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1,2,3", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1.500,000.00", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { ",50", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1,", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1..5", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  /* signs and currencies */
  { "1" NB "500,00" NB "zł", "PLN", { ASK, 150000, 150000 } },
  { MINUS "15" NB "00" NB "zł", "PLN", { -150000, -150000, -150000 } },
  { "Rp.1500", "IDR", { 150000, 150000, 150000 } },
  { "-Rp1500", "IDR", { -150000, -150000, -150000 } },
  { "Rp-1500", "IDR", { -150000, -150000, -150000 } },
  { "1500 pln", "PLN", { 150000, 150000, 150000 } },
  { "1500 pln", NULL, { 150000, 150000, 150000 } },
  { "1500 zł", "IDR", { OTHER, OTHER, OTHER } },
  { "$5", "PLN", { OTHER, OTHER, OTHER } },
  { "€ 5", "EUR", { 500, 500, 500 } },
  { "100,-", "PLN", { 10000, 10000, 10000 } },
  { "100,- zł", "PLN", { 10000, 10000, 10000 } },
  { "1,5 jt", "IDR", { NOT_MONEY, 150000000, NOT_MONEY } },
  { "Rp500rb", "IDR", { NOT_MONEY, 50000000, NOT_MONEY } },
  { "500 ribu IDR", "IDR", { NOT_MONEY, 50000000, NOT_MONEY } },
  { "--5", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "-", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "zł 5 zł", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "5 zł 3", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "1e5", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  { "5\xff", "PLN", { NOT_MONEY, NOT_MONEY, NOT_MONEY } },
  /* size */
  { "0000000000000000000000007", "PLN", { 700, 700, 700 } },
  { "92233720368547758",
    NULL,
    { G_GINT64_CONSTANT (9223372036854775800), G_GINT64_CONSTANT (9223372036854775800),
      G_GINT64_CONSTANT (9223372036854775800) } },
  { "92233720368547759", NULL, { HUGE_SUM, HUGE_SUM, HUGE_SUM } },
  { "999999999999999999999", NULL, { HUGE_SUM, HUGE_SUM, HUGE_SUM } },
  { "99999999999999 jt", "IDR", { NOT_MONEY, HUGE_SUM, NOT_MONEY } },
};

static void
test_money_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
      {
        gint64 found = 0;
        KliParseProblem problem;

        if (!kli_money_parse (amounts[i].text, amounts[i].currency, language, &found, &problem))
          found = G_MININT64 + problem;
        if (found != amounts[i].expected[language])
          g_error ("“%s” in %s: expected %" G_GINT64_FORMAT ", found %" G_GINT64_FORMAT, amounts[i].text,
                   kli_language_tag (language), amounts[i].expected[language], found);
        g_assert_true ((kli_parse_problem_text (problem) == NULL) == (problem == KLI_PARSE_OK));
      }
}

/* What we show, we read: any amount, in each language. */
static void
test_money_there_and_back (void)
{
  static const char *const currencies[] = { "PLN", "IDR", "EUR" };

  for (int round = 0; round < 30000; round++)
    for (KliLanguage language = 0; language < KLI_N_LANGUAGES; language++)
      {
        const char *currency = currencies[round % 3];
        gint64 minor = g_test_rand_int_range (-2000000, 2000000) * (gint64)g_test_rand_int_range (1, 100000);
        gint64 again = 0;
        g_autofree char *text = NULL;

        if (round % 3 == 1)
          minor = minor / 100 * 100;
        text = kli_money_format (minor, currency, language);
        if (!kli_money_parse (text, currency, language, &again, NULL) || again != minor)
          g_error ("%" G_GINT64_FORMAT ": “%s” is not read in %s", minor, text, kli_language_tag (language));
      }
}

/* F6: no locale of the desktop changes anything. */
static void
test_locales (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "pl_PL.UTF-8", "C" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_ALL, locales[i]) == NULL)
        g_test_message ("%s is not installed here", locales[i]);
      test_number ();
      test_money ();
      test_money_parse ();
      test_parse_day ();
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/day", test_day);
  g_test_add_func ("/format/day-near", test_day_near);
  g_test_add_func ("/format/birthday", test_birthday);
  g_test_add_func ("/format/time", test_time);
  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/count-short", test_count_short);
  g_test_add_func ("/format/parse-day", test_parse_day);
  g_test_add_func ("/format/day-there-and-back", test_day_there_and_back);
  g_test_add_func ("/format/parse-birthday", test_parse_birthday);
  g_test_add_func ("/money/format", test_money);
  g_test_add_func ("/money/parse", test_money_parse);
  g_test_add_func ("/money/there-and-back", test_money_there_and_back);
  g_test_add_func ("/format/locales", test_locales);
  return g_test_run ();
}
