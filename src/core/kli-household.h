/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a household is called on the letter to all who live in it (domain 3.1). In the language of whom it is written
 * to, not of the window. Any thread. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* "Państwo Anna i Jan Kowalscy", "Keluarga Bapak Budi Santoso", "The Kowalski family". A proposal: nobody can tell from
 * names alone who is whose.
 * @members: (element-type KliRow): contacts, who came first standing first
 * @country: (nullable): of the business
 * Returns: (transfer full) (not nullable): "" of nobody */
char *kli_household_propose_name (const GPtrArray *members, const char *country);

G_END_DECLS
