/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a contract as kli-contract.h reckons with them, taken from its rows. */
#pragma once

#include "core/kli-contract.h"
#include "core/kli-whole.h"

G_BEGIN_DECLS

typedef struct _KliContractFacts KliContractFacts;

/* From the row of a contract; its parties and acts are added afterwards, in any order. Parties are
 * known by the ids of their contract_party rows, so that this business itself is one as well.
 * @country: (nullable): of the business, for its free days
 * Returns: (transfer full) */
KliContractFacts *kli_contract_facts_new (const KliRow *contract, const char *country);
/* Takes what it needs of a party or an act; other kinds and deleted rows are passed over. */
void kli_contract_facts_add (KliContractFacts *facts, const KliRow *part);
/* The same from a whole contract. */
KliContractFacts *kli_contract_facts_from_whole (const KliWhole *whole, const char *country);
void kli_contract_facts_free (KliContractFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliContractFacts, kli_contract_facts_free)

/* Returns: (transfer none): valid until the facts are freed or added to. */
const KliContractTerms *kli_contract_facts_get_terms (KliContractFacts *facts);

G_END_DECLS
