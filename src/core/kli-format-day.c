/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times for reading. */
#include "core/kli-format-words.h"
#include "core/kli-format.h"

#include <string.h>

/* What a style is written from. */
typedef struct
{
  int year, month, day, weekday; /* month and weekday from 1 */
  const KliFormatWords *words;
} Date;

typedef char *(*Writer) (const Date *date);

static char *
write_short (const Date *date)
{
  char separator = date->words->date_separator;

  return g_strdup_printf ("%02d%c%02d%c%04d", date->day, separator, date->month, separator, date->year);
}

static char *
write_near (const Date *date)
{
  return g_strdup_printf ("%d %s", date->day, date->words->month_abbreviations[date->month - 1]);
}

static char *
write_medium (const Date *date)
{
  return g_strdup_printf ("%d %s %d", date->day, date->words->month_abbreviations[date->month - 1], date->year);
}

static char *
write_long (const Date *date)
{
  return g_strdup_printf ("%d %s %d", date->day, date->words->months_of_day[date->month - 1], date->year);
}

static char *
write_long_weekday (const Date *date)
{
  g_autofree char *day = write_long (date);

  return g_strconcat (date->words->weekdays[date->weekday - 1], date->words->weekday_separator, day, NULL);
}

static char *
write_medium_weekday (const Date *date)
{
  g_autofree char *day = write_medium (date);

  return g_strdup_printf ("%s, %s", date->words->weekday_abbreviations[date->weekday - 1], day);
}

static char *
write_month_year (const Date *date)
{
  return g_strdup_printf ("%s %d", date->words->months[date->month - 1], date->year);
}

static char *
write_month_year_short (const Date *date)
{
  return g_strdup_printf ("%s %d", date->words->month_abbreviations[date->month - 1], date->year);
}

static char *
write_month_abbreviation (const Date *date)
{
  return g_strdup (date->words->month_abbreviations[date->month - 1]);
}

static char *
write_weekday (const Date *date)
{
  return g_strdup (date->words->weekdays[date->weekday - 1]);
}

static char *
write_weekday_abbreviation (const Date *date)
{
  return g_strdup (date->words->weekday_abbreviations[date->weekday - 1]);
}

static const Writer writers[KLI_N_DAY_STYLES] = {
  [KLI_DAY_STYLE_SHORT] = write_short,
  [KLI_DAY_STYLE_MEDIUM] = write_medium,
  [KLI_DAY_STYLE_MEDIUM_WEEKDAY] = write_medium_weekday,
  [KLI_DAY_STYLE_LONG] = write_long,
  [KLI_DAY_STYLE_LONG_WEEKDAY] = write_long_weekday,
  [KLI_DAY_STYLE_MONTH_YEAR] = write_month_year,
  [KLI_DAY_STYLE_MONTH_YEAR_SHORT] = write_month_year_short,
  [KLI_DAY_STYLE_MONTH_ABBREVIATION] = write_month_abbreviation,
  [KLI_DAY_STYLE_WEEKDAY] = write_weekday,
  [KLI_DAY_STYLE_WEEKDAY_ABBREVIATION] = write_weekday_abbreviation,
};

static Date
date_of (KliDay day, KliLanguage language)
{
  Date date = { .words = kli_format_words (language), .weekday = kli_day_weekday (day) };

  kli_day_split (day, &date.year, &date.month, &date.day);
  return date;
}

char *
kli_format_day (KliDay day, KliDayStyle style, KliLanguage language)
{
  Date date = date_of (day, language);

  g_return_val_if_fail ((guint)style < KLI_N_DAY_STYLES, NULL);

  return kli_day_is_valid (day) ? writers[style](&date) : g_strdup ("");
}

int
kli_format_first_weekday (KliLanguage language)
{
  return kli_format_words (language)->first_weekday;
}

char *
kli_format_day_near (KliDay day, KliDay relative_to, KliLanguage language)
{
  Date date = date_of (day, language);
  int year;

  if (!kli_day_is_valid (day))
    return g_strdup ("");
  kli_day_split (relative_to, &year, NULL, NULL);
  return year == date.year ? write_near (&date) : write_medium (&date);
}

char *
kli_format_birthday (const char *text, KliLanguage language)
{
  g_autofree char *in_leap_year = NULL;
  Date date;

  if (!kli_birthday_is_valid (text))
    return g_strdup (text != NULL ? text : "");
  if (!g_str_has_prefix (text, "--"))
    return kli_format_day (kli_day_parse (text), KLI_DAY_STYLE_LONG, language);
  in_leap_year = g_strconcat ("2000-", text + strlen ("--"), NULL);
  date = date_of (kli_day_parse (in_leap_year), language);
  return g_strdup_printf ("%d %s", date.day, date.words->months_of_day[date.month - 1]);
}

char *
kli_format_time (int hour, int minute, KliLanguage language)
{
  g_return_val_if_fail (hour >= 0 && hour < 24 && minute >= 0 && minute < 60, NULL);

  return g_strdup_printf ("%02d%c%02d", hour, kli_format_words (language)->time_separator, minute);
}
