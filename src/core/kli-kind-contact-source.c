/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identities under which a contact was imported. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTACT_SOURCE_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_SOURCE_SOURCE] = { "source", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_SOURCE_KEY] = { "key", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_SOURCE_DIGEST] = { "digest", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
};

const KliKind kli_contact_source_kind = {
  .name = "contact_source",
  .statement_stem = "contact-source",
  .parts_stem = "contact-sources",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
