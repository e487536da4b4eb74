/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a table of contacts means: its cells into a KliCard. */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-csv-table.h"

G_BEGIN_DECLS

/* @row: any row below the header of @table. Any thread.
 * Returns: (transfer full) (nullable): sealed; refused when the row is broken or there is nothing
 * to call the contact by; NULL for a row of empty cells. */
KliCard *kli_csv_to_card (const KliCsvTable *table, const KliCsvRow *row);

G_END_DECLS
