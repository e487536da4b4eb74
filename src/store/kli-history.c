/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of the history: written by the commit of every edit, and read. */
#include "store/kli-history-private.h"

#include "core/kli-id-table.h"
#include "core/kli-parallel.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-feed.h"

#define ROWS_IN_SLICE 5000 /* DESIGN: the size of edits */
#define FED_MIN 16         /* so many cards are written by one statement */

/* What a slice holds, gathered in one reading. */
typedef struct
{
  KliConnection *connection;
  KliChanges *changes;
  GArray *cards; /* gint64, once each */
  KliIdTable *seen;
  int n_rows;
} SliceContent;

static void
gather_card_cb (gint64 card, gpointer user_data)
{
  SliceContent *content = user_data;

  if (!kli_id_table_add (content->seen, card))
    return;
  g_array_append_val (content->cards, card);
  kli_changes_add_touched (content->changes, card);
}

static gboolean
gather_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  SliceContent *content = user_data;

  content->n_rows++;
  kli_changeset_row_note (row, kind, content->changes);

  return kli_changeset_row_foreach_touched (row, kind, content->connection, gather_card_cb, content, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static gboolean
record_few_touches (KliConnection *connection, gint64 edit, guint n, const GArray *cards, GError **error)
{
  g_autoptr (KliStatement) touch = kli_connection_lend (connection, "history-touch-insert", error);

  if (touch == NULL)
    return FALSE;
  kli_statement_bind_integer (touch, 2, edit);
  kli_statement_bind_integer (touch, 3, n);
  for (guint i = 0; i < cards->len; i++)
    {
      kli_statement_bind_integer (touch, 1, g_array_index (cards, gint64, i));
      if (!kli_statement_run (touch, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
record_many_touches (KliConnection *connection, gint64 edit, guint n, const GArray *cards, GError **error)
{
  g_autoptr (KliFeed) feed = kli_feed_new (3);

  for (guint i = 0; i < cards->len; i++)
    {
      kli_feed_add_integer (feed, g_array_index (cards, gint64, i));
      kli_feed_add_integer (feed, edit);
      kli_feed_add_integer (feed, n);
    }

  return kli_feed_run (feed, connection, "history-touch-insert-all", error);
}

/* In the order of the cards: then each finds its place in the index beside the one before. */
static gboolean
record_touches (KliConnection *connection, gint64 edit, guint n, GArray *cards, GError **error)
{
  g_array_sort (cards, compare_ids);

  return (cards->len < FED_MIN ? record_few_touches : record_many_touches) (connection, edit, n, cards, error);
}

/* The slices of one edit on their way into the store. As many as there are processors wait for one another. */
typedef struct
{
  KliConnection *connection;
  KliChanges *changes; /* gets what is in them */
  gint64 edit;
  guint next;         /* the number of the next one */
  GPtrArray *waiting; /* GBytes */
  GPtrArray *hashes;  /* char *: of those */
} Slices;

static gboolean
record_slice (const Slices *slices, guint n, GBytes *slice, const char *hash, GError **error)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KliIdTable) seen = kli_id_table_new ();
  g_autoptr (KliStatement) statement = NULL;
  SliceContent content = { slices->connection, slices->changes, cards, seen, 0 };
  gconstpointer bytes;
  gsize size;

  if (!kli_changeset_foreach (slice, gather_row_cb, &content, error))
    return FALSE;

  statement = kli_connection_lend (slices->connection, "history-slice-insert", error);
  if (statement == NULL)
    return FALSE;

  bytes = g_bytes_get_data (slice, &size);
  kli_statement_bind_integer (statement, 1, slices->edit);
  kli_statement_bind_integer (statement, 2, n);
  kli_statement_bind_text (statement, 3, hash);
  kli_statement_bind_integer (statement, 4, content.n_rows);
  kli_statement_bind_bytes (statement, 5, bytes, size);

  return kli_statement_run (statement, error) && record_touches (slices->connection, slices->edit, n, cards, error);
}

static gboolean
record_header (KliConnection *connection, const KliHistoryHeader *header, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "history-insert", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, header->id);
  kli_statement_bind_text (statement, 2, header->verb);
  kli_statement_bind_integer (statement, 3, header->subject);
  kli_statement_bind_integer (statement, 4, header->instant);
  kli_statement_bind_text (statement, 5, header->who);
  kli_statement_bind_text (statement, 6, header->desk);
  kli_statement_bind_integer (statement, 7, header->undoes);
  kli_statement_bind_integer (statement, 8, header->schema_version);

  return kli_statement_run (statement, error);
}

/* KliParallelFunc */
static void
hash_some (guint first, guint end, gpointer user_data)
{
  Slices *slices = user_data;

  for (guint i = first; i < end; i++)
    slices->hashes->pdata[i] = kli_changeset_hash (g_ptr_array_index (slices->waiting, i));
}

static gboolean
record_waiting (Slices *slices, GError **error)
{
  g_ptr_array_set_size (slices->hashes, 0);
  g_ptr_array_set_size (slices->hashes, (gint)slices->waiting->len);
  kli_parallel_run (slices->waiting->len, 1, hash_some, slices);
  for (guint i = 0; i < slices->waiting->len; i++)
    if (!record_slice (slices, slices->next++, g_ptr_array_index (slices->waiting, i),
                       g_ptr_array_index (slices->hashes, i), error))
      return FALSE;
  g_ptr_array_set_size (slices->waiting, 0);

  return TRUE;
}

static gboolean
take_slice_cb (GBytes *slice, gpointer user_data, GError **error)
{
  Slices *slices = user_data;

  g_ptr_array_add (slices->waiting, g_bytes_ref (slice));

  return slices->waiting->len < kli_parallel_get_n_processors () || record_waiting (slices, error);
}

/* @first: the number of its first slice. */
static gboolean
record_slices (
    KliConnection *connection, gint64 edit, guint first, GBytes *changeset, KliChanges *changes, GError **error)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  Slices slices = { connection, changes, edit, first, waiting, hashes };

  return kli_changeset_split (changeset, ROWS_IN_SLICE, take_slice_cb, &slices, error)
         && record_waiting (&slices, error);
}

gboolean
kli_history_record (
    KliConnection *connection, const KliHistoryHeader *header, GBytes *changeset, KliChanges *changes, GError **error)
{
  g_return_val_if_fail (connection != NULL && header != NULL && changeset != NULL && changes != NULL, FALSE);

  return record_header (connection, header, error)
         && record_slices (connection, header->id, 0, changeset, changes, error);
}

/* @statement: sets its state. */
static gboolean
record_with_state (KliConnection *connection, const KliHistoryHeader *header, const char *statement, GError **error)
{
  g_autoptr (KliStatement) state = NULL;

  if (!record_header (connection, header, error))
    return FALSE;

  state = kli_connection_lend (connection, statement, error);
  if (state == NULL)
    return FALSE;
  kli_statement_bind_integer (state, 1, header->id);

  return kli_statement_run (state, error);
}

gboolean
kli_history_begin (KliConnection *connection, const KliHistoryHeader *header, GError **error)
{
  g_return_val_if_fail (connection != NULL && header != NULL, FALSE);

  return record_with_state (connection, header, "history-set-running", error);
}

gboolean
kli_history_tell (KliConnection *connection, const KliHistoryHeader *header, GError **error)
{
  g_return_val_if_fail (connection != NULL && header != NULL, FALSE);

  return record_with_state (connection, header, "history-set-told", error);
}

gboolean
kli_history_append (KliConnection *connection, gint64 entry, GBytes *changeset, KliChanges *changes, GError **error)
{
  g_autoptr (KliStatement) next = NULL;

  g_return_val_if_fail (connection != NULL && changeset != NULL && changes != NULL, FALSE);

  next = kli_connection_lend (connection, "history-next-slice", error);
  if (next == NULL)
    return FALSE;
  kli_statement_bind_integer (next, 1, entry);

  return kli_statement_step (next, error)
         && record_slices (connection, entry, (guint)kli_statement_get_integer (next, 0), changeset, changes, error);
}

void
kli_history_entry_free (KliHistoryEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->verb);
  g_free (entry->origin_verb);
  g_free (entry->subject_name);
  g_free (entry->who);
  g_free (entry->desk);
  g_free (entry->state);
  g_free (entry);
}

