/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: integer hundredths of any currency, and how people write them (domain 3.4). Any thread. */
#pragma once

#include "core/kli-language.h"

G_BEGIN_DECLS

/* What is wrong with a typed amount. */
typedef enum
{
  KLI_PARSE_OK,
  KLI_PARSE_EMPTY,
  KLI_PARSE_INVALID,
  KLI_PARSE_AMBIGUOUS,      /* 1.500 in Polish: 1500 or 1.50? The person must say. */
  KLI_PARSE_NO_FRACTION,    /* the currency has no parts in use: rupiah */
  KLI_PARSE_OTHER_CURRENCY, /* another currency stands beside the number */
  KLI_PARSE_TOO_LARGE,
} KliParseProblem;

/* Rp1.500.000, PLN 1.500,00; 1 500,00 zł, 1 500 000 IDR; Rp1,500,000, PLN 1,500.00: with no-break spaces, and without
 * decimals for rupiah that have none.
 * @minor: hundredths
 * @currency: (nullable): ISO 4217; NULL or "" for the number alone
 * Returns: (transfer full) (not nullable) */
char *kli_money_format (gint64 minor, const char *currency, KliLanguage language);

/* Reads an amount as people of @language type it. Spaces do not matter, the currency's sign or code may stand
 * before or behind, ",-" may end it, and Indonesian rb and jt count. What could mean two amounts is not guessed at.
 * @text: (nullable)
 * @currency: (nullable): what the amount must be in
 * @minor: (out): hundredths; left alone when FALSE is returned
 * @problem: (out) (optional) */
gboolean
kli_money_parse (const char *text, const char *currency, KliLanguage language, gint64 *minor, KliParseProblem *problem);

/* The currency that a sign or code beside the amount in @text names: PLN in "12,50 zł".
 * Returns: (transfer full) (nullable): NULL when it names none, or cannot be read */
char *kli_money_find_currency (const char *text);

/* The form of files, JSON and the command line, whatever the language: 1500.00 PLN. Returns: (transfer full) */
char *kli_money_to_plain (gint64 minor, const char *currency);

/* Returns: (transfer none) (nullable): a whole sentence as a msgid, NULL for KLI_PARSE_OK */
const char *kli_parse_problem_text (KliParseProblem problem);

/* Whether @code has the shape of an ISO 4217 code: three capital letters. @code: (nullable) */
gboolean kli_money_is_currency (const char *code);

G_END_DECLS
