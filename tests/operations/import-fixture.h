/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of long imports share: cards of a random address book in which much is said twice, and all that is
 * in a store, as text. */
#pragma once

#include "operations/kli-import.h"

G_BEGIN_DECLS

/* So many records are one transaction, and so many are in each of a longer import. */
#define IMPORT_FIXTURE_MIN 30
#define IMPORT_FIXTURE_BATCH 20

/* People and organisations, some without a name, of few names, numbers and companies: the same ones for the same
 * @seed. Returns: (transfer full) (element-type KliCard) */
GPtrArray *import_fixture_make_cards (guint32 seed, guint n);

/* Returns: (transfer full): a closed pile of them. */
KliCardPile *import_fixture_pile (GPtrArray *cards);
/* Returns: (transfer full) */
KliImport *import_fixture_of (GPtrArray *cards, const KliImportOptions *options);

/* An import of them in which every third card has a decision of its own, and that can be continued.
 * Returns: (transfer full) */
KliImport *import_fixture_new (GPtrArray *cards, gboolean company_as_text, gboolean restore);

/* Fills a new store with some of @seed, and throws every fourth of those away. */
void import_fixture_fill (KliStore *store, guint32 seed);

/* Every live contact with its parts, without ids, sorted. Returns: (transfer full) */
char *import_fixture_print (KliStore *store);
/* "17 new, 3 changed …, 5 made", and what became of each card. Returns: (transfer full) */
char *import_fixture_print_results (const KliImport *import);

/* Does it. Fails the test when that fails. Returns: the entry of the history. */
gint64 import_fixture_run (KliLongEdit *edit);

G_END_DECLS
