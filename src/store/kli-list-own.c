/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of the contacts of a page. */
#include "store/kli-list-own.h"

#include "core/kli-kinds.h"
#include "store/kli-store-error-private.h"

/* The columns of list-own-values.sql behind those of the value. */
enum
{
  COLUMN_KEY,
  COLUMN_VALUE,
  COLUMN_NAME = 12,
  COLUMN_TRASHED,
  COLUMN_UNIT,
};

static void
own_free (gpointer data)
{
  KliListOwn *own = data;

  kli_row_free (own->value);
  g_free (own->name);
  g_free (own->unit);
  g_free (own);
}

static KliListOwn *
read_own (KliStatement *statement)
{
  KliListOwn *own = g_new0 (KliListOwn, 1);

  own->value = kli_statement_get_row (statement, COLUMN_VALUE, &kli_own_value_kind);
  own->name = g_strdup (kli_statement_get_text (statement, COLUMN_NAME));
  own->in_trash = kli_statement_get_integer (statement, COLUMN_TRASHED) != 0;
  own->unit = g_strdup (kli_statement_get_text (statement, COLUMN_UNIT));

  return own;
}

/* @row: (nullable): of a contact that vanished */
static void
take_own (KliListRow *row, KliStatement *statement)
{
  if (row == NULL)
    return;
  if (row->own == NULL)
    row->own = g_ptr_array_new_with_free_func (own_free);
  g_ptr_array_add (row->own, read_own (statement));
}

gboolean
kli_list_own_read (
    KliConnection *connection, const gint64 *ids, const KliListCells *cells, GPtrArray *rows, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && ids != NULL && cells != NULL && rows != NULL, FALSE);

  if (cells->n_fields == 0)
    return TRUE;
  statement = kli_connection_lend (connection, "list-own-values", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integers (statement, 1, ids, rows->len);
  kli_statement_bind_integers (statement, 2, cells->fields, cells->n_fields);
  while (kli_statement_step (statement, &local_error))
    take_own (rows->pdata[kli_statement_get_integer (statement, COLUMN_KEY)], statement);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}
