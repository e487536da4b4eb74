/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of an import, as an item of a list: points into the preview. */
#pragma once

#include "ui/exchange/kli-import-preview.h"

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_ITEM (kli_import_item_get_type ())
G_DECLARE_FINAL_TYPE (KliImportItem, kli_import_item, KLI, IMPORT_ITEM, GObject)

/* signal changed (KliImportItem *item): something else is to be said about the record. */

/* Returns: (transfer full) */
KliImportItem *kli_import_item_new (KliImportPreview *preview, guint n);

/* Returns: (transfer none) */
KliImportPreview *kli_import_item_get_preview (KliImportItem *self);
guint kli_import_item_get_n (KliImportItem *self);

/* What the record is called; "" for one that could not be read. Returns: (transfer none) */
const char *kli_import_item_get_name (KliImportItem *self);
/* Of its file, from 1. */
guint kli_import_item_get_line (KliImportItem *self);
/* Where it stands: "Line 12", with the name of the file when there are several. Returns: (transfer full) */
char *kli_import_item_dup_place (KliImportItem *self);

/* By the list. */
void kli_import_item_changed (KliImportItem *self);

G_END_DECLS
