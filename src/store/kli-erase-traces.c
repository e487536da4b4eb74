/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What removed records leave behind: their rows in the history, and content that nothing names any more. */
#include "store/kli-erase-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

/* --- the history -------------------------------------------------------------------------------------- */

GArray *
kli_erase_list_slices (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "erased-slices", error);
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (KliEraseSlice));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    {
      KliEraseSlice slice = { kli_statement_get_integer (statement, 0), kli_statement_get_integer (statement, 1) };

      g_array_append_val (slices, slice);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&slices) : NULL;
}

static void
gather_content (const KliChangesetRow *row, const KliKind *kind, GHashTable *hashes)
{
  for (guint i = 0; i < kind->n_columns && i + KLI_TRACKED_COLUMNS < row->n_columns; i++)
    if (kind->columns[i].flags & KLI_COLUMN_CONTENT)
      {
        const KliChangesetValue *values[]
            = { &row->before[i + KLI_TRACKED_COLUMNS], &row->after[i + KLI_TRACKED_COLUMNS] };

        for (guint v = 0; v < G_N_ELEMENTS (values); v++)
          if (values[v]->type == KLI_CHANGESET_TEXT && values[v]->size > 0)
            g_hash_table_add (hashes, g_strndup (values[v]->bytes, values[v]->size));
      }
}

/* What is left of a slice. */
typedef struct
{
  KliConnection *connection;
  KliChangesetWriter writer;
  GHashTable *hashes; /* of content that the rows name which go */
  int n_kept;
  int n_gone;
} Filter;

/* Nothing but an erasure removes rows: one that is not there was erased. */
static gboolean
filter_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  Filter *filter = user_data;
  g_autoptr (KliStatement) exists = kli_connection_lend_for (filter->connection, "row-exists", kind, "id", error);
  g_autoptr (GError) local_error = NULL;

  if (exists == NULL)
    return FALSE;

  kli_statement_bind_integer (exists, 1, kli_changeset_row_id (row));
  if (kli_statement_step (exists, &local_error))
    {
      kli_changeset_writer_append (&filter->writer, row);
      filter->n_kept++;
    }
  else if (local_error == NULL)
    {
      gather_content (row, kind, filter->hashes);
      filter->n_gone++;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
replace_slice (KliConnection *connection, const KliEraseSlice *slice, GBytes *changeset, int n_changes, GError **error)
{
  g_autoptr (KliStatement) replace = kli_connection_lend (connection, "history-slice-replace", error);
  g_autofree char *hash = kli_changeset_hash (changeset);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);

  if (replace == NULL)
    return FALSE;

  kli_statement_bind_integer (replace, 1, slice->edit);
  kli_statement_bind_integer (replace, 2, slice->n);
  kli_statement_bind_text (replace, 3, hash);
  kli_statement_bind_integer (replace, 4, n_changes);
  kli_statement_bind_bytes (replace, 5, bytes, size);

  return kli_statement_run (replace, error);
}

/* @changeset: (nullable): NULL: it cannot be read, so that nobody knows of whom it tells. */
static gboolean
filter_slice (KliConnection *connection, const KliEraseSlice *slice, GBytes *changeset, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) rest = NULL;
  Filter filter = { .connection = connection, .hashes = hashes, .n_gone = changeset == NULL };
  gboolean done;

  kli_changeset_writer_init (&filter.writer);
  done = changeset == NULL || kli_changeset_foreach (changeset, filter_row_cb, &filter, error);
  rest = kli_changeset_writer_take (&filter.writer);
  kli_changeset_writer_clear (&filter.writer);
  if (!done || filter.n_gone == 0)
    return done;

  return replace_slice (connection, slice, rest, filter.n_kept, error)
         && kli_erase_doubt_content (connection, hashes, error);
}

gboolean
kli_erase_from_slice (KliConnection *connection, const KliEraseSlice *slice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) changeset = kli_history_read_slice (connection, slice->edit, (guint)slice->n, &local_error);

  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (local_error != NULL && !g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return filter_slice (connection, slice, changeset, error);
}

/* Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set */
static GArray *
list_some (KliConnection *connection, guint n, GError **error)
{
  g_autoptr (KliStatement) some = kli_connection_lend (connection, "erased-some", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (some == NULL)
    return NULL;

  kli_statement_bind_integer (some, 1, n);
  while (kli_statement_step (some, &local_error))
    g_array_append_val (ids, (gint64){ kli_statement_get_integer (some, 0) });

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&ids) : NULL;
}

