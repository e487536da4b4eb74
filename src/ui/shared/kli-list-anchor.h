/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a list view stands: it stays at the record it showed, and goes to the top for a new query (DESIGN 3). */
#pragma once

#include "model/kli-query-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ties the scroll place of @view, in a scrolled window and with rows of one height, to @list. Once, for the life of
 * both. */
void kli_list_anchor_follow (GtkWidget *view, KliQueryList *list);

/* Scrolls as little as shows the row at @position of @n_items; its place is arithmetic, GTK 4.8 cannot be asked. */
void kli_list_anchor_reveal (GtkWidget *view, guint n_items, guint position);

G_END_DECLS
