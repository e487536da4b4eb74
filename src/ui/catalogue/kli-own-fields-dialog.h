/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business, to be looked after. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presents a window with every field of the business, in the order of the card. Each is changed, moved, put out of use
 * and deleted, as one edit with an undo.
 * @widget: stands in the window of the store */
void kli_own_fields_present (GtkWidget *widget);

G_END_DECLS
