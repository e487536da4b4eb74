/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The orders of lists in memory. A renamed contact costs one look-up of who stands behind it now and one pass
 * over the array, not the reading of a million keys. */
#include "store/kli-order.h"

#include "store/kli-connection-private.h"
#include "store/kli-order-change.h"
#include "store/kli-own-order.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Where an order comes from. A new one is a line here and its .sql files. */
typedef struct
{
  KliQueryTarget target;
  const char *name;
  const char *all;   /* statement: every local number, in order */
  const char *after; /* statement: the number behind a number, 0 at the end, no row when it has no place;
                      * NULL: nobody notes changed places, it is read every time */
} OrderSource;

static const OrderSource sources[] = {
  { KLI_QUERY_CONTACTS, "name", "order-contacts-name", "order-contacts-name-after" },
  { KLI_QUERY_CONTACTS, "given", "order-contacts-given", "order-contacts-given-after" },
  { KLI_QUERY_CONTACTS, "recent", "order-contacts-recent", "order-contacts-recent-after" },
  { KLI_QUERY_CONTACTS, "created", "order-contacts-created", "order-contacts-created-after" },
  { KLI_QUERY_CONTACTS, "organisation", "order-contacts-organisation", "order-contacts-organisation-after" },
  { KLI_QUERY_CONTACTS, "city", "order-contacts-city", "order-contacts-city-after" },
  { KLI_QUERY_CONTACTS, "contacted", "order-contacts-contacted", "order-contacts-contacted-after" },
  { KLI_QUERY_CONTACTS, "opened", "order-contacts-opened", NULL },
  { KLI_QUERY_CONTRACTS, "deadline", "order-contracts-deadline", "order-contracts-deadline-after" },
  { KLI_QUERY_CONTRACTS, "number", "order-contracts-number", "order-contracts-number-after" },
  { KLI_QUERY_CONTRACTS, "title", "order-contracts-title", "order-contracts-title-after" },
  { KLI_QUERY_TRASH, "deleted", "order-trash-deleted", NULL },
};

struct _KliOrders
{
  gatomicrefcount references;
  GMutex mutex; /* guards what follows; never held while reading */
  KliOrder *kept[G_N_ELEMENTS (sources)];
  gint64 versions[G_N_ELEMENTS (sources)]; /* of order_change, up to which each is right */
  KliNumbers *numbers;
  gint64 numbers_version;
  guint n_loads;
};

/* --- the values ------------------------------------------------------------------------------------------- */

KliOrder *
kli_order_ref (KliOrder *order)
{
  g_return_val_if_fail (order != NULL, NULL);

  g_atomic_ref_count_inc (&order->references);

  return order;
}

void
kli_order_unref (KliOrder *order)
{
  g_return_if_fail (order != NULL);

  if (!g_atomic_ref_count_dec (&order->references))
    return;

  g_free (order->locals);
  g_free (order->ranks);
  g_free (order);
}

KliOrder *
kli_order_new (GArray *locals)
{
  KliOrder *order;

  g_return_val_if_fail (locals != NULL, NULL);

  order = g_new0 (KliOrder, 1);
  g_atomic_ref_count_init (&order->references);
  order->n = locals->len;
  order->locals = (guint32 *)g_array_free (locals, FALSE);
  for (guint32 i = 0; i < order->n; i++)
    order->n_ranks = MAX (order->n_ranks, order->locals[i] + 1);
  order->ranks = g_new (guint32, order->n_ranks);
  for (guint32 i = 0; i < order->n_ranks; i++)
    order->ranks[i] = KLI_ORDER_NONE;
  for (guint32 i = 0; i < order->n; i++)
    order->ranks[order->locals[i]] = i;

  return order;
}

static KliNumbers *
numbers_new (guint32 n)
{
  KliNumbers *numbers = g_new0 (KliNumbers, 1);

  g_atomic_ref_count_init (&numbers->references);
  numbers->n = n;
  numbers->ids = g_new0 (gint64, n);

  return numbers;
}

KliNumbers *
kli_numbers_ref (KliNumbers *numbers)
{
  g_return_val_if_fail (numbers != NULL, NULL);

  g_atomic_ref_count_inc (&numbers->references);

  return numbers;
}

void
kli_numbers_unref (KliNumbers *numbers)
{
  g_return_if_fail (numbers != NULL);

  if (!g_atomic_ref_count_dec (&numbers->references))
    return;

  g_free (numbers->ids);
  g_free (numbers);
}

/* --- what is kept ----------------------------------------------------------------------------------------- */

KliOrders *
kli_orders_ref (KliOrders *orders)
{
  g_return_val_if_fail (orders != NULL, NULL);

  g_atomic_ref_count_inc (&orders->references);

  return orders;
}

void
kli_orders_unref (KliOrders *orders)
{
  g_return_if_fail (orders != NULL);

  if (!g_atomic_ref_count_dec (&orders->references))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (orders->kept); i++)
    g_clear_pointer (&orders->kept[i], kli_order_unref);
  g_clear_pointer (&orders->numbers, kli_numbers_unref);
  g_mutex_clear (&orders->mutex);
  g_free (orders);
}

