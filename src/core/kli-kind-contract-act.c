/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated acts from which a state is reckoned. */
#include "core/kli-kinds.h"

static const char *const kinds[] = {
  "sent",  "signed",    "suspended", "resumed", "notice_delivered", "notice_withdrawn",
  "ended", "withdrawn", "successor", NULL,
};

static const KliColumn columns[] = {
  [KLI_CONTRACT_ACT_CONTRACT] = { "contract", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTRACT_ACT_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_PLAIN, kinds },
  [KLI_CONTRACT_ACT_ON_DAY] = { "on_day", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_ACT_ENDS_ON] = { "ends_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_ACT_PARTY] = { "party", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "contract-acts-of-party" },
  [KLI_CONTRACT_ACT_SUCCESSOR]
  = { "successor", KLI_COLUMN_ID, KLI_COLUMN_PLAIN, .links_stem = "contract-acts-of-successor" },
  [KLI_CONTRACT_ACT_NOTE] = { "note", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
};

const KliKind kli_contract_act_kind = {
  .name = "contract_act",
  .statement_stem = "contract-act",
  .parts_stem = "contract-acts",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
