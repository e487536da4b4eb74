/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Gregorian calendar in whole numbers. Our own, because SQLite's date () turns 31 February into
 * 2 March and GDate cannot say that a day is missing. */
#include "core/kli-day.h"

#define DAYS_BEFORE_1970 719162 /* from 0001-01-01 */
#define DAYS_IN_400_YEARS 146097

static const guint16 days_before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
static const guint8 days_in_month[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 0001-01-01 to 1 January of @year. */
static int
days_before_year (int year)
{
  int past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

/* Days from 1 January to the first of @month. */
static int
days_before (int year, int month)
{
  return days_before_month[month - 1] + (month > 2 && is_leap (year));
}

gboolean
kli_day_is_valid (KliDay day)
{
  return day >= KLI_DAY_FIRST && day <= KLI_DAY_LAST;
}

int
kli_day_days_in_month (int year, int month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return 0;
  return days_in_month[month - 1] + (month == 2 && is_leap (year));
}

KliDay
kli_day_new (int year, int month, int day)
{
  if (day < 1 || day > kli_day_days_in_month (year, month))
    return KLI_DAY_NONE;
  return days_before_year (year) + days_before (year, month) + day - 1 - DAYS_BEFORE_1970;
}

void
kli_day_split (KliDay day, int *year, int *month, int *month_day)
{
  int y = 0, m = 0, d = 0;

  if (kli_day_is_valid (day))
    {
      int n = day + DAYS_BEFORE_1970;

      /* The mean year is 146097 / 400 days: the estimate is right or one too small. */
      y = (int)((gint64)n * 400 / DAYS_IN_400_YEARS) + 1;
      if (days_before_year (y + 1) <= n)
        y++;
      else if (days_before_year (y) > n)
        y--;
      n -= days_before_year (y);
      m = MIN (n / 29 + 1, 12);
      while (days_before (y, m) > n)
        m--;
      d = n - days_before (y, m) + 1;
    }
  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (month_day != NULL)
    *month_day = d;
}

/* The number in exactly @n digits at @text, -1 when another character is among them. */
static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }
  return value;
}

KliDay
kli_day_parse (const char *iso)
{
  /* The checks run from left to right, so that none reads past the terminator. */
  if (iso == NULL || read_digits (iso, 4) < 0 || iso[4] != '-' || read_digits (iso + 5, 2) < 0 || iso[7] != '-'
      || read_digits (iso + 8, 2) < 0 || iso[10] != '\0')
    return KLI_DAY_NONE;
  return kli_day_new (read_digits (iso, 4), read_digits (iso + 5, 2), read_digits (iso + 8, 2));
}

char *
kli_day_to_string (KliDay day)
{
  int y, m, d;

  if (!kli_day_is_valid (day))
    return g_strdup ("");
  kli_day_split (day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

int
kli_day_weekday (KliDay day)
{
  if (!kli_day_is_valid (day))
    return 0;
  return (day + DAYS_BEFORE_1970) % 7 + 1; /* 0001-01-01 was a Monday */
}

KliDay
kli_day_add_days (KliDay day, int days)
{
  gint64 moved = (gint64)day + days;

  if (!kli_day_is_valid (day) || moved < KLI_DAY_FIRST || moved > KLI_DAY_LAST)
    return KLI_DAY_NONE;
  return (KliDay)moved;
}

KliDay
kli_day_add_months (KliDay day, int months)
{
  int y, m, d;
  gint64 index;

  if (!kli_day_is_valid (day))
    return KLI_DAY_NONE;
  kli_day_split (day, &y, &m, &d);
  index = (gint64)y * 12 + (m - 1) + months;
  if (index < 12 || index >= 10000 * 12)
    return KLI_DAY_NONE;
  y = (int)(index / 12);
  m = (int)(index % 12) + 1;
  return kli_day_new (y, m, MIN (d, kli_day_days_in_month (y, m)));
}

KliDay
kli_day_month_start (KliDay day)
{
  int d;

  if (!kli_day_is_valid (day))
    return KLI_DAY_NONE;
  kli_day_split (day, NULL, NULL, &d);
  return day - (d - 1);
}

int
kli_day_days_into_week (KliDay day, int first_weekday)
{
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, 0);

  return kli_day_is_valid (day) ? (kli_day_weekday (day) - first_weekday + 7) % 7 : 0;
}

KliDay
kli_day_month_end (KliDay day)
{
  int y, m;

  if (!kli_day_is_valid (day))
    return KLI_DAY_NONE;
  kli_day_split (day, &y, &m, NULL);
  return kli_day_new (y, m, kli_day_days_in_month (y, m));
}

gboolean
kli_birthday_is_valid (const char *text)
{
  g_autofree char *in_leap_year = NULL;

  if (text == NULL || !g_str_has_prefix (text, "--"))
    return kli_day_parse (text) != KLI_DAY_NONE;
  in_leap_year = g_strconcat ("2000-", text + 2, NULL);
  return kli_day_parse (in_leap_year) != KLI_DAY_NONE;
}
