/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts that may be one, as a row of a list. */
#pragma once

#include "model/kli-pair.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_PAIR_ROW (kli_pair_row_get_type ())
G_DECLARE_FINAL_TYPE (KliPairRow, kli_pair_row, KLI, PAIR_ROW, GtkBox)

GtkWidget *kli_pair_row_new (void);

/* Shows @pair (nullable) and follows it; the list item it stands in is named for assistive technology. */
void kli_pair_row_set_pair (KliPairRow *row, KliPair *pair);

G_END_DECLS
