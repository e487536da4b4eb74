/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live contract, with its state and dates as they stand on the day of its store. */
#pragma once

#include "core/kli-contract.h"
#include "core/kli-kinds.h"
#include "model/kli-record.h"

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT (kli_contract_get_type ())
G_DECLARE_FINAL_TYPE (KliContract, kli_contract, KLI, CONTRACT, KliRecord)

/* Properties: those of KliRecord, one per column of kli_contract_kind (number, title, start-on …), and
 *   state (string)   the id of the reckoned state: "draft", "active" … */

/* Main thread; begins to be read at once, see KliRecord. Returns: (transfer full) */
KliContract *kli_contract_new (KliStore *store, gint64 id);

/* Everything below is reckoned in core/ for kli_store_get_today(), and anew when the contract, the country of the
 * business or the day changes: "reloaded" tells. */
KliContractState kli_contract_get_state (KliContract *self);
/* The first day of this state; KLI_DAY_NONE for a draft. */
KliDay kli_contract_get_since (KliContract *self);
/* The next day with another state if nobody records anything; KLI_DAY_NONE when there is none. */
KliDay kli_contract_get_changes_on (KliContract *self);
KliContractDates kli_contract_get_dates (KliContract *self);

/* What was reckoned with. Returns: (transfer none) (nullable): NULL until ready; valid until the next change. */
const KliContractTerms *kli_contract_get_terms (KliContract *self);

/* The country of the business, whose free days count: "PL", "ID", "" when not chosen. Returns: (transfer none) */
const char *kli_contract_get_country (KliContract *self);

G_END_DECLS
