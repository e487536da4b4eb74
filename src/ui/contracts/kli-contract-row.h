/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the contract list, of fixed height. */
#pragma once

#include "model/kli-list-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT_ROW (kli_contract_row_get_type ())
G_DECLARE_FINAL_TYPE (KliContractRow, kli_contract_row, KLI, CONTRACT_ROW, GtkBox)

GtkWidget *kli_contract_row_new (void);

/* Shows @item and follows it; NULL when the row goes out of use.
 * @store: (nullable): whose day decides what is near */
void kli_contract_row_set_item (KliContractRow *row, KliStore *store, KliListItem *item);

G_END_DECLS
