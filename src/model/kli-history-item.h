/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the history: an entry, or several edits of one record that followed each other. */
#pragma once

#include "core/kli-day.h"
#include "model/kli-history-details.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_ITEM (kli_history_item_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryItem, kli_history_item, KLI, HISTORY_ITEM, GObject)

/* Main thread.
 * signal changed (KliHistoryItem *item): something that it tells is different, its place in its day included */

guint kli_history_item_get_n_entries (KliHistoryItem *self);
/* The @n-th entry, newest first. Returns: (transfer none) (nullable): until "changed" */
const KliHistoryEntry *kli_history_item_get_entry (KliHistoryItem *self, guint n);
/* Returns: (transfer none) (nullable): by its id */
const KliHistoryEntry *kli_history_item_find_entry (KliHistoryItem *self, gint64 id);

/* How many records an entry about many is about, 0 when that is not known, or it is about one. */
guint kli_history_item_get_n_made (KliHistoryItem *self);
guint kli_history_item_get_n_changed (KliHistoryItem *self);

/* The day on which it was done, in local time, and whether it is the first or the last line of it. */
KliDay kli_history_item_get_day (KliHistoryItem *self);
gboolean kli_history_item_is_first_of_day (KliHistoryItem *self);
gboolean kli_history_item_is_last_of_day (KliHistoryItem *self);

/* Whether it is open: kept here, since the row that shows it is another one after scrolling. */
gboolean kli_history_item_is_open (KliHistoryItem *self);
void kli_history_item_set_open (KliHistoryItem *self, gboolean open);

/* What its @n-th entry changed, read when it is first asked for and kept. @owner: as for kli_history_details_new()
 * Returns: (transfer none) (nullable) */
KliHistoryDetails *
kli_history_item_get_details (KliHistoryItem *self, guint n, KliStore *store, gint64 owner, KliLanguage language);

G_END_DECLS
