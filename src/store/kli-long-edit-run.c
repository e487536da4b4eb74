/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The transactions of a long edit, on the writer's thread. After each batch the next one is queued behind whatever
 * others asked for meanwhile. */
#include "store/kli-long-edit-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-edit-private.h"
#include "store/kli-history-private.h"
#include "store/kli-store-error-private.h"

#define STEP 500             /* records between two looks at the clock and at the wish to stop */
#define TELL_US (100 * 1000) /* between two tellings */

/* --- the entry ---------------------------------------------------------------------------------------- */

static gboolean
run_for_entry (KliConnection *connection, const char *name, gint64 entry, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, entry);

  return kli_statement_run (statement, error);
}

gboolean
kli_long_edit_close_entry (KliConnection *connection, gint64 entry, GError **error)
{
  return run_for_entry (connection, "long-edit-delete", entry, error)
         && run_for_entry (connection, "history-forget-empty", entry, error)
         && run_for_entry (connection, "history-set-done", entry, error);
}

static gboolean
insert_long_edit (KliLongEdit *self, KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "long-edit-insert", error);
  g_autofree char *type = self->job != NULL ? g_strdup (g_variant_get_type_string (self->job)) : g_strdup ("");

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, self->entry);
  kli_statement_bind_text (statement, 2, self->work->name);
  kli_statement_bind_text (statement, 3, type);
  kli_statement_bind_bytes (statement, 4, self->job != NULL ? g_variant_get_data (self->job) : NULL,
                            self->job != NULL ? g_variant_get_size (self->job) : 0);
  kli_statement_bind_integer (statement, 5, self->total);

  return kli_statement_run (statement, error);
}

static gboolean
prepare (KliLongEdit *self, KliConnection *connection, GError **error)
{
  GVariant *job = NULL;

  if (self->work->prepare == NULL)
    return TRUE;
  if (!self->work->prepare (connection, self->data, &job, self->cancellable, error))
    return FALSE;
  g_clear_pointer (&self->job, g_variant_unref);
  if (job != NULL)
    self->job = g_variant_take_ref (job);

  return TRUE;
}

/* Makes the entry, in a transaction of its own. */
static gboolean
begin (KliLongEdit *self, KliConnection *connection, GError **error)
{
  KliHistoryHeader header = {
    .id = kli_ids_next (self->store->ids),
    .verb = self->verb,
    .subject = self->subject,
    .instant = kli_ids_now (self->store->ids),
    .who = self->store->who,
    .desk = self->store->desk,
    .undoes = self->undoes,
    .schema_version = kli_connection_get_schema_version (connection, error),
  };
  gboolean done;

  if (header.schema_version < 0)
    return FALSE;

  self->entry = header.id;
  done = kli_connection_run (connection, "begin-edit", error) && prepare (self, connection, error)
         && (self->undoes == 0 || kli_long_edit_close_entry (connection, self->undoes, error))
         && kli_history_begin (connection, &header, error) && insert_long_edit (self, connection, error)
         && kli_connection_run (connection, "commit", error);
  kli_connection_roll_back (connection);
  self->instant = header.instant;
  if (!done)
    self->entry = 0;

  return done;
}

/* --- one transaction ---------------------------------------------------------------------------------- */

static gboolean
note_progress (KliLongEdit *self, KliEdit *edit, guint done, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (KliStatement) progress = kli_connection_lend (connection, "long-edit-set-done", error);
  g_autofree char *newest = g_strdup_printf ("%" G_GINT64_FORMAT, kli_edit_new_id (edit));

  if (progress == NULL)
    return FALSE;

  kli_statement_bind_integer (progress, 1, self->entry);
  kli_statement_bind_integer (progress, 2, done);

  /* The records of this batch may have higher ids than any entry: the next start counts on from here. */
  return kli_statement_run (progress, error) && kli_derive_set_state (connection, "highest-id", newest, error);
}

static void
tell_now_and_then (KliLongEdit *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->told < TELL_US)
    return;
  self->told = now;
  kli_long_edit_tell (self);
}

