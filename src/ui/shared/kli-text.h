/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that people typed or imported, made ready to be shown: never markup, one line, of bounded length, and
 * unable to turn the sentence around it (RELIABILITY D1-D4). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a list, a title or a sentence shows of a text: at most this many characters. */
#define KLI_TEXT_MAX 256

/* One line of @text: line breaks, tabs and other controls become spaces, an overlong text ends in an
 * ellipsis. A text with right-to-left letters or direction marks is isolated (FSI … PDI).
 * @text: (nullable): NULL is "".
 * Returns: (transfer full) (not nullable) */
char *kli_text_to_line (const char *text);

/* kli_text_to_line(), escaped for a property that takes Pango markup (AdwToast:title,
 * AdwStatusPage:description). Returns: (transfer full) */
char *kli_text_to_markup (const char *text);

/* Shows kli_text_to_line() of @text in @label, without markup or mnemonic. */
void kli_label_set_line (GtkLabel *label, const char *text);

/* Gives @label a tooltip with its full text whenever, and only while, it does not fit. */
void kli_label_add_tooltip (GtkLabel *label);

G_END_DECLS
