/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the contract list, of fixed height. */
#pragma once

#include "core/kli-day.h"
#include "model/kli-list-item.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT_ROW (kli_contract_row_get_type ())
G_DECLARE_FINAL_TYPE (KliContractRow, kli_contract_row, KLI, CONTRACT_ROW, GtkBox)

/* @store: whose day decides what is near. Returns: (transfer floating) */
GtkWidget *kli_contract_row_new (KliStore *store);

/* Shows @contract in @row. */
void kli_contract_row_show (GtkWidget *row, const KliListRow *contract);

/* What such a row is called by assistive technology. Returns: (transfer full) */
char *kli_contract_row_describe (const KliListRow *row, KliDay today);

G_END_DECLS