static KliHistoryEntry *
entry_from_statement (KliStatement *statement)
{
  KliHistoryEntry *entry = g_new0 (KliHistoryEntry, 1);

  entry->id = kli_statement_get_integer (statement, 0);
  entry->verb = g_strdup (kli_statement_get_text (statement, 1));
  entry->subject = kli_statement_get_integer (statement, 2);
  entry->instant = kli_statement_get_integer (statement, 3);
  entry->who = g_strdup (kli_statement_get_text (statement, 4));
  entry->desk = g_strdup (kli_statement_get_text (statement, 5));
  entry->undoes = kli_statement_get_integer (statement, 6);
  entry->schema_version = (int)kli_statement_get_integer (statement, 7);
  entry->state = g_strdup (kli_statement_get_text (statement, 8));
  entry->n_changes = (guint)kli_statement_get_integer (statement, 9);
  entry->subject_name = g_strdup (kli_statement_get_text (statement, 10));

  return entry;
}

static KliHistoryEntry *
read_plain_entry (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "history-entry", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  kli_statement_bind_integer (statement, 1, id);
  if (kli_statement_step (statement, &local_error))
    return entry_from_statement (statement);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND,
                 "There is no entry %" G_GINT64_FORMAT " in the history", id);

  return NULL;
}

