/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button at the start of a page's header that shows the sidebar while the window is too narrow for it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_SIDEBAR_BUTTON (kli_sidebar_button_get_type ())
G_DECLARE_FINAL_TYPE (KliSidebarButton, kli_sidebar_button, KLI, SIDEBAR_BUTTON, GtkWidget)

/* Finds the AdwFlap it stands in by itself; put it into a header bar, nothing else is needed.
 * Returns: (transfer floating) */
GtkWidget *kli_sidebar_button_new (void);

/* Ties the header bars of a page of [list | detail] to how far the window is folded: the window's own
 * buttons stand only on the panes at its edges, the Back button (if given) only where there is a list to go
 * back to. @back: (nullable). Call it once, in init; it waits until @leaflet stands in an AdwFlap. */
void kli_frame_follow (AdwLeaflet *leaflet, AdwHeaderBar *list, AdwHeaderBar *detail, GtkWidget *back);

/* The same for the header bar of a page of one pane. */
void kli_frame_follow_header (AdwHeaderBar *header);

G_END_DECLS
