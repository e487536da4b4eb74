/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links in a text that is being edited: underlined where they stand, opened by a click while nothing is typed there
 * or with Ctrl, and listed below, each with where it leads, for the keyboard and assistive technology. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TEXT_ROW_LINKS (kli_text_row_links_get_type ())
G_DECLARE_FINAL_TYPE (KliTextRowLinks, kli_text_row_links, KLI, TEXT_ROW_LINKS, GtkWidget)

/* The list; @view is what it is the list of. Returns: (transfer floating) */
GtkWidget *kli_text_row_links_new (GtkTextView *view);

/* Looks at the text anew. @typing: it changes with every key: the list waits. */
void kli_text_row_links_update (KliTextRowLinks *self, gboolean typing);

G_END_DECLS
