/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocative of Polish first names, as a suggestion for greetings (domain 3.1). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How somebody of that first name is addressed in Polish: "Marku" for Marek, "Anno" for Anna. By the ending alone,
 * so that a name that is not Polish, or that no rule fits, gets no suggestion. Any thread.
 * @given: (nullable): one name, beginning with a capital letter
 * @feminine: whether a woman has it
 * Returns: (transfer full) (not nullable): "" for no suggestion */
char *kli_vocative_suggest (const char *given, gboolean feminine);

G_END_DECLS
