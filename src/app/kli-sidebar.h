/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window to choose from, each with a number worth knowing. */
#pragma once

#include "ui/filter/kli-segment-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_SIDEBAR (kli_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (KliSidebar, kli_sidebar, KLI, SIDEBAR, AdwBin)

/* Choosing a row activates "win.page" with the name of the page: "contacts", "contracts", "history", "trash". */

/* Marks the row of @page as chosen, none for NULL, without activating anything. */
void kli_sidebar_set_page (KliSidebar *self, const char *page);

/* The number beside @page; 0 is not shown. @meaning: what is counted, a whole phrase with the number in it
 * ("3 contracts end in the next 60 days"), for the tooltip and the accessible description. */
void kli_sidebar_set_count (KliSidebar *self, const char *page, guint count, const char *meaning);

/* The saved segments. Returns: (transfer none) */
KliSegmentList *kli_sidebar_get_segments (KliSidebar *self);

/* The button of the main menu. Returns: (transfer none) */
GtkMenuButton *kli_sidebar_get_menu (KliSidebar *self);

G_END_DECLS
