/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit: one transaction in which the function runs under a recorder, and its changeset, the derived
 * tables and the history are written. Everything here is on the writer thread. */
#include "store/kli-edit-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-content.h"
#include "store/kli-derive.h"
#include "store/kli-history-private.h"
#include "store/kli-recorder.h"
#include "store/kli-row-pile.h"
#include "store/kli-store-error-private.h"

/* So many new rows wait at most. */
#define ROWS_MAX 16384

struct _KliEdit
{
  KliConnection *connection; /* borrowed */
  KliIds *ids;               /* borrowed */
  gint64 id;                 /* once it is recorded, or from the start when it adds to an entry */
  gint64 instant;
  const char *verb; /* borrowed */
  gint64 undoes;    /* the entry of the history it takes back, 0 for none */
  gint64 subject;
  KliRecorder *recorder; /* borrowed */
  KliRowPile *pile;      /* nullable: new rows that wait */
  GError *error;         /* nullable: why some of them could not be written */
  GHashTable *noted;     /* nullable: new records by words, gint64 */
};

/* Returns: FALSE with @error set when rows that waited could not be written. */
static gboolean
check_pile (KliEdit *edit, GError **error)
{
  if (edit->error == NULL)
    return TRUE;
  if (error != NULL)
    g_propagate_error (error, g_error_copy (edit->error));

  return FALSE;
}

/* Returns: FALSE with @error set when rows that waited could not be written, now or before. */
static gboolean
write_pile (KliEdit *edit, GError **error)
{
  if (edit->error == NULL && edit->pile != NULL && kli_row_pile_get_length (edit->pile) > 0)
    {
      kli_recorder_set_paused (edit->recorder, TRUE); /* it was told */
      kli_row_pile_write (edit->pile, edit->connection, &edit->error);
      kli_recorder_set_paused (edit->recorder, FALSE);
    }

  return check_pile (edit, error);
}

void
kli_edit_gather (KliEdit *edit)
{
  g_return_if_fail (edit != NULL);

  if (edit->pile == NULL)
    edit->pile = kli_row_pile_new ();
}

KliConnection *
kli_edit_get_connection (KliEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);

  write_pile (edit, NULL); /* a failure is told at the next insertion, or at the end */

  return edit->connection;
}

gint64
kli_edit_get_instant (KliEdit *edit)
{
  g_return_val_if_fail (edit != NULL, 0);

  return edit->instant;
}

gint64
kli_edit_new_id (KliEdit *edit)
{
  g_return_val_if_fail (edit != NULL, 0);

  return kli_ids_next (edit->ids);
}

void
kli_edit_note_new (KliEdit *edit, const char *word, gint64 id)
{
  g_return_if_fail (edit != NULL && word != NULL && id > 0);

  if (edit->noted == NULL)
    edit->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (edit->noted, g_strdup (word), g_memdup2 (&id, sizeof id));
}

gint64
kli_edit_find_new (KliEdit *edit, const char *word)
{
  const gint64 *id;

  g_return_val_if_fail (edit != NULL && word != NULL, 0);

  id = edit->noted != NULL ? g_hash_table_lookup (edit->noted, word) : NULL;

  return id != NULL ? *id : 0;
}

void
kli_edit_set_subject (KliEdit *edit, gint64 subject)
{
  g_return_if_fail (edit != NULL);

  edit->subject = subject;
}

gint64
kli_edit_get_entry (KliEdit *edit)
{
  g_return_val_if_fail (edit != NULL, 0);

  return edit->id;
}

void
kli_edit_set_undoes (KliEdit *edit, const char *verb, gint64 undoes)
{
  g_return_if_fail (edit != NULL && verb != NULL);

  edit->verb = verb;
  edit->undoes = undoes;
}

