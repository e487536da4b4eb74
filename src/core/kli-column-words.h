/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns are called, and how the values of a record read, in the language of the process. Any thread. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-row.h"

G_BEGIN_DECLS

/* The name of a column as the label of a field. A new column that a person may set needs a line here.
 * Returns: (transfer none) (nullable): NULL for what the program keeps for itself. */
const char *kli_column_title (const KliKind *kind, guint column);

/* The value of @column of @row as a person reads it: choices in words, days and money by our formatters. The ids of
 * other records are the caller's to name.
 * Returns: (transfer full) (not nullable): "" when nothing is recorded */
char *kli_column_value (const KliRow *row, guint column, KliLanguage language);

/* What a form of address (domain 3.1) is called: "Pani", "Bapak".
 * Returns: (transfer none): @form itself when there is no such form */
const char *kli_address_form_name (const char *form);

/* An instant in local time: 5 March 2026, 09:30. Returns: (transfer full): "" for 0. */
char *kli_instant_value (gint64 instant, KliLanguage language);

G_END_DECLS
