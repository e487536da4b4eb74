/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of contacts that are alike and yet two. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTACT_DISTINCTION_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_DISTINCTION_OTHER] = { "other", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
};

const KliKind kli_contact_distinction_kind = {
  .name = "contact_distinction",
  .statement_stem = "contact-distinction",
  .parts_stem = "contact-distinctions",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
