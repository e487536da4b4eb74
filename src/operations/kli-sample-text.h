/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between braces and behind an @ in the text of a sample. Inside operations/ only.
 *
 *   {D-41}      a day: 41 days before today
 *   {M-1s+11}   the 11th day after the start of last month; {M+1e}: the end of next month
 *   {Y:D-2600}  the year of a day; {R:M}: its month in Roman figures
 *   @P1         the id of the record that was called so; an @ before a small letter stays what it is */
#pragma once

#include "core/kli-day.h"

G_BEGIN_DECLS

/* @names: name → gint64 id.
 * Returns: (transfer full) (nullable): NULL when an expression makes no sense */
char *kli_sample_expand (const char *text, KliDay today, GHashTable *names);

/* Reads a day such as D-41. Returns: KLI_DAY_NONE when it makes no sense. */
KliDay kli_sample_day (const char *expression, KliDay today);

G_END_DECLS
