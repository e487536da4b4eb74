/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's one writer. It alone writes and checkpoints, one after the other, so that SQLite's
 * WAL-reset race cannot happen (RELIABILITY A1). */
#include "store/kli-store-writer.h"

#include "store/kli-connection-private.h"
#include "store/kli-frequent.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

#include <sys/stat.h>

#define IDLE_US G_USEC_PER_SEC
#define LOG_BYTES_CHECKPOINT ((gint64)16 << 20)
#define LOG_BYTES_ALARM ((gint64)64 << 20)
#define PAGE_SIZE_BYTES 4096
#define COMMITS_BEFORE_TIDYING 8

typedef struct
{
  KliWriterJob job; /* NULL: stop */
  gpointer data;
} Work;

typedef struct
{
  dev_t device;
  ino_t inode; /* 0: not seen yet */
} Identity;

struct _KliWriter
{
  char *path;
  char *log_path;
  GThread *thread;
  GAsyncQueue *queue;  /* Work */
  GCancellable *asked; /* cancelled by whoever asks for something */
  KliWriterIdleFunc idle;
  gpointer idle_data;

  /* The thread's own: */
  GThread *self;             /* it may be at work before g_thread_new () returns */
  KliConnection *connection; /* nullable: while it cannot be opened */
  Identity file;
  Identity log;
  gboolean doubtful;   /* an I/O error happened on this connection */
  gint64 log_bytes;    /* in the write-ahead log and not yet in the file */
  guint n_commits;     /* since the search index was last tidied */
  gboolean is_settled; /* nothing to do while nobody asks */
};

/* Remembers what stands at @path the first time. Returns: FALSE when something else stands there now. */
static gboolean
is_same_file (Identity *identity, const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return identity->inode == 0;
  if (identity->inode == 0)
    *identity = (Identity){ status.st_dev, status.st_ino };

  return identity->device == status.st_dev && identity->inode == status.st_ino;
}

static int
commit_cb (void *user_data, sqlite3 *handle, const char *schema, int n_pages)
{
  KliWriter *writer = user_data;

  writer->log_bytes = (gint64)n_pages * PAGE_SIZE_BYTES;
  writer->n_commits++;
  writer->is_settled = FALSE;

  return SQLITE_OK;
}

static void
take_connection (KliWriter *writer, KliConnection *connection)
{
  writer->connection = connection;
  writer->doubtful = FALSE;
  writer->log = (Identity){ 0 };
  if (connection != NULL)
    sqlite3_wal_hook (kli_connection_get_handle (connection), commit_cb, writer);
}

static void
checkpoint (KliWriter *writer, int mode)
{
  int in_log = 0, in_file = 0;
  int code;

  if (writer->connection == NULL || writer->doubtful)
    return;

  code = sqlite3_wal_checkpoint_v2 (kli_connection_get_handle (writer->connection), NULL, mode, &in_log, &in_file);
  if ((code & 0xff) == SQLITE_IOERR)
    writer->doubtful = TRUE;
  if (code == SQLITE_OK && in_log >= 0)
    writer->log_bytes = (gint64)(in_log - in_file) * PAGE_SIZE_BYTES;
  if (writer->log_bytes > LOG_BYTES_ALARM) /* RELIABILITY A21 */
    g_message ("The write-ahead log has grown to %" G_GINT64_FORMAT " MB", writer->log_bytes >> 20);
}

/* Returns: whether there is more to merge. */
static gboolean
tidy (KliWriter *writer)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  writer->n_commits = 0;
  if (writer->connection == NULL || writer->doubtful)
    return FALSE;

  if (!kli_search_index_merge (writer->connection, FALSE, &more, &error))
    {
      g_message ("The search index could not be tidied: %s", error->message);
      kli_writer_note_failure (writer, error);
      return FALSE;
    }
  writer->n_commits = 0; /* its own does not count */

  return more;
}

/* One step of the sets of frequent words, or of their rows, in a transaction of its own. Returns: whether there is more
 * to do. */
static gboolean
take_step (KliWriter *writer, GError **error)
{
  gboolean more = FALSE, done;

  if (!kli_connection_run (writer->connection, "begin-edit", error))
    return FALSE;
  done = kli_frequent_tidy (writer->connection, &more, error)
         && (more || kli_phrases_tidy (writer->connection, &more, error))
         && kli_connection_run (writer->connection, "commit", error);
  kli_connection_roll_back (writer->connection);

  return done && more;
}

/* Makes the sets of words that have become frequent: all of them when @now, else until somebody asks for
 * something. */
static void
keep_frequent (KliWriter *writer, gboolean now)
{
  g_autoptr (GError) error = NULL;

  if (writer->connection == NULL || writer->doubtful)
    return;

  while (take_step (writer, &error) && (now || g_async_queue_length (writer->queue) <= 0))
    if (writer->log_bytes >= LOG_BYTES_CHECKPOINT)
      checkpoint (writer, SQLITE_CHECKPOINT_PASSIVE);
  if (error != NULL)
    {
      g_message ("The sets of frequent words could not be made: %s", error->message);
      kli_writer_note_failure (writer, error);
    }
}

/* Returns: whether somebody asked before all of it was done. */
static gboolean
take_idle_steps (KliWriter *writer)
{
  gboolean more = TRUE;

  g_cancellable_reset (writer->asked);
  while (more && g_async_queue_length (writer->queue) <= 0 && !g_cancellable_is_cancelled (writer->asked))
    {
      more = writer->idle (writer, writer->asked, writer->idle_data);
      if (writer->log_bytes >= LOG_BYTES_CHECKPOINT)
        checkpoint (writer, SQLITE_CHECKPOINT_PASSIVE);
    }

  return more;
}

