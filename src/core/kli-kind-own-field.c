/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that a business defined for its contacts. */
#include "core/kli-kinds.h"

#include "core/kli-own-value.h"

static const char *const applies[] = { "everyone", "person", "organisation", NULL };

static const KliColumn columns[] = {
  [KLI_OWN_FIELD_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_OWN_FIELD_TYPE] = { "type", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kli_own_types },
  [KLI_OWN_FIELD_APPLIES] = { "applies", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, applies },
  [KLI_OWN_FIELD_UNIT] = { "unit", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_OWN_FIELD_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
  [KLI_OWN_FIELD_RETIRED] = { "retired", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
};

const KliKind kli_own_field_kind = {
  .name = "own_field",
  .statement_stem = "own-field",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
