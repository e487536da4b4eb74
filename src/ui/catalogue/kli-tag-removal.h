/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting a tag: who and what would miss it is said before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Deletes the tag @tag, which is called so, at once when nobody has it and no segment asks for it; else when the person
 * agrees. @widget: in a window of the program */
void kli_tag_removal_ask (GtkWidget *widget, gint64 tag, const char *name, guint n_contacts);

G_END_DECLS
