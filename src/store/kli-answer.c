/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers queries: sets of local numbers are combined, put in order by the places of an order in memory, and
 * given out as ids. */
#include "store/kli-answer.h"

#include "store/kli-derive.h"
#include "store/kli-members.h"
#include "store/kli-order.h"
#include "store/kli-store-private.h"

#include <string.h>

struct _KliAnswer
{
  gatomicrefcount references;
  guint n;
  gint64 *ids;
  gboolean found_damage; /* it was reckoned without the search index, which cannot be read */
};

/* Of so many records in the order at least one must be found for walking the order to be cheaper than
 * sorting what was found. */
#define WALK_SHARE 64

/* --- the value -------------------------------------------------------------------------------------------- */

static KliAnswer *
answer_take (GArray *ids)
{
  KliAnswer *answer = g_new0 (KliAnswer, 1);

  g_atomic_ref_count_init (&answer->references);
  answer->n = ids->len;
  answer->ids = (gint64 *)g_array_free (ids, FALSE);

  return answer;
}

KliAnswer *
kli_answer_new (const gint64 *ids, guint n_ids)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  g_array_append_vals (array, ids, n_ids);

  return answer_take (array);
}

KliAnswer *
kli_answer_ref (KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  g_atomic_ref_count_inc (&answer->references);

  return answer;
}

void
kli_answer_unref (KliAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  if (!g_atomic_ref_count_dec (&answer->references))
    return;

  g_free (answer->ids);
  g_free (answer);
}

guint
kli_answer_get_n_items (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, 0);

  return answer->n;
}

gint64
kli_answer_get_id (const KliAnswer *answer, guint position)
{
  g_return_val_if_fail (answer != NULL && position < answer->n, 0);

  return answer->ids[position];
}

const gint64 *
kli_answer_get_ids (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return answer->ids;
}

gint
kli_answer_find (const KliAnswer *answer, gint64 id)
{
  g_return_val_if_fail (answer != NULL, -1);

  for (guint i = 0; i < answer->n; i++)
    if (answer->ids[i] == id)
      return (gint)i;

  return -1;
}

/* --- answering -------------------------------------------------------------------------------------------- */

/* What a query asks beside its order, as one set. *@found stays NULL when it asks nothing. */
static gboolean
find_members (KliQuestion *question, const KliQuery *query, guint32 n_numbers, KliBitmap **found, GError **error)
{
  const KliFilter *filter = kli_query_get_whole_filter (query);

  if (kli_filter_is_everything (filter))
    return TRUE;
  *found = kli_members_find (question, filter, n_numbers, error);

  return *found != NULL;
}

static void
append_id (GArray *ids, const KliNumbers *numbers, guint32 local)
{
  if (local < numbers->n && numbers->ids[local] != 0)
    g_array_append_val (ids, numbers->ids[local]);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return first < second ? -1 : first > second;
}

/* The few members in order: their ranks, sorted. */
static GArray *
sort_members (const KliOrder *order, const KliBitmap *found)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 local = 0; kli_bitmap_next (found, &local); local++)
    if (local < order->n_ranks && order->ranks[local] != KLI_ORDER_NONE)
      g_array_append_val (ranks, order->ranks[local]);
  g_array_sort (ranks, compare_ranks);

  return ranks;
}

static void
turn_around (GArray *ids)
{
  gint64 *values = (gint64 *)(gpointer)ids->data;

  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint64 value = values[i];

      values[i] = values[ids->len - 1 - i];
      values[ids->len - 1 - i] = value;
    }
}

/* @found: (nullable): NULL for everything in @order. */
static KliAnswer *
put_in_order (const KliOrder *order, const KliNumbers *numbers, const KliBitmap *found, gboolean backwards)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (found == NULL || kli_bitmap_count (found) > order->n / WALK_SHARE)
    {
      for (guint32 i = 0; i < order->n; i++)
        if (found == NULL || kli_bitmap_contains (found, order->locals[i]))
          append_id (ids, numbers, order->locals[i]);
    }
  else
    {
      g_autoptr (GArray) ranks = sort_members (order, found);

      for (guint i = 0; i < ranks->len; i++)
        append_id (ids, numbers, order->locals[g_array_index (ranks, guint32, i)]);
    }
  if (backwards)
    turn_around (ids);

  return answer_take (ids);
}

typedef struct
{
  KliOrders *orders;
  KliQuery *query;
} Wanted;

static Wanted *
wanted_new (KliStore *store, const KliQuery *query)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->orders = kli_orders_of (store);
  wanted->query = kli_query_ref ((KliQuery *)query);

  return wanted;
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  kli_orders_unref (wanted->orders);
  kli_query_unref (wanted->query);
  g_free (wanted);
}

/* KliReadFunc */
static gpointer
answer_read (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = user_data;
  KliQuestion question = { connection, cancellable, kli_derive_get_day (connection, NULL), FALSE, 0, NULL };
  g_autoptr (KliBitmap) found = NULL;
  g_autoptr (KliOrder) order = NULL;
  g_autoptr (KliNumbers) numbers = kli_orders_get_numbers (wanted->orders, connection, cancellable, error);
  const char *name = kli_query_get_order (wanted->query);
  gboolean backwards = *name == '-';
  KliAnswer *answer;

  if (numbers == NULL)
    return NULL;
  question.n_numbers = numbers->n;
  if (!find_members (&question, wanted->query, numbers->n, &found, error))
    return NULL;
  order = kli_orders_get (wanted->orders, connection, kli_query_get_target (wanted->query), backwards ? name + 1 : name,
                          cancellable, error);
  if (order == NULL)
    return NULL;

  answer = put_in_order (order, numbers, found, backwards);
  answer->found_damage = question.found_damage;

  return answer;
}

/* On the main thread: a damaged index is made anew in the background; the store then says that everything changed.
 * @answer: (nullable) */
static KliAnswer *
mend_if_damaged (KliStore *store, KliAnswer *answer)
{
  if (answer != NULL && answer->found_damage)
    kli_store_mend_search (store);

  return answer;
}

KliAnswer *
kli_store_answer (KliStore *store, const KliQuery *query, GError **error)
{
  Wanted *wanted;
  KliAnswer *answer;

  g_return_val_if_fail (KLI_IS_STORE (store) && query != NULL, NULL);

  wanted = wanted_new (store, query);
  answer = kli_store_read (store, answer_read, wanted, error);
  wanted_free (wanted);

  return mend_if_damaged (store, answer);
}

void
kli_store_answer_async (
    KliStore *store, const KliQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store) && query != NULL);

  kli_store_read_async (store, answer_read, wanted_new (store, query), wanted_free, (GDestroyNotify)kli_answer_unref,
                        cancellable, callback, user_data);
}

KliAnswer *
kli_store_answer_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return mend_if_damaged (store, kli_store_read_finish (store, result, error));
}
