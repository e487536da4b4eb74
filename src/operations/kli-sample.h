/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample businesses to try the program with (domain 7): made-up people and contracts whose dates stand
 * around today, so that they never age. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* The samples there are. */
extern const char *const kli_samples[]; /* "pl", "id", NULL */

/* Fills an empty store with a sample, as one edit, and marks the store as such (KliBusiness.sample).
 * Refused in a store that has contacts or contracts already.
 * @sample: one of kli_samples
 * Returns: (transfer full) */
KliOperation *kli_fill_sample (const char *sample);

G_END_DECLS
