/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pointer that rests is over, when something else comes or goes under it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on GTK is told where the pointer is after each layout of @window and its popovers, not at the next frame
 * there happens to be. Main thread, once, before it is shown. */
void kli_pointer_follow_layout (GtkWidget *window);

G_END_DECLS
