/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers queries: sets of local numbers are combined, put in order by the places of an order in memory, and
 * given out as ids. */
#include "store/kli-answer.h"

#include "store/kli-condition.h"
#include "store/kli-derive.h"
#include "store/kli-order.h"
#include "store/kli-search.h"
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
find_members (KliConnection *connection,
              const KliQuery *query,
              GCancellable *cancellable,
              KliBitmap **found,
              gboolean *damaged,
              GError **error)
{
  const char *search = kli_query_get_search (query);
  KliDay today = kli_derive_get_day (connection, NULL);

  if (!kli_search_is_empty (search))
    {
      *found = kli_search (connection, search, cancellable, damaged, error);
      if (*found == NULL)
        return FALSE;
    }

  for (guint i = 0; i < kli_query_get_n_conditions (query); i++)
    {
      const char *condition, *argument;
      g_autoptr (KliBitmap) holds = NULL;

      kli_query_get_condition (query, i, &condition, &argument);
      holds = kli_condition_answer (connection, condition, argument, today, cancellable, error);
      if (holds == NULL)
        return FALSE;
      if (*found == NULL)
        *found = g_steal_pointer (&holds);
      else
        kli_bitmap_and (*found, holds);
    }

  return TRUE;
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

/* @found: (nullable): NULL for everything in @order. */
static KliAnswer *
put_in_order (const KliOrder *order, const KliNumbers *numbers, const KliBitmap *found)
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

  return answer_take (ids);
}

typedef struct
{
  KliOrders *orders;
  KliQuery *query;
} Question;

static Question *
question_new (KliStore *store, const KliQuery *query)
{
  Question *question = g_new0 (Question, 1);

  question->orders = kli_orders_of (store);
  question->query = kli_query_ref ((KliQuery *)query);

  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  kli_orders_unref (question->orders);
  kli_query_unref (question->query);
  g_free (question);
}

/* KliReadFunc */
static gpointer
answer_read (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Question *question = user_data;
  KliQueryTarget target = kli_query_get_target (question->query);
  g_autoptr (KliBitmap) found = NULL;
  g_autoptr (KliOrder) order = NULL;
  g_autoptr (KliNumbers) numbers = NULL;
  gboolean damaged = FALSE;
  KliAnswer *answer;

  if (!find_members (connection, question->query, cancellable, &found, &damaged, error))
    return NULL;
  order = kli_orders_get (question->orders, connection, target, kli_query_get_order (question->query), cancellable,
                          error);
  if (order == NULL)
    return NULL;
  numbers = kli_orders_get_numbers (question->orders, connection, cancellable, error);
  if (numbers == NULL)
    return NULL;

  answer = put_in_order (order, numbers, found);
  answer->found_damage = damaged;

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
  Question *question;
  KliAnswer *answer;

  g_return_val_if_fail (KLI_IS_STORE (store) && query != NULL, NULL);

  question = question_new (store, query);
  answer = kli_store_read (store, answer_read, question, error);
  question_free (question);

  return mend_if_damaged (store, answer);
}

void
kli_store_answer_async (
    KliStore *store, const KliQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store) && query != NULL);

  kli_store_read_async (store, answer_read, question_new (store, query), question_free,
                        (GDestroyNotify)kli_answer_unref, cancellable, callback, user_data);
}

KliAnswer *
kli_store_answer_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return mend_if_damaged (store, kli_store_read_finish (store, result, error));
}
