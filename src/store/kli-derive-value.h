/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a derived table as bytes, so that rows can be compared: its columns, one behind the other. Inside store/
 * only. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* The bytes of a column. */
typedef struct
{
  gconstpointer bytes;
  gsize size;
} KliDerivePiece;

/* Returns: (transfer full): a row of the @n @pieces, which are copied. */
GBytes *kli_derive_pack (const KliDerivePiece *pieces, guint n);
/* The same of texts. */
GBytes *kli_derive_pack_texts (const char *const *texts, guint n);
/* The same of the first @n columns of the row that @statement stands on, bytes or texts. */
GBytes *kli_derive_pack_columns (KliStatement *statement, guint n);
GBytes *kli_derive_pack_text_columns (KliStatement *statement, guint n);

guint kli_derive_count_pieces (GBytes *row);
/* Returns: (transfer none): valid as long as @row is. */
KliDerivePiece kli_derive_get_piece (GBytes *row, guint i);
const char *kli_derive_get_text (GBytes *row, guint i);

G_END_DECLS
