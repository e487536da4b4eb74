/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store as an object of the main thread: opening, closing, reading, and the announcement of changes.
 * Its edits are in kli-store-edit.c. */
#include "store/kli-store-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive-shadow.h"
#include "store/kli-edit-private.h"
#include "store/kli-erase-private.h"
#include "store/kli-marker.h"
#include "store/kli-store-error-private.h"
#include "store/kli-store-open.h"

G_DEFINE_FINAL_TYPE (KliStore, kli_store, G_TYPE_OBJECT)

typedef enum
{
  CHANGED,
  LONG_EDIT,
  MENDING,
} KliStoreSignal;

static guint signals[MENDING + 1];

static KliChanges *
take_announcement (KliStore *self)
{
  KliChanges *changes;

  g_mutex_lock (&self->mutex);
  changes = g_queue_pop_head (&self->announcements);
  g_mutex_unlock (&self->mutex);

  return changes;
}

void
kli_store_announce (KliStore *self)
{
  g_autoptr (KliStore) alive = NULL;
  KliChanges *changes;

  g_return_if_fail (KLI_IS_STORE (self) && g_thread_self () == self->thread);

  alive = g_object_ref (self);
  while ((changes = take_announcement (self)) != NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0, changes);
      kli_changes_unref (changes);
    }
}

void
kli_store_queue_announcement (KliStore *self, KliChanges *changes)
{
  g_return_if_fail (KLI_IS_STORE (self) && changes != NULL);

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->announcements, kli_changes_ref (changes));
  g_mutex_unlock (&self->mutex);
}

void
kli_store_announce_long_edit (KliStore *self, gpointer edit)
{
  g_return_if_fail (KLI_IS_STORE (self) && G_IS_OBJECT (edit));

  g_signal_emit (self, signals[LONG_EDIT], 0, edit);
}

void
kli_store_announce_mending (KliStore *self, double fraction)
{
  g_return_if_fail (KLI_IS_STORE (self));

  g_signal_emit (self, signals[MENDING], 0, fraction);
}

gboolean
kli_store_check_writable (KliStore *self, GError **error)
{
  g_return_val_if_fail (KLI_IS_STORE (self), FALSE);

  if (self->is_closed)
    g_set_error_literal (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
  else if (self->is_read_only)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_READ_ONLY, "“%s” can only be read", self->path);
  else
    return TRUE;

  return FALSE;
}

void
kli_store_close (KliStore *self)
{
  g_return_if_fail (KLI_IS_STORE (self));

  if (self->is_closed)
    return;

  self->is_closed = TRUE;
  g_atomic_int_set (&self->is_closing, TRUE);
  g_cancellable_cancel (self->closing);
  if (self->writer != NULL)
    kli_writer_wait (self->writer);
  /* Readers first: the last connection to close takes the log away. */
  g_clear_pointer (&self->readers, kli_readers_free);
  g_clear_pointer (&self->reader, kli_connection_close);
  g_clear_pointer (&self->writer, kli_writer_free);
  if (!self->is_read_only)
    kli_marker_save (self->path, self->id);
  g_clear_pointer (&self->lock, kli_lock_release);
  kli_store_announce (self);
}

static void
kli_store_dispose (GObject *object)
{
  KliStore *self = KLI_STORE (object);

  if (self->path != NULL)
    kli_store_close (self);

  G_OBJECT_CLASS (kli_store_parent_class)->dispose (object);
}

static void
kli_store_finalize (GObject *object)
{
  KliStore *self = KLI_STORE (object);

  g_queue_clear_full (&self->announcements, (GDestroyNotify)kli_changes_unref);
  g_mutex_clear (&self->mutex);
  kli_derive_mend_clear (&self->mend);
  g_clear_pointer (&self->ids, kli_ids_free);
  g_ptr_array_unref (self->long_edits);
  g_object_unref (self->closing);
  g_free (self->path);
  g_free (self->id);
  g_free (self->who);
  g_free (self->desk);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (kli_store_parent_class)->finalize (object);
}

