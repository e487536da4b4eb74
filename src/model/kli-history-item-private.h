/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and changing the lines of the history, for their list. Inside model/ only. */
#pragma once

#include "model/kli-history-item.h"

G_BEGIN_DECLS

/* Takes @entry. Returns: (transfer full) */
KliHistoryItem *kli_history_item_new (KliHistoryEntry *entry, guint n_made, guint n_changed);

/* Whether an older or a newer entry is part of the same line. */
gboolean kli_history_item_continues (KliHistoryItem *self, const KliHistoryEntry *entry);
/* Takes @entry, which continues it. */
void kli_history_item_add (KliHistoryItem *self, KliHistoryEntry *entry);

/* Takes @entry, which is one of its own read anew. */
void kli_history_item_replace (KliHistoryItem *self, KliHistoryEntry *entry);

void kli_history_item_set_place (KliHistoryItem *self, gboolean first_of_day, gboolean last_of_day);

G_END_DECLS
