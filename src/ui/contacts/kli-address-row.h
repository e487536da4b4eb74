/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address in a card: on one line, and by the parts that addresses of its country have (domain 3.2). */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @contact: the id of whose address it is */
GtkWidget *kli_address_row_new (gint64 contact, const KliRow *address);
/* @button: (transfer floating): the last thing on its line */
void kli_address_row_add_button (GtkWidget *row, GtkWidget *button);

/* Shows what is stored; a part that is being typed in keeps its text.
 * @home: (nullable): the country of the business */
void kli_address_row_show (GtkWidget *row, const KliRow *address, const char *home);

G_END_DECLS
