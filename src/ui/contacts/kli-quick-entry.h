/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact out of a text: the signature of a mail, any block of text, a vCard. The text stands on one side and what is
 * made of it on the other; nothing is written before somebody has looked at it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the window over that of @widget. @text: (nullable): that is there already */
void kli_quick_entry_present (GtkWidget *widget, const char *text);

/* The same with the text on the clipboard, if there is one. */
void kli_quick_entry_paste (GtkWidget *widget);

/* Lets texts be dropped on @widget. Files are left to the window. */
void kli_quick_entry_accept_drops (GtkWidget *widget);

G_END_DECLS
