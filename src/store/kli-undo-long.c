/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back an entry of many rows, or one that was stopped half-way: slice by slice, as a long edit.
 *
 * What must stay is found before it begins, over the whole entry. While it runs others go on editing: a card that
 * somebody touches after its beginning stays as it is then, with those of its rows that are still to come. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-edit-private.h"
#include "store/kli-store-error-private.h"

#define JOB "(xax)" /* the entry, the rows that stay */

typedef struct
{
  gint64 entry;
  GHashTable *kept;  /* set of gint64* */
  GArray *slices;    /* Slice; NULL until the first batch */
  gint64 undo_entry; /* 0 when this is one transaction */
} Undo;

typedef struct
{
  guint n;
  guint end; /* how many rows the entry has up to and with this slice */
} Slice;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_hash_table_unref (undo->kept);
  g_clear_pointer (&undo->slices, g_array_unref);
  g_free (undo);
}

static gboolean
list_slices (Undo *undo, KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) sizes = NULL;
  g_autoptr (GError) local_error = NULL;
  Slice slice = { 0, 0 };

  if (undo->slices != NULL)
    return TRUE;

  sizes = kli_connection_lend (connection, "history-slice-sizes", error);
  if (sizes == NULL)
    return FALSE;

  undo->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  kli_statement_bind_integer (sizes, 1, undo->entry);
  while (kli_statement_step (sizes, &local_error))
    {
      slice.n = (guint)kli_statement_get_integer (sizes, 0);
      slice.end += (guint)kli_statement_get_integer (sizes, 1);
      g_array_append_val (undo->slices, slice);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* --- what stays ---------------------------------------------------------------------------------------- */

typedef struct
{
  Undo *undo;
  KliConnection *connection;
} Look;

static gboolean
was_touched (KliConnection *connection, gint64 card, gint64 since, gboolean *touched, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "undo-touched-after", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, card);
  kli_statement_bind_integer (statement, 2, since);
  *touched = kli_statement_step (statement, &local_error);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Whether one of the row's cards was touched since the undo began. */
static gboolean
find_touch (const Look *look, const KliChangesetRow *row, const KliKind *kind, gboolean *touched, GError **error)
{
  g_autoptr (GHashTable) cards = kli_id_set_new ();
  GHashTableIter iter;
  gpointer card;

  if (look->undo->undo_entry == 0)
    return TRUE;
  if (!kli_changeset_row_foreach_card (row, kind, look->connection, kli_id_set_add, cards, error))
    return FALSE;

  g_hash_table_iter_init (&iter, cards);
  while (!*touched && g_hash_table_iter_next (&iter, &card, NULL))
    if (!was_touched (look->connection, *(gint64 *)card, look->undo->undo_entry, touched, error))
      return FALSE;

  return TRUE;
}

static gboolean
look_at_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  Look *look = user_data;
  gboolean same = TRUE, touched = FALSE;

  if (!kli_undo_row_is_same (look->connection, row, kind, &same, error)
      || !find_touch (look, row, kind, &touched, error))
    return FALSE;
  if (!same || touched)
    kli_id_set_add (kli_changeset_row_id (row), look->undo->kept);

  return TRUE;
}

static gboolean
is_free (const KliChangesetRow *row, gpointer user_data)
{
  const Undo *undo = user_data;
  gint64 id = kli_changeset_row_id (row);

  return !g_hash_table_contains (undo->kept, &id);
}

/* --- doing it ------------------------------------------------------------------------------------------ */

static int
conflict_cb (void *user_data, int kind, sqlite3_changeset_iter *change)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
take_slice_back (Undo *undo, KliEdit *edit, guint n, GError **error)
{
  Look look = { undo, kli_edit_get_connection (edit) };
  g_autoptr (GBytes) slice = kli_history_read_slice (look.connection, undo->entry, n, error);
  g_autoptr (GBytes) free_rows = NULL;
  g_autoptr (GBytes) back = NULL;

  if (slice == NULL || !kli_changeset_foreach (slice, look_at_row_cb, &look, error))
    return FALSE;
  free_rows = kli_changeset_filter (slice, is_free, undo, error);
  if (free_rows == NULL)
    return FALSE;
  back = kli_changeset_take_back (free_rows, kli_edit_get_instant (edit), error);

  return back != NULL && kli_edit_apply_changeset (edit, back, conflict_cb, NULL, error);
}

/* Slices are taken back whole, one a call. */
static gboolean
undo_func (KliEdit *edit, gpointer data, guint done, guint n, guint *n_done, GError **error)
{
  Undo *undo = data;

  undo->undo_entry = kli_edit_get_entry (edit);
  if (!list_slices (undo, kli_edit_get_connection (edit), error))
    return FALSE;

  for (guint i = 0; i < undo->slices->len; i++)
    {
      const Slice *slice = &g_array_index (undo->slices, Slice, i);

      if (slice->end <= done)
        continue;
      *n_done = slice->end - done;

      return take_slice_back (undo, edit, slice->n, error);
    }
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "Entry %" G_GINT64_FORMAT " has lost slices",
               undo->entry);

  return FALSE;
}

static const KliLongWork undo_work = { KLI_VERB_UNDO, undo_func, undo_free };

static GVariant *
write_job (const Undo *undo)
{
  GVariantBuilder ids;
  GHashTableIter iter;
  gpointer id;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  g_hash_table_iter_init (&iter, undo->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_variant_builder_add (&ids, "x", *(gint64 *)id);

  return g_variant_new (JOB, undo->entry, &ids);
}

KliLongEdit *
kli_undo_long_new (KliStore *store, const KliHistoryEntry *entry, GHashTable *kept)
{
  Undo *undo;
  KliLongEdit *edit;

  g_return_val_if_fail (KLI_IS_STORE (store) && entry != NULL && kept != NULL, NULL);

  undo = g_new0 (Undo, 1);
  undo->entry = entry->id;
  undo->kept = g_hash_table_ref (kept);
  edit = kli_long_edit_new (store, &undo_work, undo, entry->undoes != 0 ? KLI_VERB_REDO : KLI_VERB_UNDO,
                            entry->n_changes, write_job (undo));
  kli_long_edit_set_undoes (edit, entry->id, entry->subject);

  return edit;
}

KliLongEdit *
kli_undo_continue (KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GVariantIter) ids = NULL;
  Undo *undo;
  gint64 id;

  g_return_val_if_fail (KLI_IS_STORE (store) && unfinished != NULL, NULL);

  if (!g_str_equal (unfinished->work, undo_work.name) || unfinished->job == NULL
      || !g_variant_is_of_type (unfinished->job, G_VARIANT_TYPE (JOB)))
    return NULL;

  undo = g_new0 (Undo, 1);
  undo->kept = kli_id_set_new ();
  g_variant_get (unfinished->job, JOB, &undo->entry, &ids);
  while (g_variant_iter_loop (ids, "x", &id))
    kli_id_set_add (id, undo->kept);

  return kli_long_edit_resume (store, &undo_work, undo, unfinished);
}
