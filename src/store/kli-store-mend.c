/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out whether what derives from the records agrees with them, and makes anew what does not. Our own edits keep it
 * in step, so that only a file is looked over that is not as we left it, or in which a search met damage: table by
 * table, in idle moments, given up at once when somebody has an edit to write. */
#include "store/kli-store-private.h"

#include "store/kli-backup.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-derive.h"
#include "store/kli-store-error-private.h"

/* In store_state: "1" until the file has been looked over, across restarts. */
#define UNCHECKED "unchecked"

/* How far it is with one table. */
typedef struct
{
  KliStore *store;
  guint table;
  guint n_tables;
} Stage;

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

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  const Stage *stage = user_data;
  double part = total > 0 ? (double)done / total : 0;

  tell (stage->store, MIN ((stage->table + part) / stage->n_tables, 0.999)); /* 1 says that it is over */
}

/* --- one table ------------------------------------------------------------------------------------ */

/* In a transaction. Not given up for an edit, which would find the same damage, but for closing. */
static gboolean
make_anew (KliStore *store, KliConnection *connection, guint table, GError **error)
{
  const char *const *names = kli_derive_get_names ();
  Stage stage = { store, table, g_strv_length ((char **)names) };
  gboolean done;

  progress_cb (0, 1, &stage);
  kli_connection_set_cancellable (connection, NULL, store->closing);
  done = kli_derive_rebuild (connection, names[table], progress_cb, &stage, error);
  kli_connection_set_cancellable (connection, NULL, NULL);

  return done;
}

/* @asked: (nullable): gives the look up. @mended: (out): whether the table was wrong and is right now. */
static gboolean
mend_if_wrong (
    KliStore *store, KliConnection *connection, guint table, GCancellable *asked, gboolean *mended, GError **error)
{
  const char *name = kli_derive_get_names ()[table];
  g_autofree char *detail = NULL;
  g_autoptr (GError) local_error = NULL;

  kli_connection_set_cancellable (connection, asked, store->closing);
  kli_derive_check (connection, name, &detail, &local_error);
  kli_connection_set_cancellable (connection, NULL, NULL);
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    detail = g_strdup (local_error->message); /* what cannot be read is wrong, too */
  else if (local_error != NULL)
    return kli_store_error_pass (error, g_steal_pointer (&local_error));
  *mended = detail != NULL;
  if (!*mended)
    return TRUE;

  g_message ("What is derived as “%s” is wrong and is made anew: %s", name, detail);

  return make_anew (store, connection, table, error);
}

/* The same in a transaction of its own, of which nothing is kept when the table was right. */
static gboolean
look_at (KliStore *store, KliWriter *writer, guint table, GCancellable *asked, gboolean *mended, GError **error)
{
  KliConnection *connection = kli_writer_get_connection (writer, error);
  gboolean done;

  if (connection == NULL || !kli_connection_run (connection, "begin-edit", error))
    return FALSE;

  done = mend_if_wrong (store, connection, table, asked, mended, error)
         && (!*mended || kli_connection_run (connection, "commit", error));
  kli_connection_roll_back (connection);
  if (done && *mended)
    kli_store_announce_everything (store);

  return done;
}

/* --- in idle moments ------------------------------------------------------------------------------ */

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
      store->n_looked_over = 0;
    }

  return store->mending != KLI_MENDING_NONE;
}

static void
end (KliStore *store)
{
  if (store->mending == KLI_MENDING_FOUND)
    tell (store, 1);
  store->mending = KLI_MENDING_NONE;
}

/* Returns: whether there is more to do. */
static gboolean
take_step (KliStore *store, KliWriter *writer, KliConnection *connection, GCancellable *asked, GError **error)
{
  gboolean mended = FALSE;

  if (kli_derive_get_names ()[store->n_looked_over] == NULL)
    {
      end (store);
      kli_derive_set_state (connection, UNCHECKED, "", error);
      return FALSE;
    }
  if (!look_at (store, writer, store->n_looked_over, asked, &mended, error))
    return FALSE;

  if (mended)
    store->mending = KLI_MENDING_FOUND;
  store->n_looked_over++;

  return TRUE;
}

gboolean
kli_store_look_over (KliWriter *writer, GCancellable *asked, gpointer data)
{
  KliStore *store = data;
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_writer_get_connection (writer, &error);
  gboolean more = FALSE;

  if (connection != NULL && is_unchecked (store, connection, &error))
    more = take_step (store, writer, connection, asked, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE; /* later */
  if (error == NULL)
    return more;

  g_message ("What derives from the records could not be looked over: %s", error->message);
  kli_writer_note_failure (writer, error);
  end (store);

  return FALSE;
}

/* --- at once -------------------------------------------------------------------------------------- */

static guint
find_table (const char *name)
{
  const char *const *names = kli_derive_get_names ();
  guint table = 0;

  while (!g_str_equal (names[table], name))
    table++;

  return table;
}

/* Where one thing is damaged others may be: everything is looked over afterwards. */
static gboolean
mend_search (KliStore *store, KliConnection *connection, GError **error)
{
  gboolean done = kli_connection_run (connection, "begin-edit", error)
                  && make_anew (store, connection, find_table ("search"), error)
                  && kli_derive_set_state (connection, UNCHECKED, "1", error)
                  && kli_connection_run (connection, "commit", error);

  kli_connection_roll_back (connection);
  tell (store, 1);

  return done;
}

static void
mend_search_job (KliWriter *writer, gpointer data)
{
  KliStore *store = data; /* closing waits for this job */
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_writer_get_connection (writer, &error);

  if (connection != NULL && mend_search (store, connection, &error))
    {
      store->mending = KLI_MENDING_UNKNOWN;
      kli_store_announce_everything (store);
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

typedef struct
{
  KliStore *store;
  gint n_mended;
  GError *error;
} MendJob;

static void
mend_job (KliWriter *writer, gpointer data)
{
  MendJob *job = data;
  KliConnection *connection;

  for (guint i = 0; kli_derive_get_names ()[i] != NULL; i++)
    {
      gboolean mended = FALSE;

      if (!look_at (job->store, writer, i, NULL, &mended, &job->error))
        return;
      job->n_mended += mended;
    }

  job->store->mending = KLI_MENDING_NONE;
  connection = kli_writer_get_connection (writer, &job->error);
  if (connection != NULL)
    kli_derive_set_state (connection, UNCHECKED, "", &job->error);
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

  return kli_store_error_pass (error, job.error) ? job.n_mended : -1;
}
