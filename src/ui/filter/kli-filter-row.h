/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the filter builder: condition, relation, value. It is made from the table of conditions alone, so that a
 * new condition needs nothing here. */
#pragma once

#include "core/kli-filter.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_FILTER_ROW (kli_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (KliFilterRow, kli_filter_row, KLI, FILTER_ROW, GtkWidget)

/* signal changed (KliFilterRow *row)
 * signal removed (KliFilterRow *row): a person wants it away */

/* Whether a line can say @filter: a leaf of a condition that is offered, or one turned round. */
gboolean kli_filter_row_understands (const KliFilter *filter);

/* @store: whose values are suggested
 * @filter: (nullable): one that a line can say */
GtkWidget *kli_filter_row_new (KliStore *store, const KliFilter *filter);

/* Returns: (transfer full) (nullable): NULL while the value is missing. */
KliFilter *kli_filter_row_read (KliFilterRow *row);

G_END_DECLS
