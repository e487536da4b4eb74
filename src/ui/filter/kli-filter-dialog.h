/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter builder: any conditions, in groups, with how many contacts they find. */
#pragma once

#include "core/kli-filter.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @filter: (nullable): NULL for nothing */
typedef void (*KliFilterFunc) (GtkWidget *widget, KliFilter *filter);

/* Presents the builder with @filter in it, and calls @func with what was built when it is applied, if @widget still
 * lives. @filter: (nullable) */
void kli_filter_dialog_present (GtkWidget *widget, KliStore *store, const KliFilter *filter, KliFilterFunc func);

G_END_DECLS