static void
kli_store_class_init (KliStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kli_store_dispose;
  object_class->finalize = kli_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", KLI_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   KLI_TYPE_CHANGES);
  signals[LONG_EDIT] = g_signal_new ("long-edit", KLI_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     1, G_TYPE_OBJECT);
  signals[MENDING]
      = g_signal_new ("mending", KLI_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
kli_store_init (KliStore *self)
{
  self->thread = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
  self->today = KLI_DAY_NONE;
  self->long_edits = g_ptr_array_new ();
  self->closing = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_queue_init (&self->announcements);
}

static gboolean
read_highest_id (KliConnection *connection, gint64 *highest, GError **error)
{
  if (!kli_connection_get_integer (connection, "highest-id", highest, error))
    return FALSE;
  if (*highest >= 0 && *highest < KLI_IDS_LIMIT)
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "An id is beyond all ids: %" G_GINT64_FORMAT, *highest);

  return FALSE;
}

/* Off the way to the first picture: it is flushed. */
static void
mark_job (KliWriter *writer, gpointer data)
{
  KliStore *self = data; /* closing waits for this job */

  kli_marker_save (self->path, self->id);
}

KliStore *
kli_store_open (const char *path, KliStoreOpenFlags flags, guint lock_wait_ms, GError **error)
{
  g_autoptr (KliOpened) opened = NULL;
  KliStore *self;
  gint64 highest;

  g_return_val_if_fail (path != NULL, NULL);

  opened = kli_store_open_file (path, flags, lock_wait_ms, error);
  if (opened == NULL || !read_highest_id (opened->connection, &highest, error))
    return NULL;

  self = g_object_new (KLI_TYPE_STORE, NULL);
  self->path = g_steal_pointer (&opened->path);
  self->id = g_steal_pointer (&opened->id);
  self->who = g_utf8_make_valid (g_get_user_name (), -1);
  self->desk = kli_marker_get_desk ();
  self->is_read_only = opened->is_read_only;
  self->is_strange = opened->is_strange;
  self->lock = g_steal_pointer (&opened->lock);
  self->ids = kli_ids_new (highest, NULL);
  self->first_id = kli_ids_next (self->ids);
  self->readers = kli_readers_new (self->path);
  if (self->is_read_only)
    self->reader = g_steal_pointer (&opened->connection);
  else
    {
      self->writer = kli_writer_new (self->path, g_steal_pointer (&opened->connection), kli_store_look_over, self);
      kli_writer_push (self->writer, mark_job, self);
      kli_store_refresh (self);
      kli_store_follow_up (self, NULL);
      kli_erasure_resume (self);
    }

  return self;
}

const char *
kli_store_get_path (KliStore *self)
{
  g_return_val_if_fail (KLI_IS_STORE (self), NULL);

  return self->path;
}

const char *
kli_store_get_id (KliStore *self)
{
  g_return_val_if_fail (KLI_IS_STORE (self), NULL);

  return self->id;
}

const char *
kli_store_get_desk (KliStore *self)
{
  g_return_val_if_fail (KLI_IS_STORE (self), NULL);

  return self->desk;
}

gint64
kli_store_get_first_id (KliStore *self)
{
  g_return_val_if_fail (KLI_IS_STORE (self), 0);

  return self->first_id;
}

gboolean
kli_store_is_read_only (KliStore *self)
{
  g_return_val_if_fail (KLI_IS_STORE (self), TRUE);

  return self->is_read_only;
}

gpointer
kli_store_read (KliStore *self, KliReadFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer result;

  g_return_val_if_fail (KLI_IS_STORE (self) && func != NULL && g_thread_self () == self->thread, NULL);

  if (self->is_closed)
    {
      g_set_error_literal (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
      return NULL;
    }
  if (self->reader == NULL)
    self->reader = kli_connection_open (self->path, KLI_CONNECTION_READER, error);
  if (self->reader == NULL)
    return NULL;

  result = !self->is_read_only || kli_derive_shadow (self->reader, self->today, &local_error)
               ? kli_readers_run (self->reader, func, user_data, NULL, NULL, &local_error)
               : NULL;
  if (kli_store_error_is_doubtful (local_error))
    g_clear_pointer (&self->reader, kli_connection_close);
  kli_store_error_pass (error, g_steal_pointer (&local_error));

  return result;
}

void
kli_store_read_async (KliStore *self,
                      KliReadFunc func,
                      gpointer user_data,
                      GDestroyNotify destroy,
                      GDestroyNotify result_destroy,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KLI_IS_STORE (self) && func != NULL);

  task = g_task_new (self, cancellable, callback, callback_data);
  g_task_set_source_tag (task, kli_store_read_async);
  if (!self->is_closed)
    {
      kli_readers_push (self->readers, task, func, user_data, destroy, result_destroy);
      return;
    }

  if (destroy != NULL)
    destroy (user_data);
  g_task_return_new_error (task, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
}

gpointer
kli_store_read_finish (KliStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