/* The border of the store: whatever a reader let through, bytes that are not UTF-8 stay out (C5). */
static gboolean
check_texts (const KliRow *row, GError **error)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_column_is_text (&row->kind->columns[i]) && *row->values[i].text != '\0'
        && !g_utf8_validate (row->values[i].text, -1, NULL))
      {
        g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED, "The %s of a %s is not UTF-8",
                     row->kind->columns[i].name, row->kind->name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
run_with_row (KliEdit *edit, const KliRow *row, const char *suffix, GError **error)
{
  g_autofree char *name = g_strconcat (row->kind->statement_stem, suffix, NULL);
  g_autoptr (KliStatement) statement = NULL;

  if (!check_texts (row, error))
    return FALSE;

  statement = kli_connection_lend (edit->connection, name, error);
  if (statement == NULL)
    return FALSE;

  kli_statement_bind_row (statement, row);

  return kli_statement_run (statement, error);
}

gboolean
kli_edit_insert (KliEdit *edit, KliRow *row, GError **error)
{
  g_return_val_if_fail (edit != NULL && row != NULL, FALSE);

  if (row->id == 0)
    row->id = kli_edit_new_id (edit);
  if (edit->pile == NULL)
    return run_with_row (edit, row, "-insert", error);
  if (!check_pile (edit, error) || !check_texts (row, error))
    return FALSE;
  kli_row_pile_add (edit->pile, row);
  kli_recorder_tell (edit->recorder, row);

  return kli_row_pile_get_length (edit->pile) < ROWS_MAX || write_pile (edit, error);
}

gboolean
kli_edit_update (KliEdit *edit, const KliRow *row, GError **error)
{
  g_return_val_if_fail (edit != NULL && row != NULL && row->id != 0, FALSE);

  if (!write_pile (edit, error) || !run_with_row (edit, row, "-update", error))
    return FALSE;
  if (sqlite3_changes (kli_connection_get_handle (edit->connection)) == 1)
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND, "There is no %s %" G_GINT64_FORMAT, row->kind->name,
               row->id);

  return FALSE;
}

gboolean
kli_edit_set_deleted (KliEdit *edit, const KliKind *kind, gint64 id, gboolean deleted, GError **error)
{
  g_autoptr (KliRow) row = NULL;

  g_return_val_if_fail (edit != NULL && kind != NULL, FALSE);

  row = kli_connection_load (kli_edit_get_connection (edit), kind, id, error);
  if (row == NULL)
    return FALSE;
  if ((row->deleted_at != 0) == deleted)
    return TRUE; /* keeps the moment at which it was first deleted */

  row->deleted_at = deleted ? edit->instant : 0;

  return kli_edit_update (edit, row, error);
}

char *
kli_edit_keep_content (KliEdit *edit, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (edit != NULL && bytes != NULL, NULL);

  /* After some failures SQLite has no transaction any more, in which it would be taken back. */
  return check_pile (edit, error) ? kli_content_keep (edit->connection, bytes, error) : NULL;
}

gboolean
kli_edit_apply_changeset (KliEdit *edit,
                          GBytes *changeset,
                          int (*conflict) (void *user_data, int kind, sqlite3_changeset_iter *change),
                          gpointer user_data,
                          GError **error)
{
  sqlite3 *handle;
  gsize size;
  gconstpointer bytes;
  int code;

  g_return_val_if_fail (edit != NULL && changeset != NULL && conflict != NULL, FALSE);

  handle = kli_connection_get_handle (edit->connection);
  bytes = g_bytes_get_data (changeset, &size);
  if (size == 0)
    return TRUE;
  if (!write_pile (edit, error))
    return FALSE;

  code = sqlite3changeset_apply (handle, (int)size, (void *)bytes, NULL, conflict, user_data);
  if (code == SQLITE_ABORT)
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT, "Something was changed since");
  else if (code != SQLITE_OK)
    kli_store_error_set_sqlite (error, handle, code, "applying a changeset");

  return code == SQLITE_OK;
}

/* Runs the function, and tells what went wrong first; the clock of cancelling is stopped again before anything else
 * happens. */
