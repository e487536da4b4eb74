/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece of reckoning on all processors. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does the work of the places from @first to before @end. */
typedef void (*KliParallelFunc) (guint first, guint end, gpointer user_data);

/* Has @func do the places from 0 to before @n, at most @at_once in each call, each place once and in no certain order,
 * in the caller's thread and in as many others as there are processors besides. Returns when all of it is done. What
 * @func does must be its own: no connection, no place but those it was given. Any thread. */
void kli_parallel_run (guint n, guint at_once, KliParallelFunc func, gpointer user_data);

/* The same while the caller does something else: begins it in the other threads, and does what nobody has begun yet,
 * and waits for the rest, when it is ended. What is small waits for its end altogether. */
typedef struct _KliParallel KliParallel;

KliParallel *kli_parallel_begin (guint n, guint at_once, KliParallelFunc func, gpointer user_data);
/* @work: (transfer full) (nullable) */
void kli_parallel_end (KliParallel *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliParallel, kli_parallel_end)

/* How much is done at the same time at most. Any thread. */
guint kli_parallel_get_n_processors (void);

G_END_DECLS
