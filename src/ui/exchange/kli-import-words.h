/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the import preview says: results and their signs, counts of people and organizations, how a file is written. */
#pragma once

#include "exchange/kli-exchange.h"
#include "operations/kli-import.h"

G_BEGIN_DECLS

/* What becomes of one record ("New"); the same of several, in languages where that is another word; what that means;
 * its symbolic icon; the class of its chip. Returns: (transfer none) */
const char *kli_import_result_name (KliImportResult result);
const char *kli_import_result_group (KliImportResult result);
const char *kli_import_result_meaning (KliImportResult result);
const char *kli_import_result_icon (KliImportResult result);
const char *kli_import_result_class (KliImportResult result);

/* "6 people and 3 organizations", "1 person", "0 people": nominative, so that it stands after a colon in languages
 * with cases. Returns: (transfer full) */
char *kli_import_people_text (guint people, guint organisations);

/* "CSV, semicolons, Windows-1250". Returns: (transfer full) */
char *kli_import_file_text (const KliExchangeInfo *info);

/* Ways to write a file that the person may choose instead of the guess; the n-th, NULL after the last.
 * @charset: a name that kli_charset_lookup () answers. Returns: (transfer none) */
const char *kli_import_charset_nth (guint n);
/* "Windows-1250 (Central European)"; @charset itself when it has no name of ours. Returns: (transfer none) */
const char *kli_import_charset_name (const char *charset);
gboolean kli_import_charset_is_known (const char *charset);
/* '\0' after the last. */
char kli_import_separator_nth (guint n);
/* "Semicolon" */
const char *kli_import_separator_name (char separator);

G_END_DECLS
