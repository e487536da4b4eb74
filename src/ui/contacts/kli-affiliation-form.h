/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a connection between a person and an organisation. */
#pragma once

#include "core/kli-whole.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each presents a window and does its edit when that is accepted. @widget: stands in the window of the store.
 * @whole: of a contact, at either end */

/* A new connection, with somebody who is chosen or made on the way. */
void kli_affiliation_form_add (GtkWidget *widget, const KliWhole *whole);
/* Role, department, days and mark of @affiliation, a part of @whole, which can be removed there, too. */
void kli_affiliation_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *affiliation);

G_END_DECLS
