/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as foreign files write them. A birthday is a day of the calendar, never an instant: a time
 * or a zone behind it is left out and shifts nothing (RELIABILITY I24). Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of two numbers is the day in 03/04/1980. */
typedef enum
{
  KLI_DATE_ORDER_UNKNOWN,
  KLI_DATE_ORDER_DAY_MONTH,
  KLI_DATE_ORDER_MONTH_DAY,
} KliDateOrder;

/* Long enough for every day as we keep it. */
typedef char KliForeignDay[16];

/* Reads the forms of vCard (1980-03-22, 19800322, --0322, --03-22, any with a time) and the clear
 * ones of people (22.03.1980). The year 1604 means that there is none, as Apple writes it.
 * Returns: FALSE when @text is no full day; else @day is YYYY-MM-DD or --MM-DD. */
gboolean kli_foreign_date_parse (const char *text, KliForeignDay day);

/* The same, and 22/03/1980, 3/22/80 and "September 12, 2008". @order decides where both numbers
 * could be the day; unknown reads day before month. */
gboolean kli_foreign_date_parse_cell (const char *text, KliDateOrder order, KliForeignDay day);

/* What @text proves about the order of its column. @ambiguous is set when it has two numbers
 * of which each could be the day, and they differ. */
KliDateOrder kli_foreign_date_get_evidence (const char *text, gboolean *ambiguous);

G_END_DECLS
