/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers of a contact: tax numbers, registers, bank accounts (domain 4). */
#include "core/kli-kinds.h"

#include "core/kli-identifier.h"

static const KliColumn columns[] = {
  [KLI_IDENTIFIER_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_IDENTIFIER_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kli_identifier_kinds },
  [KLI_IDENTIFIER_VALUE] = { "value", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_IDENTIFIER_NORMAL] = { "normal", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_IDENTIFIER_LABEL] = { "label", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_IDENTIFIER_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
};

const KliKind kli_identifier_kind = {
  .name = "identifier",
  .statement_stem = "identifier",
  .parts_stem = "identifiers",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
