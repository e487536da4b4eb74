/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to reach a contact. */
#include "core/kli-kinds.h"

static const char *const kinds[] = { "phone", "mail", "url", "chat", NULL };

static const KliColumn columns[] = {
  [KLI_CONTACT_POINT_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_CONTACT_POINT_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kinds },
  [KLI_CONTACT_POINT_VALUE] = { "value", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_POINT_NORMAL] = { "normal", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_POINT_LABEL] = { "label", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_POINT_PREFERRED] = { "preferred", KLI_COLUMN_BOOLEAN, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_POINT_POSITION] = { "position", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
};

const KliKind kli_contact_point_kind = {
  .name = "contact_point",
  .statement_stem = "contact-point",
  .parts_stem = "contact-points",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
