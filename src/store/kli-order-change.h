/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing an order in memory up to date by the places that changed (order_change). Inside store/ only. */
#pragma once

#include "store/kli-order.h"

G_BEGIN_DECLS

/* The numbers whose places changed after @version, each once.
 * @changed: (out) (transfer full) (nullable) (element-type guint32): NULL when they cannot be named: too many,
 *   too long ago, or all of them
 * Returns: FALSE with @error set. */
gboolean kli_order_changes_since (KliConnection *connection, gint64 version, GArray **changed, GError **error);

/* Puts each of @changed at its present place in @order, or leaves it out.
 * @after: the statement that tells the number behind a number
 * @locals: (out) (transfer full) (nullable) (element-type guint32): the new order; NULL when nothing moved
 * Returns: FALSE with @error set. */
gboolean kli_order_change_apply (KliConnection *connection,
                                 const char *after,
                                 const KliOrder *order,
                                 const GArray *changed,
                                 GArray **locals,
                                 GError **error);

G_END_DECLS
