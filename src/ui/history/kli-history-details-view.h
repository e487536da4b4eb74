/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed: a field a line, with its old and its new value. */
#pragma once

#include "model/kli-history-details.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_DETAILS_VIEW (kli_history_details_view_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryDetailsView, kli_history_details_view, KLI, HISTORY_DETAILS_VIEW, GtkWidget)

/* @narrow: the field stands over its values */
GtkWidget *kli_history_details_view_new (KliHistoryDetails *details, gboolean narrow);

G_END_DECLS
