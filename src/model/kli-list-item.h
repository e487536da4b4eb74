/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list: points at a record by its id and holds what the row shows of it. */
#pragma once

#include "store/kli-answer.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_LIST_ITEM (kli_list_item_get_type ())
G_DECLARE_FINAL_TYPE (KliListItem, kli_list_item, KLI, LIST_ITEM, GObject)

/* Main thread. Belongs to a place in its list: it may be told to show another record. The read-only
 * properties are the fields of KliListRow, called with - for _; whatever is different is notified, and then
 *
 * signal relabelled (KliListItem *item): once, after the notifications. */

/* Takes @row. Returns: (transfer full) */
KliListItem *kli_list_item_new (KliListRow *row);

/* By the list only. Takes @row. Returns: whether anything is different. */
gboolean kli_list_item_take_row (KliListItem *self, KliListRow *row);

gint64 kli_list_item_get_id (KliListItem *self);
/* Everything it shows; texts are never NULL. Returns: (transfer none): until it is relabelled. */
const KliListRow *kli_list_item_get_row (KliListItem *self);

G_END_DECLS
