/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen of an answer whose order is not in memory. The statement of the order is stepped through only until
 * enough of what was found has come by (DESIGN 3). */
#include "store/kli-answer-beginning.h"

#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

/* So many records of an order are looked at in vain at most: reading on would soon take as long as reading it all. */
#define STEPS_MAX 16384

/* What is begun, and what it is chosen from. */
typedef struct
{
  KliQuestion *question;
  const char *statement; /* of the order */
  KliBitmap *found;      /* owned, nullable: all are wanted */
  guint count;
} Beginning;

/* --- how many there are ----------------------------------------------------------------------------------- */

/* Those of @found that are in @order: what is in the trash or of another kind is not. */
static guint
count_members (const KliOrder *order, const KliBitmap *found)
{
  guint n = 0;

  for (guint32 local = 0; kli_bitmap_next (found, &local); local++)
    n += local < order->n_ranks && order->ranks[local] != KLI_ORDER_NONE;

  return n;
}

/* With no order in memory only everything can be counted. Returns: FALSE without an @error when it cannot. */
static gboolean
count_all (KliConnection *connection, KliQueryTarget target, guint *count, GError **error)
{
  gint64 n;

  if (target == KLI_QUERY_CONTACTS)
    return kli_members_count_contacts (connection, count, error);
  if (target != KLI_QUERY_CONTRACTS || !kli_connection_get_integer (connection, "contract-order-count", &n, error))
    return FALSE;
  *count = (guint)n;

  return TRUE;
}

/* What @query asks is found and counted by the members of @order, an order of the same records.
 * Returns: FALSE with @error set. */
static gboolean
find_and_count (Beginning *beginning, KliOrders *orders, const KliOrder *order, const KliFilter *filter, GError **error)
{
  KliQuestion *question = beginning->question;
  g_autoptr (KliNumbers) numbers = kli_orders_get_numbers (orders, question->connection, question->cancellable, error);

  if (numbers == NULL)
    return FALSE;
  question->n_numbers = numbers->n;
  question->ids = numbers->ids;
  question->order = order;
  beginning->found = kli_members_find (question, filter, numbers->n, error);
  question->ids = NULL;
  question->order = NULL;
  if (beginning->found == NULL)
    return FALSE;
  beginning->count = count_members (order, beginning->found);

  return TRUE;
}

/* Returns: FALSE without an @error, too, when it cannot be told without reading everything. */
static gboolean
choose (Beginning *beginning, KliOrders *orders, const KliQuery *query, guint n_first, GError **error)
{
  KliQuestion *question = beginning->question;
  KliQueryTarget target = kli_query_get_target (query);
  const KliFilter *filter = kli_query_get_whole_filter (query);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KliOrder) order
      = kli_orders_get_any (orders, question->connection, target, question->cancellable, &local_error);

  if (order == NULL && local_error == NULL)
    return kli_filter_is_everything (filter) && count_all (question->connection, target, &beginning->count, error);
  if (!kli_store_error_pass (error, g_steal_pointer (&local_error)))
    return FALSE;
  if (kli_filter_is_everything (filter))
    beginning->count = order->n;
  else if (!find_and_count (beginning, orders, order, filter, error))
    return FALSE;

  /* If they are spread evenly, are they met soon enough? */
  return beginning->found == NULL || (guint64)beginning->count * STEPS_MAX > (guint64)order->n * n_first;
}

/* --- which come first ------------------------------------------------------------------------------------- */

/* Returns: FALSE with @error set. */
static gboolean
add_id (KliConnection *connection, guint32 local, GArray *ids, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "numbers-id", error);
  g_autoptr (GError) local_error = NULL;
  gint64 id = 0;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, local);
  while (kli_statement_step (statement, &local_error))
    id = kli_statement_get_integer (statement, 0);
  g_array_append_val (ids, id);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Returns: (transfer full) (nullable): NULL without an @error when too few were met. */
static KliAnswer *
walk (const Beginning *beginning, guint n_first, GError **error)
{
  KliConnection *connection = beginning->question->connection;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, beginning->statement, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  guint n_wanted = MIN (n_first, beginning->count);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < STEPS_MAX && ids->len < n_wanted && kli_statement_step (statement, &local_error); i++)
    {
      guint32 local = (guint32)kli_statement_get_integer (statement, 0);

      if ((beginning->found == NULL || kli_bitmap_contains (beginning->found, local))
          && !add_id (connection, local, ids, error))
        return NULL;
    }
  if (!kli_store_error_pass (error, g_steal_pointer (&local_error)) || ids->len < n_wanted)
    return NULL;

  return kli_answer_new_beginning ((const gint64 *)ids->data, ids->len, beginning->count);
}

KliAnswer *
kli_answer_begin (KliOrders *orders, KliQuestion *question, const KliQuery *query, guint n_first, GError **error)
{
  const char *order = kli_query_get_order (query);
  Beginning beginning = { .question = question };
  KliAnswer *answer = NULL;

  g_return_val_if_fail (orders != NULL && question != NULL && n_first > 0, NULL);

  /* Backwards a list is looked at after it was forwards: then the order is in memory. That of a field is read whole. */
  if (*order == '-' || kli_query_order_get_field (order) != 0
      || kli_orders_has (orders, kli_query_get_target (query), order))
    return NULL;

  beginning.statement = kli_order_get_statement (kli_query_get_target (query), order);
  if (choose (&beginning, orders, query, n_first, error))
    answer = walk (&beginning, n_first, error);
  g_clear_pointer (&beginning.found, kli_bitmap_free);

  return answer;
}
