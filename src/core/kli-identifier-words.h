/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What official numbers are called and why one cannot be right, in the language of the process. Any thread. */
#pragma once

#include "core/kli-identifier.h"
#include "core/kli-row.h"

G_BEGIN_DECLS

/* "NIP", "Bank account" …; an unknown kind itself. Returns: (transfer none) */
const char *kli_identifier_kind_name (const char *kind);
/* What a NIP is: "Polish tax number". Returns: (transfer none): "" when the name says it. */
const char *kli_identifier_kind_meaning (const char *kind);

/* "NIP · Polish tax number", or with its own label: "Bank account · BCA". Of kli_identifier_kind.
 * Returns: (transfer full) */
char *kli_identifier_name (const KliRow *identifier);

/* A whole sentence saying why a number of @kind cannot be right. Returns: (transfer none) (nullable): NULL for
 * KLI_IDENTIFIER_FINE. */
const char *kli_identifier_warning (const char *kind, KliIdentifierFault fault);

G_END_DECLS
