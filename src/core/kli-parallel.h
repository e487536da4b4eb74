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

G_END_DECLS
