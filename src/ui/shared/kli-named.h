/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of buttons that show only a picture. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names @widget for assistive technology. What the toolkit would name it after instead, such as the text of a button
 * (GTK 4.10 and newer), is not asked any more. */
void kli_accessible_set_name (GtkAccessible *widget, const char *name);

/* Gives every button in and below @root that shows an icon the text of its tooltip as its name for assistive
 * technology: GTK 4.8 calls it “GtkImage”. A menu button with a label is named by that. Once the widgets are there. */
void kli_name_by_tooltips (GtkWidget *root);

G_END_DECLS
