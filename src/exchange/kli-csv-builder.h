/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KliCard in the making from a row: shared by the files that map its cells, and by no one else. */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-csv-table.h"

G_BEGIN_DECLS

/* What stands between several values in one cell, as Google writes them. */
#define KLI_CSV_SEVERAL ":::"

typedef struct
{
  const char *organisation;
  const char *department;
  const char *role;
} KliCsvAffiliation;

/* A card in the making; texts are borrowed from the row. */
typedef struct
{
  const KliCsvTable *table;
  const KliCsvRow *row;
  KliCard *card;
  KliRow **addresses;              /* for each slot, NULL until a part of it is seen */
  const char **formatted;          /* for each slot, the whole address in one cell */
  const char **houses;             /* for each slot, the number of the house */
  const char **flats;              /* for each slot, the number of the flat */
  KliCsvAffiliation *affiliations; /* for each slot */
  const char *birth[3];            /* year, month, day in columns of their own */
  gboolean has_preferred[4];       /* of each kind of point */
  gboolean is_organisation;
  gboolean is_person;
  gboolean is_household;
} KliCsvBuilder;

/* The cell of @column without blanks and control characters before it; "" for what is no value, and for a column of -1.
 */
const char *kli_csv_builder_get_cell (const KliCsvBuilder *builder, int column);

/* Borrows @cell for *@place. Returns: FALSE when something has been there before. */
gboolean kli_csv_builder_set_once (const char **place, const char *cell);

/* Each takes the cell of a column. Returns: FALSE to have it kept as an extra. */
typedef gboolean (*KliCsvTaker) (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);

gboolean kli_csv_take_point (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);
gboolean kli_csv_take_identifier (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);
gboolean kli_csv_take_street (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);
gboolean kli_csv_take_house (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);
gboolean kli_csv_take_place (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);
gboolean kli_csv_take_formatted (KliCsvBuilder *builder, const KliCsvColumn *column, const char *cell);

/* Uses whole addresses where no parts of them were, and puts the numbers of houses behind their streets, when all
 * cells have been taken. */
void kli_csv_finish_addresses (KliCsvBuilder *builder);

G_END_DECLS
