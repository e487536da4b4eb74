/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards that went into another one. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTACT_MERGE_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_MERGE_MERGED] = { "merged", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "contact-merges-of-merged" },
};

const KliKind kli_contact_merge_kind = {
  .name = "contact_merge",
  .statement_stem = "contact-merge",
  .parts_stem = "contact-merges",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
