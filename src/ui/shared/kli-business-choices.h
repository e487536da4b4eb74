/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The countries and currencies a business can choose from: for the first start and the preferences. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills the row with countries; the one with the code @country ("PL", "ID", "" for any other) is chosen. */
void kli_country_row_set_up (AdwComboRow *row, const char *country);
/* Returns: (transfer none): two letters, "" for any other country. */
const char *kli_country_row_get (AdwComboRow *row);

/* The same for currencies, by their ISO 4217 codes. A code that is not among ours is added: a store may have been
 * given it on the command line. */
void kli_currency_row_set_up (AdwComboRow *row, const char *currency);
void kli_currency_row_choose (AdwComboRow *row, const char *currency);
/* Returns: (transfer full) */
char *kli_currency_row_get (AdwComboRow *row);

/* The currency people in @country use; EUR for any other. Returns: (transfer none) */
const char *kli_country_currency (const char *country);

/* The country most speakers of the window's language live in, "" when there is no such. Returns: (transfer none) */
const char *kli_country_guess (void);

G_END_DECLS
