/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's readers in the background. A connection is lent to whichever thread runs a read, and put
 * back for the next; the newest reads win because their askers cancel the older ones. */
#include "store/kli-store-readers.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive-shadow.h"
#include "store/kli-store-error-private.h"

#define MAX_READERS 2

struct _KliReaders
{
  char *path;
  GThreadPool *pool;
  GAsyncQueue *idle;     /* KliConnection: open and not lent */
  GCancellable *closing; /* cancelled when the store closes */
  gint shadow_day;       /* atomic: of a store that can only be read; else KLI_DAY_NONE */
};

typedef struct
{
  GTask *task;
  KliReadFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GDestroyNotify result_destroy;
  gpointer result;
  GError *error;
} Read;

gpointer
kli_readers_run (KliConnection *connection,
                 KliReadFunc func,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GCancellable *closing,
                 GError **error)
{
  gpointer result;

  if (!kli_connection_begin_read (connection, error))
    return NULL;

  kli_connection_set_cancellable (connection, cancellable, closing);
  result = func (connection, user_data, cancellable, error);
  kli_connection_end_read (connection);

  return result;
}

/* In the task's main context, where @user_data came from. */
static gboolean
return_cb (gpointer data)
{
  Read *read = data;

  if (read->error != NULL)
    g_task_return_error (read->task, g_steal_pointer (&read->error));
  else
    g_task_return_pointer (read->task, read->result, read->result_destroy);
  if (read->destroy != NULL)
    read->destroy (read->user_data);
  g_object_unref (read->task);
  g_free (read);

  return G_SOURCE_REMOVE;
}

static void
return_later (Read *read)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (read->task));
  g_source_set_static_name (source, "store-read");
  g_source_set_callback (source, return_cb, read, NULL);
  g_source_attach (source, g_task_get_context (read->task));
}

static void
read_now (KliReaders *readers, Read *read)
{
  KliConnection *connection = g_async_queue_try_pop (readers->idle);

  if (connection == NULL)
    connection = kli_connection_open (readers->path, KLI_CONNECTION_READER, &read->error);
  if (connection == NULL)
    return;

  if (kli_derive_shadow (connection, g_atomic_int_get (&readers->shadow_day), &read->error))
    read->result = kli_readers_run (connection, read->func, read->user_data, g_task_get_cancellable (read->task),
                                    readers->closing, &read->error);
  if (kli_store_error_is_doubtful (read->error))
    kli_connection_close (connection);
  else
    g_async_queue_push (readers->idle, connection);
}

static void
run_cb (gpointer data, gpointer user_data)
{
  KliReaders *readers = user_data;
  Read *read = data;

  if (g_cancellable_is_cancelled (readers->closing))
    g_set_error_literal (&read->error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
  else if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (read->task), &read->error))
    read_now (readers, read);
  return_later (read);
}

KliReaders *
kli_readers_new (const char *path)
{
  KliReaders *readers;

  g_return_val_if_fail (path != NULL, NULL);

  readers = g_new0 (KliReaders, 1);
  readers->path = g_strdup (path);
  readers->idle = g_async_queue_new_full ((GDestroyNotify)kli_connection_close);
  readers->closing = g_cancellable_new ();
  readers->shadow_day = KLI_DAY_NONE;
  readers->pool = g_thread_pool_new (run_cb, readers, MAX_READERS, FALSE, NULL);

  return readers;
}

void
kli_readers_set_shadow_day (KliReaders *readers, KliDay day)
{
  g_return_if_fail (readers != NULL);

  g_atomic_int_set (&readers->shadow_day, day);
}

void
kli_readers_free (KliReaders *readers)
{
  if (readers == NULL)
    return;

  g_cancellable_cancel (readers->closing);
  g_thread_pool_free (readers->pool, FALSE, TRUE);
  g_async_queue_unref (readers->idle);
  g_object_unref (readers->closing);
  g_free (readers->path);
  g_free (readers);
}

void
kli_readers_push (KliReaders *readers,
                  GTask *task,
                  KliReadFunc func,
                  gpointer user_data,
                  GDestroyNotify destroy,
                  GDestroyNotify result_destroy)
{
  Read *read = g_new0 (Read, 1);

  g_return_if_fail (readers != NULL && G_IS_TASK (task) && func != NULL);

  read->task = g_object_ref (task);
  read->func = func;
  read->user_data = user_data;
  read->destroy = destroy;
  read->result_destroy = result_destroy;
  g_thread_pool_push (readers->pool, read, NULL);
}
