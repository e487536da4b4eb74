/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers queries: sets of local numbers are combined, put in order by the places of an order in memory, and
 * given out as ids. */
#include "store/kli-answer-private.h"

#include "store/kli-answer-beginning.h"
#include "store/kli-derive.h"
#include "store/kli-store-private.h"

#include <string.h>

struct _KliAnswer
{
  gatomicrefcount references;
  guint n;
  guint count;           /* n, or more when this is only the beginning */
  KliOrder *order;       /* nullable: there are only ids */
  KliNumbers *numbers;   /* nullable with it */
  gboolean whole;        /* everything in the order is shown */
  guint32 *ranks;        /* otherwise: the places in it, ascending; NULL when there are none */
  gboolean backwards;    /* the order is read from its end */
  gint64 *ids;           /* nullable until somebody wants them all */
  gboolean found_damage; /* it was reckoned without the search index, which cannot be read */
};

/* Of so many records in the order at least one must be found for walking the order to be cheaper than
 * sorting what was found. */
#define WALK_SHARE 64

/* --- the value -------------------------------------------------------------------------------------------- */

static KliAnswer *
answer_new (guint n)
{
  KliAnswer *answer = g_new0 (KliAnswer, 1);

  g_atomic_ref_count_init (&answer->references);
  answer->n = n;
  answer->count = n;

  return answer;
}

KliAnswer *
kli_answer_new (const gint64 *ids, guint n_ids)
{
  KliAnswer *answer = answer_new (n_ids);

  answer->ids = g_new (gint64, n_ids);
  for (guint i = 0; i < n_ids; i++)
    answer->ids[i] = ids[i];

  return answer;
}

KliAnswer *
kli_answer_new_beginning (const gint64 *ids, guint n_ids, guint count)
{
  KliAnswer *answer;

  g_return_val_if_fail (n_ids <= count, NULL);

  answer = kli_answer_new (ids, n_ids);
  answer->count = count;

  return answer;
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

  g_clear_pointer (&answer->order, kli_order_unref);
  g_clear_pointer (&answer->numbers, kli_numbers_unref);
  g_free (answer->ranks);
  g_free (answer->ids);
  g_free (answer);
}

guint
kli_answer_get_n_items (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, 0);

  return answer->n;
}

guint
kli_answer_get_count (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, 0);

  return answer->count;
}

gboolean
kli_answer_is_beginning (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  return answer->n < answer->count;
}

/* The number of the record at @position of an answer that has an order. */
static guint32
get_local (const KliAnswer *answer, guint position)
{
  guint place = answer->backwards ? answer->n - 1 - position : position;

  return answer->order->locals[answer->whole ? place : answer->ranks[place]];
}

static gint64
look_up (const KliAnswer *answer, guint position)
{
  guint32 local = get_local (answer, position);

  return local < answer->numbers->n ? answer->numbers->ids[local] : 0;
}

gint64
kli_answer_get_id (const KliAnswer *answer, guint position)
{
  g_return_val_if_fail (answer != NULL && position < answer->n, 0);

  return answer->order != NULL ? look_up (answer, position) : answer->ids[position];
}

const gint64 *
kli_answer_get_ids (const KliAnswer *answer)
{
  gint64 **place;
  gint64 *ids;

  g_return_val_if_fail (answer != NULL, NULL);

  place = &((KliAnswer *)answer)->ids;
  if (g_atomic_pointer_get (place) != NULL)
    return answer->ids;

  ids = g_new (gint64, MAX (answer->n, 1));
  for (guint i = 0; i < answer->n; i++)
    ids[i] = look_up (answer, i);
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, ids))
    g_free (ids); /* another thread was faster */

  return answer->ids;
}

