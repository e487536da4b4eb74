/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which record of a list is selected: by its id, wherever its row moves. */
#pragma once

#include "model/kli-query-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_ID_SELECTION (kli_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (KliIdSelection, kli_id_selection, KLI, ID_SELECTION, GObject)

/* A GtkSelectionModel over a KliQueryList with at most one record selected. A record stays selected when its row
 * moves, and when it is not in the list at the moment: then no row is marked, and it is marked again when it
 * comes back. GTK's own selections go by position and ask for every item.
 *
 * properties: model (KliQueryList); selected-id (gint64): 0 for none; n-items */

/* @list: (nullable) (transfer none) */
KliIdSelection *kli_id_selection_new (KliQueryList *list);

/* Returns: (transfer none) (nullable) */
KliQueryList *kli_id_selection_get_list (KliIdSelection *self);
/* Keeps what is selected. @list: (nullable) */
void kli_id_selection_set_list (KliIdSelection *self, KliQueryList *list);

gint64 kli_id_selection_get_selected_id (KliIdSelection *self);
void kli_id_selection_set_selected_id (KliIdSelection *self, gint64 id);
/* Returns: where the selected record stands, or GTK_INVALID_LIST_POSITION. */
guint kli_id_selection_get_position (KliIdSelection *self);

G_END_DECLS
