/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edit beside the same rows written bare. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Renames contacts of the store @path, which nobody has open, through the library and bare by turns. Afterwards it
 * is a store to throw away. */
void bench_edits (const char *path, guint n_times);

G_END_DECLS
