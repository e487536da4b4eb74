/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written whole or not at all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes all that belongs into the file to @stream, which it leaves open. Returns: FALSE with @error set */
typedef gboolean (*KliFillFunc) (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error);

/* Replaces @file by what @fill writes when everything has been written and not before: otherwise the file that was
 * there stays. Only its owner may read the new one. Blocks; any thread. @cancellable: (nullable)
 * Returns: FALSE with @error set */
gboolean
kli_replace_file (GFile *file, KliFillFunc fill, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
