/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a contact are called in the language of the process, and how an address is written. Any thread. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* The word for a label of the store, itself when it is a person's own. Returns: (transfer none) */
const char *kli_label_name (const char *label);

/* "Phone", "Email" …; an unknown kind itself. Returns: (transfer none) */
const char *kli_point_kind_name (const char *kind);
/* "Phone · Mobile": the kind of a point and its label. Returns: (transfer full) */
char *kli_point_name (const KliRow *point);

/* "Address", or "Address · Work". Returns: (transfer full) */
char *kli_address_name (const KliRow *address);
/* The address on one line, and as a block in the order of its country (domain 3.2). @home: (nullable): the country of
 * the business, which is not written. Returns: (transfer full) */
char *kli_address_line (const KliRow *address, const char *home);
char *kli_address_block (const KliRow *address, const char *home);

G_END_DECLS
