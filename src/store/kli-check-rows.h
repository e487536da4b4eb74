/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every row of a store's tables, for digests and checks that look at everything. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* @row: standing on a row of @table. Returns: FALSE with @error set to stop. */
typedef gboolean (*KliRowFunc) (const char *table, KliStatement *row, gpointer user_data, GError **error);

/* Every row of every table of the file, the shadow tables of the search included, in a fixed order.
 * Stops when the connection is cancelled. */
gboolean kli_check_foreach_row (KliConnection *connection, KliRowFunc func, gpointer user_data, GError **error);

/* What a digest under this name in store_state says of the rest of the file. */
#define KLI_COPY_DIGEST "copy_digest"

/* Returns: (transfer full) (nullable): SHA-256 in hex over every value of every row but the one named
 * KLI_COPY_DIGEST; NULL with @error set. */
char *kli_check_digest (KliConnection *connection, GError **error);

G_END_DECLS
