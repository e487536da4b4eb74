/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a contact, as the keys of the sets it belongs to. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All keys of facts start so. */
#define KLI_FACT_START "fact "

/* The key of the set of those of whom @name is @value, exactly ("kind", "person").
 * Returns: (transfer full) */
char *kli_fact_key (const char *name, const char *value);
/* The same for a text that people write in many ways ("city", "KRAKÓW"): it is folded. */
char *kli_fact_folded_key (const char *name, const char *text);
char *kli_fact_id_key (const char *name, gint64 id);
/* A day that comes every year: "birthday" or "anniversary". */
char *kli_fact_yearly_key (const char *name, int month, int day);

G_END_DECLS
