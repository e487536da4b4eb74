/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who names a record, by whatever column was declared for it. */
#include "store/kli-naming.h"

#include "core/kli-kind.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

static gboolean
foreach_naming_in (KliConnection *connection,
                   const KliKind *kind,
                   const KliColumn *column,
                   gint64 id,
                   KliNamingFunc func,
                   gpointer user_data,
                   GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend_for (connection, "rows-naming", kind, column->name, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  kli_statement_bind_integer (rows, 1, id);
  while (kli_statement_step (rows, &local_error))
    {
      g_autoptr (KliRow) row = kli_statement_get_row (rows, 0, kind);

      if (!func (row, user_data, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_naming_foreach (KliConnection *connection, gint64 id, KliNamingFunc func, gpointer user_data, GError **error)
{
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    for (guint column = 0; column < kli_kinds[i]->n_columns; column++)
      if (kli_kinds[i]->columns[column].type == KLI_COLUMN_ID
          && !foreach_naming_in (connection, kli_kinds[i], &kli_kinds[i]->columns[column], id, func, user_data, error))
        return FALSE;

  return TRUE;
}
