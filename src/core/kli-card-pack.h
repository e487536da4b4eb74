/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card as bytes, for a file that only the program that wrote it reads: a tenth of what it takes as values. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

/* Appends @card to @bytes. Its rows have no ids yet. */
void kli_card_pack (const KliCard *card, GByteArray *bytes);

/* @bytes: (array length=size): what kli_card_pack() appended, and nothing else. Returns: (transfer full): an equal
 * card. */
KliCard *kli_card_unpack (const guint8 *bytes, gsize size);

G_END_DECLS
