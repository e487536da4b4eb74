/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets side by side at their natural widths, on as many lines as they need. libadwaita has one from 1.7 on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_WRAP_LAYOUT (kli_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (KliWrapLayout, kli_wrap_layout, KLI, WRAP_LAYOUT, GtkLayoutManager)

/* Between the children of a line, and between the lines. */
#define KLI_WRAP_SPACING 6

/* Returns: (transfer full): for the class or for gtk_widget_set_layout_manager () */
GtkLayoutManager *kli_wrap_layout_new (void);

G_END_DECLS
