/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an entry of the history back: which one, what it would mean, and doing it as a new edit. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-edit-private.h"

#define STATE_DONE "done"

void
kli_undo_plan_free (KliUndoPlan *plan)
{
  if (plan == NULL)
    return;

  kli_history_entry_free (plan->entry);
  g_clear_pointer (&plan->touched, g_ptr_array_unref);
  g_free (plan);
}

static gboolean
refuse (GError **error, KliStoreError code, const KliHistoryEntry *entry, const char *why)
{
  g_set_error (error, KLI_STORE_ERROR, code, "Entry %" G_GINT64_FORMAT " cannot be taken back: %s", entry->id, why);

  return FALSE;
}

static gboolean
check_can_undo (KliConnection *connection, const KliHistoryEntry *entry, GError **error)
{
  int version = kli_connection_get_schema_version (connection, error);

  if (version < 0)
    return FALSE;
  if (entry->schema_version > version)
    return refuse (error, KLI_STORE_ERROR_NEWER, entry, "it was made by a newer Klientela");
  if (entry->undone_by != 0)
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "it was taken back already");
  if (!g_str_equal (entry->state, STATE_DONE))
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "it is not whole any more, or not yet");

  return TRUE;
}

/* --- which --- */

typedef struct
{
  KliUndoWhich which;
  gint64 entry;
  const char *desk; /* borrowed from the store */
  gint64 first_id;
} PlanRequest;

/* Whether a candidate is what Ctrl+Z or Ctrl+Shift+Z mean. @stop: (out): no older one can be either. */
static gboolean
is_meant (KliUndoWhich which, KliStatement *candidate, gboolean *stop)
{
  gboolean is_edit = kli_statement_get_integer (candidate, 2) == 0;

  *stop = which == KLI_UNDO_REDO && is_edit; /* a new edit ends redo */
  if (!g_str_equal (kli_statement_get_text (candidate, 3), STATE_DONE))
    return FALSE;
  if (which == KLI_UNDO_NEWEST)
    return is_edit;

  return g_str_equal (kli_statement_get_text (candidate, 1), KLI_VERB_UNDO);
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static KliHistoryEntry *
find_meant (KliConnection *connection, const PlanRequest *request, GError **error)
{
  g_autoptr (KliStatement) candidates = kli_connection_lend (connection, "undo-candidates", error);
  g_autoptr (GError) local_error = NULL;
  gboolean stop = FALSE;

  if (candidates == NULL)
    return NULL;

  kli_statement_bind_integer (candidates, 1, G_MAXINT64);
  kli_statement_bind_text (candidates, 2, request->desk);
  while (!stop && kli_statement_step (candidates, &local_error))
    {
      g_autoptr (KliHistoryEntry) entry = NULL;

      if (!is_meant (request->which, candidates, &stop))
        continue;
      entry = kli_history_read_entry (connection, kli_statement_get_integer (candidates, 0), error);
      if (entry == NULL || entry->undone_by == 0)
        return g_steal_pointer (&entry);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND,
                         request->which == KLI_UNDO_REDO ? "There is nothing to do again"
                                                         : "There is nothing to take back");

  return NULL;
}

/* Taking a redo back is taking back the edit that it did again: with all of its rows, not only those
 * that its last undo had reached. */
static KliHistoryEntry *
read_undoable (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, id, error);

  if (entry == NULL || !g_str_equal (entry->verb, KLI_VERB_REDO))
    return g_steal_pointer (&entry);

  return kli_history_read_entry (connection, entry->origin, error);
}

/* --- what it would mean --- */

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const PlanRequest *request = user_data;
  g_autoptr (KliHistoryEntry) entry = NULL;
  g_autoptr (KliUndoSurvey) survey = NULL;
  KliUndoPlan *plan;

  entry = request->which == KLI_UNDO_ENTRY ? read_undoable (connection, request->entry, error)
                                           : find_meant (connection, request, error);
  if (entry == NULL || !check_can_undo (connection, entry, error))
    return NULL;

  survey = kli_undo_survey (connection, entry->id, error);
  if (survey == NULL)
    return NULL;

  plan = g_new0 (KliUndoPlan, 1);
  plan->n_touched = g_hash_table_size (survey->kept);
  plan->n_free = survey->n_rows - plan->n_touched;
  plan->touched = g_ptr_array_ref (survey->touched);
  plan->all_or_nothing = kli_undo_verb_is_whole (entry->origin_verb);
  plan->ask = entry->id < request->first_id || kli_undo_verb_asks (entry->origin_verb);
  plan->entry = g_steal_pointer (&entry);

  return plan;
}

