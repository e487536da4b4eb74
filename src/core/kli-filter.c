/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions combined with and, or and not, in one form for each meaning of the combination. */
#include "core/kli-filter.h"

#include <string.h>

struct _KliFilter
{
  gatomicrefcount references;
  KliFilterOperator op;
  const KliCondition *condition; /* of a leaf */
  char *argument;                /* of a leaf */
  GPtrArray *filters;            /* KliFilter, of the others */
};

G_DEFINE_BOXED_TYPE (KliFilter, kli_filter, kli_filter_ref, kli_filter_unref)

static KliFilter *
filter_new (KliFilterOperator op)
{
  KliFilter *filter = g_new0 (KliFilter, 1);

  g_atomic_ref_count_init (&filter->references);
  filter->op = op;
  if (op != KLI_FILTER_IS)
    filter->filters = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  return filter;
}

KliFilter *
kli_filter_ref (KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  g_atomic_ref_count_inc (&filter->references);

  return filter;
}

void
kli_filter_unref (KliFilter *filter)
{
  g_return_if_fail (filter != NULL);

  if (!g_atomic_ref_count_dec (&filter->references))
    return;

  g_free (filter->argument);
  g_clear_pointer (&filter->filters, g_ptr_array_unref);
  g_free (filter);
}

KliFilter *
kli_filter_new (const char *condition, const char *argument)
{
  const KliCondition *known;
  KliFilter *filter;

  g_return_val_if_fail (condition != NULL && argument != NULL, NULL);
  known = kli_condition_find (condition);
  g_return_val_if_fail (known != NULL && kli_condition_accepts (known, argument), NULL);

  filter = filter_new (KLI_FILTER_IS);
  filter->condition = known;
  filter->argument = g_strdup (argument);

  return filter;
}

/* Puts @added in its place among the parts of @filter, which is being made; the parts of an equal combination
 * instead of itself. */
static void
add_part (KliFilter *filter, KliFilter *added)
{
  guint place = 0;

  if (added->op == filter->op)
    {
      for (guint i = 0; i < added->filters->len; i++)
        add_part (filter, g_ptr_array_index (added->filters, i));
      return;
    }

  while (place < filter->filters->len && kli_filter_compare (g_ptr_array_index (filter->filters, place), added) < 0)
    place++;
  if (place == filter->filters->len || !kli_filter_equal (g_ptr_array_index (filter->filters, place), added))
    g_ptr_array_insert (filter->filters, (gint)place, kli_filter_ref (added));
}

static KliFilter *
combine (KliFilterOperator op, KliFilter *const *filters, guint n_filters)
{
  g_autoptr (KliFilter) filter = filter_new (op);

  for (guint i = 0; i < n_filters; i++)
    add_part (filter, filters[i]);
  if (filter->filters->len == 1)
    return kli_filter_ref (g_ptr_array_index (filter->filters, 0));

  return g_steal_pointer (&filter);
}

KliFilter *
kli_filter_all (KliFilter *const *filters, guint n_filters)
{
  g_return_val_if_fail (filters != NULL || n_filters == 0, NULL);

  return combine (KLI_FILTER_ALL, filters, n_filters);
}

KliFilter *
kli_filter_any (KliFilter *const *filters, guint n_filters)
{
  g_return_val_if_fail (filters != NULL || n_filters == 0, NULL);

  return combine (KLI_FILTER_ANY, filters, n_filters);
}

KliFilter *
kli_filter_not (KliFilter *filter)
{
  KliFilter *opposite;

  g_return_val_if_fail (filter != NULL, NULL);

  if (filter->op == KLI_FILTER_NOT)
    return kli_filter_ref (g_ptr_array_index (filter->filters, 0));
  opposite = filter_new (KLI_FILTER_NOT);
  g_ptr_array_add (opposite->filters, kli_filter_ref (filter));

  return opposite;
}

KliFilterOperator
kli_filter_get_operator (const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL, KLI_FILTER_ALL);

  return filter->op;
}

const KliCondition *
kli_filter_get_condition (const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL && filter->op == KLI_FILTER_IS, NULL);

  return filter->condition;
}

const char *
kli_filter_get_argument (const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL && filter->op == KLI_FILTER_IS, NULL);

  return filter->argument;
}

guint
kli_filter_get_n_filters (const KliFilter *filter)
{
  g_return_val_if_fail (filter != NULL, 0);

  return filter->filters != NULL ? filter->filters->len : 0;
}

KliFilter *
kli_filter_get_filter (const KliFilter *filter, guint n)
{
  g_return_val_if_fail (n < kli_filter_get_n_filters (filter), NULL);

  return g_ptr_array_index (filter->filters, n);
}

KliFilter *
kli_filter_replace_leaves (KliFilter *filter, KliLeafFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) parts = NULL;
  KliFilter *leaf;

  g_return_val_if_fail (filter != NULL && func != NULL, NULL);

  if (filter->op == KLI_FILTER_IS)
    {
      leaf = func (filter, user_data);
      return leaf != NULL ? leaf : kli_filter_ref (filter);
    }

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  for (guint i = 0; i < filter->filters->len; i++)
    g_ptr_array_add (parts, kli_filter_replace_leaves (g_ptr_array_index (filter->filters, i), func, user_data));

  return filter->op == KLI_FILTER_NOT ? kli_filter_not (g_ptr_array_index (parts, 0))
                                      : combine (filter->op, (KliFilter *const *)parts->pdata, parts->len);
}

gboolean
kli_filter_is_everything (const KliFilter *filter)
{
  return kli_filter_get_operator (filter) == KLI_FILTER_ALL && kli_filter_get_n_filters (filter) == 0;
}

/* --- comparing -------------------------------------------------------------------------------------------- */

static int
compare_leaves (const KliFilter *a, const KliFilter *b)
{
  int order = strcmp (a->condition->name, b->condition->name);

  return order != 0 ? order : strcmp (a->argument, b->argument);
}

int
kli_filter_compare (const KliFilter *a, const KliFilter *b)
{
  int order = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a == b)
    return 0;
  if (a->op != b->op)
    return a->op < b->op ? -1 : 1;
  if (a->op == KLI_FILTER_IS)
    return compare_leaves (a, b);

  for (guint i = 0; order == 0 && i < MIN (a->filters->len, b->filters->len); i++)
    order = kli_filter_compare (g_ptr_array_index (a->filters, i), g_ptr_array_index (b->filters, i));

  return order != 0 ? order : (a->filters->len > b->filters->len) - (a->filters->len < b->filters->len);
}

gboolean
kli_filter_equal (const KliFilter *a, const KliFilter *b)
{
  return kli_filter_compare (a, b) == 0;
}

guint
kli_filter_hash (const KliFilter *filter)
{
  guint hash;

  g_return_val_if_fail (filter != NULL, 0);

  if (filter->op == KLI_FILTER_IS)
    return g_str_hash (filter->condition->name) * 31 + g_str_hash (filter->argument);

  hash = filter->op;
  for (guint i = 0; i < filter->filters->len; i++)
    hash = hash * 31 + kli_filter_hash (g_ptr_array_index (filter->filters, i));

  return hash;
}
