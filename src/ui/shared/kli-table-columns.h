/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table of records: what each of them shows, and how somebody arranged them. */
#pragma once

#include "ui/shared/kli-list-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @described: is to live as long as @column */
void kli_table_column_set_described (GtkColumnViewColumn *column, const KliListColumn *described);
/* Returns: (transfer none) */
const KliListColumn *kli_table_column_get_described (GtkColumnViewColumn *column);

/* The column of @view with the id @id of what describes it. Returns: (transfer none) (nullable) */
GtkColumnViewColumn *kli_table_columns_find (GtkColumnView *view, const char *id);

/* Keeps under @key of @settings which columns @view shows, in their order and as wide as they are. */
void kli_table_columns_save (GtkColumnView *view, GSettings *settings, const char *key);
/* Arranges those of @view as they were kept; columns that are new since stand where they are described. */
void kli_table_columns_arrange (GtkColumnView *view, GSettings *settings, const char *key);

G_END_DECLS
