/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a record with all its parts and the names of its neighbours. */
#include "store/kli-answer.h"

#include "core/kli-kinds.h"

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
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Remembers how @id is called, when it is the id of something that has a name. */
static gboolean
read_name (KliStatement *statement, gint64 id, KliWhole *whole, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  kli_statement_bind_integer (statement, 1, id);
  while (kli_statement_step (statement, &local_error))
    kli_whole_set_name (whole, id, kli_statement_get_text (statement, 0),
                        kli_statement_get_integer (statement, 1) != 0);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The names of all that parts of @kind point at. */
static gboolean
read_names (KliConnection *connection, const KliKind *kind, KliWhole *whole, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", error);
  gint64 root = kli_whole_get_root (whole)->id;
  guint n_parts = kli_whole_count_parts (whole, kind);

  if (statement == NULL)
    return FALSE;
  for (guint column = 0; column < kind->n_columns; column++)
    {
      if (kind->columns[column].type != KLI_COLUMN_ID)
        continue;
      for (guint n = 0; n < n_parts; n++)
        {
          gint64 id = kli_row_get_integer (kli_whole_get_part (whole, kind, n), column);

          if (id != 0 && id != root && !read_name (statement, id, whole, error))
            return FALSE;
        }
    }

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
    if (kli_kinds[i]->parts_stem != NULL
        && (!read_parts (connection, kli_kinds[i], id, whole, error)
            || !read_names (connection, kli_kinds[i], whole, error)))
      return NULL;

  return g_steal_pointer (&whole);
}
