/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record of LDIF means: its attributes into a KliCard. */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-ldif-reader.h"

G_BEGIN_DECLS

/* The attributes are turned into the properties of a vCard, and these into the card. The name of
 * the record (dn) is its key. Any thread.
 * Returns: (transfer full) (nullable): sealed; NULL for a record that only says its version. */
KliCard *kli_ldif_to_card (const KliLdifRecord *record);

G_END_DECLS