/* Goes from a redo to its undo, and from an undo to its edit: that is all the history has. */
static gboolean
find_origin (KliConnection *connection, KliHistoryEntry *entry, GError **error)
{
  g_autoptr (KliHistoryEntry) older = NULL;
  gint64 undone = entry->undoes;

  for (guint hops = g_str_equal (entry->verb, KLI_VERB_REDO) ? 2 : 1; undone != 0 && hops > 0; hops--)
    {
      g_clear_pointer (&older, kli_history_entry_free);
      older = read_plain_entry (connection, undone, error);
      if (older == NULL)
        return FALSE;
      undone = older->undoes;
    }
  if (undone != 0)
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED,
                   "The history is damaged: entry %" G_GINT64_FORMAT " takes back what cannot be taken back",
                   entry->id);
      return FALSE;
    }

  entry->origin = older != NULL ? older->id : entry->id;
  entry->origin_verb = g_strdup (older != NULL ? older->verb : entry->verb);

  return TRUE;
}

/* Returns: FALSE with @error set. @undoer: (out): 0 when nothing takes @id back. */
static gboolean
find_newest_undoer (KliConnection *connection, gint64 id, gint64 *undoer, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "history-undoer", error);

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, id);
  if (!kli_statement_step (statement, error))
    return FALSE;
  *undoer = kli_statement_get_integer (statement, 0);

  return TRUE;
}

/* An edit is taken back by an undo, and that by a redo; then the edit stands and can be taken back
 * anew. So the newest undo of an edit decides about it, and only the newest can still be redone. */
static gboolean
find_undoer (KliConnection *connection, const KliHistoryEntry *entry, gint64 *undoer, GError **error)
{
  gint64 redo;

  if (!find_newest_undoer (connection, entry->origin, undoer, error))
    return FALSE;
  if (*undoer == 0 || !find_newest_undoer (connection, *undoer, &redo, error))
    return *undoer == 0;
  if (redo != 0)
    *undoer = 0;
  if (entry->undoes == 0 || g_str_equal (entry->verb, KLI_VERB_REDO))
    return TRUE;

  return find_newest_undoer (connection, entry->id, undoer, error);
}

KliHistoryEntry *
kli_history_read_entry (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliHistoryEntry) entry = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  entry = read_plain_entry (connection, id, error);
  if (entry == NULL || !find_origin (connection, entry, error)
      || !find_undoer (connection, entry, &entry->undone_by, error))
    return NULL;

  return g_steal_pointer (&entry);
}
