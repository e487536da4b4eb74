/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which a country does not work (domain 3.8). */
#pragma once

#include "core/kli-day.h"

G_BEGIN_DECLS

/* Whether @day is a Sunday or a public holiday. A Saturday is neither, though no working day either. Poland's
 * holidays are reckoned for every year; Indonesia's are decreed every year, see kli_holiday_year_is_complete ().
 * @country: (nullable): "PL" or "ID"; for others only Sundays are free
 * @name: (out) (optional) (transfer none) (nullable): the holiday as a msgid of the context "holiday"
 *   (kli_holiday_name () translates it), NULL on other Sundays and when FALSE is returned */
gboolean kli_holiday_is_free (KliDay day, const char *country, const char **name);

/* The holiday on @day in the language of the process.
 * Returns: (transfer none) (nullable): NULL on other days */
const char *kli_holiday_name (KliDay day, const char *country);

/* Monday to Friday and not free. */
gboolean kli_holiday_is_working_day (KliDay day, const char *country);

/* Whether every holiday of @country in @year is known here. */
gboolean kli_holiday_year_is_complete (int year, const char *country);

/* Returns: Easter Sunday of the Gregorian calendar, KLI_DAY_NONE outside the years 1 to 9999. */
KliDay kli_holiday_easter (int year);

G_END_DECLS
