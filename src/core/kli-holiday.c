/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poland by rule (act of 18 January 1951 on days off and its changes), Indonesia by the joint decree of three
 * ministers for 2026. Another country is another table here. */
#include "core/kli-holiday.h"

#include <glib/gi18n-lib.h>

/* The same day of every year. */
typedef struct
{
  guint8 month;
  guint8 day;
  gint16 since; /* year */
  const char *name;
} FixedHoliday;

/* A number of days after Easter Sunday. */
typedef struct
{
  gint16 after;
  const char *name;
} EasterHoliday;

/* Decreed for one year. */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
  const char *name;
} DecreedHoliday;

typedef struct
{
  const char *country;
  const FixedHoliday *fixed;
  gsize n_fixed;
  const EasterHoliday *easter;
  gsize n_easter;
  const DecreedHoliday *decreed;
  gsize n_decreed;
  int first_complete_year;
  int last_complete_year;
} Calendar;

static const FixedHoliday polish_fixed[] = {
  { 1, 1, 1, NC_ ("holiday", "New Year’s Day") },      { 1, 6, 2011, NC_ ("holiday", "Epiphany") },
  { 5, 1, 1, NC_ ("holiday", "Labour Day") },          { 5, 3, 1, NC_ ("holiday", "Constitution Day") },
  { 8, 15, 1, NC_ ("holiday", "Assumption of Mary") }, { 11, 1, 1, NC_ ("holiday", "All Saints’ Day") },
  { 11, 11, 1, NC_ ("holiday", "Independence Day") },  { 12, 24, 2025, NC_ ("holiday", "Christmas Eve") },
  { 12, 25, 1, NC_ ("holiday", "Christmas Day") },     { 12, 26, 1, NC_ ("holiday", "Second Day of Christmas") },
};

static const EasterHoliday polish_easter[] = {
  { 0, NC_ ("holiday", "Easter Sunday") },
  { 1, NC_ ("holiday", "Easter Monday") },
  { 49, NC_ ("holiday", "Pentecost") },
  { 60, NC_ ("holiday", "Corpus Christi") },
};

static const FixedHoliday indonesian_fixed[] = {
  { 1, 1, 1, NC_ ("holiday", "New Year’s Day") },  { 5, 1, 1, NC_ ("holiday", "Labour Day") },
  { 6, 1, 1, NC_ ("holiday", "Pancasila Day") },   { 8, 17, 1, NC_ ("holiday", "Independence Day") },
  { 12, 25, 1, NC_ ("holiday", "Christmas Day") },
};

static const DecreedHoliday indonesian_decreed[] = {
  { 2026, 1, 16, NC_ ("holiday", "Ascension of the Prophet") },
  { 2026, 2, 17, NC_ ("holiday", "Chinese New Year") },
  { 2026, 3, 19, NC_ ("holiday", "Nyepi, Day of Silence") },
  { 2026, 3, 21, NC_ ("holiday", "Eid al-Fitr") },
  { 2026, 3, 22, NC_ ("holiday", "Eid al-Fitr") },
  { 2026, 4, 3, NC_ ("holiday", "Good Friday") },
  { 2026, 4, 5, NC_ ("holiday", "Easter Sunday") },
  { 2026, 5, 14, NC_ ("holiday", "Ascension of Jesus") },
  { 2026, 5, 27, NC_ ("holiday", "Eid al-Adha") },
  { 2026, 5, 31, NC_ ("holiday", "Vesak") },
  { 2026, 6, 16, NC_ ("holiday", "Islamic New Year") },
  { 2026, 8, 25, NC_ ("holiday", "Birthday of the Prophet") },
};

