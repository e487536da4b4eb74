/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a view are on the screen, or nearly: GTK keeps some two hundred, of which twenty are seen. Rows are of
 * one height (DESIGN 3), so that it is arithmetic. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _KliLazyRow KliLazyRow;

#define KLI_TYPE_SIGHT (kli_sight_get_type ())
G_DECLARE_FINAL_TYPE (KliSight, kli_sight, KLI, SIGHT, GObject)

/* @view: a GtkListView or GtkColumnView that has its adjustment: in its scrolled window
 * @row_height: in pixels: no row is lower
 * Returns: (transfer full) */
KliSight *kli_sight_new (GtkWidget *view, int row_height);

gboolean kli_sight_contains (KliSight *self, guint position);

/* By a row out of sight, each time that it stands for another record: it is told by kli_lazy_row_come () once it comes
 * into sight, and by kli_lazy_row_name () when nothing else is to be done, unless it does not wait any more by then. */
void kli_sight_wait (KliSight *self, KliLazyRow *row);
void kli_sight_forget (KliSight *self, KliLazyRow *row);

/* What rows measure by that have no content of their own yet: one that has. Returns: (transfer none) (nullable) */
GtkWidget *kli_sight_get_sample (KliSight *self);
void kli_sight_set_sample (KliSight *self, GtkWidget *content);

G_END_DECLS
