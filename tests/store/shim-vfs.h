/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer under SQLite that can fail any operation on a file, and can cut the power: what was not
 * flushed is undone, and a random part of it comes back in torn sectors (RELIABILITY M3). */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  SHIM_OPEN,
  SHIM_READ,
  SHIM_WRITE,
  SHIM_TRUNCATE,
  SHIM_SYNC,
  SHIM_DELETE,
} ShimOperation;

/* Called before every operation, under one lock, on any thread.
 * Returns: SQLITE_OK to let it happen, or the result it shall have instead. */
typedef int (*ShimFunc) (ShimOperation operation, const char *name, gpointer user_data);

/* Becomes SQLite's default. Nothing is really flushed from then on: no test of ours outlives its machine. */
void shim_vfs_install (ShimFunc func, gpointer user_data);

/* Before g_test_init: makes the temporary files in memory where the system has such a folder. What a disk
 * does is simulated, so a real one would only be slow. */
void shim_vfs_use_memory (void);

/* From within the function only: loses what was not flushed, but for a random part of it. The process
 * must end at once afterwards. */
void shim_vfs_cut (GRand *rand);

G_END_DECLS