static gboolean
run_function (KliEdit *edit, const KliEditRequest *request, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean done;

  if (request->cancellable != NULL)
    kli_connection_set_cancellable (edit->connection, request->cancellable, NULL);
  done = request->func (edit, request->user_data, &local_error) && write_pile (edit, NULL);
  kli_connection_set_cancellable (edit->connection, NULL, NULL);

  if (!check_pile (edit, error))
    return FALSE; /* whatever the function met after that came of it */
  if (done && local_error == NULL)
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED, "%s was refused", request->verb);

  return FALSE;
}

/* Writes the entry of the history, or adds to the one that was begun. */
static gboolean
record_history (KliEdit *edit,
                const KliDesk *desk,
                const KliEditRequest *request,
                GBytes *changeset,
                KliChanges *changes,
                GError **error)
{
  KliHistoryHeader header = {
    .id = kli_ids_next (edit->ids), /* above those of its records: the next start counts on from here */
    .verb = edit->verb,
    .subject = edit->subject,
    .instant = edit->instant,
    .who = desk->who,
    .desk = desk->desk,
    .undoes = edit->undoes,
    .schema_version = kli_connection_get_schema_version (edit->connection, error),
  };

  if (header.schema_version < 0)
    return FALSE;
  if (request->entry != 0)
    return kli_history_append (edit->connection, request->entry, changeset, changes, error);

  edit->id = header.id;

  return kli_history_record (edit->connection, &header, changeset, changes, error);
}

static gboolean
record (KliEdit *edit,
        const KliDesk *desk,
        const KliEditRequest *request,
        GBytes *changeset,
        KliChanges *changes,
        GError **error)
{
  return record_history (edit, desk, request, changeset, changes, error)
         && kli_derive (edit->connection, changes, error); /* last: it reads the history */
}

/* Returns: (transfer full) (nullable): the changeset of what the function did. */
static GBytes *
run_under_recorder (KliEdit *edit, const KliEditRequest *request, GError **error)
{
  g_autoptr (KliRecorder) recorder = kli_recorder_new (edit->connection);

  edit->recorder = recorder;

  return run_function (edit, request, error) ? kli_recorder_read (recorder, error) : NULL;
}

/* Inside the transaction. @is_empty: (out): nothing is different; then nothing is to be kept. */
static gboolean
run_recorded (KliEdit *edit,
              const KliDesk *desk,
              const KliEditRequest *request,
              KliChanges *changes,
              gboolean *is_empty,
              GError **error)
{
  g_autoptr (GBytes) changeset = run_under_recorder (edit, request, error);

  if (changeset == NULL)
    return FALSE;

  *is_empty = g_bytes_get_size (changeset) == 0;

  return *is_empty || record (edit, desk, request, changeset, changes, error);
}

gint64
kli_edit_perform (KliConnection *connection,
                  KliIds *ids,
                  const KliDesk *desk,
                  const KliEditRequest *request,
                  KliChanges **changes,
                  GError **error)
{
  g_autoptr (KliChanges) made = kli_changes_new ();
  KliEdit edit = {
    .connection = connection, .ids = ids, .id = request->entry, .verb = request->verb, .subject = request->subject
  };
  gboolean is_empty = FALSE, done;

  *changes = NULL;
  if (!kli_connection_run (connection, "begin-edit", error))
    return -1;

  /* After the lock, so that moments follow the order of the commits. */
  edit.instant = request->instant != 0 ? request->instant : kli_ids_now (ids);
  done = run_recorded (&edit, desk, request, made, &is_empty, error);
  if (done && (!is_empty || request->keep))
    done = kli_connection_run (connection, "commit", error);
  kli_connection_roll_back (connection);
  kli_row_pile_free (edit.pile);
  g_clear_error (&edit.error);
  g_clear_pointer (&edit.noted, g_hash_table_unref);

  if (!done)
    return -1;
  if (is_empty)
    return 0;

  *changes = g_steal_pointer (&made);

  return edit.id;
}
