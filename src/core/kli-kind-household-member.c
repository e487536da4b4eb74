/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives in which household. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_HOUSEHOLD_MEMBER_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_HOUSEHOLD_MEMBER_HOUSEHOLD] = { "household", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
};

const KliKind kli_household_member_kind = {
  .name = "household_member",
  .statement_stem = "household-member",
  .parts_stem = "household-members",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