static const Calendar calendars[] = {
  {
      .country = "PL",
      .fixed = polish_fixed,
      .n_fixed = G_N_ELEMENTS (polish_fixed),
      .easter = polish_easter,
      .n_easter = G_N_ELEMENTS (polish_easter),
      .first_complete_year = 1990,
      .last_complete_year = 9999,
  },
  {
      .country = "ID",
      .fixed = indonesian_fixed,
      .n_fixed = G_N_ELEMENTS (indonesian_fixed),
      .decreed = indonesian_decreed,
      .n_decreed = G_N_ELEMENTS (indonesian_decreed),
      .first_complete_year = 2026,
      .last_complete_year = 2026,
  },
};

static const Calendar *
find_calendar (const char *country)
{
  for (gsize i = 0; country != NULL && i < G_N_ELEMENTS (calendars); i++)
    if (g_ascii_strcasecmp (calendars[i].country, country) == 0)
      return &calendars[i];
  return NULL;
}

/* The computus of the Gregorian calendar: golden number, century corrections, epact, paschal full moon, and
 * the Sunday after it. */
KliDay
kli_holiday_easter (int year)
{
  int golden = year % 19;
  int century = year / 100;
  int moon_correction = (8 * century + 13) / 25;
  int sun_correction = century - century / 4;
  int epact = (19 * golden + sun_correction - moon_correction + 15) % 30;
  int full_moon; /* days after 21 March */
  KliDay moon_day;

  if (year < 1 || year > 9999)
    return KLI_DAY_NONE;
  /* Never on 19 April, and not twice on 18 April within one cycle. */
  full_moon = epact - (epact == 29 || (epact == 28 && golden > 10));
  moon_day = kli_day_new (year, 3, 21) + full_moon;
  return moon_day + 7 - kli_day_weekday (moon_day) % 7;
}

static const char *
find_fixed (const Calendar *calendar, int year, int month, int day)
{
  for (gsize i = 0; i < calendar->n_fixed; i++)
    if (calendar->fixed[i].month == month && calendar->fixed[i].day == day && calendar->fixed[i].since <= year)
      return calendar->fixed[i].name;
  return NULL;
}

static const char *
find_after_easter (const Calendar *calendar, int year, KliDay day)
{
  KliDay easter = calendar->n_easter > 0 ? kli_holiday_easter (year) : KLI_DAY_NONE;

  for (gsize i = 0; i < calendar->n_easter; i++)
    if (day == easter + calendar->easter[i].after)
      return calendar->easter[i].name;
  return NULL;
}

static const char *
find_decreed (const Calendar *calendar, int year, int month, int day)
{
  for (gsize i = 0; i < calendar->n_decreed; i++)
    if (calendar->decreed[i].year == year && calendar->decreed[i].month == month && calendar->decreed[i].day == day)
      return calendar->decreed[i].name;
  return NULL;
}

static const char *
find_holiday (KliDay day, const char *country)
{
  const Calendar *calendar = find_calendar (country);
  const char *name;
  int y, m, d;

  if (calendar == NULL || !kli_day_is_valid (day))
    return NULL;
  kli_day_split (day, &y, &m, &d);
  name = find_fixed (calendar, y, m, d);
  if (name == NULL)
    name = find_after_easter (calendar, y, day);
  return name != NULL ? name : find_decreed (calendar, y, m, d);
}

gboolean
kli_holiday_is_free (KliDay day, const char *country, const char **name)
{
  const char *found = find_holiday (day, country);

  if (name != NULL)
    *name = found;
  return found != NULL || kli_day_weekday (day) == 7;
}

const char *
kli_holiday_name (KliDay day, const char *country)
{
  const char *name = find_holiday (day, country);

  return name != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "holiday", name) : NULL;
}

gboolean
kli_holiday_is_working_day (KliDay day, const char *country)
{
  int weekday = kli_day_weekday (day);

  return weekday >= 1 && weekday <= 5 && find_holiday (day, country) == NULL;
}

gboolean
kli_holiday_year_is_complete (int year, const char *country)
{
  const Calendar *calendar = find_calendar (country);

  return calendar != NULL && year >= calendar->first_complete_year && year <= calendar->last_complete_year;
}
