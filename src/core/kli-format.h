/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, times and numbers as people read and type them in each language (domain 3.5, 3.6). Never strftime () or
 * LC_NUMERIC: the application's language decides. Every result is (transfer full) (not nullable). Any thread. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-language.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_DAY_STYLE_SHORT,                /* 05/03/2026, 05.03.2026 */
  KLI_DAY_STYLE_MEDIUM,               /* 12 Nov 2026, 12 lis 2026 */
  KLI_DAY_STYLE_MEDIUM_WEEKDAY,       /* Thu, 12 Nov 2026, czw., 12 lis 2026 */
  KLI_DAY_STYLE_LONG,                 /* 5 March 2026, 5 marca 2026 */
  KLI_DAY_STYLE_LONG_WEEKDAY,         /* Thursday 5 March 2026, czwartek, 5 marca 2026 */
  KLI_DAY_STYLE_MONTH_YEAR,           /* March 2026, marzec 2026 */
  KLI_DAY_STYLE_MONTH_YEAR_SHORT,     /* Mar 2026, mar 2026 */
  KLI_DAY_STYLE_MONTH_ABBREVIATION,   /* Mar */
  KLI_DAY_STYLE_WEEKDAY,              /* Thursday, czwartek */
  KLI_DAY_STYLE_WEEKDAY_ABBREVIATION, /* Thu, czw. */
} KliDayStyle;

#define KLI_N_DAY_STYLES 10

/* "" for KLI_DAY_NONE. */
char *kli_format_day (KliDay day, KliDayStyle style, KliLanguage language);

/* Returns: with which weekday a week begins, 1 for Monday to 7 for Sunday (domain 3.5). */
int kli_format_first_weekday (KliLanguage language);

/* For lists: KLI_DAY_STYLE_MEDIUM, without the year when it is that of @relative_to (12 Nov). */
char *kli_format_day_near (KliDay day, KliDay relative_to, KliLanguage language);

/* A birthday of the store in the long style, without the year when it is not known: 5 March 1990, 5 marca.
 * Anything else is returned as it is. @text: (nullable) */
char *kli_format_birthday (const char *text, KliLanguage language);

/* 09:30, in Indonesian 09.30. */
char *kli_format_time (int hour, int minute, KliLanguage language);

/* Grouped in threes from four digits on: 1,234,567; 1.234.567; 1 234 567 with no-break spaces and a true minus. */
char *kli_format_number (gint64 number, KliLanguage language);

/* A count for narrow places: exact below 10,000, then with three significant digits: 12,3 tys., 12,3 rb, 12.3K. The
 * exact number belongs into the tooltip. */
char *kli_format_count_short (guint64 count, KliLanguage language);

/* Reads a day as people type it: day, month and year with dots, slashes, dashes or spaces between; months by name
 * or its beginning in that language, by number or by Roman numeral; ISO; a weekday before it. The year has four
 * digits.
 * @typed: (nullable)
 * @day: (out): left alone when FALSE is returned */
gboolean kli_format_parse_day (const char *typed, KliLanguage language, KliDay *day);

/* The same for birthdays, where the year may be missing.
 * Returns: (transfer full) (nullable): YYYY-MM-DD or --MM-DD; "" for ""; NULL when it cannot be read */
char *kli_format_parse_birthday (const char *typed, KliLanguage language);

G_END_DECLS
