/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen of an answer whose order is not in memory. Inside store/ only. */
#pragma once

#include "store/kli-answer.h"
#include "store/kli-members.h"
#include "store/kli-order.h"

G_BEGIN_DECLS

/* The first @n_first records of the answer to @query, and how many there are, without reading the whole order.
 * Returns: (transfer full) (nullable): NULL without an @error, too: when the order is in memory, and when so few answer
 *   that the order would have to be read nearly to its end. */
KliAnswer *
kli_answer_begin (KliOrders *orders, KliQuestion *question, const KliQuery *query, guint n_first, GError **error);

G_END_DECLS
