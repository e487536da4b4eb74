/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which contact carries which tag. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTACT_TAG_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_TAG_TAG] = { "tag", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "contact-tags-of-tag" },
};

const KliKind kli_contact_tag_kind = {
  .name = "contact_tag",
  .statement_stem = "contact-tag",
  .parts_stem = "contact-tags",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