KliOrders *
kli_orders_of (KliStore *store)
{
  static GQuark quark = 0;
  KliOrders *orders;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("kli-orders");
  orders = g_object_get_qdata (G_OBJECT (store), quark);
  if (orders == NULL)
    {
      orders = g_new0 (KliOrders, 1);
      g_atomic_ref_count_init (&orders->references);
      g_mutex_init (&orders->mutex);
      g_object_set_qdata_full (G_OBJECT (store), quark, orders, (GDestroyNotify)kli_orders_unref);
    }

  return kli_orders_ref (orders);
}

guint
kli_orders_get_n_loads (KliOrders *orders)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (orders != NULL, 0);

  locker = g_mutex_locker_new (&orders->mutex);

  return orders->n_loads;
}

/* Keeps @order unless a newer one came meanwhile. */
static void
keep_order (KliOrders *orders, guint source, KliOrder *order, gint64 version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  if (orders->kept[source] != NULL && orders->versions[source] > version)
    return;
  kli_order_ref (order); /* first: it may be the one that is kept */
  g_clear_pointer (&orders->kept[source], kli_order_unref);
  orders->kept[source] = order;
  orders->versions[source] = version;
}

static KliOrder *
get_kept_order (KliOrders *orders, guint source, gint64 *version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  *version = orders->versions[source];

  return orders->kept[source] != NULL ? kli_order_ref (orders->kept[source]) : NULL;
}

static void
keep_numbers (KliOrders *orders, KliNumbers *numbers, gint64 version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  if (orders->numbers != NULL && orders->numbers_version > version)
    return;
  g_atomic_ref_count_inc (&numbers->references);
  g_clear_pointer (&orders->numbers, kli_numbers_unref);
  orders->numbers = numbers;
  orders->numbers_version = version;
}

static KliNumbers *
get_kept_numbers (KliOrders *orders, gint64 *version)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  *version = orders->numbers_version;
  if (orders->numbers != NULL)
    g_atomic_ref_count_inc (&orders->numbers->references);

  return orders->numbers;
}

static void
note_load (KliOrders *orders)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  orders->n_loads++;
}

/* --- reading ---------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable) (element-type guint32) */
static GArray *
read_locals (KliConnection *connection, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    {
      guint32 local = (guint32)kli_statement_get_integer (statement, 0);

      g_array_append_val (locals, local);
      if (locals->len % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&locals) : NULL;
}

static KliOrder *
load_order (KliOrders *orders, KliConnection *connection, guint source, GCancellable *cancellable, GError **error)
{
  GArray *locals = read_locals (connection, sources[source].all, cancellable, error);

  note_load (orders);

  return locals != NULL ? kli_order_new (locals) : NULL;
}

/* What is kept is needed by every question. It is read to its end although the one that asked first is not wanted any
 * more, or as long as somebody types each key would begin anew. Returns: (transfer full) (nullable): whose end will
 * interrupt again, later */
static GCancellable *
spare (KliConnection *connection)
{
  GCancellable *cancellable = connection->cancellable != NULL ? g_object_ref (connection->cancellable) : NULL;

  kli_connection_set_cancellable (connection, NULL, connection->closing);

  return cancellable;
}

static KliOrder *
load_kept_order (KliOrders *orders, KliConnection *connection, guint source, GError **error)
{
  g_autoptr (GCancellable) cancellable = spare (connection);
  KliOrder *order = load_order (orders, connection, source, NULL, error);

  kli_connection_set_cancellable (connection, cancellable, connection->closing);

  return order;
}

/* Brings @kept, which is right up to @version, up to date when the places that changed since can be named.
 * Returns: (transfer full) (nullable): NULL also without an @error, when they cannot. */
static KliOrder *
follow_changes (KliConnection *connection, guint source, KliOrder *kept, gint64 version, GError **error)
{
  g_autoptr (GArray) changed = NULL;
  GArray *locals = NULL;

  if (!kli_order_changes_since (connection, version, &changed, error) || changed == NULL
      || !kli_order_change_apply (connection, sources[source].after, kept, changed, &locals, error))
    return NULL;

  return locals != NULL ? kli_order_new (locals) : kli_order_ref (kept);
}

static KliOrder *
get_from_source (KliOrders *orders, KliConnection *connection, guint source, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliOrder) kept = NULL;
  g_autoptr (KliOrder) order = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 version, kept_version;

  if (sources[source].after == NULL)
    return load_order (orders, connection, source, cancellable, error);
  if (!kli_connection_get_integer (connection, "order-version", &version, error))
    return NULL;

  kept = get_kept_order (orders, source, &kept_version);
  if (kept != NULL && kept_version == version)
    return g_steal_pointer (&kept);
  if (kept != NULL && kept_version < version)
    order = follow_changes (connection, source, kept, kept_version, &local_error);
  if (order == NULL && local_error == NULL)
    order = load_kept_order (orders, connection, source, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  keep_order (orders, source, order, version);

  return g_steal_pointer (&order);
}

/* Returns: the place of the order called @name in the table, or its length. */
static guint
find_source (KliQueryTarget target, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].target == target && g_str_equal (sources[i].name, name))
      return i;

  g_return_val_if_reached (G_N_ELEMENTS (sources));
}

