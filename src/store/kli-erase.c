/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An erasure as an object of the main thread, and its steps on the writer's: after each the next one is queued behind
 * whatever others asked for meanwhile. */
#include "store/kli-erase-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-derive.h"
#include "store/kli-frequent.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"
#include "store/kli-store-private.h"

/* In store_state, from the first record that goes until nothing is left of the last. */
#define STATE_ERASING "erasing"

#define RECORDS_A_STEP 200
#define SLICES_A_STEP 4
#define SLICES_READ_A_STEP 20
#define TOUCHES_A_STEP 1000

/* What is done one after the other. */
typedef enum
{
  PHASE_RECORDS,
  PHASE_MOVED,
  PHASE_SLICES,
  PHASE_TOUCHES,
  PHASE_CONTENT,
  PHASE_WORDS,
  PHASE_SEARCH,
  PHASE_MARK,
  PHASE_END,
} Phase;

struct _KliErasure
{
  GObject parent_instance;

  KliStore *store; /* owned */
  GTask *task;     /* while it runs */
  GCancellable *cancellable;
  GArray *ids; /* gint64 */

  /* The writer's while it runs: */
  Phase phase;
  guint at;           /* of the ids, or of the slices */
  GHashTable *doomed; /* set of gint64: the ids that will not stay */
  GArray *slices;     /* KliEraseSlice; NULL until they are known */
  GHashTable *known;  /* set of gint64: whose slices they are, besides those of the removed ones */
  GHashTable *doubts; /* hashes; NULL until they are known */
  KliEraseSlice last;
  gboolean has_told;   /* the history has an entry for it */
  gboolean is_merging; /* the search index */
  GError *error;

  gint n_removed;  /* atomic */
  gint permille;   /* atomic */
  gint is_telling; /* atomic: a signal is on its way */
};

G_DEFINE_FINAL_TYPE (KliErasure, kli_erasure, G_TYPE_OBJECT)

typedef enum
{
  PROGRESSED,
} KliErasureSignal;

static guint signals[PROGRESSED + 1];

static void
kli_erasure_finalize (GObject *object)
{
  KliErasure *self = KLI_ERASURE (object);

  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_array_unref (self->ids);
  g_hash_table_unref (self->doomed);
  g_clear_pointer (&self->slices, g_array_unref);
  g_hash_table_unref (self->known);
  g_clear_pointer (&self->doubts, g_hash_table_unref);
  g_object_unref (self->store);

  G_OBJECT_CLASS (kli_erasure_parent_class)->finalize (object);
}

