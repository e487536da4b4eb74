/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of contacts by what a field of the business says of them. Inside store/ only. */
#pragma once

#include "store/kli-connection.h"
#include "store/kli-order.h"

G_BEGIN_DECLS

/* Those of whom the field @field says something, the smallest first, or the largest when @backwards; whoever has as
 * much in the order of @names, and then everybody else in it. What a field says is not followed like names and cities:
 * this reads it.
 * @names: all contacts that are not in the trash, as kli_orders_get () gives them
 * Returns: (transfer full) (nullable): NULL with @error set */
KliOrder *kli_own_order_read (KliConnection *connection,
                              gint64 field,
                              gboolean backwards,
                              const KliOrder *names,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
