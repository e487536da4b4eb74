/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pressing the rows of a list view or a table: a row acts on the record it showed when the press began, and the list is
 * held still while a button is down or a row's menu is open (DESIGN 3). */
#pragma once

#include "model/kli-query-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_LIST_PRESS (kli_list_press_get_type ())
G_DECLARE_FINAL_TYPE (KliListPress, kli_list_press, KLI, LIST_PRESS, GObject)

/* Returns: (transfer full) (nullable): what the menu of the row of record @id offers. */
typedef GMenuModel *(*KliListMenuFunc) (gint64 id, gpointer user_data);

/* Listens on @view, a list view or a column view, whose model shows @list. Lives as long as its owner keeps it, and no
 * longer than the view.
 * signal clicked (KliListPress *self, gint64 id): a row was clicked once
 * signal opened (KliListPress *self, gint64 id): a row was clicked twice, or Enter pressed on it
 * Returns: (transfer full) */
KliListPress *kli_list_press_new (GtkWidget *view, KliQueryList *list);

/* Secondary click, long press, the Menu key and Shift+F10. */
void kli_list_press_set_menu (KliListPress *self, KliListMenuFunc func, gpointer user_data);

/* By a row, or a cell, when it is bound: the item that it shows from now on and keeps; NULL when it is unbound, and
 * before it goes. @relabelled: void (*) (ROW *row, KliListItem *item), the same every time: called at once, and
 * whenever the item is relabelled. */
void kli_list_press_set_row_item (GtkWidget *row, KliListItem *item, GCallback relabelled);

G_END_DECLS
