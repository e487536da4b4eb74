/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing a record with the rows that belong to it, and who keeps it from being removed. */
#include "store/kli-erase-private.h"

#include "core/kli-kinds.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

/* --- who names it ------------------------------------------------------------------------------------- */

gint64
kli_erase_first_owner (const KliRow *row)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].flags & KLI_COLUMN_OWNER)
      return kli_row_get_integer (row, i);

  return row->id;
}

typedef struct
{
  gint64 id;
  GHashTable *doomed;
  gint64 holder;
} Search;

/* Whether @row does no more than mention @id: it goes with it. */
static gboolean
only_mentions (const KliRow *row, gint64 id)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].type == KLI_COLUMN_ID && kli_row_get_integer (row, i) == id
        && !(row->kind->columns[i].flags & KLI_COLUMN_MENTION))
      return FALSE;

  return TRUE;
}

static gboolean
look_for_holder_cb (const KliRow *row, gpointer user_data, GError **error)
{
  Search *search = user_data;
  gint64 owner = kli_erase_first_owner (row);

  if (row->deleted_at == 0 && owner != 0 && owner != search->id && !only_mentions (row, search->id)
      && !g_hash_table_contains (search->doomed, &owner))
    search->holder = owner;

  return TRUE;
}

gboolean
kli_erase_find_holder (KliConnection *connection, gint64 id, GHashTable *doomed, gint64 *holder, GError **error)
{
  Search search = { id, doomed, 0 };

  if (!kli_naming_foreach (connection, id, look_for_holder_cb, &search, error))
    return FALSE;
  *holder = search.holder;

  return TRUE;
}

/* --- content ------------------------------------------------------------------------------------------ */

void
kli_erase_gather_content (const KliRow *row, GHashTable *hashes)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if ((row->kind->columns[i].flags & KLI_COLUMN_CONTENT) && *kli_row_get_text (row, i) != '\0')
      g_hash_table_add (hashes, g_strdup (kli_row_get_text (row, i)));
}

gboolean
kli_erase_doubt_content (KliConnection *connection, GHashTable *hashes, GError **error)
{
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_autoptr (KliStatement) insert = kli_connection_lend (connection, "content-doubt-insert", error);

      if (insert == NULL)
        return FALSE;
      kli_statement_bind_text (insert, 1, hash);
      if (!kli_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/* --- removing ----------------------------------------------------------------------------------------- */

static gboolean
run_for (KliConnection *connection, const char *name, gint64 id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, id);

  return kli_statement_run (statement, error);
}

static gboolean
gather_row_cb (const KliRow *row, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, kli_row_copy (row));

  return TRUE;
}

/* Everything that the row names may look different without it. */
static void
tell_named (const KliRow *row, KliChanges *changes)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].type == KLI_COLUMN_ID)
      kli_changes_add_touched (changes, kli_row_get_integer (row, i));
}

static gboolean
erase_row (KliConnection *connection, const KliRow *row, KliChanges *changes, GHashTable *hashes, GError **error)
{
  g_autoptr (KliStatement) erase = kli_connection_lend_for (connection, "row-erase", row->kind, "id", error);

  if (erase == NULL)
    return FALSE;

  kli_erase_gather_content (row, hashes);
  kli_changes_add (changes, row->kind, row->id, KLI_CHANGE_DELETE);
  tell_named (row, changes);
  kli_statement_bind_integer (erase, 1, row->id);

  return kli_statement_run (erase, error);
}

/* Removes the rows. */
static gboolean
erase_rows (KliConnection *connection, GPtrArray *rows, KliChanges *changes, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!erase_row (connection, g_ptr_array_index (rows, i), changes, hashes, error))
      return FALSE;

  return kli_erase_doubt_content (connection, hashes, error);
}

/* What this desk keeps about it beside the records; and from now on nobody takes back an entry that tells of it. */
static gboolean
forget (KliConnection *connection, gint64 id, GError **error)
{
  static const char *const statements[] = { "history-set-erased", "erased-insert", "draft-clear-all", "recent-delete" };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!run_for (connection, statements[i], id, error))
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full) (nullable): the contact or contract in the trash; NULL when there is none, or with @error
 * set */
static KliRow *
load_trashed (KliConnection *connection, gint64 id, GError **error)
{
  static const KliKind *const kinds[] = { &kli_contact_kind, &kli_contract_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (KliRow) row = kli_connection_load (connection, kinds[i], id, &local_error);

      if (row != NULL)
        return row->deleted_at != 0 ? g_steal_pointer (&row) : NULL;
      if (!g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  return NULL;
}

gboolean
kli_erase_record (
    KliConnection *connection, gint64 id, GHashTable *doomed, KliChanges *changes, gboolean *removed, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (GError) local_error = NULL;
  KliRow *record = load_trashed (connection, id, &local_error);
  gint64 holder = 0;

  *removed = FALSE;
  if (record != NULL)
    g_ptr_array_add (rows, record);
  if (local_error != NULL || (record != NULL && !kli_erase_find_holder (connection, id, doomed, &holder, &local_error)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record == NULL || holder != 0)
    {
      g_hash_table_remove (doomed, &id);
      return TRUE;
    }

  *removed = TRUE;

  return kli_naming_foreach (connection, id, gather_row_cb, rows, error) && forget (connection, id, error)
         && erase_rows (connection, rows, changes, error);
}
