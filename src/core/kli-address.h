/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Postal addresses of Poland and Indonesia by their own parts, and of everywhere else as free text (domain 3.2).
 * Any thread. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* The country by whose rules an address is written: its own, however it says it ("PL", "Poland", "Polska"), or else
 * that of the business.
 * @address: of kli_address_kind
 * @home: (nullable): an ISO country code
 * Returns: (transfer none): "PL", "ID", or "" for every other */
const char *kli_address_country (const KliRow *address, const char *home);

/* The lines of the address in the local order, none of them empty:
 *   Jl. Contoh No. 12, RT 003/RW 005          ul. Przykładowa 7/3
 *   Kel. Contohsari, Kec. Contoh              31-019 Kraków
 *   Kota Bandung, Jawa Barat 40123
 * The country is the last where it is not @home.
 * @name: (nullable): the first line
 * Returns: (transfer full) (not nullable): NULL-terminated, for g_strfreev () */
char **kli_address_lines (const KliRow *address, const char *name, const char *home);

/* The columns that an address of @country has, in the order in which they are filled in; others only if something
 * stands in them. @country: as kli_address_country () says it
 * Returns: (transfer none): columns of kli_address_kind, ended by -1 */
const int *kli_address_columns (const char *country);

/* What a column is called in an address of @country: "Post town", "Kecamatan". Translated.
 * Returns: (transfer none) */
const char *kli_address_column_name (const char *country, guint column);

/* What may be chosen for a column in an address of @country: its provinces, the words before a street.
 * Returns: (transfer none) (nullable): NULL-terminated; NULL for nothing */
const char *const *kli_address_column_words (const char *country, guint column);

/* A postal code as it is written in @country: "31019" is 31-019 in Poland. What is none stays as it is.
 * @reason: (out) (optional) (nullable): a sentence saying why it is none, not yet translated; NULL when it is one, or
 * empty, or when nobody knows the rule
 * Returns: (transfer full) (not nullable) */
char *kli_address_postcode (const char *country, const char *typed, const char **reason);

/* A number of RT or RW as it is written by habit, in three digits; anything but one to three digits stays.
 * Returns: (transfer full) (not nullable) */
char *kli_address_unit (const char *typed);

G_END_DECLS
