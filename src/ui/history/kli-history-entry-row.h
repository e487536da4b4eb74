/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the history: what was done, by whom, when, and what it changed when it is open. */
#pragma once

#include "model/kli-history-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_ENTRY_ROW (kli_history_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryEntryRow, kli_history_entry_row, KLI, HISTORY_ENTRY_ROW, GtkBox)

/* Its buttons activate "win.undo-entry" with the id of the entry, and open and close the line. It follows the
 * KliDetailPane around it. */
GtkWidget *kli_history_entry_row_new (KliStore *store);

/* @item: (nullable): NULL lets go of the one before. @owner: the record the history is about, 0 for all */
void kli_history_entry_row_set_item (KliHistoryEntryRow *self, KliHistoryItem *item, gint64 owner);

G_END_DECLS
