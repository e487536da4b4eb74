/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card comes out again of the one it was merged into, once it was seen what goes back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads what would go back and asks; says why when it cannot be. @id: the card that went, or the entry of the history
 * that merged it */
void kli_unmerge_ask (GtkWidget *widget, gint64 id);

G_END_DECLS
