/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One check of a store, for those who add one to the table in kli-check.c. */
#pragma once

#include "store/kli-backup.h"

G_BEGIN_DECLS

/* Runs on the writer's connection inside a transaction that is rolled back afterwards.
 * @detail: (out) (transfer full): what was found, in English; set when it does not hold.
 * Returns: FALSE with @error set when it could not be found out. */
typedef gboolean (*KliCheckFunc) (KliConnection *connection, char **detail, GError **error);

/* The whole file by SQLite's own check. */
gboolean kli_check_structure (KliConnection *connection, char **detail, GError **error);
/* Every text of every table is UTF-8. */
gboolean kli_check_text (KliConnection *connection, char **detail, GError **error);
/* Ids are unique over all kinds, and every id that a record names is there. */
gboolean kli_check_references (KliConnection *connection, char **detail, GError **error);
/* Every piece of content is what its hash says, and what records name is there. */
gboolean kli_check_content (KliConnection *connection, char **detail, GError **error);

/* Every slice of the history is what its hash says and can be read, the records it touched know of it,
 * and what an undo takes back is there. */
gboolean kli_check_history (KliConnection *connection, char **detail, GError **error);

/* Whether @row, standing on a row of @table, has only texts in UTF-8. */
gboolean kli_check_row_is_utf8 (KliStatement *row);

G_END_DECLS
