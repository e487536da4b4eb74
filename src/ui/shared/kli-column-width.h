/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The width of a column of a table, which it keeps while it is not shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: in pixels, -1: by itself */
int kli_column_width_get (GtkColumnViewColumn *column);

/* Shows @column or not, and gives it a width for when it is. */
void kli_column_width_set (GtkColumnViewColumn *column, gboolean visible, int width);

/* After @column was shown or hidden by somebody else: its width is brought back or kept aside. */
void kli_column_width_follow (GtkColumnViewColumn *column);

/* @width, for text of the usual size, for text of the size that is set. */
int kli_column_width_scale (int width);

G_END_DECLS
