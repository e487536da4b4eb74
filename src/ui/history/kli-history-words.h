/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the history in words: what was done, by whom, when, and what can be done about it. */
#pragma once

#include "model/kli-history-item.h"

G_BEGIN_DECLS

/* What can be done about an entry. */
typedef enum
{
  KLI_HISTORY_NOTHING,
  KLI_HISTORY_UNDO,
  KLI_HISTORY_REDO, /* it is an undo */
} KliHistoryDeed;

KliHistoryDeed kli_history_deed (KliStore *store, const KliHistoryEntry *entry);

/* Whether it merged two cards that perhaps can be taken apart again, whatever was changed since. */
gboolean kli_history_may_take_apart (KliStore *store, const KliHistoryEntry *entry);

/* "Changed contact “Ewa Lis”"; of a line of several edits how many there are. Returns: (transfer full) */
char *kli_history_item_title (KliHistoryItem *item);
char *kli_history_entry_title (const KliHistoryEntry *entry);
/* Who, and of an entry about many how many records. Returns: (transfer full) */
char *kli_history_item_second (KliHistoryItem *item);
/* "09:30". Returns: (transfer full) */
char *kli_history_time (const KliHistoryEntry *entry);
/* "Today", "Yesterday, 21 November", "Friday 20 November 2026". Returns: (transfer full) */
char *kli_history_day (KliDay day);

/* What became of an entry: "undone"; "" while it stands. @icon: (out): for the chip
 * Returns: (transfer none) */
const char *kli_history_fate (KliStore *store, const KliHistoryEntry *entry, const char **icon);
/* Of a line: only when all of its entries share it. */
const char *kli_history_item_fate (KliStore *store, KliHistoryItem *item, const char **icon);

const char *kli_history_item_icon (KliHistoryItem *item);

/* Today, by the clock: the history tells when things were really done. */
KliDay kli_history_today (void);

G_END_DECLS
