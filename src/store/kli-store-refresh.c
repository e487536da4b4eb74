/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the derived tables of an open store fit for the day and the language, between the edits. */
#include "store/kli-store-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive.h"

typedef struct
{
  KliDay today;
  KliLanguage language;
  gboolean has_language;
} Wish;

static Wish
take_wish (KliStore *store)
{
  Wish wish;

  g_mutex_lock (&store->mutex);
  wish = (Wish){ store->today, store->language, store->has_language };
  store->is_refresh_queued = FALSE;
  g_mutex_unlock (&store->mutex);

  return wish;
}

static gboolean
set_day (KliConnection *connection, KliDay today, gboolean *changed, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  KliDay before = kli_derive_get_day (connection, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return kli_derive_set_day (connection, today, changed, error)
         && kli_derive_pass_connections (connection, before, today, error);
}

/* In a transaction. Day and language that nobody set stay as the file has them. */
static gboolean
fit (KliConnection *connection, const Wish *wish, gboolean *changed, GError **error)
{
  gboolean rules = FALSE, day = FALSE, language = FALSE;
  gboolean done = kli_derive_open (connection, &rules, error);

  if (done && wish->has_language)
    done = kli_derive_set_language (connection, wish->language, &language, error);
  if (done && wish->today != KLI_DAY_NONE)
    done = set_day (connection, wish->today, &day, error);
  *changed = rules || language || day;

  return done;
}

static gboolean
refresh (KliStore *store, KliWriter *writer, const Wish *wish, gboolean *changed, GError **error)
{
  KliConnection *connection = kli_writer_get_connection (writer, error);
  gboolean done;

  if (connection == NULL || !kli_store_note_strange (store, connection, error)
      || !kli_connection_run (connection, "begin-edit", error))
    return FALSE;

  kli_connection_set_cancellable (connection, NULL, store->closing);
  done = fit (connection, wish, changed, error);
  kli_connection_set_cancellable (connection, NULL, NULL);
  done = done && kli_connection_run (connection, "commit", error);
  if (!done)
    kli_connection_roll_back (connection);

  return done;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
announce_cb (gpointer user_data)
{
  g_autoptr (KliStore) store = g_weak_ref_get (user_data);

  if (store != NULL)
    kli_store_announce (store);

  return G_SOURCE_REMOVE;
}

void
kli_store_invoke (KliStore *store, const char *name, GSourceFunc func)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, store);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, name);
  g_source_set_callback (source, func, weak, weak_ref_free);
  g_source_attach (source, store->context);
}

/* Nobody waits for it, so the main loop is woken; a store that nobody needs by then is let go. */
void
kli_store_announce_everything (KliStore *store)
{
  g_autoptr (KliChanges) changes = kli_changes_new ();

  kli_changes_set_everything (changes);
  kli_store_queue_announcement (store, changes);
  kli_store_invoke (store, "store-changed", announce_cb);
}

static void
refresh_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data; /* closing waits for this job */
  Wish wish = take_wish (store);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (refresh (store, writer, &wish, &changed, &error))
    {
      if (changed)
        kli_store_announce_everything (store);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the next start does it */
    {
      g_message ("The derived tables could not be brought up to date: %s", error->message);
      kli_writer_note_failure (writer, error);
    }
}

void
kli_store_refresh (KliStore *store)
{
  gboolean is_queued;

  g_return_if_fail (KLI_IS_STORE (store));

  if (store->writer == NULL)
    return;

  g_mutex_lock (&store->mutex);
  is_queued = store->is_refresh_queued;
  store->is_refresh_queued = TRUE;
  g_mutex_unlock (&store->mutex);
  if (!is_queued)
    kli_writer_push (store->writer, refresh_job, store);
}

/* --- what edits left behind -------------------------------------------------------------------------------- */

/* In a transaction of its own. @more: (out): whether it did something. */
static gboolean
catch_up (KliStore *store, KliWriter *writer, gboolean *more, GError **error)
{
  KliConnection *connection = kli_writer_get_connection (writer, error);
  gboolean done;

  *more = FALSE;
  if (connection == NULL || !kli_derive_is_behind (connection, more, error) || !*more)
    return connection != NULL && !*more;

  kli_connection_set_cancellable (connection, NULL, store->closing);
  done = kli_connection_run (connection, "begin-edit", error) && kli_derive_catch_up (connection, more, error)
         && kli_connection_run (connection, "commit", error);
  kli_connection_set_cancellable (connection, NULL, NULL);
  if (!done)
    kli_connection_roll_back (connection);
  else
    kli_store_tell_filling (store, connection);

  return done;
}

/* Returns: whether there may be more. */
static gboolean
take_step (KliWriter *writer, KliStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  if (catch_up (store, writer, &more, &error))
    return more;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the next start does it */
    {
      g_message ("What edits left behind could not be reckoned: %s", error->message);
      kli_writer_note_failure (writer, error);
    }

  return FALSE;
}

/* One step, and then whatever waits: an edit never has to wait for all of them. */
static void
catch_up_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data;

  if (take_step (writer, store))
    {
      store->is_catching_up = TRUE;
      kli_writer_push (writer, catch_up_job, store);
    }
  else if (store->is_catching_up)
    {
      store->is_catching_up = FALSE;
      kli_store_announce_everything (store);
    }
}

static void
catch_up_all_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data;
  gboolean any = FALSE;

  while (take_step (writer, store))
    any = TRUE;
  if (any)
    kli_store_announce_everything (store);
}

void
kli_store_follow_up (KliStore *store, KliConnection *connection)
{
  if (connection != NULL && !connection->is_behind)
    return;
  if (connection != NULL)
    connection->is_behind = FALSE;
  kli_writer_push (store->writer, catch_up_job, store);
}

void
kli_store_catch_up (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store));

  if (store->writer == NULL)
    return;
  kli_writer_push (store->writer, catch_up_all_job, store);
  kli_store_settle (store);
}

void
kli_store_set_today (KliStore *store, KliDay today)
{
  gboolean changed;

  g_return_if_fail (KLI_IS_STORE (store));

  g_mutex_lock (&store->mutex);
  changed = store->today != today;
  store->today = today;
  g_mutex_unlock (&store->mutex);
  if (changed && store->is_read_only)
    {
      kli_readers_set_shadow_day (store->readers, today);
      kli_store_announce_everything (store);
    }
  else if (changed)
    kli_store_refresh (store);
}

KliDay
kli_store_get_today (KliStore *store)
{
  g_return_val_if_fail (KLI_IS_STORE (store), KLI_DAY_NONE);

  return store->today; /* only ever set on this, the main thread */
}

void
kli_store_set_language (KliStore *store, KliLanguage language)
{
  gboolean changed;

  g_return_if_fail (KLI_IS_STORE (store));

  g_mutex_lock (&store->mutex);
  changed = !store->has_language || store->language != language;
  store->language = language;
  store->has_language = TRUE;
  g_mutex_unlock (&store->mutex);
  if (changed)
    kli_store_refresh (store);
}

void
kli_store_settle (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store));

  if (store->writer != NULL)
    kli_writer_wait (store->writer);
  kli_store_announce (store);
}

void
kli_store_tidy (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store));

  if (store->writer == NULL)
    return;
  kli_store_catch_up (store);
  kli_writer_tidy (store->writer);
}
