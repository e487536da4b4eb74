/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries as people type them: anna city:kraków,łódź -tag:old (has:phone | has:mail) "next to each other". */
#pragma once

#include "core/kli-filter.h"
#include "core/kli-query-keys.h"

G_BEGIN_DECLS

/* Of a longer text only so many characters count; whoever shows an entry says so. */
#define KLI_QUERY_TEXT_MAX 256

/* Reads what was typed; there is no text that it refuses. Words are looked for everywhere, each as the beginning
 * of a word, "quoted words" next to each other, key:value and key:"value" as conditions of @target by their
 * English names or those in the language of the program; several values with commas between them are any of these.
 * Brackets with bars between what is in them are any of that, and what stands between two bars must all hold; brackets
 * without bars group only after a minus, since telephone numbers have some, too. A minus before any of all these turns
 * it round. A word of a name begins as typed unless quoted, choices may be cut short where that leaves one. A key or
 * value that is none stays a mere word, and a key whose value is still to come asks nothing yet.
 * @keys: (nullable): of the fields of the business, which are keys of contacts, too, by their names with hyphens for
 * blanks (core/kli-own-condition.h says what is asked of them); the conditions above go before one of the same name
 * Returns: (transfer full) (not nullable) */
KliFilter *kli_query_text_parse (KliQueryTarget target, const KliQueryKeys *keys, const char *text);

/* What would have to be typed to ask for @filter, in the words of the language of the program.
 * @keys: (nullable): as above
 * Returns: (transfer full) (nullable): NULL for the few that cannot be typed: ids, names with quotation marks in
 * them, what is too long or nested too deep. */
char *kli_query_text_print (KliQueryTarget target, const KliQueryKeys *keys, KliFilter *filter);

/* Whether only the beginning of @text counts. */
gboolean kli_query_text_is_cut (const char *text);

G_END_DECLS
