/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What connections and relations say, in the language of the process. Any thread. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-whole.h"

G_BEGIN_DECLS

/* "since 3 March 2024". @from, @to: days of the store, "" for none
 * Returns: (transfer full) (nullable): NULL when neither is known */
char *kli_connection_days (const char *from, const char *to, KliLanguage language);

/* What a connection of the root of @whole, a contact, is beside whom it leads to: "Main contact · director · sales ·
 * since 3 March 2024". Returns: (transfer full) (not nullable): "" when nothing is known of it */
char *kli_affiliation_describe (const KliWhole *whole, const KliRow *affiliation, KliLanguage language);

/* The same of a relation: "Parent · since 3 March 2024". */
char *kli_relation_describe (const KliWhole *whole, const KliRow *relation, KliLanguage language);

G_END_DECLS
