/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who names a record, by whatever column was declared for it. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* @row: names the record in one of its columns, deleted or not. Returns: FALSE with @error set to stop. */
typedef gboolean (*KliNamingFunc) (const KliRow *row, gpointer user_data, GError **error);

/* Calls @func for every row of any kind that names @id; for one that does so twice, twice. Nothing may be written
 * meanwhile. Returns: FALSE with @error set. */
gboolean
kli_naming_foreach (KliConnection *connection, gint64 id, KliNamingFunc func, gpointer user_data, GError **error);

G_END_DECLS
