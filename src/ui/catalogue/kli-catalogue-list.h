/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a small list of the business, each with a menu; with many of them, a search above. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CATALOGUE_LIST (kli_catalogue_list_get_type ())
G_DECLARE_FINAL_TYPE (KliCatalogueList, kli_catalogue_list, KLI, CATALOGUE_LIST, GtkWidget)

/* @edit: what the menu calls renaming; @move: what it calls merging or handing over; @empty: what stands there when
 * there is nothing. The menus have the actions catalogue.edit, catalogue.move, catalogue.remove and for the staff
 * catalogue.leave, with the id. Returns: (transfer floating) */
GtkWidget *kli_catalogue_list_new (const char *edit, const char *move, const char *empty);

/* Shows @entries (KliCatalogueEntry). A line keeps the keyboard and its place in sight whatever it is called; the
 * keyboard of one that goes is given to the one that takes its place. */
void kli_catalogue_list_show (KliCatalogueList *self, GPtrArray *entries);

G_END_DECLS
