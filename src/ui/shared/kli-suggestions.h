/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be meant by what is typed: a list under an entry. Down goes into it, Escape closes it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_SUGGESTIONS (kli_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (KliSuggestions, kli_suggestions, KLI, SUGGESTIONS, GtkPopover)

/* signal chosen (KliSuggestions *suggestions, GtkListBoxRow *row): the list is closed, the entry has the keyboard. */
/* signal wanted (KliSuggestions *suggestions): Down was pressed while nothing was shown. */

/* @entry: a GtkEditable, what is typed in; it owns what is returned
 * @takes_first: whether Enter means the first of them rather than what is typed
 * Returns: (transfer none) */
KliSuggestions *kli_suggestions_new (GtkWidget *entry, gboolean takes_first);

/* Takes away what was suggested. */
void kli_suggestions_clear (KliSuggestions *suggestions);
/* @row: one more, under the others */
void kli_suggestions_append (KliSuggestions *suggestions, GtkWidget *row);
/* Opens the list where there is anything in it, and closes it otherwise. */
void kli_suggestions_show (KliSuggestions *suggestions);

G_END_DECLS