gboolean
kli_erase_from_touches (KliConnection *connection, guint n, guint *n_done, GError **error)
{
  static const char *const statements[] = { "history-touch-delete", "erased-delete" };
  g_autoptr (GArray) ids = list_some (connection, n, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    for (guint s = 0; s < G_N_ELEMENTS (statements); s++)
      {
        g_autoptr (KliStatement) statement = kli_connection_lend (connection, statements[s], error);

        if (statement == NULL)
          return FALSE;
        kli_statement_bind_integer (statement, 1, g_array_index (ids, gint64, i));
        if (!kli_statement_run (statement, error))
          return FALSE;
      }
  *n_done = ids->len;

  return TRUE;
}

/* --- content ------------------------------------------------------------------------------------------ */

static gboolean
is_named (KliConnection *connection, const char *hash, gboolean *named, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-is-named", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_text (statement, 1, hash);
  if (!kli_statement_step (statement, error))
    return FALSE;
  *named = kli_statement_get_integer (statement, 0) != 0;

  return TRUE;
}

/* Leaves in @doubts what no record names. */
static gboolean
ask_records (KliConnection *connection, GHashTable *doubts, GError **error)
{
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, doubts);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      gboolean named;

      if (!is_named (connection, hash, &named, error))
        return FALSE;
      if (named)
        g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL with @error set */
static GHashTable *
list_doubts (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-doubts", error);
  g_autoptr (GHashTable) doubts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    g_hash_table_add (doubts, g_strdup (kli_statement_get_text (statement, 0)));
  if (!kli_store_error_pass (error, g_steal_pointer (&local_error)) || !ask_records (connection, doubts, error))
    return NULL;

  return g_steal_pointer (&doubts);
}

/* What a slice names is not in doubt. A damaged slice cannot be taken back: it needs nothing. */
static void
ask_slice (GBytes *changeset, GHashTable *doubts)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KliChangesetReader reader;
  const KliChangesetRow *row;
  GHashTableIter iter;
  gpointer hash;

  kli_changeset_reader_init (&reader, changeset);
  while ((row = kli_changeset_reader_next (&reader, NULL)) != NULL)
    {
      const KliKind *kind = kli_changeset_row_kind (row, NULL);

      if (kind != NULL)
        gather_content (row, kind, hashes);
    }

  g_hash_table_iter_init (&iter, hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    g_hash_table_remove (doubts, hash);
}

/* @n_read: (out): fewer than @n at the end of the history */
static gboolean
ask_slices (KliConnection *connection, GHashTable *doubts, KliEraseSlice *last, guint n, guint *n_read, GError **error)
{
  g_autoptr (KliStatement) slices = kli_connection_lend (connection, "history-slices-after", error);
  g_autoptr (GError) local_error = NULL;

  if (slices == NULL)
    return FALSE;

  kli_statement_bind_integer (slices, 1, last->edit);
  kli_statement_bind_integer (slices, 2, last->n);
  kli_statement_bind_integer (slices, 3, n);
  for (*n_read = 0; kli_statement_step (slices, &local_error); ++*n_read)
    {
      gsize size;
      gconstpointer bytes = kli_statement_get_bytes (slices, 2, &size);
      g_autoptr (GBytes) changeset = g_bytes_new_static (bytes, size);

      *last = (KliEraseSlice){ kli_statement_get_integer (slices, 0), kli_statement_get_integer (slices, 1) };
      ask_slice (changeset, doubts);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Others may have named something meanwhile. */
static gboolean
drop_unnamed (KliConnection *connection, GHashTable *doubts, GError **error)
{
  GHashTableIter iter;
  gpointer hash;

  if (!ask_records (connection, doubts, error))
    return FALSE;

  g_hash_table_iter_init (&iter, doubts);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_autoptr (KliStatement) statement = kli_connection_lend (connection, "content-delete", error);

      if (statement == NULL)
        return FALSE;
      kli_statement_bind_text (statement, 1, hash);
      if (!kli_statement_run (statement, error))
        return FALSE;
    }

  return kli_connection_run (connection, "content-doubt-clear", error);
}

gboolean
kli_erase_content (
    KliConnection *connection, GHashTable **doubts, KliEraseSlice *last, guint n, gboolean *ended, GError **error)
{
  guint n_read = 0;

  if (*doubts == NULL)
    {
      *last = (KliEraseSlice){ -1, -1 };
      *doubts = list_doubts (connection, error);
    }
  if (*doubts == NULL
      || (g_hash_table_size (*doubts) > 0 && !ask_slices (connection, *doubts, last, n, &n_read, error)))
    return FALSE;

  *ended = n_read < n;

  return !*ended || drop_unnamed (connection, *doubts, error);
}
