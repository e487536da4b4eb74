/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which a link leaves the program: whatever is called, written to or opened goes through here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hands @uri to the desktop, never to a shell, if it is one of those that may be opened (core/kli-link.h).
 * Returns: whether it may */
gboolean kli_open_link (GtkWidget *widget, const char *uri);

G_END_DECLS
