/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removed rows that had belonged to somebody else before: what was done to them meanwhile stands in the slices of that
 * card, which may stay. */
#include "store/kli-erase-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

typedef struct
{
  KliConnection *connection;
  GHashTable *owners; /* set of gint64: of rows that moved and are gone */
} Gathering;

static gboolean
row_is_there (
    KliConnection *connection, const KliChangesetRow *row, const KliKind *kind, gboolean *there, GError **error)
{
  g_autoptr (KliStatement) exists = kli_connection_lend_for (connection, "row-exists", kind, "id", error);
  g_autoptr (GError) failure = NULL;

  if (exists == NULL)
    return FALSE;
  kli_statement_bind_integer (exists, 1, kli_changeset_row_id (row));
  *there = kli_statement_step (exists, &failure);

  return kli_store_error_pass (error, g_steal_pointer (&failure));
}

static gboolean
moved (const KliChangesetRow *row, const KliKind *kind)
{
  for (guint i = 0; i < kind->n_columns && i + KLI_TRACKED_COLUMNS < row->n_columns; i++)
    if ((kind->columns[i].flags & KLI_COLUMN_OWNER)
        && row->before[i + KLI_TRACKED_COLUMNS].type != KLI_CHANGESET_ABSENT)
      return TRUE;

  return FALSE;
}

static gboolean
gather_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  Gathering *gathering = user_data;
  gboolean there;

  if (row->operation != KLI_CHANGE_UPDATE || !moved (row, kind))
    return TRUE;
  if (!row_is_there (gathering->connection, row, kind, &there, error))
    return FALSE;

  return there
         || kli_changeset_row_foreach_card (row, kind, gathering->connection, kli_id_set_add, gathering->owners, error);
}

/* A slice that cannot be read, or went meanwhile, tells of nobody. */
static gboolean
gather_owners (KliConnection *connection, const KliEraseSlice *slice, GHashTable *owners, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) changeset = kli_history_read_slice (connection, slice->edit, (guint)slice->n, &failure);
  Gathering gathering = { connection, owners };

  if (changeset != NULL)
    kli_changeset_foreach (changeset, gather_row_cb, &gathering, &failure);
  if (g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND)
      || g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    g_clear_error (&failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
has_slice (const GArray *slices, const KliEraseSlice *slice)
{
  for (guint i = 0; i < slices->len; i++)
    if (g_array_index (slices, KliEraseSlice, i).edit == slice->edit
        && g_array_index (slices, KliEraseSlice, i).n == slice->n)
      return TRUE;

  return FALSE;
}

static gboolean
add_slices (KliConnection *connection, gint64 owner, GArray *slices, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "slices-of-card", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, owner);
  while (kli_statement_step (statement, &failure))
    {
      KliEraseSlice slice = { kli_statement_get_integer (statement, 0), kli_statement_get_integer (statement, 1) };

      if (!has_slice (slices, &slice))
        g_array_append_val (slices, slice);
    }

  return kli_store_error_pass (error, g_steal_pointer (&failure));
}

gboolean
kli_erase_add_moved (KliConnection *connection, GArray *slices, guint at, GHashTable *known, GError **error)
{
  g_autoptr (GHashTable) owners = kli_id_set_new ();
  KliEraseSlice slice = g_array_index (slices, KliEraseSlice, at);
  GHashTableIter iter;
  gpointer owner;

  if (!gather_owners (connection, &slice, owners, error))
    return FALSE;

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &owner, NULL))
    {
      if (g_hash_table_contains (known, owner))
        continue;
      kli_id_set_add (*(const gint64 *)owner, known);
      if (!add_slices (connection, *(const gint64 *)owner, slices, error))
        return FALSE;
    }

  return TRUE;
}
