/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a record with all its parts and the names of its neighbours. */
#include "store/kli-answer.h"

#include "core/kli-kinds.h"
#include "store/kli-store-error-private.h"

static gboolean
read_parts (KliConnection *connection, const KliKind *kind, gint64 id, KliWhole *whole, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, kind->parts_stem, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, id);
  while (kli_statement_step (statement, &local_error))
    kli_whole_take_part (whole, kli_statement_get_row (statement, 0, kind));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Remembers how @id is called, when it is the id of something that has a name. */
static gboolean
read_name (KliStatement *statement, gint64 id, KliWhole *whole, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  kli_statement_bind_integer (statement, 1, id);
  while (kli_statement_step (statement, &local_error))
    {
      const char *colour = kli_statement_get_text (statement, 2);

      kli_whole_set_name (whole, id, kli_statement_get_text (statement, 0),
                          kli_statement_get_integer (statement, 1) != 0);
      if (*colour != '\0')
        kli_whole_set_colour (whole, id, colour);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* The names of all that @row, the root or a part, points at. */
static gboolean
read_names_of (KliStatement *statement, const KliRow *row, KliWhole *whole, GError **error)
{
  gint64 root = kli_whole_get_root (whole)->id;

  for (guint column = 0; column < row->kind->n_columns; column++)
    {
      gint64 id = row->kind->columns[column].type == KLI_COLUMN_ID ? kli_row_get_integer (row, column) : 0;

      if (id != 0 && id != root && !read_name (statement, id, whole, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_names (KliConnection *connection, KliWhole *whole, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", error);

  if (statement == NULL || !read_names_of (statement, kli_whole_get_root (whole), whole, error))
    return FALSE;
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    for (guint n = 0; n < kli_whole_count_parts (whole, kli_kinds[i]); n++)
      if (!read_names_of (statement, kli_whole_get_part (whole, kli_kinds[i], n), whole, error))
        return FALSE;

  return TRUE;
}

KliWhole *
kli_whole_read (KliConnection *connection, const KliKind *kind, gint64 id, GError **error)
{
  g_autoptr (KliWhole) whole = NULL;
  KliRow *root;

  g_return_val_if_fail (connection != NULL && kind != NULL, NULL);

  root = kli_connection_load (connection, kind, id, error);
  if (root == NULL)
    return NULL;
  whole = kli_whole_new (root);

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    if (kli_kinds[i]->parts_stem != NULL && !read_parts (connection, kli_kinds[i], id, whole, error))
      return NULL;

  return read_names (connection, whole, error) ? g_steal_pointer (&whole) : NULL;
}
