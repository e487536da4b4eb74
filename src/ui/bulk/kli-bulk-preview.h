/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change to many records would do, counted before anything is written: "8 will change, 2 are so already". */
#pragma once

#include "operations/kli-bulk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_BULK_PREVIEW (kli_bulk_preview_get_type ())
G_DECLARE_FINAL_TYPE (KliBulkPreview, kli_bulk_preview, KLI, BULK_PREVIEW, AdwBin)

/* property n-changes (guint): how many records would change; 0 while that is not known */

/* What @n of them come to: "%s will change". Returns: (transfer none): a translated format with a %s for the number */
typedef const char *(*KliBulkCountWords) (guint n);

/* Returns: (transfer floating) */
GtkWidget *kli_bulk_preview_new (KliStore *store, KliBulkCountWords words);

/* Counts what @bulk would do, in the background, instead of the one before. @bulk: (nullable): nothing is said */
void kli_bulk_preview_show (KliBulkPreview *self, KliBulk *bulk);

guint kli_bulk_preview_get_n_changes (KliBulkPreview *self);

G_END_DECLS
