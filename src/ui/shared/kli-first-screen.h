/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not needed for the first paint comes after it. */
#pragma once

#include "model/kli-query-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When @list shows only the beginning of an answer, it is held until @view has painted it: the rest is read and
 * announced then. For as long as @view is there. */
void kli_first_screen_follow (GtkWidget *view, KliQueryList *list);

/* How many rows of at least @row_height fill the highest monitor there is. */
guint kli_first_screen_count (int row_height);

G_END_DECLS
