/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out whether what derives from the records agrees with them, and mends what does not. Our own edits keep it in
 * step, so that only a file is looked over that is not as we left it, or in which a search met damage: a part at a
 * time, in idle moments, and between the edits as soon as something is found wrong. The place is kept in the file, so
 * that the next start goes on with it. */
#include "store/kli-store-private.h"

#include "store/kli-backup.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-derive.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

/* In store_state: where the looking over is, across restarts; "1" at its beginning, "" when it is over. */
#define UNCHECKED "unchecked"

/* Where nothing is wrong the place is kept every so many steps. */
#define STEPS_BETWEEN_PLACES 100

/* --- telling -------------------------------------------------------------------------------------- */

static gboolean
tell_cb (gpointer user_data)
{
  g_autoptr (KliStore) store = g_weak_ref_get (user_data);
  double fraction;

  if (store == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&store->mutex);
  fraction = store->mended;
  store->is_mended_queued = FALSE;
  g_mutex_unlock (&store->mutex);
  kli_store_announce_mending (store, fraction);

  return G_SOURCE_REMOVE;
}

static void
tell (KliStore *store, double fraction)
{
  gboolean is_queued;

  g_mutex_lock (&store->mutex);
  store->mended = fraction;
  is_queued = store->is_mended_queued;
  store->is_mended_queued = TRUE;
  g_mutex_unlock (&store->mutex);
  if (!is_queued)
    kli_store_invoke (store, "store-mending", tell_cb);
}

/* --- one step --------------------------------------------------------------------------------------- */

/* @mended: the bits of tables, of which nothing was said so far. @detail: (nullable) */
static void
name_mended (guint mended, const char *detail)
{
  const char *const *names = kli_derive_get_names (); /* the numbers come first */

  for (guint i = 0; names[i] != NULL; i++)
    if (mended & (i == 0 ? KLI_DERIVE_BIT_OF_NUMBERS : 1u << (i - 1)))
      g_message ("What is derived as “%s” is wrong and is mended: %s", names[i],
                 detail != NULL ? detail : "rows are not as they should be");
}

/* Each part leaves a segment in the index of words. Were they left to become many, FTS5 would merge all of them at
 * once, at the end of some part; and between the edits nobody else has the time to. */
static gboolean
merge_some (KliStore *store, KliConnection *connection, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean more = FALSE;

  if ((store->mend.mended & kli_derive_bit_of (&kli_search_deriver)) == 0
      || kli_search_index_merge (connection, FALSE, &more, &local_error))
    return TRUE;
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    return kli_search_index_begin (connection, error);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* In a transaction. */
static gboolean
step (KliStore *store, KliConnection *connection, GCancellable *asked, gboolean *more, GError **error)
{
  gboolean is_whole = kli_derive_mend_is_whole (&store->mend);
  guint mended = store->mend.mended;
  guint stage = store->mend.stage;
  g_autofree char *state = NULL;
  gboolean done;

  kli_connection_set_cancellable (connection, is_whole ? asked : NULL, store->closing);
  done = merge_some (store, connection, error) && kli_derive_mend_step (connection, &store->mend, more, error);
  kli_connection_set_cancellable (connection, NULL, NULL);
  if (!done)
    return FALSE;

  name_mended (store->mend.mended & ~mended, store->mend.detail);
  state = *more ? kli_derive_mend_print (&store->mend) : g_strdup ("");

  return (stage == store->mend.stage && store->mend.mended == 0 && store->mend.n_steps % STEPS_BETWEEN_PLACES != 0)
         || kli_derive_set_state (connection, UNCHECKED, state, error);
}

/* Views show what was mended after each stage. */
static void
announce_stage (KliStore *store, guint stage)
{
  if (store->mend.mended != 0 && stage != store->mend.stage)
    kli_store_announce_everything (store);
}

/* The same in a transaction of its own. */
static gboolean
step_alone (KliStore *store, KliConnection *connection, GCancellable *asked, gboolean *more, GError **error)
{
  gboolean done;

  if (!kli_connection_run (connection, "begin-edit", error))
    return FALSE;

  done = step (store, connection, asked, more, error) && kli_connection_run (connection, "commit", error);
  kli_connection_roll_back (connection);

  return done;
}

/* @asked: (nullable): gives up a step that may take long */
static gboolean
take_step (KliStore *store, KliWriter *writer, GCancellable *asked, gboolean *more, GError **error)
{
  KliConnection *connection = kli_writer_get_connection (writer, error);
  guint stage = store->mend.stage;
  g_autoptr (GError) local_error = NULL;

  if (connection == NULL)
    return FALSE;
  if (!step_alone (store, connection, asked, more, &local_error))
    {
      if (store->mend.unreadable == 0)
        return kli_store_error_pass (error, g_steal_pointer (&local_error));
      if (!step_alone (store, connection, NULL, more, error))
        return FALSE;
    }
  kli_store_follow_up (store, connection);
  announce_stage (store, stage);

  return TRUE;
}

/* --- in idle moments and between the edits ---------------------------------------------------------- */

gboolean
kli_store_note_strange (KliStore *store, KliConnection *connection, GError **error)
{
  if (!store->is_strange)
    return TRUE;

  store->is_strange = FALSE;

  return kli_derive_set_state (connection, UNCHECKED, "1", error);
}

/* Whether there is anything to look over. */
static gboolean
is_unchecked (KliStore *store, KliConnection *connection, GError **error)
{
  g_autofree char *state = NULL;

  if (store->mending == KLI_MENDING_UNKNOWN)
    {
      state = kli_derive_get_state (connection, UNCHECKED, error);
      if (state == NULL)
        return FALSE;
      store->mending = *state != '\0' ? KLI_MENDING_WANTED : KLI_MENDING_NONE;
      kli_derive_mend_parse (&store->mend, state);
    }

  return store->mending != KLI_MENDING_NONE;
}

static void
end (KliStore *store)
{
  if (store->mend.mended != 0)
    tell (store, 1);
  kli_derive_mend_clear (&store->mend);
  store->mending = KLI_MENDING_NONE;
}

/* Takes the next step. Returns: whether there is more to do. */
static gboolean
go_on (KliStore *store, KliWriter *writer, GCancellable *asked)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_writer_get_connection (writer, &error);
  gboolean more = FALSE;

  if (connection != NULL && is_unchecked (store, connection, &error) && take_step (store, writer, asked, &more, &error)
      && !more)
    end (store);
  else if (more && store->mend.mended != 0)
    tell (store, MIN (kli_derive_mend_get_fraction (&store->mend), 0.999)); /* 1 says that it is over */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE; /* later */
  if (error == NULL)
    return more;

  g_message ("What derives from the records could not be looked over: %s", error->message);
  kli_writer_note_failure (writer, error);
  end (store);

  return FALSE;
}

