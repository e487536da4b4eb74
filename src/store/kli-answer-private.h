/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer is made of: inside store/ and its tests only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-answer.h"
#include "store/kli-order.h"

G_BEGIN_DECLS

/* Those of @order that are in @found, from its end when it is read @backwards. @found: (nullable): NULL for everything
 * in @order. Returns: (transfer full) */
KliAnswer *kli_answer_new_in_order (KliOrder *order, KliNumbers *numbers, const KliBitmap *found, gboolean backwards);

/* What its local numbers mean. Returns: (transfer none) (nullable): NULL when there are only ids. */
KliNumbers *kli_answer_get_numbers (const KliAnswer *answer);
/* The numbers of @n records from @position on, of an answer that has them. @locals: has room for @n */
void kli_answer_get_locals (const KliAnswer *answer, guint position, guint n, guint32 *locals);
/* Those of an answer with numbers whose number is in @wanted, in the same order; no id is looked up.
 * Returns: (transfer full) */
KliAnswer *kli_answer_pick (const KliAnswer *answer, const KliBitmap *wanted);

G_END_DECLS
