/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of ADR. Any thread. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* Appends the address to @line, which says ADR and its type already: the parts that ADR has no place for as parameters
 * of our own, the colon, and the value. */
void kli_vcard_append_address (GString *line, const KliRow *address);

G_END_DECLS
