/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two contacts are related. */
#include "core/kli-kinds.h"

static const char *const kinds[] = { "other",     "parent",     "guardian",   "spouse",   "sibling", "payer",
                                     "signatory", "accountant", "subsidiary", "referrer", NULL };

static const KliColumn columns[] = {
  [KLI_RELATION_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_RELATION_OTHER] = { "other", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_RELATION_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_PLAIN, kinds },
  [KLI_RELATION_WORD] = { "word", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_RELATION_BACK_WORD] = { "back_word", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_RELATION_FROM_ON] = { "from_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_RELATION_TO_ON] = { "to_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
};

const KliKind kli_relation_kind = {
  .name = "relation",
  .statement_stem = "relation",
  .parts_stem = "relations",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