static void go_on_job (KliWriter *writer, gpointer data);

/* Where something is wrong nobody waits for idle moments. */
static void
hurry (KliStore *store, KliWriter *writer)
{
  store->is_mending_queued = store->mend.mended != 0;
  if (store->is_mending_queued)
    kli_writer_push (writer, go_on_job, store);
}

/* One step, and then whatever waits: an edit never has to wait for all of them. */
static void
go_on_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data;

  store->is_mending_queued = FALSE;
  if (go_on (store, writer, NULL))
    hurry (store, writer);
}

gboolean
kli_store_look_over (KliWriter *writer, GCancellable *asked, gpointer data)
{
  KliStore *store = data;
  gboolean more = go_on (store, writer, asked);

  if (more && !store->is_mending_queued)
    hurry (store, writer);

  return more;
}

static void
step_job (KliWriter *writer, gpointer data)
{
  go_on (data, writer, NULL);
}

void
kli_store_look_over_soon (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store) && store->writer != NULL);

  kli_writer_push (store->writer, step_job, store);
}

/* --- the index of words ----------------------------------------------------------------------------- */

void
kli_store_tell_filling (KliStore *store, KliConnection *connection)
{
  gint64 place = KLI_SEARCH_INDEX_WHOLE, newest = 0;
  gboolean was_filling = store->is_filling;

  if (!kli_search_index_get_place (connection, &place, NULL)
      || !kli_connection_get_integer (connection, "numbers-newest", &newest, NULL))
    return;

  store->is_filling = place != KLI_SEARCH_INDEX_WHOLE;
  if (store->mend.mended != 0)
    return; /* it is a part of that */
  if (store->is_filling)
    tell (store, CLAMP ((double)place / (double)MAX (newest, 1), 0, 0.999));
  else if (was_filling)
    tell (store, 1);
}

/* Where one thing is damaged others may be: everything is looked over afterwards. */
static gboolean
begin_search (KliConnection *connection, GError **error)
{
  gboolean done = kli_connection_run (connection, "begin-edit", error) && kli_search_index_begin (connection, error)
                  && kli_derive_set_state (connection, UNCHECKED, "1", error)
                  && kli_connection_run (connection, "commit", error);

  kli_connection_roll_back (connection);

  return done;
}

static void
mend_search_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data; /* closing waits for this job */
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_writer_get_connection (writer, &error);

  if (connection != NULL && begin_search (connection, &error))
    {
      store->mending = KLI_MENDING_UNKNOWN;
      kli_store_tell_filling (store, connection);
      kli_store_follow_up (store, connection);
      return;
    }

  g_message ("The search index could not be made anew: %s", error->message);
  kli_writer_note_failure (writer, error);
}

void
kli_store_mend_search (KliStore *store)
{
  g_return_if_fail (KLI_IS_STORE (store));

  if (store->had_search || store->writer == NULL || store->is_closed)
    return;

  store->had_search = TRUE;
  g_message ("The search index is damaged and is made anew");
  kli_writer_push (store->writer, mend_search_job, store);
}

/* --- at once ---------------------------------------------------------------------------------------- */

typedef struct
{
  KliStore *store;
  guint mended;
  GError *error;
} MendJob;

static void
mend_job (KliWriter *writer, gpointer data)
{
  MendJob *job = data;
  KliStore *store = job->store;
  gboolean more = TRUE;

  kli_derive_mend_clear (&store->mend);
  while (more && take_step (store, writer, NULL, &more, &job->error))
    ;
  job->mended = store->mend.mended;
  if (job->error != NULL)
    return;
  kli_derive_mend_clear (&store->mend);
  store->mending = KLI_MENDING_NONE;
}

gint
kli_store_mend (KliStore *store, GError **error)
{
  MendJob job = { .store = store };

  g_return_val_if_fail (KLI_IS_STORE (store), -1);

  if (!kli_store_check_writable (store, error))
    return -1;
  kli_writer_push (store->writer, mend_job, &job);
  kli_writer_wait (store->writer);

  return kli_store_error_pass (error, job.error) ? __builtin_popcount (job.mended) : -1;
}
