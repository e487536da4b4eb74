/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells with official numbers. */
#include "exchange/kli-csv-builder.h"

#include <string.h>

#include "core/kli-identifier.h"
#include "exchange/kli-card-text.h"

/* What kind the number in a cell is: what the column beside it says, then its header, then what it looks like.
 * Returns: (nullable): NULL when it is unknown */
static const char *
find_kind (const KliCsvBuilder *self, const KliCsvColumn *column, const char *value)
{
  const char *said = kli_csv_builder_get_cell (self, column->kind_column);
  g_autofree char *kind = g_ascii_strdown (*said != '\0' ? said : column->label, -1);

  for (guint i = 0; kli_identifier_kinds[i] != NULL; i++)
    if (g_str_equal (kli_identifier_kinds[i], g_strchomp (kind)))
      return kli_identifier_kinds[i];

  return kli_identifier_guess (value, NULL);
}

/* What is no number is no identifier, and stays a column. */
gboolean
kli_csv_take_identifier (KliCsvBuilder *self, const KliCsvColumn *column, const char *cell)
{
  g_autofree char *value = kli_card_one_line (cell);
  g_autofree char *label = kli_card_one_line (kli_csv_builder_get_cell (self, column->label_column));
  const char *kind = find_kind (self, column, value);

  if (kind == NULL || *value == '\0' || (!self->table->is_ours && strpbrk (value, "0123456789") == NULL))
    return FALSE;
  kli_card_add_identifier (self->card, kind, value, label);

  return TRUE;
}
