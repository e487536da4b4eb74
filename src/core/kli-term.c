/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the Polish Civil Code, art. 111 to 115, which we apply to Indonesian contracts too, with that
 * country's working days (domain 5.9). */
#include "core/kli-term.h"

#include "core/kli-holiday.h"

/* Longer than any row of free days: nobody waits for the year 9999. */
#define LONGEST_ROLL 60

static KliDay
add_units (KliDay day, gint64 n, KliTermUnit unit)
{
  static const struct
  {
    guint8 days;
    guint8 months;
  } units[] = {
    [KLI_TERM_DAYS] = { 1, 0 },
    [KLI_TERM_WEEKS] = { 7, 0 },
    [KLI_TERM_MONTHS] = { 0, 1 },
    [KLI_TERM_YEARS] = { 0, 12 },
  };
  gint64 days, months;

  g_return_val_if_fail ((guint)unit < G_N_ELEMENTS (units), KLI_DAY_NONE);

  days = n * units[unit].days;
  months = n * units[unit].months;
  if (ABS (days) > G_MAXINT || ABS (months) > G_MAXINT)
    return KLI_DAY_NONE;
  return kli_day_add_days (kli_day_add_months (day, (int)months), (int)days);
}

KliDay
kli_term_end (KliDay start, int n, KliTermUnit unit)
{
  return add_units (start, n, unit);
}

static KliDay
roll (KliDay day, const char *country, int step)
{
  for (int i = 0; i < LONGEST_ROLL && kli_day_is_valid (day); i++)
    {
      if (kli_holiday_is_working_day (day, country))
        return day;
      day = kli_day_add_days (day, step);
    }
  return KLI_DAY_NONE;
}

KliDay
kli_term_roll_forward (KliDay day, const char *country)
{
  return roll (day, country, 1);
}

KliDay
kli_term_roll_back (KliDay day, const char *country)
{
  return roll (day, country, -1);
}

/* Whether art. 112 had to take the last day of the month for want of a day of the same number. */
static gboolean
is_clamped (KliDay start, KliDay end)
{
  int start_day, end_day;

  kli_day_split (start, NULL, NULL, &start_day);
  kli_day_split (end, NULL, NULL, &end_day);
  return end_day < start_day;
}

KliDay
kli_term_duration_end (KliDay start, int n, KliTermUnit unit)
{
  KliDay corresponding = add_units (start, n, unit);
  gboolean by_month = unit == KLI_TERM_MONTHS || unit == KLI_TERM_YEARS;

  if (by_month && is_clamped (start, corresponding))
    return corresponding;
  return kli_day_add_days (corresponding, -1);
}

KliDay
kli_term_notice_end (KliDay delivered, int n, KliTermUnit unit, gboolean to_month_end)
{
  KliDay end = add_units (delivered, n, unit);

  return to_month_end ? kli_day_month_end (end) : end;
}

/* The last day of a month that is not after @day. */
static KliDay
month_end_by (KliDay day)
{
  int month_day;

  if (day == kli_day_month_end (day))
    return day;
  kli_day_split (day, NULL, NULL, &month_day);
  return kli_day_add_days (day, -month_day);
}

KliDay
kli_term_notice_last_day (KliDay end, int n, KliTermUnit unit, gboolean to_month_end)
{
  KliDay last_end = to_month_end ? month_end_by (end) : end;
  KliDay last = add_units (last_end, -(gint64)n, unit);

  if (!to_month_end || unit == KLI_TERM_DAYS || unit == KLI_TERM_WEEKS)
    return last;
  return kli_day_month_end (last); /* every day of a month leads to the same month's end */
}
