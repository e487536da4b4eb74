/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be chosen in a field of a business: a row of its own, so that its name is in one place. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_OWN_CHOICE_FIELD] = { "field", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_OWN_CHOICE_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_OWN_CHOICE_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_EDITABLE },
  [KLI_OWN_CHOICE_RETIRED] = { "retired", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
};

const KliKind kli_own_choice_kind = {
  .name = "own_choice",
  .statement_stem = "own-choice",
  .parts_stem = "own-choices",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
