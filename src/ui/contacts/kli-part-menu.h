/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu at the end of the row of a contact point or an address: what can be done with it besides editing it. */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An item whose action takes a parameter. @target: floating */
void kli_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

/* The button with the menu of @row; kli_part_menu_fill () says what is in it. */
GtkWidget *kli_part_menu_button_new (GtkWidget *row);

/* Changes the menu that there is: GTK asks for the surface of a popover that is destroyed under the pointer.
 * @list: of the part, as paths call it ("points")
 * @labels: that can be chosen, NULL-terminated
 * @chat: (nullable): where one may write to it besides, as it is called in the menu */
void kli_part_menu_fill (GtkWidget *row,
                         const char *list,
                         const KliRow *part,
                         const char *const *labels,
                         gboolean preferred,
                         const char *chat);

G_END_DECLS
