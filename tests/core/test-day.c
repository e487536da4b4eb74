/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar, against GDate and against itself, every day of it. */
#include "core/kli-day.h"

static void
test_every_day (void)
{
  GDate date;
  int weekday = 1; /* 0001-01-01 was a Monday */

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1);
  g_assert_cmpint (kli_day_new (1, 1, 1), ==, KLI_DAY_FIRST);
  g_assert_cmpint (kli_day_new (9999, 12, 31), ==, KLI_DAY_LAST);
  g_assert_cmpint (kli_day_new (1970, 1, 1), ==, 0);
  for (KliDay day = KLI_DAY_FIRST; day <= KLI_DAY_LAST; day++)
    {
      int y, m, d;

      kli_day_split (day, &y, &m, &d);
      if (y != g_date_get_year (&date) || m != (int)g_date_get_month (&date) || d != g_date_get_day (&date)
          || kli_day_new (y, m, d) != day || kli_day_weekday (day) != weekday)
        g_error ("day %d: expected %d-%d-%d, weekday %d, found %d-%d-%d, weekday %d", day, g_date_get_year (&date),
                 g_date_get_month (&date), g_date_get_day (&date), weekday, y, m, d, kli_day_weekday (day));
      if (day < KLI_DAY_LAST)
        g_date_add_days (&date, 1);
      weekday = weekday % 7 + 1;
    }
}

