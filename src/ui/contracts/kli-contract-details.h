/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a contract as rows that are edited in place. */
#pragma once

#include "core/kli-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT_DETAILS (kli_contract_details_get_type ())
G_DECLARE_FINAL_TYPE (KliContractDetails, kli_contract_details, KLI, CONTRACT_DETAILS, GtkWidget)

/* Shows @contract, a row of kli_contract_kind. Of the same contract, rows that are being typed in keep their text.
 * @usual_currency: of the business, for an amount typed without one; "" when none was chosen */
void kli_contract_details_show (KliContractDetails *details, const KliRow *contract, const char *usual_currency);

G_END_DECLS
