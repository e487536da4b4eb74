/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a table of records: a text, or the name with its picture, or the state of a contract. */
#pragma once

#include "model/kli-list-item.h"
#include "ui/shared/kli-list-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TABLE_CELL (kli_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (KliTableCell, kli_table_cell, KLI, TABLE_CELL, GtkBox)

/* @column: outlives it. @store: whose pictures it shows. Returns: (transfer floating) */
GtkWidget *kli_table_cell_new (const KliListColumn *column, KliStore *store);

/* Shows what its column shows of @row. */
void kli_table_cell_show (KliTableCell *self, const KliListRow *row);

G_END_DECLS
