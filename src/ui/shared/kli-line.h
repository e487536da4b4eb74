/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of foreign text in the row of a list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As a label with kli_label_set_plain () that ends in an ellipsis where there is no room, with a tooltip then; but its
 * text is laid out when it is painted, and another text changes no size. Of two hundred rows that GTK keeps, twenty are
 * seen. */
#define KLI_TYPE_LINE (kli_line_get_type ())
G_DECLARE_FINAL_TYPE (KliLine, kli_line, KLI, LINE, GtkWidget)

GtkWidget *kli_line_new (void);

/* Shows kli_plain_line () of @text. */
void kli_line_set_text (KliLine *self, const char *text);

G_END_DECLS
