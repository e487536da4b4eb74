/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadline arithmetic and holidays: the vectors of domain 3.8 and 5.9, and every day of eight years. */
#include "core/kli-holiday.h"
#include "core/kli-term.h"

static void
assert_day (const char *what, KliDay found, const char *expected)
{
  g_autofree char *iso = kli_day_to_string (found);

  if (g_strcmp0 (iso, expected) != 0)
    g_error ("%s: expected %s, found %s", what, expected, iso);
}

/* The other way to Easter: Butcher's, from 1876. */
static KliDay
butcher_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;

  return kli_day_new (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

static void
test_easter (void)
{
  for (int year = 1583; year <= 9999; year++)
    g_assert_cmpint (kli_holiday_easter (year), ==, butcher_easter (year));
  assert_day ("Easter 2026", kli_holiday_easter (2026), "2026-04-05");
  assert_day ("Easter 2027", kli_holiday_easter (2027), "2027-03-28");
  g_assert_cmpint (kli_holiday_easter (0), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_holiday_easter (10000), ==, KLI_DAY_NONE);
}

/* All free days of a year that are no plain Sundays, joined. */
static char *
list_holidays (int year, const char *country)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (KliDay day = kli_day_new (year, 1, 1); day <= kli_day_new (year, 12, 31); day++)
    {
      const char *name = "not set";
      gboolean is_free = kli_holiday_is_free (day, country, &name);
      int m, d;

      g_assert_true (is_free == (name != NULL || kli_day_weekday (day) == 7));
      g_assert_true (kli_holiday_is_working_day (day, country) == (!is_free && kli_day_weekday (day) != 6));
      g_assert_true ((kli_holiday_name (day, country) != NULL) == (name != NULL));
      kli_day_split (day, NULL, &m, &d);
      if (name != NULL)
        g_string_append_printf (list, "%s%d-%d", list->len > 0 ? " " : "", m, d);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_holidays (void)
{
  static const struct
  {
    int year;
    const char *country;
    const char *days;
  } cases[] = {
    { 2026, "PL", "1-1 1-6 4-5 4-6 5-1 5-3 5-24 6-4 8-15 11-1 11-11 12-24 12-25 12-26" },
    { 2027, "pl", "1-1 1-6 3-28 3-29 5-1 5-3 5-16 5-27 8-15 11-1 11-11 12-24 12-25 12-26" },
    { 2024, "PL", "1-1 1-6 3-31 4-1 5-1 5-3 5-19 5-30 8-15 11-1 11-11 12-25 12-26" },
    { 2010, "PL", "1-1 4-4 4-5 5-1 5-3 5-23 6-3 8-15 11-1 11-11 12-25 12-26" },
    { 2026, "ID", "1-1 1-16 2-17 3-19 3-21 3-22 4-3 4-5 5-1 5-14 5-27 5-31 6-1 6-16 8-17 8-25 12-25" },
    { 2027, "ID", "1-1 5-1 6-1 8-17 12-25" },
    { 2026, "DE", "" },
    { 2026, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = list_holidays (cases[i].year, cases[i].country);

      g_assert_cmpstr (days, ==, cases[i].days);
    }
  g_assert_false (kli_holiday_is_free (KLI_DAY_NONE, "PL", NULL));
  g_assert_false (kli_holiday_is_working_day (KLI_DAY_NONE, "PL"));
  g_assert_true (kli_holiday_year_is_complete (2050, "PL"));
  g_assert_true (kli_holiday_year_is_complete (2026, "ID"));
  g_assert_false (kli_holiday_year_is_complete (2027, "ID"));
  g_assert_false (kli_holiday_year_is_complete (2026, NULL));
}

static const struct
{
  const char *name;
  const char *start;
  int n;
  KliTermUnit unit;
  const char *end;
  const char *statutory;
  const char *safe;
} terms[] = {
  { "T1", "2026-03-05", 14, KLI_TERM_DAYS, "2026-03-19", "2026-03-19", "2026-03-19" },
  { "T2", "2026-12-10", 14, KLI_TERM_DAYS, "2026-12-24", "2026-12-28", "2026-12-23" },
  { "T3", "2026-04-03", 3, KLI_TERM_DAYS, "2026-04-06", "2026-04-07", "2026-04-03" },
  { "T4", "2026-03-11", 1, KLI_TERM_WEEKS, "2026-03-18", "2026-03-18", "2026-03-18" },
  { "T5", "2026-01-31", 1, KLI_TERM_MONTHS, "2026-02-28", "2026-03-02", "2026-02-27" },
  { "T6", "2028-01-31", 1, KLI_TERM_MONTHS, "2028-02-29", "2028-02-29", "2028-02-29" },
  { "T7", "2026-08-31", 1, KLI_TERM_MONTHS, "2026-09-30", "2026-09-30", "2026-09-30" },
  { "T8", "2026-03-05", 1, KLI_TERM_MONTHS, "2026-04-05", "2026-04-07", "2026-04-03" },
  { "T9", "2026-05-16", 4, KLI_TERM_MONTHS, "2026-09-16", "2026-09-16", "2026-09-16" },
  { "T10", "2026-11-30", 3, KLI_TERM_MONTHS, "2027-02-28", "2027-03-01", "2027-02-26" },
  { "T11", "2026-02-28", 1, KLI_TERM_MONTHS, "2026-03-28", "2026-03-30", "2026-03-27" },
  { "T12", "2028-02-29", 1, KLI_TERM_YEARS, "2029-02-28", "2029-02-28", "2029-02-28" },
  { "T13", "2028-02-29", 4, KLI_TERM_YEARS, "2032-02-29", "2032-03-01", "2032-02-27" },
  { "T14", "2026-10-01", 1, KLI_TERM_MONTHS, "2026-11-01", "2026-11-02", "2026-10-30" },
  { "T15", "2026-04-01", 30, KLI_TERM_DAYS, "2026-05-01", "2026-05-04", "2026-04-30" },
  { "T16", "2026-07-16", 30, KLI_TERM_DAYS, "2026-08-15", "2026-08-17", "2026-08-14" },
  { "T17", "2026-09-14", 60, KLI_TERM_DAYS, "2026-11-13", "2026-11-13", "2026-11-13" },
  { "T18", "2026-10-11", 1, KLI_TERM_MONTHS, "2026-11-11", "2026-11-12", "2026-11-10" },
  { "T19", "2026-03-23", 14, KLI_TERM_DAYS, "2026-04-06", "2026-04-07", "2026-04-03" },
};

static void
test_terms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      KliDay end = kli_term_end (kli_day_parse (terms[i].start), terms[i].n, terms[i].unit);

      assert_day (terms[i].name, end, terms[i].end);
      assert_day (terms[i].name, kli_term_roll_forward (end, "PL"), terms[i].statutory);
      assert_day (terms[i].name, kli_term_roll_back (end, "PL"), terms[i].safe);
    }
}

static void
test_notices (void)
{
  static const struct
  {
    const char *name;
    const char *delivered;
    int n;
    gboolean to_month_end;
    const char *end;
  } ends[] = {
    { "N1", "2026-03-10", 1, FALSE, "2026-04-10" },
    { "N2", "2026-03-10", 1, TRUE, "2026-04-30" },
    { "N3", "2026-11-30", 3, TRUE, "2027-02-28" },
    { "N4", "2026-12-01", 3, TRUE, "2027-03-31" },
  };
  static const struct
  {
    const char *name;
    const char *end;
    int n;
    KliTermUnit unit;
    gboolean to_month_end;
    const char *last;
    const char *safe;
  } lasts[] = {
    { "N5", "2026-12-31", 30, KLI_TERM_DAYS, FALSE, "2026-12-01", "2026-12-01" },
    { "N6", "2027-06-30", 30, KLI_TERM_DAYS, FALSE, "2027-05-31", "2027-05-31" },
    { "N7", "2026-12-31", 1, KLI_TERM_MONTHS, FALSE, "2026-11-30", "2026-11-30" },
    { "N8", "2027-03-31", 1, KLI_TERM_MONTHS, FALSE, "2027-02-28", "2027-02-26" },
    { "N9", "2027-02-28", 3, KLI_TERM_MONTHS, FALSE, "2026-11-28", "2026-11-27" },
    { "N3 backwards", "2027-02-28", 3, KLI_TERM_MONTHS, TRUE, "2026-11-30", "2026-11-30" },
    { "within a month", "2027-02-15", 1, KLI_TERM_MONTHS, TRUE, "2026-12-31", "2026-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    assert_day (
        ends[i].name,
        kli_term_notice_end (kli_day_parse (ends[i].delivered), ends[i].n, KLI_TERM_MONTHS, ends[i].to_month_end),
        ends[i].end);
  for (gsize i = 0; i < G_N_ELEMENTS (lasts); i++)
    {
      KliDay last
          = kli_term_notice_last_day (kli_day_parse (lasts[i].end), lasts[i].n, lasts[i].unit, lasts[i].to_month_end);

      assert_day (lasts[i].name, last, lasts[i].last);
      assert_day (lasts[i].name, kli_term_roll_back (last, "PL"), lasts[i].safe);
    }
}

static void
test_durations (void)
{
  static const struct
  {
    const char *name;
    const char *start;
    int n;
    KliTermUnit unit;
    const char *corresponding;
    const char *end;
  } cases[] = {
    { "L1", "2026-02-01", 12, KLI_TERM_MONTHS, "2027-02-01", "2027-01-31" },
    { "L2", "2026-03-15", 6, KLI_TERM_MONTHS, "2026-09-15", "2026-09-14" },
    { "L3", "2026-08-31", 6, KLI_TERM_MONTHS, "2027-02-28", "2027-02-28" },
    { "L4", "2028-02-29", 12, KLI_TERM_MONTHS, "2029-02-28", "2029-02-28" },
    { "a year", "2028-02-29", 1, KLI_TERM_YEARS, "2029-02-28", "2029-02-28" },
    { "days", "2026-01-31", 30, KLI_TERM_DAYS, "2026-03-02", "2026-03-01" },
    { "weeks", "2026-01-31", 2, KLI_TERM_WEEKS, "2026-02-14", "2026-02-13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KliDay start = kli_day_parse (cases[i].start);

      assert_day (cases[i].name, kli_term_end (start, cases[i].n, cases[i].unit), cases[i].corresponding);
      assert_day (cases[i].name, kli_term_duration_end (start, cases[i].n, cases[i].unit), cases[i].end);
    }
}

/* Whether @end is the first day at or after the day of @start's number, in the month @n months on, with the
 * anchor kept: the month is right, and the number is @start's or the month's last. */
static gboolean
is_corresponding (KliDay start, KliDay end, int n)
{
  int y, m, d, end_y, end_m, end_d;

  kli_day_split (start, &y, &m, &d);
  kli_day_split (end, &end_y, &end_m, &end_d);
  return end_y * 12 + end_m == y * 12 + m + n
         && (end_d == d || (end_d < d && end_d == kli_day_days_in_month (end_y, end_m)));
}

/* RELIABILITY F2: every day of 8 years × every period of 1 to 60 months. */
static void
test_every_month_term (void)
{
  for (KliDay start = kli_day_new (2024, 1, 1); start <= kli_day_new (2031, 12, 31); start++)
    for (int n = 1; n <= 60; n++)
      {
        KliDay end = kli_term_end (start, n, KLI_TERM_MONTHS);
        KliDay last = kli_term_duration_end (start, n, KLI_TERM_MONTHS);
        KliDay back = kli_term_notice_last_day (end, n, KLI_TERM_MONTHS, FALSE);

        g_assert_true (is_corresponding (start, end, n));
        g_assert_true (last == end || last == end - 1);
        g_assert_true (is_corresponding (end, back, -n));
        g_assert_cmpint (back, <=, start);
        if (n % 12 == 0)
          g_assert_cmpint (kli_term_end (start, n / 12, KLI_TERM_YEARS), ==, end);
      }
}

/* To the month's end: the slow way, asking day after day. */
static void
test_every_last_day_to_month_end (void)
{
  for (KliDay end = kli_day_new (2026, 1, 1); end <= kli_day_new (2028, 12, 31); end++)
    for (int n = 1; n <= 6; n++)
      {
        KliDay day = end;

        while (kli_term_notice_end (day, n, KLI_TERM_MONTHS, TRUE) > end)
          day--;
        g_assert_cmpint (kli_term_notice_last_day (end, n, KLI_TERM_MONTHS, TRUE), ==, day);
        for (day = end; kli_term_notice_end (day, n * 10, KLI_TERM_DAYS, TRUE) > end;)
          day--;
        g_assert_cmpint (kli_term_notice_last_day (end, n * 10, KLI_TERM_DAYS, TRUE), ==, day);
      }
}

static void
test_every_roll (void)
{
  static const char *const countries[] = { "PL", "ID", NULL };

  for (gsize c = 0; c < G_N_ELEMENTS (countries); c++)
    for (KliDay day = kli_day_new (2024, 1, 1); day <= kli_day_new (2031, 12, 31); day++)
      {
        KliDay forward = kli_term_roll_forward (day, countries[c]);
        KliDay back = kli_term_roll_back (day, countries[c]);

        g_assert_true (kli_holiday_is_working_day (forward, countries[c]));
        g_assert_true (kli_holiday_is_working_day (back, countries[c]));
        for (KliDay between = back + 1; between < forward; between++)
          g_assert_false (kli_holiday_is_working_day (between, countries[c]));
        g_assert_true (back <= day && day <= forward && (back == day) == (forward == day));
      }
}

static void
test_borders (void)
{
  g_assert_cmpint (kli_term_end (KLI_DAY_NONE, 1, KLI_TERM_DAYS), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_end (0, G_MAXINT, KLI_TERM_YEARS), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_end (0, G_MININT, KLI_TERM_WEEKS), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_roll_forward (KLI_DAY_NONE, "PL"), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_roll_back (KLI_DAY_NONE, NULL), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_duration_end (KLI_DAY_LAST, 1, KLI_TERM_DAYS), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_notice_end (KLI_DAY_LAST, 1, KLI_TERM_MONTHS, TRUE), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_notice_last_day (KLI_DAY_FIRST, 1, KLI_TERM_MONTHS, TRUE), ==, KLI_DAY_NONE);
  g_assert_cmpint (kli_term_notice_last_day (KLI_DAY_NONE, G_MININT, KLI_TERM_DAYS, FALSE), ==, KLI_DAY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday/easter", test_easter);
  g_test_add_func ("/holiday/years", test_holidays);
  g_test_add_func ("/term/vectors", test_terms);
  g_test_add_func ("/term/notices", test_notices);
  g_test_add_func ("/term/durations", test_durations);
  g_test_add_func ("/term/every-month-term", test_every_month_term);
  g_test_add_func ("/term/every-last-day-to-month-end", test_every_last_day_to_month_end);
  g_test_add_func ("/term/every-roll", test_every_roll);
  g_test_add_func ("/term/borders", test_borders);
  return g_test_run ();
}
