/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries as people type them: anna city:kraków -tag:old has:phone "next to each other". */
#pragma once

#include "core/kli-filter.h"

G_BEGIN_DECLS

/* Of a longer text only so many characters count; whoever shows an entry says so. */
#define KLI_QUERY_TEXT_MAX 256

/* Reads what was typed; there is no text that it refuses. Words are looked for everywhere, each as the beginning
 * of a word, "quoted words" next to each other, key:value and key:"value" as conditions of @target by their
 * English names or those in the language of the program; a minus before any of them turns it round. Names begin
 * as typed unless quoted, choices may be cut short where that leaves one. A key or value that is none stays a mere
 * word, and a key whose value is still to come asks nothing yet.
 * Returns: (transfer full) (not nullable) */
KliFilter *kli_query_text_parse (KliQueryTarget target, const char *text);

/* What would have to be typed to ask for @filter, in the words of the language of the program.
 * Returns: (transfer full) (nullable): NULL for what cannot be typed, such as any of several. */
char *kli_query_text_print (KliQueryTarget target, KliFilter *filter);

/* Whether only the beginning of @text counts. */
gboolean kli_query_text_is_cut (const char *text);

G_END_DECLS
