/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sides of a contract. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_CONTRACT_PARTY_CONTRACT] = { "contract", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTRACT_PARTY_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTRACT_PARTY_ROLE] = { "role", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_PARTY_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
};

const KliKind kli_contract_party_kind = {
  .name = "contract_party",
  .statement_stem = "contract-party",
  .parts_stem = "contract-parties",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
