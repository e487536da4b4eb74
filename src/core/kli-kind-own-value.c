/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field of the business says of a contact. Of several choices each is a row. */
#include "core/kli-kinds.h"

#include "core/kli-own-value.h"

static const KliColumn columns[] = {
  [KLI_OWN_VALUE_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_OWN_VALUE_FIELD] = { "field", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "own-values-of-field" },
  [KLI_OWN_VALUE_TYPE] = { "type", KLI_COLUMN_CHOICE, KLI_COLUMN_PLAIN, kli_own_types },
  [KLI_OWN_VALUE_TEXT] = { "text", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_OWN_VALUE_NORMAL] = { "normal", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_OWN_VALUE_NUMBER] = { "number", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
  [KLI_OWN_VALUE_CURRENCY] = { "currency", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_OWN_VALUE_CHOICE] = { "choice", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "own-values-of-choice" },
  [KLI_OWN_VALUE_PERSON] = { "person", KLI_COLUMN_ID, KLI_COLUMN_MENTION, .links_stem = "own-values-of-person" },
};

const KliKind kli_own_value_kind = {
  .name = "own_value",
  .statement_stem = "own-value",
  .parts_stem = "own-values",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