/* Where the record with the number @local stands. */
static gint
find_local (const KliAnswer *answer, guint32 local)
{
  guint32 rank = local < answer->order->n_ranks ? answer->order->ranks[local] : KLI_ORDER_NONE;
  guint low = 0, high = answer->n;

  if (rank == KLI_ORDER_NONE)
    return -1;
  if (answer->whole)
    return (gint)(answer->backwards ? answer->n - 1 - rank : rank);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (answer->ranks[middle] < rank)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == answer->n || answer->ranks[low] != rank)
    return -1;

  return (gint)(answer->backwards ? answer->n - 1 - low : low);
}

gint
kli_answer_find (const KliAnswer *answer, gint64 id)
{
  const gint64 *ids;
  guint n;

  g_return_val_if_fail (answer != NULL, -1);

  if (id == 0)
    return -1;
  ids = answer->order != NULL ? answer->numbers->ids : answer->ids;
  n = answer->order != NULL ? answer->numbers->n : answer->n;
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return answer->order != NULL ? find_local (answer, i) : (gint)i;

  return -1;
}

/* Whether a number means the same record in both. */
static gboolean
have_same_numbers (const KliAnswer *a, const KliAnswer *b)
{
  if (a->order == NULL || b->order == NULL)
    return FALSE;

  return a->numbers == b->numbers
         || memcmp (a->numbers->ids, b->numbers->ids, MIN (a->numbers->n, b->numbers->n) * sizeof (gint64)) == 0;
}

guint
kli_answer_count_same (const KliAnswer *a, guint from_a, const KliAnswer *b, guint from_b)
{
  guint n = 0;

  g_return_val_if_fail (a != NULL && b != NULL && from_a <= a->n && from_b <= b->n, 0);

  if (have_same_numbers (a, b))
    while (from_a + n < a->n && from_b + n < b->n && get_local (a, from_a + n) == get_local (b, from_b + n))
      n++;
  else
    while (from_a + n < a->n && from_b + n < b->n
           && kli_answer_get_id (a, from_a + n) == kli_answer_get_id (b, from_b + n))
      n++;

  return n;
}

/* --- by numbers ------------------------------------------------------------------------------------------- */

KliNumbers *
kli_answer_get_numbers (const KliAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return answer->numbers;
}

void
kli_answer_get_locals (const KliAnswer *answer, guint position, guint n, guint32 *locals)
{
  g_return_if_fail (answer != NULL && answer->order != NULL && position <= answer->n && n <= answer->n - position);

  for (guint i = 0; i < n; i++)
    locals[i] = get_local (answer, position + i);
}

KliAnswer *
kli_answer_pick (const KliAnswer *answer, const KliBitmap *wanted)
{
  KliAnswer *picked;

  g_return_val_if_fail (answer != NULL && answer->order != NULL && wanted != NULL, NULL);

  picked = answer_new (0);
  picked->order = kli_order_ref (answer->order);
  picked->numbers = kli_numbers_ref (answer->numbers);
  picked->backwards = answer->backwards;
  picked->ranks = g_new (guint32, MAX (answer->n, 1));
  for (guint i = 0; i < answer->n; i++)
    {
      guint32 rank = answer->whole ? i : answer->ranks[i];

      picked->ranks[picked->n] = rank; /* written in any case: to jump over it would take longer */
      picked->n += kli_bitmap_contains (wanted, answer->order->locals[rank]) ? 1 : 0;
    }
  picked->ranks = g_renew (guint32, picked->ranks, MAX (picked->n, 1));
  picked->count = picked->n;

  return picked;
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

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return first < second ? -1 : first > second;
}

/* The few members in order: their ranks, sorted. Returns: (transfer full): *@n of them. */
static guint32 *
sort_members (const KliOrder *order, const KliBitmap *found, guint *n)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 local = 0; kli_bitmap_next (found, &local); local++)
    if (local < order->n_ranks && order->ranks[local] != KLI_ORDER_NONE)
      g_array_append_val (ranks, order->ranks[local]);
  g_array_sort (ranks, compare_ranks);
  *n = ranks->len;

  return (guint32 *)(gpointer)g_array_free (ranks, FALSE);
}

