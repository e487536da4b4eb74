/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words a business sorts its contacts by. */
#include "core/kli-kinds.h"
#include "core/kli-tag.h"

static const KliColumn columns[] = {
  [KLI_TAG_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_TAG_COLOUR] = { "colour", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kli_tag_colours },
};

const KliKind kli_tag_kind = {
  .name = "tag",
  .statement_stem = "tag",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
