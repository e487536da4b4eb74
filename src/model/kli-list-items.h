/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a list that somebody holds, by their places. Inside model/ only. */
#pragma once

#include "model/kli-list-item.h"

G_BEGIN_DECLS

/* Holds no item itself: one that is let go of is forgotten. Main thread. */
typedef struct _KliListItems KliListItems;

KliListItems *kli_list_items_new (void);
void kli_list_items_free (KliListItems *self);

/* The item at @position. Returns: (transfer none) (nullable) */
KliListItem *kli_list_items_get (KliListItems *self, guint position);
/* Returns: (transfer full) (nullable) */
KliListItem *kli_list_items_dup (KliListItems *self, guint position);
/* @item stands at @position, where none stands. */
void kli_list_items_add (KliListItems *self, guint position, KliListItem *item);

/* Where @item stands. Returns: FALSE when it was forgotten. */
gboolean kli_list_items_find (KliListItems *self, KliListItem *item, guint *position);

/* The places with an item, ascending. Returns: (transfer full) (element-type guint) */
GArray *kli_list_items_list (KliListItems *self);

/* At @position @n_removed places went and @n_added came: items that stood there are forgotten, those behind
 * stand elsewhere. */
void kli_list_items_shift (KliListItems *self, guint position, guint n_removed, guint n_added);

G_END_DECLS
