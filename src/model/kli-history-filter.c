/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entries of the history a person wants to see. */
#include "model/kli-history-filter.h"

KliHistoryFilter *
kli_history_filter_new (void)
{
  KliHistoryFilter *filter = g_new0 (KliHistoryFilter, 1);

  filter->who = g_strdup ("");
  filter->text = g_strdup ("");
  filter->group = -1;
  filter->until = G_MAXINT64;

  return filter;
}

KliHistoryFilter *
kli_history_filter_copy (const KliHistoryFilter *filter)
{
  KliHistoryFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);

  copy = g_memdup2 (filter, sizeof *filter);
  copy->who = g_strdup (filter->who);
  copy->text = g_strdup (filter->text);

  return copy;
}

void
kli_history_filter_free (KliHistoryFilter *filter)
{
  if (filter == NULL)
    return;

  g_free (filter->who);
  g_free (filter->text);
  g_free (filter);
}

gboolean
kli_history_filter_equal (const KliHistoryFilter *a, const KliHistoryFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->owner == b->owner && a->group == b->group && a->since == b->since && a->until == b->until
         && a->language == b->language && g_str_equal (a->who, b->who) && g_str_equal (a->text, b->text);
}

gboolean
kli_history_filter_is_set (const KliHistoryFilter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  return *filter->who != '\0' || *filter->text != '\0' || filter->group >= 0 || filter->since != 0
         || filter->until != G_MAXINT64;
}
