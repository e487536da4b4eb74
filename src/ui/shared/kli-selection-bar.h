/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar under a list while many of its records are being selected: how many there are, and what can be done with
 * them. */
#pragma once

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_SELECTION_BAR (kli_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (KliSelectionBar, kli_selection_bar, KLI, SELECTION_BAR, AdwBin)

/* Once. The bar is there while @selection is selecting; Escape on @page ends that.
 * @page: a widget around the bar and the list, whose class has the actions of the deeds: they take nothing, and can be
 *   done while something is selected
 * @deeds: static; those that are apart are pictures at the end of the bar. Where there is no room they are in a menu.
 */
void kli_selection_bar_set_up (
    KliSelectionBar *self, GtkWidget *page, KliIdSelection *selection, const KliListDeed *deeds, guint n_deeds);

G_END_DECLS
