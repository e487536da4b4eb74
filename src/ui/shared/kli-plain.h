/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that people typed or imported, put into widgets: never markup, never a mnemonic, one line, of bounded length,
 * unable to turn the sentence around it (RELIABILITY D1-D4). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text as a list, a title or a sentence shows it: at most 256 characters on one line, isolated when it is written
 * from right to left. @text: (nullable): NULL is "". Returns: (transfer full) (not nullable) */
char *kli_plain_line (const char *text);

/* kli_plain_line(), escaped for a property that takes Pango markup (AdwToast:title, AdwStatusPage:description).
 * Returns: (transfer full) */
char *kli_plain_markup (const char *text);

/* Shows kli_plain_line() of @text in @label, without markup or mnemonic. */
void kli_label_set_plain (GtkLabel *label, const char *text);

/* Gives @label a tooltip with its full text whenever, and only while, it does not fit. */
void kli_label_add_tooltip (GtkLabel *label);

/* The same for an inscription of one line. */
void kli_inscription_set_plain (GtkInscription *inscription, const char *text);
void kli_inscription_add_tooltip (GtkInscription *inscription);

/* Lets the words of @button, once they are set, stand on several lines where one is too long for the window. */
void kli_button_let_wrap (GtkButton *button);

G_END_DECLS
