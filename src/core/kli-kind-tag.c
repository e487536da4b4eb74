/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words a business sorts its contacts by. */
#include "core/kli-kinds.h"

static const char *const colours[] = { "", "blue", "green", "yellow", "orange", "red", "purple", "brown", NULL };

static const KliColumn columns[] = {
  [KLI_TAG_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_TAG_COLOUR] = { "colour", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, colours },
};

const KliKind kli_tag_kind = {
  .name = "tag",
  .statement_stem = "tag",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
