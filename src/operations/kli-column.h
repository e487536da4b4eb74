/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of a column as text that people and programs write: checked by the column's type on the way in. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* Sets @column from @text, which is "" for nothing: a day as 2026-11-22, a birthday also as --11-22, a
 * number in ASCII digits, one of the words of a choice. Text is freed of what cannot be stored.
 * Returns: FALSE with KLI_OPERATION_ERROR_INVALID; then the row is as it was. */
gboolean kli_column_set_text (KliRow *row, guint column, const char *text, GError **error);

/* Reads true, yes or 1, and false, no, 0 or nothing. Returns: FALSE with KLI_OPERATION_ERROR_INVALID. */
gboolean kli_column_parse_boolean (const char *text, gboolean *value, GError **error);

/* Returns: (transfer full) (not nullable): what kli_column_set_text () takes; "" for nothing. */
char *kli_column_get_text (const KliRow *row, guint column);

G_END_DECLS
