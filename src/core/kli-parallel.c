/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of reckoning on all processors: whoever is free takes the next part. The caller takes parts, too, and waits
 * only for those that somebody else has begun: a pool that is busy elsewhere, or has no threads, holds nobody up. */
#include "core/kli-parallel.h"

struct _KliParallel
{
  gatomicrefcount references;
  guint n;
  guint at_once;
  KliParallelFunc func;
  gpointer user_data;
  guint next; /* atomic: the first part that nobody has taken */
  guint n_parts;
  GMutex mutex;
  GCond cond;
  guint n_done; /* parts, under the mutex */
};

typedef KliParallel Work;

static void
work_unref (Work *work)
{
  if (!g_atomic_ref_count_dec (&work->references))
    return;

  g_mutex_clear (&work->mutex);
  g_cond_clear (&work->cond);
  g_free (work);
}

static void
note_done (Work *work, guint n)
{
  g_mutex_lock (&work->mutex);
  work->n_done += n;
  if (work->n_done == work->n_parts)
    g_cond_signal (&work->cond);
  g_mutex_unlock (&work->mutex);
}

/* Takes parts until none is left. */
static void
take_parts (Work *work)
{
  guint part, n = 0;

  for (; (part = (guint)g_atomic_int_add ((gint *)&work->next, 1)) < work->n_parts; n++)
    work->func (part * work->at_once, MIN ((part + 1) * work->at_once, work->n), work->user_data);
  if (n > 0)
    note_done (work, n);
}

static void
help (gpointer data, gpointer user_data)
{
  Work *work = data;

  take_parts (work);
  work_unref (work);
}

static gpointer
count_processors (gpointer unused)
{
  return GUINT_TO_POINTER (g_get_num_processors ());
}

/* Counted once: the C library opens a file of the system for it each time. */
guint
kli_parallel_get_n_processors (void)
{
  static GOnce once = G_ONCE_INIT;

  return GPOINTER_TO_UINT (g_once (&once, count_processors, NULL));
}

static gpointer
make_pool (gpointer unused)
{
  return g_thread_pool_new (help, NULL, (gint)kli_parallel_get_n_processors (), FALSE, NULL);
}

static void
ask_for_help (Work *work)
{
  static GOnce once = G_ONCE_INIT;
  GThreadPool *pool = g_once (&once, make_pool, NULL);

  for (guint n = MIN (kli_parallel_get_n_processors (), work->n_parts); n > 1; n--)
    {
      g_atomic_ref_count_inc (&work->references);
      g_thread_pool_push (pool, work, NULL); /* without a thread for it the caller will have done all of it */
    }
}

KliParallel *
kli_parallel_begin (guint n, guint at_once, KliParallelFunc func, gpointer user_data)
{
  Work *work;

  g_return_val_if_fail (at_once > 0 && func != NULL, NULL);

  work = g_new0 (Work, 1);
  g_atomic_ref_count_init (&work->references);
  g_mutex_init (&work->mutex);
  g_cond_init (&work->cond);
  work->n = n;
  work->at_once = at_once;
  work->func = func;
  work->user_data = user_data;
  work->n_parts = n / at_once + (n % at_once != 0);

  if (work->n_parts > 1)
    ask_for_help (work);

  return work;
}

void
kli_parallel_end (KliParallel *work)
{
  if (work == NULL)
    return;

  take_parts (work);
  g_mutex_lock (&work->mutex);
  while (work->n_done < work->n_parts)
    g_cond_wait (&work->cond, &work->mutex);
  g_mutex_unlock (&work->mutex);
  work_unref (work);
}

void
kli_parallel_run (guint n, guint at_once, KliParallelFunc func, gpointer user_data)
{
  g_return_if_fail (at_once > 0 && func != NULL);

  if (n > at_once)
    kli_parallel_end (kli_parallel_begin (n, at_once, func, user_data));
  else if (n > 0)
    func (0, n, user_data);
}