static PlanRequest
plan_request (KliStore *store, KliUndoWhich which, gint64 entry)
{
  return (PlanRequest){ which, entry, kli_store_get_desk (store), kli_store_get_first_id (store) };
}

KliUndoPlan *
kli_undo_plan (KliStore *store, KliUndoWhich which, gint64 entry, GError **error)
{
  PlanRequest request;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  request = plan_request (store, which, entry);

  return kli_store_read (store, plan_func, &request, error);
}

void
kli_undo_plan_async (KliStore *store,
                     KliUndoWhich which,
                     gint64 entry,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  PlanRequest request;

  g_return_if_fail (KLI_IS_STORE (store));

  request = plan_request (store, which, entry);
  kli_store_read_async (store, plan_func, g_memdup2 (&request, sizeof request), g_free,
                        (GDestroyNotify)kli_undo_plan_free, cancellable, callback, user_data);
}

KliUndoPlan *
kli_undo_plan_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error);
}

/* --- doing it --- */

typedef struct
{
  gint64 entry;
  gboolean rest;
} UndoRequest;

typedef struct
{
  KliEdit *edit;
  const KliUndoSurvey *survey;
  gboolean did_something;
} UndoWalk;

static gboolean
check_survey (const KliHistoryEntry *entry, const KliUndoSurvey *survey, gboolean rest, GError **error)
{
  guint n_kept = g_hash_table_size (survey->kept);

  if (n_kept == survey->n_rows)
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "everything it changed was changed since");
  if (n_kept > 0 && kli_undo_verb_is_whole (entry->origin_verb))
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "a part of it was changed since, and it is all or nothing");
  if (n_kept > 0 && !rest)
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "a part of it was changed since");

  return TRUE;
}

static gboolean
is_free (const KliChangesetRow *row, gpointer user_data)
{
  const KliUndoSurvey *survey = user_data;
  gint64 id = kli_changeset_row_id (row);

  return !g_hash_table_contains (survey->kept, &id);
}

/* The rows were compared a moment ago in this transaction: whatever differs now stops everything. */
static int
conflict_cb (void *user_data, int kind, sqlite3_changeset_iter *change)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
take_slice_back_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  UndoWalk *walk = user_data;
  g_autoptr (GBytes) free_rows = NULL;
  g_autoptr (GBytes) back = NULL;

  free_rows = kli_changeset_filter (changeset, is_free, (gpointer)walk->survey, error);
  if (free_rows == NULL)
    return FALSE;

  back = kli_changeset_take_back (free_rows, kli_edit_get_instant (walk->edit), error);
  if (back != NULL && g_bytes_get_size (back) > 0)
    walk->did_something = TRUE;

  return back != NULL && kli_edit_apply_changeset (walk->edit, back, conflict_cb, NULL, error);
}

static gboolean
undo_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const UndoRequest *request = user_data;
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliHistoryEntry) entry = NULL;
  g_autoptr (KliUndoSurvey) survey = NULL;
  UndoWalk walk;

  entry = read_undoable (connection, request->entry, error);
  if (entry == NULL || !check_can_undo (connection, entry, error))
    return FALSE;

  survey = kli_undo_survey (connection, entry->id, error);
  if (survey == NULL || !check_survey (entry, survey, request->rest, error))
    return FALSE;

  kli_edit_set_subject (edit, entry->subject);
  kli_edit_set_undoes (edit, entry->undoes != 0 ? KLI_VERB_REDO : KLI_VERB_UNDO, entry->id);
  walk = (UndoWalk){ edit, survey, FALSE };
  if (!kli_history_foreach_slice (connection, entry->id, 0, take_slice_back_cb, &walk, error))
    return FALSE;

  /* What was created in the trash is there already. */
  return walk.did_something || refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "nothing would be different");
}

gint64
kli_undo (KliStore *store, gint64 entry, gboolean rest, GError **error)
{
  UndoRequest request = { entry, rest };

  g_return_val_if_fail (KLI_IS_STORE (store), -1);

  return kli_store_edit (store, KLI_VERB_UNDO, 0, undo_func, &request, error);
}

void
kli_undo_async (KliStore *store,
                gint64 entry,
                gboolean rest,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  UndoRequest request = { entry, rest };

  g_return_if_fail (KLI_IS_STORE (store));

  kli_store_edit_async (store, KLI_VERB_UNDO, 0, undo_func, g_memdup2 (&request, sizeof request), g_free, cancellable,
                        callback, user_data);
}

gint64
kli_undo_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_edit_finish (store, result, error);
}
