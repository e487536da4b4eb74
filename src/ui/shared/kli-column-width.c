/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 keeps room for columns that are not shown, if they have a width: theirs is kept aside. */
#include "ui/shared/kli-column-width.h"

#define WIDTH_KEY "kli-width"

static int
get_kept (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH_KEY));
}

int
kli_column_width_get (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), -1);

  return gtk_column_view_column_get_visible (column) ? gtk_column_view_column_get_fixed_width (column)
                                                     : get_kept (column);
}

void
kli_column_width_set (GtkColumnViewColumn *column, gboolean visible, int width)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
  gtk_column_view_column_set_visible (column, visible);
  gtk_column_view_column_set_fixed_width (column, visible ? width : -1);
}

void
kli_column_width_follow (GtkColumnViewColumn *column)
{
  gboolean visible;

  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  visible = gtk_column_view_column_get_visible (column);
  kli_column_width_set (column, visible, visible ? get_kept (column) : gtk_column_view_column_get_fixed_width (column));
}

int
kli_column_width_scale (int width)
{
  int dpi = -1;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);

  return width > 0 && dpi > 0 ? (int)((gint64)width * dpi / (96 * PANGO_SCALE)) : width;
}
