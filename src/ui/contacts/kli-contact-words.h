/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ways of reaching a contact, and addresses, are called; and how an address is written. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* "Mobile phone", "Work email": the kind of a point and its label. Returns: (transfer full) */
char *kli_point_name (const KliRow *point);
/* Returns: (transfer none) */
const char *kli_point_icon (const KliRow *point);

/* The labels that are offered for a kind of point, NULL-terminated: words of the store. */
const char *const *kli_point_labels (const char *kind);
/* The word for a label of the store, itself when it is a person's own. Returns: (transfer none) */
const char *kli_label_name (const char *label);

/* What a point opens with: tel:, mailto: or its page. Returns: (transfer full) (nullable): NULL when it opens nothing
 * that is safe (RELIABILITY D5). */
char *kli_point_uri (const KliRow *point);

/* The address on one line, and as a block in the order of its country (domain 3.2). @home: (nullable): the country of
 * the business, which is not written. Returns: (transfer full) */
char *kli_address_line (const KliRow *address, const char *home);
char *kli_address_block (const KliRow *address, const char *home);
/* "Address", or "Work address". Returns: (transfer full) */
char *kli_address_name (const KliRow *address);

G_END_DECLS
