/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files kept with a record. */
#include "core/kli-kinds.h"

static const KliColumn columns[] = {
  [KLI_DOCUMENT_OWNER] = { "owner", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_DOCUMENT_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_DOCUMENT_MEDIA_TYPE] = { "media_type", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_DOCUMENT_HASH] = { "hash", KLI_COLUMN_TEXT, KLI_COLUMN_CONTENT },
  [KLI_DOCUMENT_SIZE] = { "size", KLI_COLUMN_INTEGER, KLI_COLUMN_PLAIN },
  [KLI_DOCUMENT_ADDED_ON] = { "added_on", KLI_COLUMN_DAY, KLI_COLUMN_PLAIN },
};

const KliKind kli_document_kind = {
  .name = "document",
  .statement_stem = "document",
  .parts_stem = "documents",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
