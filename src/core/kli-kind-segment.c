/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query under a name: always whom it fits today, never a list that was made once. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_SEGMENT_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_SEGMENT_QUERY] = { "query", KLI_COLUMN_LONG, KLI_COLUMN_EDITABLE },
  [KLI_SEGMENT_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
};

const KliKind kli_segment_kind = {
  .name = "segment",
  .statement_stem = "segment",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
