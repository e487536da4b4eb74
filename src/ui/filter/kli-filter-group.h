/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of the filter builder of which all, any or none must hold, and groups of such lines among them. */
#pragma once

#include "core/kli-filter.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_FILTER_GROUP (kli_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (KliFilterGroup, kli_filter_group, KLI, FILTER_GROUP, GtkBox)

/* signal changed (KliFilterGroup *group)
 * signal removed (KliFilterGroup *group): a person wants it away */

/* @store: whose values are suggested
 * @filter: (nullable): what it says at first; what lines cannot say of it is kept as it is
 * @is_inner: whether it stands in another */
GtkWidget *kli_filter_group_new (KliStore *store, const KliFilter *filter, gboolean is_inner);

/* Returns: (transfer full) (nullable): NULL while it says nothing. */
KliFilter *kli_filter_group_read (KliFilterGroup *group);

G_END_DECLS
