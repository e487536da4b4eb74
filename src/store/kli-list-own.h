/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of the contacts of a page: the cells of their columns. */
#pragma once

#include "store/kli-answer.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Gives the @rows, some NULL, of the contacts @ids what the fields @cells->fields say of them: with one statement, and
 * with none for no fields. @rows: (element-type KliListRow): as many as there are ids. Returns: FALSE with @error set
 */
gboolean kli_list_own_read (
    KliConnection *connection, const gint64 *ids, const KliListCells *cells, GPtrArray *rows, GError **error);

G_END_DECLS
