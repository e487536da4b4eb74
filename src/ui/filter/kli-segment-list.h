/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved segments in the sidebar, each with how many contacts it finds now. */
#pragma once

#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_SEGMENT_LIST (kli_segment_list_get_type ())
G_DECLARE_FINAL_TYPE (KliSegmentList, kli_segment_list, KLI, SEGMENT_LIST, GtkWidget)

/* It reads the segments and counts what they find in the background, and again after every change of the store; it is
 * hidden while there are none. A press activates "win.open-segment" with the id; the menu of a row
 * "win.rename-segment", "win.change-segment" and "win.delete-segment", too, and "win.move-segment" with the id and the
 * place, as does dragging a row. Made by a template. */

/* @store: (nullable) */
void kli_segment_list_set_store (KliSegmentList *list, KliStore *store);

/* The segment @id, its name and query. Returns: (transfer none) (nullable): NULL when it is not there (yet). */
const KliRow *kli_segment_list_find (KliSegmentList *list, gint64 id);

/* Marks the segment @id as chosen, none for 0, without activating anything. */
void kli_segment_list_select (KliSegmentList *list, gint64 id);

G_END_DECLS
