/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day of the calendar, without a time of day or a zone: what contracts and birthdays are made of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days since 1970-01-01 in the proleptic Gregorian calendar, so that days are compared, subtracted
 * and counted as integers. Only days of the years 1 to 9999 exist. Every function below takes
 * KLI_DAY_NONE (and any number outside those years) for "no day" and answers it with KLI_DAY_NONE, ""
 * or 0. Pure functions: any thread. */
typedef gint32 KliDay;

#define KLI_DAY_NONE G_MININT32 /* sorts before every day */
#define KLI_DAY_FIRST (-719162) /* 0001-01-01 */
#define KLI_DAY_LAST 2932896    /* 9999-12-31 */

/* Returns: KLI_DAY_NONE when there is no such day (30 February, year 0, month 13). */
KliDay kli_day_new (int year, int month, int day);

/* Whether @day is a day at all. */
gboolean kli_day_is_valid (KliDay day);

/* Any of the three may be NULL; all are 0 for KLI_DAY_NONE. */
void kli_day_split (KliDay day, int *year, int *month, int *month_day);

/* Reads exactly YYYY-MM-DD in ASCII digits.
 * @iso: (nullable)
 * Returns: KLI_DAY_NONE for anything else, "" included. */
KliDay kli_day_parse (const char *iso);

/* Returns: (transfer full) (not nullable): YYYY-MM-DD, "" for KLI_DAY_NONE: the form of the store. */
char *kli_day_to_string (KliDay day);

/* Returns: 1 for Monday to 7 for Sunday (ISO 8601). */
int kli_day_weekday (KliDay day);

/* Returns: 28 to 31; 0 when there is no such month. */
int kli_day_days_in_month (int year, int month);

/* Returns: @day moved by @days, KLI_DAY_NONE when that leaves the calendar. */
KliDay kli_day_add_days (KliDay day, int days);

/* Moves by whole months to the day of the same number or, where the month has none, to its last day
 * (domain 5.9, art. 112). Always reckon from the first date of a row of dates: adding one month at a time
 * drifts from the 31st to the 28th. */
KliDay kli_day_add_months (KliDay day, int months);

/* Returns: the first, the last day of the month of @day. */
KliDay kli_day_month_start (KliDay day);
KliDay kli_day_month_end (KliDay day);

/* How many days of its week lie before @day, where weeks begin with @first_weekday (1 for Monday to 7 for Sunday).
 * Returns: 0 to 6. */
int kli_day_days_into_week (KliDay day, int first_weekday);

/* Whether @text is a birthday as the store keeps it: YYYY-MM-DD, or --MM-DD when the year is not known
 * (--02-29 is one). @text: (nullable) */
gboolean kli_birthday_is_valid (const char *text);

G_END_DECLS
