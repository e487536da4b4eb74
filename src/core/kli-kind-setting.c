/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of the business. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_SETTING_KEY] = { "key", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_SETTING_VALUE] = { "value", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
};

const KliKind kli_setting_kind = {
  .name = "setting",
  .statement_stem = "setting",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
