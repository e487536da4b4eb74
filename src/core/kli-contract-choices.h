/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed words of a contract's columns as people read them. */
#pragma once

#include "core/kli-kind.h"

G_BEGIN_DECLS

/* The word for @choice of @column of a contract ("automatic_fixed" of KLI_CONTRACT_RENEWAL).
 * Returns: (transfer none) (not nullable): @choice itself when it is unknown. */
const char *kli_contract_choice_name (guint column, const char *choice);

/* What a column of a contract is called, as the label of a field. Returns: (transfer none) */
const char *kli_contract_column_name (guint column);

G_END_DECLS
