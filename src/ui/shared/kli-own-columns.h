/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that the fields of the business give a table of contacts, kept up to date: those that are in use. Main
 * thread only. */
#pragma once

#include "store/kli-store.h"
#include "ui/shared/kli-list-look.h"

G_BEGIN_DECLS

#define KLI_TYPE_OWN_COLUMNS (kli_own_columns_get_type ())
G_DECLARE_FINAL_TYPE (KliOwnColumns, kli_own_columns, KLI, OWN_COLUMNS, GObject)

/* signal changed (KliOwnColumns *columns): one came, went, or is called otherwise */

/* Without any until the fields were read, in the background. Returns: (transfer full) */
KliOwnColumns *kli_own_columns_new (KliStore *store);

/* In the order of the fields, hidden at first. A field has the same column as long as @self lives, by whatever name.
 * Returns: (transfer none) (element-type KliListColumn): until it changes */
const GPtrArray *kli_own_columns_get (KliOwnColumns *self);

/* Whether the settings mean such a column by @id. */
gboolean kli_own_columns_is_id (const char *id);

G_END_DECLS
