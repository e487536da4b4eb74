/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing an order in memory up to date. Each changed number asks the index who stands behind it now; the first
 * one that did not change itself is its anchor, and in one pass over the old order everybody is put before
 * the anchor they named. */
#include "store/kli-order-change.h"

#include "store/kli-store-error-private.h"

/* More are not worth it: reading the index from end to end is one pass as well. */
#define CHANGES_MAX 400

/* Where a changed number goes. */
typedef struct
{
  guint32 local;
  guint32 anchor_rank; /* of the unchanged number it stands before; KLI_ORDER_NONE: the end */
  guint distance;      /* how many changed ones stand between */
} Place;

gboolean
kli_order_changes_since (KliConnection *connection, gint64 version, GArray **changed, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "order-changes", error);
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) local_error = NULL;
  gint64 expected = version + 1;

  *changed = NULL;
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, version);
  kli_statement_bind_integer (statement, 2, CHANGES_MAX + 1);
  for (; kli_statement_step (statement, &local_error); expected++)
    {
      guint32 local = (guint32)kli_statement_get_integer (statement, 1);

      /* A gap: what happened between was forgotten. 0: everything. */
      if (kli_statement_get_integer (statement, 0) != expected || local == 0 || expected > version + CHANGES_MAX)
        return TRUE;
      if (g_hash_table_add (seen, GUINT_TO_POINTER (local)))
        g_array_append_val (locals, local);
    }
  if (local_error == NULL)
    {
      *changed = g_steal_pointer (&locals);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Who stands behind each of @changed now: local → local, 0 at the end; no entry for one without a place. */
static GHashTable *
read_successors (KliConnection *connection, const char *after, const GArray *changed, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, after, error);
  g_autoptr (GHashTable) successors = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < changed->len && local_error == NULL; i++)
    {
      guint32 local = g_array_index (changed, guint32, i);

      kli_statement_bind_integer (statement, 1, local);
      if (!kli_statement_step (statement, &local_error))
        continue;
      g_hash_table_insert (successors, GUINT_TO_POINTER (local),
                           GUINT_TO_POINTER ((guint)kli_statement_get_integer (statement, 0)));
      kli_statement_run (statement, &local_error); /* to its end, before it is asked again */
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&successors) : NULL;
}

static Place
find_place (const KliOrder *order, GHashTable *successors, guint32 local)
{
  Place place = { local, KLI_ORDER_NONE, 0 };
  gpointer behind;

  while (g_hash_table_lookup_extended (successors, GUINT_TO_POINTER (local), NULL, &behind))
    {
      local = GPOINTER_TO_UINT (behind);
      place.distance++;
    }
  if (local != 0 && local < order->n_ranks)
    place.anchor_rank = order->ranks[local];

  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->anchor_rank != second->anchor_rank)
    return first->anchor_rank < second->anchor_rank ? -1 : 1;

  return (int)second->distance - (int)first->distance;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return first < second ? -1 : first > second;
}

/* The old ranks of @changed, ascending, and one behind the end. */
static GArray *
list_left_ranks (const KliOrder *order, const GArray *changed)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < changed->len; i++)
    {
      guint32 local = g_array_index (changed, guint32, i);

      if (local < order->n_ranks && order->ranks[local] != KLI_ORDER_NONE)
        g_array_append_val (ranks, order->ranks[local]);
    }
  g_array_sort (ranks, compare_ranks);
  g_array_append_val (ranks, order->n);

  return ranks;
}

/* The old order without @changed, with @places put in. */
static GArray *
merge (const KliOrder *order, const GArray *changed, const GArray *places)
{
  GArray *locals = g_array_sized_new (FALSE, FALSE, sizeof (guint32), order->n + places->len);
  g_autoptr (GArray) left = list_left_ranks (order, changed);
  guint next = 0;
  guint32 from = 0;

  for (guint i = 0; i < left->len; i++)
    {
      guint32 to = g_array_index (left, guint32, i);

      for (; next < places->len; next++)
        {
          const Place *place = &g_array_index (places, Place, next);

          if (place->anchor_rank >= to)
            break;
          g_array_append_vals (locals, order->locals + from, place->anchor_rank - from);
          g_array_append_val (locals, place->local);
          from = place->anchor_rank;
        }
      g_array_append_vals (locals, order->locals + from, to - from);
      from = to + 1;
    }
  for (; next < places->len; next++)
    g_array_append_val (locals, g_array_index (places, Place, next).local);

  return locals;
}

/* Whether each of @changed still stands before the same one as in @order, or still has no place. */
static gboolean
nothing_moved (const KliOrder *order, const GArray *changed, GHashTable *successors)
{
  for (guint i = 0; i < changed->len; i++)
    {
      guint32 local = g_array_index (changed, guint32, i);
      guint32 rank = local < order->n_ranks ? order->ranks[local] : KLI_ORDER_NONE;
      gpointer behind = NULL;
      gboolean has_place = g_hash_table_lookup_extended (successors, GUINT_TO_POINTER (local), NULL, &behind);

      if (has_place != (rank != KLI_ORDER_NONE))
        return FALSE;
      if (has_place && GPOINTER_TO_UINT (behind) != (rank + 1 < order->n ? order->locals[rank + 1] : 0))
        return FALSE;
    }

  return TRUE;
}

gboolean
kli_order_change_apply (KliConnection *connection,
                        const char *after,
                        const KliOrder *order,
                        const GArray *changed,
                        GArray **locals,
                        GError **error)
{
  g_autoptr (GHashTable) successors = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_return_val_if_fail (connection != NULL && order != NULL && changed != NULL && locals != NULL, FALSE);

  *locals = NULL;
  successors = read_successors (connection, after, changed, error);
  if (successors == NULL)
    return FALSE;
  if (nothing_moved (order, changed, successors))
    return TRUE;

  for (guint i = 0; i < changed->len; i++)
    {
      guint32 local = g_array_index (changed, guint32, i);
      Place place = find_place (order, successors, local);

      if (g_hash_table_contains (successors, GUINT_TO_POINTER (local)))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  *locals = merge (order, changed, places);

  return TRUE;
}
