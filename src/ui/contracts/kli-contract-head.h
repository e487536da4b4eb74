/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a contract's pane: what it is, with whom, its state and its value. */
#pragma once

#include "core/kli-contract.h"
#include "core/kli-language.h"
#include "core/kli-whole.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACT_HEAD (kli_contract_head_get_type ())
G_DECLARE_FINAL_TYPE (KliContractHead, kli_contract_head, KLI, CONTRACT_HEAD, GtkWidget)

void kli_contract_head_show (
    KliContractHead *head, const KliWhole *whole, const KliContractTerms *terms, KliDay today, KliLanguage language);

/* The other side of @whole: the first party that is not this business.
 * Returns: its contact's id, 0 when there is none. */
gint64 kli_contract_other_side (const KliWhole *whole);

G_END_DECLS
