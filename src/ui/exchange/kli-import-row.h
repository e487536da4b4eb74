/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the import preview: whom a record is about, what becomes of it and why, and what the person says to that. */
#pragma once

#include "ui/exchange/kli-import-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_ROW (kli_import_row_get_type ())
G_DECLARE_FINAL_TYPE (KliImportRow, kli_import_row, KLI, IMPORT_ROW, GtkBox)

GtkWidget *kli_import_row_new (void);

/* Shows @item and follows it. @item: (nullable) */
void kli_import_row_set_item (KliImportRow *self, KliImportItem *item);

G_END_DECLS
