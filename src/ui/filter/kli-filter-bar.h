/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chips above the list of contacts. */
#pragma once

#include "core/kli-filter.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_FILTER_BAR (kli_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KliFilterBar, kli_filter_bar, KLI, FILTER_BAR, GtkWidget)

/* property filter (KliFilter, nullable): what is chosen, NULL for nothing. Any filter is shown: what none of the usual
 * chips understands has a chip of its own. */

GtkWidget *kli_filter_bar_new (KliStore *store);

G_END_DECLS
