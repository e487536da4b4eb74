/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is indexed of contact points and identifiers, and how a typed text looks for them. Inside store/ only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys are found by their beginning. Of a phone number: its spellings in digits, and one key from its last
 * digit backwards; of a mail address: itself and "@" with what stands behind it; of a web page or chat name:
 * itself without scheme. Appends them to @keys (char *).
 * @kind, @value, @normal: the columns of a contact point; @country: of the business, "" when not known. */
void
kli_search_add_keys (GPtrArray *keys, const char *kind, const char *value, const char *normal, const char *country);

/* The same for a foreign property of a card (contact_extra) that looks like an identifier: digits, perhaps letters, and
 * what people put between them ("PL 526-000-12-46"). Its keys are its letters and digits, and its digits alone. */
void kli_search_add_identifier (GPtrArray *keys, const char *value);

/* The same for an official number; one of a natural person has no key. @kind, @value: columns of an identifier. */
void kli_search_add_number (GPtrArray *keys, const char *kind, const char *value);

/* The letters and digits of an identifier, as far as it was typed. Returns: (transfer full) */
char *kli_search_identifier_key (const char *text);
/* The key of a mail address, a web page or a chat name, as far as it was typed. Returns: (transfer full) */
char *kli_search_plain_key (const char *text);
/* The key that finds a phone number by its last @digits. Returns: (transfer full) */
char *kli_search_backward_key (const char *digits);

G_END_DECLS
