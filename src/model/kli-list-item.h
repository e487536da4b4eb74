/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list: points at a record by its id; what a row shows of it is read when it is first asked for. */
#pragma once

#include "store/kli-answer.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KLI_TYPE_LIST_ITEM (kli_list_item_get_type ())
G_DECLARE_FINAL_TYPE (KliListItem, kli_list_item, KLI, LIST_ITEM, GObject)

/* Main thread. Belongs to a place in its list: it may be told to show another record.
 *
 * signal relabelled (KliListItem *item): what it shows may be different now */

gint64 kli_list_item_get_id (KliListItem *self);
/* Everything it shows; texts are never NULL, and empty when it could not be read. Reads a page of the list, unless that
 * was read already. Returns: (transfer none): until it is relabelled. */
const KliListRow *kli_list_item_get_row (KliListItem *self);

/* --- by its list only --- */

/* Gives @item its row (kli_list_item_take_row ()), and others that come cheaply with it. */
typedef void (*KliListItemReadFunc) (GObject *list, KliListItem *item);

/* @list: not held. Returns: (transfer full) */
KliListItem *kli_list_item_new (gint64 id, KliListItemReadFunc read, GObject *list);

gboolean kli_list_item_is_read (KliListItem *self);
/* Takes @row. */
void kli_list_item_take_row (KliListItem *self, KliListRow *row);
/* It stands for the record @id from now on, as that is now. kli_list_item_tell () says so, once all of the list do. */
void kli_list_item_point_at (KliListItem *self, gint64 id);
void kli_list_item_tell (KliListItem *self);

G_END_DECLS