/* The many members in order: all of it is walked. */
static guint32 *
pick_members (const KliOrder *order, const KliBitmap *found, guint *n)
{
  guint32 *ranks = g_new (guint32, MAX (order->n, 1));

  *n = kli_bitmap_find_each (found, order->locals, order->n, ranks);

  return g_renew (guint32, ranks, MAX (*n, 1));
}

KliAnswer *
kli_answer_new_in_order (KliOrder *order, KliNumbers *numbers, const KliBitmap *found, gboolean backwards)
{
  KliAnswer *answer;

  g_return_val_if_fail (order != NULL && numbers != NULL, NULL);

  answer = answer_new (order->n);
  answer->order = kli_order_ref (order);
  answer->numbers = kli_numbers_ref (numbers);
  answer->backwards = backwards;
  answer->whole = found == NULL;
  if (answer->whole)
    return answer;

  if (kli_bitmap_count (found) > order->n / WALK_SHARE)
    answer->ranks = pick_members (order, found, &answer->n);
  else
    answer->ranks = sort_members (order, found, &answer->n);
  answer->count = answer->n;

  return answer;
}

typedef struct
{
  KliOrders *orders;
  KliQuery *query;
  guint n_first; /* so many of them are enough at first; 0: all are wanted */
} Wanted;

static Wanted *
wanted_new (KliStore *store, const KliQuery *query, guint n_first)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->orders = kli_orders_of (store);
  wanted->query = kli_query_ref ((KliQuery *)query);
  wanted->n_first = n_first;

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

static KliAnswer *
read_whole (Wanted *wanted, KliQuestion *question, GError **error)
{
  g_autoptr (KliBitmap) found = NULL;
  g_autoptr (KliOrder) order = NULL;
  g_autoptr (KliNumbers) numbers
      = kli_orders_get_numbers (wanted->orders, question->connection, question->cancellable, error);
  const char *name = kli_query_get_order (wanted->query);
  gboolean by_field = kli_query_order_get_field (name) != 0;
  gboolean backwards = *name == '-' && !by_field;

  if (numbers == NULL)
    return NULL;
  question->n_numbers = numbers->n;
  question->ids = numbers->ids;
  order = kli_orders_get (wanted->orders, question->connection, kli_query_get_target (wanted->query),
                          backwards ? name + 1 : name, question->cancellable, error);
  question->order = order;
  if (order == NULL || !find_members (question, wanted->query, numbers->n, &found, error))
    return NULL;

  return kli_answer_new_in_order (order, numbers, found, backwards);
}

/* KliReadFunc */
static gpointer
answer_read (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = user_data;
  KliQuestion question = { .connection = connection,
                           .cancellable = cancellable,
                           .today = kli_derive_get_day (connection, NULL),
                           .search = { .connection = connection, .cancellable = cancellable } };
  g_autoptr (GError) local_error = NULL;
  KliAnswer *answer = NULL;

  if (wanted->n_first > 0)
    answer = kli_answer_begin (wanted->orders, &question, wanted->query, wanted->n_first, &local_error);
  if (answer == NULL && local_error == NULL)
    answer = read_whole (wanted, &question, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (answer != NULL)
    answer->found_damage = question.search.damaged;
  kli_search_clear (&question.search);

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

  wanted = wanted_new (store, query, 0);
  answer = kli_store_read (store, answer_read, wanted, error);
  wanted_free (wanted);

  return mend_if_damaged (store, answer);
}

void
kli_store_answer_async (
    KliStore *store, const KliQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store) && query != NULL);

  kli_store_answer_soon_async (store, query, 0, cancellable, callback, user_data);
}

void
kli_store_answer_soon_async (KliStore *store,
                             const KliQuery *query,
                             guint n_first,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store) && query != NULL);

  kli_store_read_async (store, answer_read, wanted_new (store, query, n_first), wanted_free,
                        (GDestroyNotify)kli_answer_unref, cancellable, callback, user_data);
}

KliAnswer *
kli_store_answer_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return mend_if_damaged (store, kli_store_read_finish (store, result, error));
}