static KliOrder *
get_by_field (KliOrders *orders,
              KliConnection *connection,
              gint64 field,
              gboolean backwards,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (KliOrder) names = kli_orders_get (orders, connection, KLI_QUERY_CONTACTS, "name", cancellable, error);

  return names != NULL ? kli_own_order_read (connection, field, backwards, names, cancellable, error) : NULL;
}

KliOrder *
kli_orders_get (KliOrders *orders,
                KliConnection *connection,
                KliQueryTarget target,
                const char *order,
                GCancellable *cancellable,
                GError **error)
{
  gint64 field;
  guint source;

  g_return_val_if_fail (orders != NULL && connection != NULL && order != NULL, NULL);

  field = kli_query_order_get_field (order);
  if (field != 0)
    return get_by_field (orders, connection, field, *order == '-', cancellable, error);
  source = find_source (target, order);

  return source < G_N_ELEMENTS (sources) ? get_from_source (orders, connection, source, cancellable, error) : NULL;
}

static gboolean
is_kept (KliOrders *orders, guint source)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&orders->mutex);

  return orders->kept[source] != NULL;
}

gboolean
kli_orders_has (KliOrders *orders, KliQueryTarget target, const char *order)
{
  guint source;

  g_return_val_if_fail (orders != NULL && order != NULL, FALSE);

  source = find_source (target, order);

  return source < G_N_ELEMENTS (sources) && is_kept (orders, source);
}

KliOrder *
kli_orders_get_any (
    KliOrders *orders, KliConnection *connection, KliQueryTarget target, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (orders != NULL && connection != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].target == target && is_kept (orders, i))
      return get_from_source (orders, connection, i, cancellable, error);

  return NULL;
}

const char *
kli_order_get_statement (KliQueryTarget target, const char *order)
{
  guint source;

  g_return_val_if_fail (order != NULL, NULL);

  source = find_source (target, order);

  return source < G_N_ELEMENTS (sources) ? sources[source].all : NULL;
}

static KliNumbers *
load_numbers (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "numbers", error);
  g_autoptr (KliNumbers) numbers = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 newest = 0;

  if (statement == NULL || !kli_connection_get_integer (connection, "numbers-newest", &newest, error))
    return NULL;
  numbers = numbers_new ((guint32)newest + 1);
  while (kli_statement_step (statement, &local_error))
    numbers->ids[kli_statement_get_integer (statement, 0)] = kli_statement_get_integer (statement, 1);

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&numbers) : NULL;
}

static KliNumbers *
load_kept_numbers (KliConnection *connection, GError **error)
{
  g_autoptr (GCancellable) cancellable = spare (connection);
  KliNumbers *numbers = load_numbers (connection, error);

  kli_connection_set_cancellable (connection, cancellable, connection->closing);

  return numbers;
}

/* Returns: (transfer full) (nullable) (element-type gint64): which record each of @changed means now, 0 for none. */
static GArray *
read_ids (KliConnection *connection, const GArray *changed, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "numbers-id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = 0;

      kli_statement_bind_integer (statement, 1, g_array_index (changed, guint32, i));
      while (kli_statement_step (statement, &local_error))
        id = kli_statement_get_integer (statement, 0);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/* As follow_changes (). */
static KliNumbers *
follow_numbers (KliConnection *connection, KliNumbers *kept, gint64 version, GError **error)
{
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) ids = NULL;
  KliNumbers *numbers;
  guint32 n = kept->n;
  gboolean same = TRUE;

  if (!kli_order_changes_since (connection, version, &changed, error) || changed == NULL)
    return NULL;
  ids = read_ids (connection, changed, error);
  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < changed->len; i++)
    {
      guint32 local = g_array_index (changed, guint32, i);

      n = MAX (n, local + 1);
      same = same && local < kept->n && kept->ids[local] == g_array_index (ids, gint64, i);
    }
  if (same)
    {
      g_atomic_ref_count_inc (&kept->references);
      return kept;
    }

  numbers = numbers_new (n);
  memcpy (numbers->ids, kept->ids, kept->n * sizeof (gint64));
  for (guint i = 0; i < changed->len; i++)
    numbers->ids[g_array_index (changed, guint32, i)] = g_array_index (ids, gint64, i);

  return numbers;
}

KliNumbers *
kli_orders_get_numbers (KliOrders *orders, KliConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliNumbers) kept = NULL;
  g_autoptr (KliNumbers) numbers = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 version, kept_version;

  g_return_val_if_fail (orders != NULL && connection != NULL, NULL);

  if (!kli_connection_get_integer (connection, "order-version", &version, error))
    return NULL;
  kept = get_kept_numbers (orders, &kept_version);
  if (kept != NULL && kept_version == version)
    return g_steal_pointer (&kept);
  if (kept != NULL && kept_version < version)
    numbers = follow_numbers (connection, kept, kept_version, &local_error);
  if (numbers == NULL && local_error == NULL)
    numbers = load_kept_numbers (connection, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  keep_numbers (orders, numbers, version);

  return g_steal_pointer (&numbers);
}
