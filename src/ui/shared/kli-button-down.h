/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hand does with the mouse now. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the display, which knows before the events arrive, whether a button of the mouse is down.
 * @widget: in a window that is realized. */
gboolean kli_is_button_down (GtkWidget *widget);

G_END_DECLS
