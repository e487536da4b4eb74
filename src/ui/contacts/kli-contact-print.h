/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a contact on paper. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the desktop's print dialog for the card of @contact; what goes wrong is told later, from @widget. */
void kli_contact_print (GtkWidget *widget, gint64 contact);

/* Asks for a file and writes the card into it as PDF, on the paper on which the last one was printed, else on that of
 * the desktop. */
void kli_contact_save_pdf (GtkWidget *widget, gint64 contact);

G_END_DECLS
