/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contracts of a contact, on its card. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* One row for each contract that @whole is a party to, with its state; a click shows the contract. */
void kli_contact_fill_contracts (KliSection *section, KliStore *store, const KliWhole *whole);

G_END_DECLS
