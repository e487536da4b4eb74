/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a filter holds of. And, or and not are set operations on what its leaves found. */
#include "store/kli-members.h"

#include "store/kli-connection-private.h"
#include "store/kli-fact.h"
#include "store/kli-member-set.h"

/* Parts that only take away are left for last: with something to take away from, no set of everything else has to
 * be made. */
static gboolean
is_not (const KliFilter *filter)
{
  return kli_filter_get_operator (filter) == KLI_FILTER_NOT;
}

/* Combines what @part holds of into @found. */
static gboolean
keep (KliQuestion *question, const KliFilter *part, guint32 n_numbers, KliBitmap *found, GError **error)
{
  const KliFilter *asked = is_not (part) ? kli_filter_get_filter (part, 0) : part;
  g_autoptr (KliBitmap) members = kli_members_find (question, asked, n_numbers, error);

  if (members == NULL)
    return FALSE;
  if (is_not (part))
    kli_bitmap_and_not (found, members);
  else
    kli_bitmap_and (found, members);

  return TRUE;
}

static gboolean
is_empty (const KliBitmap *found)
{
  guint32 first = 0;

  return !kli_bitmap_next (found, &first);
}

/* Sorted filters have their nots at the end. Where nobody is left nothing more is asked. */
static KliBitmap *
find_all (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error)
{
  guint n = kli_filter_get_n_filters (filter);
  guint first = n > 0 && !is_not (kli_filter_get_filter (filter, 0)) ? 1 : 0;
  g_autoptr (KliBitmap) found = first == 1
                                    ? kli_members_find (question, kli_filter_get_filter (filter, 0), n_numbers, error)
                                    : kli_bitmap_new_full (n_numbers);

  for (guint i = first; found != NULL && i < n && !is_empty (found); i++)
    if (!keep (question, kli_filter_get_filter (filter, i), n_numbers, found, error))
      return NULL;

  return g_steal_pointer (&found);
}

/* Whether everybody who is asked about is among @found. @missing: (inout): nobody of them below it is missing */
static gboolean
is_everybody (const KliQuestion *question, const KliBitmap *found, guint32 *missing)
{
  const KliOrder *order = question->order;

  if (order == NULL)
    return FALSE;
  while (*missing < order->n_ranks
         && (order->ranks[*missing] == KLI_ORDER_NONE || kli_bitmap_contains (found, *missing)))
    (*missing)++;

  return *missing == order->n_ranks;
}

/* Where everybody is found nothing more is asked. */
static KliBitmap *
find_any (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (n_numbers);
  guint32 missing = 0;

  for (guint i = 0; i < kli_filter_get_n_filters (filter) && !is_everybody (question, found, &missing); i++)
    {
      g_autoptr (KliBitmap) members = kli_members_find (question, kli_filter_get_filter (filter, i), n_numbers, error);

      if (members == NULL)
        return NULL;
      kli_bitmap_or (found, members);
    }

  return g_steal_pointer (&found);
}

static KliBitmap *
find_not (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error)
{
  g_autoptr (KliBitmap) members = kli_members_find (question, kli_filter_get_filter (filter, 0), n_numbers, error);
  g_autoptr (KliBitmap) found = kli_bitmap_new_full (n_numbers);

  if (members == NULL)
    return NULL;
  kli_bitmap_and_not (found, members);

  return g_steal_pointer (&found);
}

KliBitmap *
kli_members_find (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error)
{
  g_return_val_if_fail (question != NULL && filter != NULL, NULL);

  switch (kli_filter_get_operator (filter))
    {
    case KLI_FILTER_ALL: return find_all (question, filter, n_numbers, error);
    case KLI_FILTER_ANY: return find_any (question, filter, n_numbers, error);
    case KLI_FILTER_NOT: return find_not (question, filter, n_numbers, error);
    case KLI_FILTER_IS:
    default: return kli_leaf_answer (question, filter, error);
    }
}

gboolean
kli_members_count_contacts (KliConnection *connection, guint *count, GError **error)
{
  g_autoptr (KliBitmap) contacts = kli_bitmap_new (0);
  g_autofree char *any_kind = kli_fact_key ("kind", "");
  gint64 n_in_trash = 0;

  g_return_val_if_fail (connection != NULL && count != NULL, FALSE);

  if (!kli_member_set_read_all (connection, any_kind, contacts, error)
      || !kli_connection_get_integer (connection, "contact-trash-count", &n_in_trash, error))
    return FALSE;
  *count = (guint)MAX ((gint64)kli_bitmap_count (contacts) - n_in_trash, 0);

  return TRUE;
}
