/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a contact on paper. */
#pragma once

#include "model/kli-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the desktop's print dialog for @contact. */
void kli_contact_print (GtkWidget *widget, KliContact *contact);

G_END_DECLS
