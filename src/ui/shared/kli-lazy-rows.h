/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a view that do not show their records yet: GTK keeps some two hundred, of which twenty are seen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _KliLazyRow KliLazyRow;

#define KLI_TYPE_LAZY_ROWS (kli_lazy_rows_get_type ())
G_DECLARE_FINAL_TYPE (KliLazyRows, kli_lazy_rows, KLI, LAZY_ROWS, GObject)

/* Of one list view or table. Returns: (transfer full) */
KliLazyRows *kli_lazy_rows_new (void);

/* By a row that was given a place on the screen: it is told by kli_lazy_row_come () before the frame is painted. */
void kli_lazy_rows_place (KliLazyRows *self, KliLazyRow *row);
/* By a row, which is told by kli_lazy_row_name () when nothing else is to be done. Those of one page come together: the
 * first has it read. */
void kli_lazy_rows_name (KliLazyRows *self, KliLazyRow *row);

/* What rows measure by that have no content of their own yet: one that has. Returns: (transfer none) (nullable) */
GtkWidget *kli_lazy_rows_get_sample (KliLazyRows *self);
void kli_lazy_rows_set_sample (KliLazyRows *self, GtkWidget *content);

G_END_DECLS
