/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign properties kept verbatim. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTACT_EXTRA_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_EXTRA_GROUPING] = { "grouping", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_EXTRA_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_EXTRA_PARAMS] = { "params", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_EXTRA_VALUE] = { "value", KLI_COLUMN_LONG, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_EXTRA_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
};

const KliKind kli_contact_extra_kind = {
  .name = "contact_extra",
  .statement_stem = "contact-extra",
  .parts_stem = "contact-extras",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