static void
test_no_such_day (void)
{
  static const int none[][3] = {
    { 0, 1, 1 },     { 10000, 1, 1 }, { -1, 1, 1 },    { 2026, 0, 1 },  { 2026, 13, 1 }, { 2026, 1, 0 },
    { 2026, 1, 32 }, { 2026, 2, 29 }, { 1900, 2, 29 }, { 2026, 4, 31 }, { 2100, 2, 29 }, { 2026, 6, -1 },
  };
  int y = 7, m = 7, d = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (kli_day_new (none[i][0], none[i][1], none[i][2]), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_new (2000, 2, 29), !=, KLI_DAY_NONE);
  kli_day_split (KLI_DAY_NONE, &y, &m, &d);
  g_assert_cmpint (y + m + d, ==, 0);
  g_assert_false (kli_day_is_valid (KLI_DAY_NONE));
  g_assert_false (kli_day_is_valid (KLI_DAY_FIRST - 1));
  g_assert_false (kli_day_is_valid (KLI_DAY_LAST + 1));
  g_assert_cmpint (kli_day_weekday (KLI_DAY_NONE), ==, 0);
  g_assert_cmpint (kli_day_month_end (KLI_DAY_NONE), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_months (KLI_DAY_NONE, 1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_days (KLI_DAY_NONE, 1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_days_in_month (2026, 13), ==, 0);
}

static void
test_text (void)
{
  static const char *const refused[] = {
    "",           "2026",        "2026-3-5",         "2026-03-5",
    "26-03-05",   "2026-02-30",  "2026-03-05 ",      " 2026-03-05",
    "2026/03/05", "20260305",    "2026-03-05T00:00", "2026-03-",
    "+026-03-05", "-026-03-05",  "0000-01-01",       "2026-03-0x",
    "٢٠٢٦-٠٣-٠٥", "10000-01-01", "2026-00-10",       "2026-10-00",
  };
  g_autofree char *none = kli_day_to_string (KLI_DAY_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (kli_day_parse (refused[i]) != KLI_DAY_NONE)
      g_error ("“%s” was read as a day", refused[i]);
  g_assert_cmpint (kli_day_parse (NULL), ==, KLI_DAY_NONE);
  g_assert_cmpstr (none, ==, "");
  for (KliDay day = KLI_DAY_FIRST; day <= KLI_DAY_LAST - 97; day += 97)
    {
      g_autofree char *iso = kli_day_to_string (day);

      g_assert_cmpint (kli_day_parse (iso), ==, day);
    }
}

static void
test_add_days (void)
{
  g_assert_cmpint (kli_day_add_days (kli_day_new (2026, 2, 28), 1), ==, kli_day_new (2026, 3, 1));
  g_assert_cmpint (kli_day_add_days (KLI_DAY_LAST, 1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_days (KLI_DAY_FIRST, -1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_days (0, G_MAXINT), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_days (0, G_MININT), ==, KLI_DAY_NONE);
}

/* The month stepped through one at a time: the slow way. */
static void
step_months (int *year, int *month, int months)
{
  for (; months > 0; months--)
    if (++*month > 12)
      {
        *month = 1;
        ++*year;
      }
  for (; months < 0; months++)
    if (--*month < 1)
      {
        *month = 12;
        --*year;
      }
}

/* RELIABILITY F2: every day of 8 years, with every period of 1 to 60 months, both ways. */
static void
test_add_months (void)
{
  for (KliDay day = kli_day_new (2024, 1, 1); day <= kli_day_new (2031, 12, 31); day++)
    for (int n = -60; n <= 60; n++)
      {
        int y, m, d, found_day;
        KliDay found = kli_day_add_months (day, n);

        kli_day_split (day, &y, &m, &d);
        step_months (&y, &m, n);
        g_assert_cmpint (found, ==, kli_day_new (y, m, MIN (d, kli_day_days_in_month (y, m))));
        kli_day_split (found, NULL, NULL, &found_day);
        g_assert_true (found_day == d || found == kli_day_month_end (found));
      }
  g_assert_cmpint (kli_day_add_months (KLI_DAY_LAST, 1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_months (KLI_DAY_FIRST, -1), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_months (0, G_MAXINT), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_day_add_months (0, G_MININT), ==, KLI_DAY_NONE);
}

static void
test_month_end (void)
{
  g_assert_cmpint (kli_day_month_end (kli_day_new (2026, 2, 1)), ==, kli_day_new (2026, 2, 28));
  g_assert_cmpint (kli_day_month_end (kli_day_new (2028, 2, 29)), ==, kli_day_new (2028, 2, 29));
  g_assert_cmpint (kli_day_month_end (kli_day_new (2026, 12, 31)), ==, kli_day_new (2026, 12, 31));
}

/* Every day of the calendar: the first of a month is where the day before belongs to another one. */
static void
test_month_start (void)
{
  KliDay start = KLI_DAY_FIRST;

  for (KliDay day = KLI_DAY_FIRST; day <= KLI_DAY_LAST; day++)
    {
      if (day > KLI_DAY_FIRST && kli_day_month_end (day - 1) == day - 1)
        start = day;
      if (kli_day_month_start (day) != start)
        g_error ("day %d: expected its month to start with %d, found %d", day, start, kli_day_month_start (day));
    }
  g_assert_cmpint (kli_day_month_start (KLI_DAY_NONE), ==, KLI_DAY_NONE);
}

/* Every day of the calendar, with weeks that begin on each weekday: counted up from the day on which one begins. */
static void
test_days_into_week (void)
{
  for (int first = 1; first <= 7; first++)
    {
      int into = (1 - first + 7) % 7; /* 0001-01-01 was a Monday */

      for (KliDay day = KLI_DAY_FIRST; day <= KLI_DAY_LAST; day++)
        {
          if (kli_day_days_into_week (day, first) != into)
            g_error ("day %d, weeks from weekday %d: expected %d days into it, found %d", day, first, into,
                     kli_day_days_into_week (day, first));
          into = (into + 1) % 7;
        }
    }
  g_assert_cmpint (kli_day_days_into_week (KLI_DAY_NONE, 1), ==, 0);
}

static void
test_birthday (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "1990-03-05", TRUE },  { "--03-05", TRUE },   { "--02-29", TRUE },   { "--02-30", FALSE }, { "--13-01", FALSE },
    { "1990-02-29", FALSE }, { "--3-5", FALSE },    { "---03-05", FALSE }, { "", FALSE },        { "--", FALSE },
    { "1990-03", FALSE },    { "--03-05x", FALSE }, { "19900305", FALSE }, { "--0305", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (kli_birthday_is_valid (cases[i].text) != cases[i].valid)
      g_error ("“%s”: expected %s birthday", cases[i].text, cases[i].valid ? "a" : "no");
  g_assert_false (kli_birthday_is_valid (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/no-such-day", test_no_such_day);
  g_test_add_func ("/day/text", test_text);
  g_test_add_func ("/day/add-days", test_add_days);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/month-end", test_month_end);
  g_test_add_func ("/day/month-start", test_month_start);
  g_test_add_func ("/day/days-into-week", test_days_into_week);
  g_test_add_func ("/day/birthday", test_birthday);
  return g_test_run ();
}
