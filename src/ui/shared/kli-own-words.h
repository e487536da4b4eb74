/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of a contact, in the words of the application's language: on its card and in its
 * row of a table. */
#pragma once

#include "store/kli-answer.h"

G_BEGIN_DECLS

/* One value.
 * @value: own_value
 * @unit: of its field, "" for none
 * @name: of what was chosen, or of the contact that is named
 * @in_trash: that contact
 * Returns: (transfer full) */
char *kli_own_words_describe (const KliRow *value, const char *unit, const char *name, gboolean in_trash);

/* Adds @one to the others that the same field says, in one line. */
void kli_own_words_add (GString *all, const char *one);

/* All that @field says of the contact of @row, which was read with it. Returns: (transfer full): "" for nothing */
char *kli_own_words_of_row (const KliListRow *row, gint64 field);

G_END_DECLS
