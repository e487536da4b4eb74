/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a list, one under the other, each in a row of one height: comfortable rows, or a table. */
#pragma once

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-list-look.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_RECORD_ROWS (kli_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (KliRecordRows, kli_record_rows, KLI, RECORD_ROWS, AdwBin)

/* property table (gboolean): whether they are a table, where look->columns say what that is
 * property order (string): by which the list is asked for; set by a press on the head of a column, too */

/* Made by a template; then once. @look: static
 * signal opened (KliRecordRows *self, gint64 id): a row was clicked or activated; also while many are selected */
void kli_record_rows_set_up (KliRecordRows *self, const KliListLook *look, KliStore *store, KliIdSelection *selection);

/* Which columns the table has, once there was one: a menu of the actions "columns.…", and those.
 * Returns: (transfer full) (nullable) */
GMenuModel *kli_record_rows_create_columns_menu (KliRecordRows *self);
/* Returns: (transfer none) (nullable) */
GActionGroup *kli_record_rows_get_columns (KliRecordRows *self);

/* Scrolls as little as shows the row at @position. */
void kli_record_rows_reveal (KliRecordRows *self, guint position);

G_END_DECLS
