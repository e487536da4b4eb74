/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place for what is not seen at first, such as the page of an empty list: made when it is first looked at. Until then
 * it costs neither widgets nor styles nor fonts, and the window is there the sooner. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_LATER (kli_later_get_type ())
G_DECLARE_FINAL_TYPE (KliLater, kli_later, KLI, LATER, AdwBin)

/* Emits "needed" when it has no child and comes into view: the handler gives it one with adw_bin_set_child(). The
 * buttons of that child are named by their tooltips. To be put into a stack, or whatever else shows only some of its
 * children. */

/* The same for the menu of @button: its widgets are made when it is first opened. */
void kli_menu_button_set_menu_later (GtkMenuButton *button, GMenuModel *menu);

/* Shows or hides the child of @revealer as gtk_revealer_set_reveal_child() does, which goes on asking a hidden child
 * for its size. To be used instead of that always, on a revealer that is invisible in the template. */
void kli_reveal (GtkRevealer *revealer, gboolean revealed);

G_END_DECLS
