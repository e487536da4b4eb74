/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with decimals, exactly: integer millionths, and how people write them (domain 3.4). Any thread. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-money.h"

G_BEGIN_DECLS

/* One whole in millionths, and the largest number there is. */
#define KLI_DECIMAL_ONE 1000000
#define KLI_DECIMAL_MAX (G_GINT64_CONSTANT (1000000000000) * KLI_DECIMAL_ONE)

/* Reads a number as people of @language type it, spaces or not. What could mean two numbers is not guessed at.
 * @typed: (nullable)
 * @decimal: (out): millionths; left alone when FALSE is returned
 * @problem: (out) (optional): as of amounts of money; KLI_PARSE_NO_FRACTION for more than six decimals */
gboolean kli_decimal_parse (const char *typed, KliLanguage language, gint64 *decimal, KliParseProblem *problem);

/* What is wrong with a number. Returns: (transfer none) (nullable): a whole sentence as a msgid, NULL for
 * KLI_PARSE_OK */
const char *kli_decimal_problem_text (KliParseProblem problem);

/* 1 234,5; 1.234,5; 1,234.5: with as many decimals as it has. Returns: (transfer full) */
char *kli_decimal_format (gint64 decimal, KliLanguage language);

/* The form of files, JSON and the command line, whatever the language: -1234.5. Returns: (transfer full) */
char *kli_decimal_to_plain (gint64 decimal);
/* Reads that form. @decimal: (out): left alone when FALSE is returned */
gboolean kli_decimal_from_plain (const char *plain, gint64 *decimal, KliParseProblem *problem);

G_END_DECLS
