/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed, read in the background when somebody looks. */
#pragma once

#include "core/kli-language.h"
#include "operations/kli-history-lines.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_DETAILS (kli_history_details_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryDetails, kli_history_details, KLI, HISTORY_DETAILS, GObject)

/* Main thread.
 * signal changed (KliHistoryDetails *details): more lines are there, or reading has failed */

/* Reads the first page. @owner: only what concerns this record; 0: everything. Returns: (transfer full) */
KliHistoryDetails *
kli_history_details_new (KliStore *store, const KliHistoryEntry *entry, gint64 owner, KliLanguage language);

/* Returns: (transfer none) (element-type KliHistoryLine): those that are there */
const GPtrArray *kli_history_details_get_lines (KliHistoryDetails *self);
gboolean kli_history_details_is_loading (KliHistoryDetails *self);
/* Whether there are more: kli_history_details_load_more() reads them. */
gboolean kli_history_details_has_more (KliHistoryDetails *self);
void kli_history_details_load_more (KliHistoryDetails *self);
/* Why the lines could not be read. Returns: (transfer none) (nullable) */
const GError *kli_history_details_get_error (KliHistoryDetails *self);

G_END_DECLS
