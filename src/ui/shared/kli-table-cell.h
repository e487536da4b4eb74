/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a table of records: a text, or the name with its picture, or the state of a contract. */
#pragma once

#include "model/kli-list-item.h"
#include "ui/shared/kli-list-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TABLE_CELL (kli_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (KliTableCell, kli_table_cell, KLI, TABLE_CELL, GtkBox)

/* @look, @column: static. Returns: (transfer floating) */
GtkWidget *kli_table_cell_new (const KliListLook *look, const KliListColumn *column);

/* Shows @item and follows it when it is relabelled. @store, @item: (nullable): NULL lets go of the one before */
void kli_table_cell_set_item (KliTableCell *self, KliStore *store, KliListItem *item);

G_END_DECLS
