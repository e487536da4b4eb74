/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of a contract's pane: its parties, its documents and its dated history. */
#pragma once

#include "core/kli-contract.h"
#include "core/kli-language.h"
#include "core/kli-whole.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* @own_name: of this business, "" when it has none yet */
void kli_contract_fill_parties (KliSection *section,
                                const KliWhole *whole,
                                const KliContractTerms *terms,
                                const char *own_name,
                                KliLanguage language);
/* A row opens its document: contract.open-document (x). */
void kli_contract_fill_documents (KliSection *section, const KliWhole *whole, KliLanguage language);
/* Acts, newest first. */
void kli_contract_fill_acts (KliSection *section, const KliWhole *whole, const char *own_name, KliLanguage language);

G_END_DECLS
