/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadline arithmetic (domain 5.9): when a term ends, when its end is moved for a free day, how long a notice
 * runs. Every function answers KLI_DAY_NONE when a day it is given is none or the answer leaves the calendar. */
#pragma once

#include "core/kli-day.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_TERM_DAYS,
  KLI_TERM_WEEKS,
  KLI_TERM_MONTHS,
  KLI_TERM_YEARS,
} KliTermUnit;

/* The last day of a term of @n units that starts with an event on @start (KC art. 111 and 112): the day of the
 * event is not counted; months and years end on the day of the same number, or the month's last. A negative
 * @n reckons backwards. Not moved for free days. */
KliDay kli_term_end (KliDay start, int n, KliTermUnit unit);

/* The statutory end (art. 115): @day if it is a working day of @country, else the next one. For acts to be done
 * (paying, answering, delivering a notice), never for the end of a contract itself.
 * @country: (nullable): without one only Saturdays and Sundays are skipped */
KliDay kli_term_roll_forward (KliDay day, const char *country);

/* The safe end: @day if it is a working day of @country, else the last one before it. */
KliDay kli_term_roll_back (KliDay day, const char *country);

/* The last day of a contract that runs @n units from @start on: the day before the corresponding day (12 months
 * from 1 February end on 31 January), and the clamped day itself where the month has no corresponding one. */
KliDay kli_term_duration_end (KliDay start, int n, KliTermUnit unit);

/* The last day in force after a notice of @n units delivered on @delivered.
 * @to_month_end: with effect at the end of the calendar month in which that day falls */
KliDay kli_term_notice_end (KliDay delivered, int n, KliTermUnit unit, gboolean to_month_end);

/* The last day to deliver a notice of @n units so that a contract does not go on after @end: @end minus @n, or,
 * to the month's end, the last day whose notice ends by @end. Not rolled: see kli_term_roll_back () for the safe
 * day, because the notice must have arrived. */
KliDay kli_term_notice_last_day (KliDay end, int n, KliTermUnit unit, gboolean to_month_end);

G_END_DECLS
