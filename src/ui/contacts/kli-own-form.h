/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which a value of a field of the business is chosen: a choice, several, yes or no, another contact. */
#pragma once

#include "core/kli-whole.h"
#include "operations/kli-own-fields.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presents it over the window of @widget, with what @field of the contact @whole says now; saved as one edit.
 * @field: one of @fields whose values are chosen */
void kli_own_form_present (GtkWidget *widget, const KliWhole *whole, const KliOwnFields *fields, const KliRow *field);

G_END_DECLS
