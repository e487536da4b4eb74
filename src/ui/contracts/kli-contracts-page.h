/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Contracts: the list, and beside it or over it the contract that is chosen. */
#pragma once

#include "ui/shared/kli-list-detail.h"

G_BEGIN_DECLS

#define KLI_TYPE_CONTRACTS_PAGE (kli_contracts_page_get_type ())
G_DECLARE_FINAL_TYPE (KliContractsPage, kli_contracts_page, KLI, CONTRACTS_PAGE, KliListDetail)

/* Answers the actions of ui/shared/kli-page.h. Returns: (transfer floating) */
GtkWidget *kli_contracts_page_new (KliStore *store);

/* The form for a new contract. @contact: with whom, 0 to choose; @name: of the contact */
void kli_contracts_page_begin (KliContractsPage *self, gint64 contact, const char *name);

G_END_DECLS
