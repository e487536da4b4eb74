/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders of lists, kept in memory for a store: which local number stands where. Inside store/ only. */
#pragma once

#include "core/kli-query.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* Immutable, atomically reference-counted. A number that is not in the order (in the trash, of another
 * kind) has no rank. */
typedef struct
{
  gatomicrefcount references;
  guint32 n;
  guint32 *locals; /* n of them, in order */
  guint32 n_ranks;
  guint32 *ranks; /* by local number: the place in locals, KLI_ORDER_NONE for no place */
} KliOrder;

#define KLI_ORDER_NONE G_MAXUINT32

/* @locals: (transfer full) (element-type guint32): each once. Returns: (transfer full) */
KliOrder *kli_order_new (GArray *locals);
KliOrder *kli_order_ref (KliOrder *order);
void kli_order_unref (KliOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOrder, kli_order_unref)

/* Which record a local number means. Immutable, atomically reference-counted. */
typedef struct
{
  gatomicrefcount references;
  guint32 n;
  gint64 *ids; /* by local number, 0 for none */
} KliNumbers;

KliNumbers *kli_numbers_ref (KliNumbers *numbers);
void kli_numbers_unref (KliNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliNumbers, kli_numbers_unref)

/* What is kept for one store. Atomically reference-counted; any thread. */
typedef struct _KliOrders KliOrders;

/* Returns: (transfer full): those of @store. */
KliOrders *kli_orders_of (KliStore *store);
KliOrders *kli_orders_ref (KliOrders *orders);
void kli_orders_unref (KliOrders *orders);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOrders, kli_orders_unref)

/* The order called @order of @target as @connection's read transaction sees it: from memory, brought up to
 * date by the places that changed since, or read anew when too many did. Orders of fields are read every time; of all
 * others @order is without a -.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliOrder *kli_orders_get (KliOrders *orders,
                          KliConnection *connection,
                          KliQueryTarget target,
                          const char *order,
                          GCancellable *cancellable,
                          GError **error);
/* Whether that order is in memory: kli_orders_get () is quick then. */
gboolean kli_orders_has (KliOrders *orders, KliQueryTarget target, const char *order);
/* Any order of @target that is in memory: all have the same members. As kli_orders_get ().
 * Returns: (transfer full) (nullable): NULL without an @error, too, when there is none. */
KliOrder *kli_orders_get_any (
    KliOrders *orders, KliConnection *connection, KliQueryTarget target, GCancellable *cancellable, GError **error);
/* The statement that yields the order called @order of @target from its beginning. Returns: (transfer none) */
const char *kli_order_get_statement (KliQueryTarget target, const char *order);

/* The numbers, in the same way. Returns: (transfer full) (nullable) */
KliNumbers *
kli_orders_get_numbers (KliOrders *orders, KliConnection *connection, GCancellable *cancellable, GError **error);

/* How many orders were read anew so far, for tests: a cheap change must not cost one. */
guint kli_orders_get_n_loads (KliOrders *orders);

G_END_DECLS
