/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postal addresses (domain 3.2). */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_ADDRESS_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_ADDRESS_STREET] = { "street", KLI_COLUMN_LONG, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_CITY] = { "city", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_POSTCODE] = { "postcode", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_REGION] = { "region", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_COUNTRY] = { "country", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_LABEL] = { "label", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_PREFERRED] = { "preferred", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
  [KLI_ADDRESS_HOUSE] = { "house", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_RT] = { "rt", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_RW] = { "rw", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_VILLAGE] = { "village", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ADDRESS_DISTRICT] = { "district", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
};

const KliKind kli_address_kind = {
  .name = "address",
  .statement_stem = "address",
  .parts_stem = "addresses",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
