/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up contacts in any number, to see how the program feels with many. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Contacts of one edit: with their parts well under the 50,000 rows of a single transaction. */
#define KLI_GENERATE_BATCH 8000

/* Makes contacts of the business's country (Polish and Indonesian in turn when it has none): people and
 * organisations with names, phone numbers nobody has, mail nobody reads, cities, affiliations, relations, activities,
 * official numbers. The same seed gives the same contacts.
 * @from: the place of the first of them in the row of all, which is a multiple of KLI_GENERATE_BATCH
 * @n_contacts: at most KLI_GENERATE_BATCH
 * Returns: (transfer full) */
KliOperation *kli_generate_contacts (guint64 seed, guint from, guint n_contacts);

G_END_DECLS
