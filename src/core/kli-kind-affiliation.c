/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works where, in which role, since when. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_AFFILIATION_PERSON] = { "person", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_AFFILIATION_ORGANISATION] = { "organisation", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_AFFILIATION_ROLE] = { "role", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_AFFILIATION_DEPARTMENT] = { "department", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_AFFILIATION_FROM_ON] = { "from_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_AFFILIATION_TO_ON] = { "to_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_AFFILIATION_MAIN] = { "main", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
  [KLI_AFFILIATION_MAIN_PLACE] = { "main_place", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
};

const KliKind kli_affiliation_kind = {
  .name = "affiliation",
  .statement_stem = "affiliation",
  .parts_stem = "affiliations",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