static void
kli_erasure_class_init (KliErasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_erasure_finalize;

  signals[PROGRESSED]
      = g_signal_new ("progressed", KLI_TYPE_ERASURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_erasure_init (KliErasure *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->doomed = kli_id_set_new ();
  self->known = kli_id_set_new ();
}

KliErasure *
kli_erasure_new (KliStore *store, const KliErasurePlan *plan)
{
  KliErasure *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_ERASURE, NULL);
  self->store = g_object_ref (store);
  for (guint i = 0; plan != NULL && i < plan->ids->len; i++)
    {
      gint64 id = g_array_index (plan->ids, gint64, i);

      g_array_append_val (self->ids, id);
      kli_id_set_add (id, self->doomed);
    }

  return self;
}

/* --- the steps, on the writer's thread ---------------------------------------------------------------- */

/* Has the history tell that the trash was emptied: once, together with the first that goes. */
static gboolean
tell_history (KliErasure *self, KliConnection *connection, GError **error)
{
  KliHistoryHeader header = {
    .id = kli_ids_next (self->store->ids),
    .verb = KLI_VERB_EMPTY_TRASH,
    .instant = kli_ids_now (self->store->ids),
    .who = self->store->who,
    .desk = self->store->desk,
    .schema_version = kli_connection_get_schema_version (connection, error),
  };

  return header.schema_version >= 0 && kli_history_tell (connection, &header, error);
}

/* In a transaction. */
static gboolean
erase_some (KliErasure *self, KliConnection *connection, KliChanges *changes, GError **error)
{
  guint end = MIN (self->at + RECORDS_A_STEP, self->ids->len);
  gint64 unfinished;
  gint n = 0;

  if (!kli_connection_get_integer (connection, "long-edit-any", &unfinished, error))
    return FALSE;
  if (unfinished != 0)
    {
      g_set_error_literal (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT,
                           "An edit of many records has not ended yet: continue it or take it back first");
      return FALSE;
    }

  for (guint i = self->at; i < end; i++)
    {
      gboolean removed;

      if (!kli_erase_record (connection, g_array_index (self->ids, gint64, i), self->doomed, changes, &removed, error))
        return FALSE;
      n += removed;
    }
  if (n > 0 && !self->has_told && !tell_history (self, connection, error))
    return FALSE;

  if (n > 0 && !kli_derive_set_state (connection, STATE_ERASING, "1", error))
    return FALSE;

  self->at = end;
  self->has_told = self->has_told || n > 0;
  g_atomic_int_add (&self->n_removed, n);

  return kli_derive (connection, changes, error);
}

static gboolean
step_records (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  g_autoptr (KliChanges) changes = kli_changes_new ();

  *ended = self->at >= self->ids->len || g_cancellable_is_cancelled (self->cancellable);
  if (*ended)
    return TRUE;
  if (!kli_connection_run (connection, "begin-edit", error) || !erase_some (self, connection, changes, error)
      || !kli_connection_run (connection, "commit", error))
    return FALSE;
  if (!kli_changes_is_empty (changes))
    kli_store_queue_announcement (self->store, changes);

  return TRUE;
}

/* Finds the slices. */
static gboolean
step_moved (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  if (self->slices == NULL)
    {
      self->slices = kli_erase_list_slices (connection, error);
      self->at = 0;
    }
  if (self->slices == NULL)
    return FALSE;

  for (guint n = 0; n < SLICES_READ_A_STEP && self->at < self->slices->len; n++)
    if (!kli_erase_add_moved (connection, self->slices, self->at++, self->known, error))
      return FALSE;
  *ended = self->at == self->slices->len;

  return TRUE;
}

/* From the last one back to the first. */
static gboolean
step_slices (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  guint end = self->at - MIN (self->at, SLICES_A_STEP);

  *ended = end == 0;
  if (self->at == end)
    return TRUE;

  if (!kli_connection_run (connection, "begin-edit", error))
    return FALSE;
  for (; self->at > end; self->at--)
    if (!kli_erase_from_slice (connection, &g_array_index (self->slices, KliEraseSlice, self->at - 1), error))
      return FALSE;

  return kli_connection_run (connection, "commit", error);
}

static gboolean
step_touches (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  guint n = 0;
  gboolean done = kli_connection_run (connection, "begin-edit", error)
                  && kli_erase_from_touches (connection, TOUCHES_A_STEP, &n, error)
                  && kli_connection_run (connection, "commit", error);

  *ended = n < TOUCHES_A_STEP;

  return done;
}

static gboolean
step_content (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  return kli_connection_run (connection, "begin-edit", error)
         && kli_erase_content (connection, &self->doubts, &self->last, SLICES_READ_A_STEP, ended, error)
         && kli_connection_run (connection, "commit", error);
}

/* What many had, and nobody has any more: the sets of frequent words name it. */
static gboolean
step_words (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  gboolean filled = FALSE;

  /* The indexes are asked who has a word: were they being made anew, they have to be whole first. */
  if (!kli_connection_run (connection, "begin-edit", error) || !kli_search_index_fill (connection, &filled, error))
    return FALSE;
  *ended = !filled;
  if (filled)
    return kli_connection_run (connection, "commit", error);

  return kli_frequent_forget (connection, error) && kli_phrases_forget (connection, error)
         && kli_connection_run (connection, "commit", error);
}

/* The words of what is gone stay in the segments of the indexes until these are merged. */
static gboolean
step_search (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  gboolean more = FALSE;

  if (!kli_search_index_merge (connection, !self->is_merging, &more, error))
    return FALSE;

  *ended = self->is_merging && !more;
  self->is_merging = TRUE;

  return TRUE;
}

static gboolean
step_end (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error)
{
  g_autoptr (KliStatement) clear = kli_connection_lend (connection, "store-state-clear", error);

  *ended = TRUE;
  if (clear == NULL)
    return FALSE;
  kli_statement_bind_text (clear, 1, STATE_ERASING);

  return kli_statement_run (clear, error);
}

typedef gboolean (*Step) (KliErasure *self, KliConnection *connection, gboolean *ended, GError **error);

static const Step steps[] = {
  [PHASE_RECORDS] = step_records, [PHASE_MOVED] = step_moved,     [PHASE_SLICES] = step_slices,
  [PHASE_TOUCHES] = step_touches, [PHASE_CONTENT] = step_content, [PHASE_WORDS] = step_words,
  [PHASE_SEARCH] = step_search,   [PHASE_MARK] = step_end,
};

/* --- on the main thread again ------------------------------------------------------------------------- */

static gboolean
progressed_cb (gpointer user_data)
{
  KliErasure *self = user_data;

  g_atomic_int_set (&self->is_telling, FALSE);
  kli_store_announce (self->store);
  g_signal_emit (self, signals[PROGRESSED], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
ended_cb (gpointer user_data)
{
  KliErasure *self = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  kli_store_announce (self->store);
  g_signal_emit (self, signals[PROGRESSED], 0);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

static void
attach (KliErasure *self, GSourceFunc func)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "erasure");
  g_source_set_callback (source, func, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->store->context);
}

/* The records are half of the work, their slices most of the rest; while these are looked for nobody knows how many
 * come, and it stays at the half. */
static void
tell_progress (KliErasure *self)
{
  guint total = self->phase == PHASE_RECORDS ? self->ids->len : self->slices != NULL ? self->slices->len : 0;
  double part = self->phase > PHASE_SLICES ? 0.9 : self->phase >= PHASE_MOVED ? 0.5 : 0;

  if (self->phase == PHASE_RECORDS && total > 0)
    part += 0.5 * self->at / total;
  else if (self->phase == PHASE_SLICES && total > 0)
    part += 0.4 * (total - self->at) / total;
  g_atomic_int_set (&self->permille, (gint)(part * 1000));
  if (g_atomic_int_compare_and_exchange (&self->is_telling, FALSE, TRUE))
    attach (self, progressed_cb);
}

/* --- running ------------------------------------------------------------------------------------------ */

static void step_job (KliWriter *writer, gpointer data);

static void
go_on (KliErasure *self, KliWriter *writer)
{
  KliConnection *connection = kli_writer_get_connection (writer, &self->error);
  gboolean ended = FALSE;

  if (connection == NULL)
    return;
  if (!steps[self->phase](self, connection, &ended, &self->error))
    kli_writer_note_failure (writer, self->error);
  kli_connection_roll_back (connection);
  if (self->error == NULL && ended)
    self->phase++;
  if (self->error == NULL && self->phase == PHASE_END)
    kli_writer_empty_log (writer);
}

static void
step_job (KliWriter *writer, gpointer data)
{
  KliErasure *self = data; /* its task holds it */

  if (g_atomic_int_get (&self->store->is_closing))
    g_set_error_literal (&self->error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
  else
    go_on (self, writer);

  if (self->error != NULL || self->phase == PHASE_END)
    {
      attach (self, ended_cb);
      return;
    }
  tell_progress (self);
  kli_writer_push (writer, step_job, self);
}

void
kli_erasure_run_async (KliErasure *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;

  g_return_if_fail (KLI_IS_ERASURE (self) && self->task == NULL);

  g_set_object (&self->cancellable, cancellable);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, kli_erasure_run_async);
  if (kli_store_check_writable (self->store, &error))
    {
      kli_writer_push (self->store->writer, step_job, self);
      return;
    }

  g_task_return_error (self->task, error);
  g_clear_object (&self->task);
}

gboolean
kli_erasure_run_finish (KliErasure *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **waiting = user_data;

  *waiting = g_object_ref (result);
}

gboolean
kli_erasure_run (KliErasure *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (KLI_IS_ERASURE (self), FALSE);

  kli_erasure_run_async (self, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (self->store->context, TRUE);

  return kli_erasure_run_finish (self, result, error);
}

double
kli_erasure_get_fraction (KliErasure *self)
{
  g_return_val_if_fail (KLI_IS_ERASURE (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}

guint
kli_erasure_get_n_removed (KliErasure *self)
{
  g_return_val_if_fail (KLI_IS_ERASURE (self), 0);

  return (guint)g_atomic_int_get (&self->n_removed);
}

/* --- after a death ------------------------------------------------------------------------------------ */

static void
resumed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!kli_erasure_run_finish (KLI_ERASURE (source), result, &error))
    g_message ("What was removed could not be forgotten yet: %s", error->message);
}

static gboolean
resume_cb (gpointer user_data)
{
  g_autoptr (KliStore) store = g_weak_ref_get (user_data);
  g_autoptr (KliErasure) erasure = store != NULL ? kli_erasure_new (store, NULL) : NULL;

  if (erasure != NULL)
    kli_erasure_run_async (erasure, NULL, resumed_cb, NULL);

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
look_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data; /* closing waits for this job */
  KliConnection *connection = kli_writer_get_connection (writer, NULL);
  g_autoptr (GSource) source = g_idle_source_new ();
  g_autofree char *mark = connection != NULL ? kli_derive_get_state (connection, STATE_ERASING, NULL) : NULL;
  GWeakRef *weak;

  if (mark == NULL || *mark == '\0')
    return;

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, store);
  g_source_set_static_name (source, "erasure-resume");
  g_source_set_callback (source, resume_cb, weak, weak_ref_free);
  g_source_attach (source, store->context);
}

void
kli_erasure_resume (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store) && store->writer != NULL);

  kli_writer_push (store->writer, look_job, store);
}
