/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a contact from its row and from its card alike. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window whose store the contact is in; it gets the toast. */

/* Moves the contact to the trash and offers to take that back. */
void kli_contact_move_to_trash (GtkWidget *widget, gint64 id);

/* Puts the card on the clipboard as text: name, role, phones, mails, addresses, a line each. */
void kli_contact_copy_as_text (GtkWidget *widget, gint64 id);

G_END_DECLS
