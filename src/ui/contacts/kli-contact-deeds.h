/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a contact from its row and from its card alike. */
#pragma once

#include "store/kli-answer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window whose store the contact is in; it gets the toast. */

/* Moves the contact to the trash and offers to take that back. One that has to stay can be archived instead. */
void kli_contact_move_to_trash (GtkWidget *widget, gint64 id);

/* Puts the contact away without trashing it, or brings it back. */
void kli_contact_archive (GtkWidget *widget, gint64 id);
void kli_contact_bring_back (GtkWidget *widget, gint64 id);
/* Which of the two makes sense, for a menu. */
gboolean kli_contact_may_be_archived (const KliListRow *row);
gboolean kli_contact_may_be_brought_back (const KliListRow *row);

/* Puts the card on the clipboard as text: name, role, phones, mails, addresses, a line each. */
void kli_contact_copy_as_text (GtkWidget *widget, gint64 id);

G_END_DECLS
