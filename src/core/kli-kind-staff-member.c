/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works in the business: somebody who looks after contacts. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_STAFF_MEMBER_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_STAFF_MEMBER_MAIL] = { "mail", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_STAFF_MEMBER_ACTIVE] = { "active", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE, .initial = 1 },
};

const KliKind kli_staff_member_kind = {
  .name = "staff_member",
  .statement_stem = "staff-member",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
