/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown of the history: a search and three chips with menus: who, what, when. */
#pragma once

#include "model/kli-history-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_FILTER_BAR (kli_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryFilterBar, kli_history_filter_bar, KLI, HISTORY_FILTER_BAR, GtkWidget)

/* signal changed (KliHistoryFilterBar *bar): something else is asked for */

/* Returns: (transfer full): what is asked for now, of any record */
KliHistoryFilter *kli_history_filter_bar_dup_filter (KliHistoryFilterBar *self);
void kli_history_filter_bar_clear (KliHistoryFilterBar *self);
/* Everybody who can be chosen, NULL-terminated. */
void kli_history_filter_bar_set_people (KliHistoryFilterBar *self, const char *const *people);
/* Puts the cursor into the search entry. */
void kli_history_filter_bar_search (KliHistoryFilterBar *self);
/* The chips stand under the search, without their pictures. */
void kli_history_filter_bar_set_narrow (KliHistoryFilterBar *self, gboolean narrow);

G_END_DECLS
