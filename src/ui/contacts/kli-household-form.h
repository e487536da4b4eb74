/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a household. */
#pragma once

#include "core/kli-whole.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @widget: stands in the window of the store. Each presents a window and does its edit when it is accepted. */

/* The person @whole moves into a household, or founds one. */
void kli_household_form_join (GtkWidget *widget, const KliWhole *whole);
/* Somebody comes to live in the household @household. */
void kli_household_form_add (GtkWidget *widget, gint64 household);

/* Adds to @assignments, those of a new household, who lives there too: whoever was chosen in @chooser, a
 * KliContactChooser, with their address, or whoever has the name that was typed; nothing when it is empty. */
void kli_household_form_assign_member (GPtrArray *assignments, GtkWidget *chooser);

G_END_DECLS
