/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list for GTK, newest first: it grows page by page while it is looked at, and at its beginning with
 * every edit. */
#pragma once

#include "model/kli-history-filter.h"
#include "model/kli-history-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_LIST (kli_history_list_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryList, kli_history_list, KLI, HISTORY_LIST, GObject)

/* A GListModel of KliHistoryItem. Main thread; everything is read in the background.
 *
 * property loading (gboolean): whether something is being read
 * signal failed (KliHistoryList *list, GError *error): the list is as it was */

/* Nothing is read before a filter is set. */
KliHistoryList *kli_history_list_new (KliStore *store);

/* Shows what fits @filter instead; the list stays as it is until the first page is there. */
void kli_history_list_set_filter (KliHistoryList *self, const KliHistoryFilter *filter);
/* Returns: (transfer none) (nullable) */
const KliHistoryFilter *kli_history_list_get_filter (KliHistoryList *self);

/* Reads the next page, unless one is on its way or there is none. */
void kli_history_list_load_more (KliHistoryList *self);

gboolean kli_history_list_is_loading (KliHistoryList *self);
/* Whether a page has been there since the filter was set: before that an empty list says nothing. */
gboolean kli_history_list_is_answered (KliHistoryList *self);
/* Whether the oldest entry that fits has been read. */
gboolean kli_history_list_is_complete (KliHistoryList *self);

/* Returns: the position of the line that has the entry @id, -1 when it has not been read */
int kli_history_list_find (KliHistoryList *self, gint64 id);

G_END_DECLS
