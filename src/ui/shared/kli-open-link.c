/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which a link leaves the program. */
#include "ui/shared/kli-open-link.h"

#include "core/kli-link.h"

gboolean
kli_open_link (GtkWidget *widget, const char *uri)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!kli_link_is_safe (uri))
    return FALSE;
  root = gtk_widget_get_root (widget);
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);

  return TRUE;
}
