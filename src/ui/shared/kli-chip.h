/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word or two on a ground of their own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: plain text; what is longer than a chip ends in an ellipsis. A quiet one of the usual size: the class "small"
 * fits it into the row of a list. Returns: (transfer floating) */
GtkWidget *kli_chip_new (const char *text);

/* The same on a ground of its colour. @colour: one of kli_tag_colours. Returns: (transfer floating) */
GtkWidget *kli_chip_new_coloured (const char *text, const char *colour);

/* A spot of that colour, to stand before the name of a tag; an empty place when it has none. It says nothing by itself.
 * Returns: (transfer floating) */
GtkWidget *kli_chip_spot_new (const char *colour);
void kli_chip_spot_set_colour (GtkWidget *spot, const char *colour);

G_END_DECLS
