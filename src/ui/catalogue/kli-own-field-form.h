/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which a field of the business is defined or changed. */
#pragma once

#include "operations/kli-own-fields.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presents it over @parent, which stands in the window of the store.
 * @fields, @field: (nullable): the field to be changed, NULL for a new one
 * @is_used: something is recorded in it: its type stays */
void kli_own_field_form_present (GtkWindow *parent, const KliOwnFields *fields, const KliRow *field, gboolean is_used);

G_END_DECLS
