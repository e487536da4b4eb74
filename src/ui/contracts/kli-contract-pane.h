/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one contract: head, term, acts, details, parties, documents and dated history. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-language.h"
#include "core/kli-whole.h"
#include "operations/kli-business.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT_PANE (kli_contract_pane_get_type ())
G_DECLARE_FINAL_TYPE (KliContractPane, kli_contract_pane, KLI, CONTRACT_PANE, GtkWidget)

GtkWidget *kli_contract_pane_new (void);

/* Shows @whole as it stands on @today. Called again with the same contract, fields that are being typed in
 * keep their text.
 * @whole: (nullable): NULL says that nothing is selected
 * @business: (nullable): whose free days and currency count */
void kli_contract_pane_show (KliContractPane *pane, KliWhole *whole, const KliBusiness *business, KliDay today);

/* The id of the contract that is shown, 0 for none. */
gint64 kli_contract_pane_get_id (KliContractPane *pane);

G_END_DECLS
