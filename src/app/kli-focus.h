/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard is when a menu has been closed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the keyboard of @window never stays in a popover that is closed: it goes to what the popover hangs on.
 * Main thread, once. */
void kli_focus_leaves_closed (GtkWidget *window);

G_END_DECLS
