/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a list as a table: columns that are chosen, moved, resized, and sorted by a press on their heads. */
#pragma once

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-list-look.h"
#include "ui/shared/kli-row-checks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_RECORD_TABLE (kli_record_table_get_type ())
G_DECLARE_FINAL_TYPE (KliRecordTable, kli_record_table, KLI, RECORD_TABLE, AdwBin)

/* property order (string): the order by which it is sorted, as a query calls it; set by a press, and from outside */

/* Its columns are as they were left (look->columns_key of the settings).
 * @look: static
 * Returns: (transfer floating) */
GtkWidget *kli_record_table_new (const KliListLook *look, KliStore *store, KliRowChecks *checks);

/* Returns: (transfer none): where the rows are. */
GtkWidget *kli_record_table_get_view (KliRecordTable *self);

/* @selection: (nullable): NULL while the table is not in view: it then holds no rows */
void kli_record_table_set_model (KliRecordTable *self, KliIdSelection *selection);

/* Which columns there are, to be shown or not: a menu of the actions "columns.…". Returns: (transfer full) */
GMenuModel *kli_record_table_create_menu (KliRecordTable *self);
GActionGroup *kli_record_table_get_actions (KliRecordTable *self);

G_END_DECLS
