/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a contact: a new one, and the parts that need several fields at once. */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window of the store. Each presents a window and does its edit when it is accepted. */

/* A new person or organisation; shows it once it is made. */
void kli_contact_form_new (GtkWidget *widget);
/* @home: (nullable): the country of the business, by whose parts the address is asked for. */
void kli_contact_form_address (GtkWidget *widget, gint64 contact, const char *home);
void kli_contact_form_tag (GtkWidget *widget, gint64 contact);

/* An official number with a text beside it: a bank, or what a natural person's number is needed for. Whether numbers of
 * @kind are asked for by such a form. */
gboolean kli_contact_form_is_for_number (const char *kind);
void kli_contact_form_number (GtkWidget *widget, gint64 contact, const char *kind);
/* What an official number is for. */
void kli_contact_form_number_label (GtkWidget *widget, gint64 contact, const KliRow *identifier);

G_END_DECLS
