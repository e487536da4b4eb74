/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long edit as an object of the main thread: its beginning, its progress, its end, and what a cancelled one leaves
 * to be taken back. Its transactions are in kli-long-edit-run.c. */
#include "store/kli-long-edit-private.h"

#include "store/kli-store-error-private.h"

G_DEFINE_FINAL_TYPE (KliLongEdit, kli_long_edit, G_TYPE_OBJECT)

typedef enum
{
  PROGRESSED,
} KliLongEditSignal;

static guint signals[PROGRESSED + 1];

static guint min_records = KLI_LONG_EDIT_MIN;
static guint batch_records = KLI_LONG_EDIT_BATCH;

void
kli_long_edit_tune (guint min, guint batch)
{
  g_return_if_fail (batch > 0);

  min_records = min;
  batch_records = batch;
}

gboolean
kli_long_edit_is_needed (guint n_records)
{
  return n_records > min_records;
}

static void
kli_long_edit_finalize (GObject *object)
{
  KliLongEdit *self = KLI_LONG_EDIT (object);

  if (self->work->free != NULL)
    self->work->free (self->data);
  g_clear_pointer (&self->job, g_variant_unref);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_object_unref (self->store);

  G_OBJECT_CLASS (kli_long_edit_parent_class)->finalize (object);
}

static void
kli_long_edit_class_init (KliLongEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_long_edit_finalize;

  signals[PROGRESSED]
      = g_signal_new ("progressed", KLI_TYPE_LONG_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_long_edit_init (KliLongEdit *self)
{
  self->cancellable = g_cancellable_new ();
  self->batch = batch_records;
}

KliLongEdit *
kli_long_edit_new (
    KliStore *store, const KliLongWork *work, gpointer data, const char *verb, guint total, GVariant *job)
{
  KliLongEdit *self;

  g_return_val_if_fail (KLI_IS_STORE (store) && work != NULL && verb != NULL, NULL);

  self = g_object_new (KLI_TYPE_LONG_EDIT, NULL);
  self->store = g_object_ref (store);
  self->work = work;
  self->data = data;
  self->verb = g_intern_string (verb);
  self->total = total;
  self->is_long = kli_long_edit_is_needed (total);
  self->job = job != NULL ? g_variant_ref_sink (job) : NULL;

  return self;
}

void
kli_long_edit_set_undoes (KliLongEdit *self, gint64 entry, gint64 subject)
{
  g_return_if_fail (KLI_IS_LONG_EDIT (self) && self->task == NULL);

  self->undoes = entry;
  self->subject = subject;
}

KliLongEdit *
kli_long_edit_resume (KliStore *store, const KliLongWork *work, gpointer data, const KliUnfinished *unfinished)
{
  KliLongEdit *self;

  g_return_val_if_fail (KLI_IS_STORE (store) && work != NULL && unfinished != NULL, NULL);

  self = kli_long_edit_new (store, work, data, unfinished->entry->verb, unfinished->total, NULL);
  self->is_long = TRUE;
  self->entry = unfinished->entry->id;
  self->instant = unfinished->entry->instant;
  self->undoes = unfinished->entry->undoes;
  self->subject = unfinished->entry->subject;
  self->committed = unfinished->done;
  self->done = (gint)unfinished->done;

  return self;
}

/* --- the end ----------------------------------------------------------------------------------------- */

static void
finish (KliLongEdit *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_signal_emit (self, signals[PROGRESSED], 0);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_memdup2 (&self->result, sizeof self->result), g_free);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliLongEdit) self = user_data;
  g_autoptr (GError) error = NULL;

  if (kli_undo_finish (KLI_STORE (source), result, &error) < 0)
    finish (self, g_steal_pointer (&error));
  else
    finish (self, g_steal_pointer (&self->error));
}

static gboolean
ended_cb (gpointer user_data)
{
  KliLongEdit *self = user_data;

  g_ptr_array_remove (self->store->long_edits, self);
  kli_store_announce (self->store); /* views know before the one who asked */

  if (self->entry != 0 && g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kli_undo_async (self->store, self->entry, TRUE, NULL, taken_back_cb, g_object_ref (self));
  else
    finish (self, g_steal_pointer (&self->error));

  return G_SOURCE_REMOVE;
}

static void
attach (KliLongEdit *self, GSourceFunc func, const char *name)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, name);
  g_source_set_callback (source, func, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->store->context);
}

void
kli_long_edit_end (KliLongEdit *self)
{
  attach (self, ended_cb, "long-edit-end");
}

/* --- progress ---------------------------------------------------------------------------------------- */

static gboolean
progressed_cb (gpointer user_data)
{
  KliLongEdit *self = user_data;

  g_atomic_int_set (&self->is_telling, FALSE);
  kli_store_announce (self->store);
  if (self->task != NULL)
    g_signal_emit (self, signals[PROGRESSED], 0);

  return G_SOURCE_REMOVE;
}

void
kli_long_edit_tell (KliLongEdit *self)
{
  if (g_atomic_int_compare_and_exchange (&self->is_telling, FALSE, TRUE))
    attach (self, progressed_cb, "long-edit-progress");
}

/* --- running ----------------------------------------------------------------------------------------- */

void
kli_long_edit_run_async (KliLongEdit *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;

  g_return_if_fail (KLI_IS_LONG_EDIT (self) && self->task == NULL);

  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, kli_long_edit_run_async);
  if (!kli_store_check_writable (self->store, &error))
    {
      finish (self, error);
      return;
    }

  g_ptr_array_add (self->store->long_edits, self);
  kli_store_announce_long_edit (self->store, self);
  kli_long_edit_push (self);
}

gint64
kli_long_edit_run_finish (KliLongEdit *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : -1;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **waiting = user_data;

  *waiting = g_object_ref (result);
}

gint64
kli_long_edit_run (KliLongEdit *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), -1);

  kli_long_edit_run_async (self, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (self->store->context, TRUE);

  return kli_long_edit_run_finish (self, result, error);
}

void
kli_long_edit_cancel (KliLongEdit *self)
{
  g_return_if_fail (KLI_IS_LONG_EDIT (self));

  g_cancellable_cancel (self->cancellable);
}

KliStore *
kli_long_edit_get_store (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), NULL);

  return self->store;
}

const char *
kli_long_edit_get_verb (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), NULL);

  return self->verb;
}

gint64
kli_long_edit_get_entry (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), 0);

  return self->entry;
}

guint
kli_long_edit_get_done (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), 0);

  return (guint)g_atomic_int_get (&self->done);
}

guint
kli_long_edit_get_total (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), 0);

  return self->total;
}

gboolean
kli_long_edit_is_cancelled (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}

gboolean
kli_long_edit_is_over (KliLongEdit *self)
{
  g_return_val_if_fail (KLI_IS_LONG_EDIT (self), TRUE);

  return self->task == NULL;
}

gboolean
kli_long_edit_is_running (KliStore *store, gint64 entry)
{
  g_return_val_if_fail (KLI_IS_STORE (store), FALSE);

  for (guint i = 0; i < store->long_edits->len; i++)
    {
      const KliLongEdit *edit = g_ptr_array_index (store->long_edits, i);

      if (edit->entry == entry)
        return TRUE;
    }

  return FALSE;
}
