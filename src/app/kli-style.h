/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own style sheets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays the style sheets in @folder of the resources over those of libadwaita, for as long as the program runs:
 * style.css always, style-dark.css and style-hc.css while the desktop asks for them. What AdwApplication does by itself
 * for an application with a base path of its resources; but with one GTK also looks for icons there, throws away the
 * icon theme that a thread has just read, and reads it again when the first icon is shown. */
void kli_style_load (GdkDisplay *display, const char *folder);

G_END_DECLS