/* A function of an edit: a batch, or everything when it is to be one transaction. */
static gboolean
batch_func (KliEdit *edit, gpointer user_data, GError **error)
{
  KliLongEdit *self = user_data;
  guint end = self->is_long ? MIN (self->total, self->committed + self->batch) : self->total;
  guint at = self->committed;

  if (!self->is_long && self->undoes != 0)
    {
      kli_edit_set_undoes (edit, self->verb, self->undoes);
      if (!kli_long_edit_close_entry (kli_edit_get_connection (edit), self->undoes, error))
        return FALSE;
    }
  if (!self->is_long && !prepare (self, kli_edit_get_connection (edit), error))
    return FALSE;

  while (at < end)
    {
      guint n = 0;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !self->work->func (edit, self->data, at, MIN (STEP, end - at), &n, error))
        return FALSE;
      g_assert (n > 0);
      at += n;
      g_atomic_int_set (&self->done, (gint)MIN (at, self->total));
      tell_now_and_then (self);
    }
  if (!self->is_long)
    return TRUE;

  return note_progress (self, edit, MIN (at, self->total), error);
}

/* Returns: as kli_edit_perform. */
static gint64
perform (KliLongEdit *self, KliConnection *connection)
{
  KliEditRequest request = {
    .verb = self->verb,
    .subject = self->subject,
    .func = batch_func,
    .user_data = self,
    .cancellable = self->cancellable,
    .entry = self->entry,
    .instant = self->instant,
    .keep = self->is_long || self->undoes != 0,
  };
  KliDesk desk = { self->store->who, self->store->desk };
  g_autoptr (KliChanges) changes = NULL;
  gint64 edit = kli_edit_perform (connection, self->store->ids, &desk, &request, &changes, &self->error);

  if (changes != NULL)
    {
      kli_store_queue_announcement (self->store, changes);
      kli_store_follow_up (self->store, connection);
    }

  return edit;
}

/* Everything is done: the entry ends, in a transaction of its own. The history knows it only when something was
 * different. */
static gint64
finish (KliLongEdit *self, KliConnection *connection)
{
  g_autoptr (KliHistoryEntry) entry = NULL;
  gboolean done = kli_connection_run (connection, "begin-edit", &self->error)
                  && kli_long_edit_close_entry (connection, self->entry, &self->error)
                  && kli_connection_run (connection, "commit", &self->error);

  kli_connection_roll_back (connection);
  if (!done)
    return -1;
  entry = kli_history_read_entry (connection, self->entry, NULL);

  return entry != NULL ? entry->id : 0;
}

/* One transaction. Returns: whether it was the last. */
static gboolean
go_on (KliLongEdit *self, KliConnection *connection)
{
  if (self->is_long && self->entry == 0)
    return !begin (self, connection, &self->error);
  if (self->is_long && self->committed >= self->total)
    {
      self->result = finish (self, connection);
      return TRUE;
    }

  self->result = perform (self, connection);
  if (self->error != NULL)
    g_atomic_int_set (&self->done, (gint)self->committed);
  else
    self->committed = kli_long_edit_get_done (self);

  return self->error != NULL || !self->is_long;
}

static void
batch_job (KliWriter *writer, gpointer data)
{
  KliLongEdit *self = data;
  KliConnection *connection = kli_writer_get_connection (writer, &self->error);
  gboolean ended = TRUE;

  if (connection == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    ended = TRUE;
  else if (g_atomic_int_get (&self->store->is_closing))
    g_set_error_literal (&self->error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED, "The store was closed");
  else
    ended = go_on (self, connection);
  if (self->error != NULL)
    kli_writer_note_failure (writer, self->error);

  if (ended)
    kli_long_edit_end (self);
  else
    {
      kli_long_edit_tell (self);
      kli_long_edit_push (self);
    }
}

void
kli_long_edit_push (KliLongEdit *self)
{
  kli_writer_push (self->store->writer, batch_job, self); /* its task holds it */
}
