/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an entry of the history back: which one, what it would mean, and doing it as a new edit. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-edit-private.h"

#define STATE_DONE "done"
#define STATE_RUNNING "running"
#define STATE_ERASED "erased"

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
  if (g_str_equal (entry->state, STATE_ERASED))
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "it told of a record that was removed for ever");
  if (!g_str_equal (entry->state, STATE_DONE) && !g_str_equal (entry->state, STATE_RUNNING))
    return refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "what it did is final");

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
  plan->ask = entry->id < request->first_id || kli_long_edit_is_needed (survey->n_rows)
              || kli_undo_verb_asks (entry->origin_verb);
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

/* Finds out whether it is one transaction or a long edit, and what stays then. */
typedef struct
{
  KliHistoryEntry *entry; /* that is taken back: of a redo the edit */
  KliUndoSurvey *survey;  /* NULL: one transaction, which looks for itself */
} Preparation;

static void
preparation_free (Preparation *preparation)
{
  kli_history_entry_free (preparation->entry);
  g_clear_pointer (&preparation->survey, kli_undo_survey_free);
  g_free (preparation);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preparation, preparation_free)

static gpointer
prepare_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const UndoRequest *request = user_data;
  g_autoptr (Preparation) preparation = g_new0 (Preparation, 1);
  gboolean was_stopped;

  preparation->entry = read_undoable (connection, request->entry, error);
  if (preparation->entry == NULL)
    return NULL;
  was_stopped = g_str_equal (preparation->entry->state, STATE_RUNNING);
  if (!was_stopped && !kli_long_edit_is_needed (preparation->entry->n_changes))
    return g_steal_pointer (&preparation);

  if (!check_can_undo (connection, preparation->entry, error))
    return NULL;
  preparation->survey = kli_undo_survey (connection, preparation->entry->id, error);
  if (preparation->survey == NULL
      || (!was_stopped && !check_survey (preparation->entry, preparation->survey, request->rest, error)))
    return NULL;

  return g_steal_pointer (&preparation);
}

/* Returns: (transfer full) (nullable): NULL when it is one transaction, or with @error set. */
static KliLongEdit *
create_long_edit (KliStore *store, const Preparation *preparation, GError **error)
{
  const KliHistoryEntry *entry = preparation->entry;

  if (kli_long_edit_is_running (store, entry->id))
    {
      refuse (error, KLI_STORE_ERROR_CONFLICT, entry, "it is still being made");
      return NULL;
    }

  return preparation->survey != NULL ? kli_undo_long_new (store, entry, preparation->survey->kept) : NULL;
}

gint64
kli_undo (KliStore *store, gint64 entry, gboolean rest, GError **error)
{
  UndoRequest request = { entry, rest };
  g_autoptr (Preparation) preparation = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (KLI_IS_STORE (store), -1);

  preparation = kli_store_read (store, prepare_func, &request, &local_error);
  if (preparation != NULL)
    edit = create_long_edit (store, preparation, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return -1;
    }
  if (edit != NULL)
    return kli_long_edit_run (edit, error);

  return kli_store_edit (store, KLI_VERB_UNDO, 0, undo_func, &request, error);
}

static void
return_id (GTask *task, gint64 id, GError *error)
{
  if (id < 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memdup2 (&id, sizeof id), g_free);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 id = kli_store_edit_finish (KLI_STORE (source), result, &error);

  return_id (task, id, error);
}

static void
long_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 id = kli_long_edit_run_finish (KLI_LONG_EDIT (source), result, &error);

  return_id (task, id, error);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  KliStore *store = KLI_STORE (source);
  UndoRequest *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (Preparation) preparation = NULL;
  g_autoptr (KliLongEdit) edit = NULL;
  GError *error = NULL;

  preparation = kli_store_read_finish (store, result, &error);
  if (preparation != NULL)
    edit = create_long_edit (store, preparation, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (edit != NULL)
    kli_long_edit_run_async (edit, long_edited_cb, g_steal_pointer (&task));
  else
    kli_store_edit_async (store, KLI_VERB_UNDO, 0, undo_func, request, NULL, cancellable, edited_cb,
                          g_steal_pointer (&task));
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
  GTask *task;

  g_return_if_fail (KLI_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, kli_undo_async);
  g_task_set_check_cancellable (task, FALSE); /* what was committed is told as committed */
  g_task_set_task_data (task, g_memdup2 (&request, sizeof request), g_free);
  kli_store_read_async (store, prepare_func, g_task_get_task_data (task), NULL, (GDestroyNotify)preparation_free,
                        cancellable, prepared_cb, task);
}

gint64
kli_undo_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), -1);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : -1;
}
