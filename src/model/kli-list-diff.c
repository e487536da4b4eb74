/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What turned one answer into another. Both are walked side by side; where they differ, the cheapest way to agree
 * again is taken. That is not always the shortest list of steps, but always a true one, and of a million rows
 * of which a few differ it costs one pass. */
#include "model/kli-list-diff.h"

typedef struct
{
  const KliAnswer *old, *new;
  guint n_old, n_new;
  guint i, j; /* how far each was walked */
  guint left; /* rows that may still leave or come */
  GArray *steps;
} Walk;

static gboolean
step (Walk *walk, guint n_removed, guint n_added)
{
  KliListStep made = { .position = walk->j, .n_removed = n_removed, .n_added = n_added };

  if (n_removed + n_added > walk->left)
    return FALSE;
  walk->left -= n_removed + n_added;
  walk->i += n_removed;
  walk->j += n_added;
  made.front = walk->j;
  made.rest = walk->i;
  g_array_append_val (walk->steps, made);

  return TRUE;
}

/* The cheapest way to agree again: the fewest rows that have to leave and come before both sides show the same
 * record. */
static gboolean
step_at_difference (Walk *walk)
{
  for (guint cost = 1; cost <= walk->left; cost++)
    for (guint leave = 0; leave <= cost; leave++)
      {
        guint come = cost - leave;

        if (walk->i + leave < walk->n_old && walk->j + come < walk->n_new
            && kli_answer_get_id (walk->old, walk->i + leave) == kli_answer_get_id (walk->new, walk->j + come))
          return (leave == 0 || step (walk, leave, 0)) && (come == 0 || step (walk, 0, come));
      }

  /* They do not meet again: all the rest is different. */
  return step (walk, walk->n_old - walk->i, 0) && step (walk, 0, walk->n_new - walk->j);
}

gboolean
kli_list_diff (const KliAnswer *old, const KliAnswer *new, guint limit, GArray *steps)
{
  Walk walk = { old, new, 0, 0, 0, 0, limit, steps };

  g_return_val_if_fail (old != NULL && new != NULL &&steps != NULL, FALSE);

  walk.n_old = kli_answer_get_n_items (old);
  walk.n_new = kli_answer_get_n_items (new);
  while (TRUE)
    {
      guint n_same = kli_answer_count_same (old, walk.i, new, walk.j);

      walk.i += n_same;
      walk.j += n_same;
      if (walk.i == walk.n_old || walk.j == walk.n_new)
        break;
      if (!step_at_difference (&walk))
        return FALSE;
    }

  return (walk.i == walk.n_old || step (&walk, walk.n_old - walk.i, 0))
         && (walk.j == walk.n_new || step (&walk, 0, walk.n_new - walk.j));
}
