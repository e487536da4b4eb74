/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The width of dialogs. */
#include "ui/shared/kli-fit.h"

void
kli_fit_to_parent (GtkWindow *dialog)
{
  GtkWindow *parent;
  int width;
  int height;
  int room;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  parent = gtk_window_get_transient_for (dialog);
  room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  /* A file that the program was started with is asked about before its window has a size. */
  if (parent != NULL && room == 0)
    gtk_window_get_default_size (parent, &room, &height);
  gtk_window_get_default_size (dialog, &width, &height);
  if (room > 0 && width > room)
    gtk_window_set_default_size (dialog, room, height);
}
