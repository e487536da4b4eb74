/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of contracts: the next free one after the habit of the business (UM/2026/021, 014/PJ/XI/2026). */
#pragma once

#include "core/kli-day.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Takes the newest number apart (a year, a Roman month, and the last other run of digits, which counts) and
 * gives the same form with the year and month of @today and one more than the highest count of its year.
 * @numbers: newest first, NULL-terminated
 * @country: of the business: whose habit a first number follows
 * Returns: (transfer full) (not nullable) */
char *kli_number_next (const char *const *numbers, KliDay today, const char *country);

/* The same from the numbers in the store. Returns: (transfer full) (nullable): NULL with @error set. */
char *kli_number_propose_next (KliConnection *connection, KliDay today, const char *country, GError **error);

G_END_DECLS
