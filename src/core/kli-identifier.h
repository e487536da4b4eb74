/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers of people and firms: how they are kept, compared and grouped, and whether they can be right (domain
 * 4). A check never refuses: a number that fails is worth a warning. The values are those of the column `kind` of
 * kli_identifier_kind. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a number cannot be right. */
typedef enum
{
  KLI_IDENTIFIER_FINE,
  KLI_IDENTIFIER_SHORT,          /* more digits may yet come: no warning while it is typed */
  KLI_IDENTIFIER_LONG,           /* no number of the kind has so many */
  KLI_IDENTIFIER_CHARACTERS,     /* something that is no digit */
  KLI_IDENTIFIER_CHECK,          /* a digit is mistyped, or two have changed places */
  KLI_IDENTIFIER_NO_CHECK,       /* NIP: no last digit would fit the others */
  KLI_IDENTIFIER_PART,           /* REGON of 14 digits: the nine of the firm are mistyped */
  KLI_IDENTIFIER_NEVER_GIVEN,    /* the arithmetic is right, but nobody is given such a number */
  KLI_IDENTIFIER_DATE,           /* PESEL, NIK: no such day of birth */
  KLI_IDENTIFIER_PLACE,          /* NIK: no such province */
  KLI_IDENTIFIER_BANK,           /* IBAN of Poland: no bank can have the sort code */
  KLI_IDENTIFIER_COUNTRY_LENGTH, /* IBAN: the country writes more or fewer characters */
} KliIdentifierFault;

/* What every kind is called in `klientela-cli` and in the store: nip, regon, krs, iban, npwp, nib, account (a bank
 * account without IBAN, as in Indonesia), pesel, nik, other. NULL-terminated. */
extern const char *const kli_identifier_kinds[];

/* Those that a business of @country (nullable) is offered first, and the others. Not "other" and not those of natural
 * persons. Returns: (transfer none): NULL-terminated */
const char *const *kli_identifier_kinds_at_home (const char *country);
const char *const *kli_identifier_kinds_abroad (const char *country);

/* Whether a number of that kind tells who a natural person is: PESEL, NIK, and an NPWP that is a NIK (domain 4.6).
 * @value: (nullable): "" or NULL: whether every number of the kind does */
gboolean kli_identifier_is_personal (const char *kind, const char *value);

/* What is kept of what was typed: no blanks and separators, no name of the kind and no country prefix of a NIP before
 * it, capital letters. Of the kind "other" it stays as it is. What does not belong there stays, too.
 * @typed: (nullable). Returns: (transfer full) (not nullable) */
char *kli_identifier_clean (const char *kind, const char *typed);

/* What two spellings of one number have in common: the IBAN of an NRB, the 16 digits of an old NPWP, a KRS with its
 * zeros. It is what is compared and searched. Takes what was typed or is kept.
 * Returns: (transfer full) (not nullable): "" for nothing */
char *kli_identifier_normal (const char *kind, const char *value);

/* The number as it is grouped for reading; what is not of the right form is returned as it is kept.
 * Returns: (transfer full) (not nullable) */
char *kli_identifier_display (const char *kind, const char *value);

/* The same with all but the last four characters hidden: "•••••••1359". Returns: (transfer full) (not nullable) */
char *kli_identifier_mask (const char *value);

/* Whether @typed was copied from where a number is masked. */
gboolean kli_identifier_is_masked (const char *typed);

/* How it is shown where anybody may look: masked if it is personal, else grouped. Returns: (transfer full) */
char *kli_identifier_shown (const char *kind, const char *value);

/* Whether @value, as it was typed or is kept, can be a number of @kind. Sources of the rules: domain 4.1 to 4.8; the
 * lengths of foreign IBANs are those of the ISO 13616 registry. Nothing at all is FINE. */
KliIdentifierFault kli_identifier_check (const char *kind, const char *value);
/* The same while it is typed: FINE as long as it is too short to tell. */
KliIdentifierFault kli_identifier_check_typed (const char *kind, const char *typed);

/* Which kind a number is, by its form alone, for columns that only say "tax number".
 * @country: (nullable): of the business: 10 digits are a NIP in Poland only
 * Returns: (transfer none) (nullable): NULL when it is of no known form */
const char *kli_identifier_guess (const char *typed, const char *country);

/* What to index of a number so that it is found from its beginning however it is typed: its letters and digits in
 * small letters, with and without what may stand in front. None for a natural person's.
 * Returns: (transfer full) (not nullable): NULL-terminated, distinct, for g_strfreev () */
char **kli_identifier_search_keys (const char *kind, const char *value);

G_END_DECLS
