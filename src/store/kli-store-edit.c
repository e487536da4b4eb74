/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's edits: taken on the main thread, run by the writer, acknowledged on the main thread. */
#include "store/kli-store-private.h"

#include "store/kli-edit-private.h"

typedef struct
{
  KliStore *store; /* borrowed: the task or the waiting caller holds it */
  GTask *task;     /* NULL when the caller waits */
  char *verb;
  gint64 subject;
  KliEditFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GCancellable *cancellable; /* nullable */

  gint64 result;
  GError *error;
} EditJob;

static EditJob *
edit_job_new (KliStore *store, const char *verb, gint64 subject, KliEditFunc func, gpointer user_data)
{
  EditJob *job = g_new0 (EditJob, 1);

  job->store = store;
  job->verb = g_strdup (verb);
  job->subject = subject;
  job->func = func;
  job->user_data = user_data;

  return job;
}

static void
edit_job_free (gpointer data)
{
  EditJob *job = data;

  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job->verb);
  g_free (job);
}

/* --- on the writer's thread --- */

static void
perform (KliWriter *writer, EditJob *job)
{
  KliStore *store = job->store;
  KliEditRequest request = {
    .verb = job->verb,
    .subject = job->subject,
    .func = job->func,
    .user_data = job->user_data,
    .cancellable = job->cancellable,
  };
  KliDesk desk = { store->who, store->desk };
  g_autoptr (KliChanges) changes = NULL;
  KliConnection *connection;

  job->result = -1;
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;

  connection = kli_writer_get_connection (writer, &job->error);
  if (connection == NULL)
    return;

  job->result = kli_edit_perform (connection, store->ids, &desk, &request, &changes, &job->error);
  if (job->error != NULL)
    kli_writer_note_failure (writer, job->error);
  if (changes != NULL)
    {
      kli_store_queue_announcement (store, changes);
      kli_store_follow_up (store, connection);
    }
}

/* --- on the main thread --- */

static gboolean
return_cb (gpointer user_data)
{
  GTask *task = user_data;
  EditJob *job = g_task_get_task_data (task);

  kli_store_announce (job->store); /* views know before the one who asked */
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_memdup2 (&job->result, sizeof job->result), g_free);

  return G_SOURCE_REMOVE;
}

static void
async_job (KliWriter *writer, gpointer data)
{
  EditJob *job = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  perform (writer, job);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "store-edit");
  g_source_set_callback (source, return_cb, job->task, g_object_unref);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
sync_job (KliWriter *writer, gpointer data)
{
  perform (writer, data);
}

gint64
kli_store_edit (KliStore *store, const char *verb, gint64 subject, KliEditFunc func, gpointer user_data, GError **error)
{
  EditJob *job;
  gint64 result;

  g_return_val_if_fail (KLI_IS_STORE (store) && verb != NULL && func != NULL, -1);
  g_return_val_if_fail (g_thread_self () == store->thread, -1);

  if (!kli_store_check_writable (store, error))
    return -1;

  job = edit_job_new (store, verb, subject, func, user_data);
  kli_writer_push (store->writer, sync_job, job);
  kli_writer_wait (store->writer);
  result = job->result;
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  edit_job_free (job);
  kli_store_announce (store);

  return result;
}

void
kli_store_edit_async (KliStore *store,
                      const char *verb,
                      gint64 subject,
                      KliEditFunc func,
                      gpointer user_data,
                      GDestroyNotify destroy,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  EditJob *job;
  GError *error = NULL;

  g_return_if_fail (KLI_IS_STORE (store) && verb != NULL && func != NULL);
  g_return_if_fail (g_thread_self () == store->thread);

  task = g_task_new (store, cancellable, callback, callback_data);
  g_task_set_source_tag (task, kli_store_edit_async);
  g_task_set_check_cancellable (task, FALSE); /* what was committed is told as committed */
  job = edit_job_new (store, verb, subject, func, user_data);
  job->destroy = destroy;
  g_set_object (&job->cancellable, cancellable);
  g_task_set_task_data (task, job, edit_job_free);

  if (!kli_store_check_writable (store, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->task = g_steal_pointer (&task);
  kli_writer_push (store->writer, async_job, job);
}

gint64
kli_store_edit_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), -1);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL ? *id : -1;
}