/* Nobody asks for anything. */
static void
be_idle (KliWriter *writer)
{
  gboolean more;

  keep_frequent (writer, FALSE);
  more = tidy (writer);
  more |= take_idle_steps (writer);

  checkpoint (writer, SQLITE_CHECKPOINT_PASSIVE);
  writer->is_settled = !more;
}

static void
tidy_job (KliWriter *writer, gpointer data)
{
  keep_frequent (writer, TRUE);
  while (tidy (writer))
    ;
}

void
kli_writer_tidy (KliWriter *writer)
{
  g_return_if_fail (writer != NULL);

  kli_writer_push (writer, tidy_job, NULL);
  kli_writer_wait (writer);
}

static void
do_work (KliWriter *writer, const Work *work)
{
  work->job (writer, work->data);
  if (writer->n_commits >= COMMITS_BEFORE_TIDYING && g_async_queue_length (writer->queue) <= 0)
    tidy (writer);
  if (writer->log_bytes >= LOG_BYTES_CHECKPOINT)
    checkpoint (writer, SQLITE_CHECKPOINT_PASSIVE);
}

static void
shut (KliWriter *writer)
{
  checkpoint (writer, SQLITE_CHECKPOINT_TRUNCATE);
  g_clear_pointer (&writer->connection, kli_connection_close);
}

static gpointer
run (gpointer user_data)
{
  KliWriter *writer = user_data;

  writer->self = g_thread_self ();
  while (TRUE)
    {
      g_autofree Work *work
          = writer->is_settled ? g_async_queue_pop (writer->queue) : g_async_queue_timeout_pop (writer->queue, IDLE_US);

      if (work == NULL)
        be_idle (writer);
      else if (work->job == NULL)
        break;
      else
        do_work (writer, work);
    }
  shut (writer);

  return NULL;
}

KliWriter *
kli_writer_new (const char *path, KliConnection *connection, KliWriterIdleFunc idle, gpointer data)
{
  KliWriter *writer;

  g_return_val_if_fail (path != NULL && connection != NULL && idle != NULL, NULL);

  writer = g_new0 (KliWriter, 1);
  writer->path = g_strdup (path);
  writer->log_path = g_strconcat (path, "-wal", NULL);
  writer->queue = g_async_queue_new_full (g_free);
  writer->asked = g_cancellable_new ();
  writer->idle = idle;
  writer->idle_data = data;
  is_same_file (&writer->file, path);
  take_connection (writer, connection);
  writer->thread = g_thread_new ("store-writer", run, writer);

  return writer;
}

void
kli_writer_free (KliWriter *writer)
{
  if (writer == NULL)
    return;

  kli_writer_push (writer, NULL, NULL);
  g_thread_join (writer->thread);
  g_async_queue_unref (writer->queue);
  g_object_unref (writer->asked);
  g_free (writer->path);
  g_free (writer->log_path);
  g_free (writer);
}

void
kli_writer_push (KliWriter *writer, KliWriterJob job, gpointer data)
{
  Work *work = g_new (Work, 1);

  g_return_if_fail (writer != NULL);

  work->job = job;
  work->data = data;
  g_async_queue_push (writer->queue, work);
  g_cancellable_cancel (writer->asked);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean done;
} Meeting;

static void
meet (KliWriter *writer, gpointer data)
{
  Meeting *meeting = data;

  g_mutex_lock (&meeting->mutex);
  meeting->done = TRUE;
  g_cond_signal (&meeting->cond);
  g_mutex_unlock (&meeting->mutex);
}

void
kli_writer_wait (KliWriter *writer)
{
  Meeting meeting = { 0 };

  g_return_if_fail (writer != NULL && g_thread_self () != writer->thread);

  g_mutex_init (&meeting.mutex);
  g_cond_init (&meeting.cond);
  kli_writer_push (writer, meet, &meeting);

  g_mutex_lock (&meeting.mutex);
  while (!meeting.done)
    g_cond_wait (&meeting.cond, &meeting.mutex);
  g_mutex_unlock (&meeting.mutex);

  g_mutex_clear (&meeting.mutex);
  g_cond_clear (&meeting.cond);
}

KliConnection *
kli_writer_get_connection (KliWriter *writer, GError **error)
{
  g_return_val_if_fail (writer != NULL && g_thread_self () == writer->self, NULL);

  if (!is_same_file (&writer->file, writer->path) || !is_same_file (&writer->log, writer->log_path))
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_LOST,
                   "“%s” was moved, replaced or removed while it was open", writer->path);
      return NULL;
    }
  if (writer->doubtful)
    g_clear_pointer (&writer->connection, kli_connection_close);
  if (writer->connection == NULL)
    take_connection (writer, kli_connection_open (writer->path, KLI_CONNECTION_WRITER, error));

  return writer->connection;
}

void
kli_writer_note_failure (KliWriter *writer, const GError *error)
{
  g_return_if_fail (writer != NULL && error != NULL);

  if (kli_store_error_is_doubtful (error))
    writer->doubtful = TRUE;
}

gboolean
kli_writer_empty_log (KliWriter *writer)
{
  g_return_val_if_fail (writer != NULL && g_thread_self () == writer->self, FALSE);

  checkpoint (writer, SQLITE_CHECKPOINT_TRUNCATE);

  return writer->log_bytes == 0;
}
