/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are touched is noted when they are touched, with what they were; what they became is read at the end. */
#include "store/kli-recorder.h"

#include "core/kli-id-table.h"
#include "core/kli-kinds.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Of every tracked table: the id comes first. */
static const guint8 primary_key[KLI_CHANGESET_MAX_COLUMNS] = { [KLI_TRACKED_ID] = 1 };

/* What was touched of one kind. */
typedef struct
{
  const KliKind *kind;
  KliIdTable *seen;
  GArray *inserted; /* gint64: those of them that were not there before */
} Touched;

struct _KliRecorder
{
  KliConnection *connection;
  GArray *touched;           /* Touched: of the kinds that were */
  KliChangesetWriter before; /* the others as they were: as rows that are deleted */
  KliChangesetRow row;       /* at hand: it is large */
  gboolean is_strange;       /* there was a record that cannot be ours */
  int failure;               /* SQLite's code: what a record was could not be read; else SQLITE_OK */
};

static void
touched_clear (gpointer data)
{
  Touched *touched = data;

  kli_id_table_free (touched->seen);
  g_array_unref (touched->inserted);
}

static void
begin_row (KliRecorder *recorder, const KliKind *kind, KliChangeOperation operation)
{
  KliChangesetRow *row = &recorder->row;

  row->table = kind->name;
  row->n_columns = kind->n_columns + KLI_TRACKED_COLUMNS;
  row->primary_key = primary_key;
  row->operation = operation;
  memset (row->before, 0, sizeof *row->before * row->n_columns);
  memset (row->after, 0, sizeof *row->after * row->n_columns);
}

static gboolean
is_text (const KliKind *kind, guint column)
{
  return column >= KLI_TRACKED_COLUMNS && kli_column_is_text (&kind->columns[column - KLI_TRACKED_COLUMNS]);
}

/* --- while it goes on --------------------------------------------------------------------------------------- */

/* Returns: (nullable): what was touched of the kind whose table is called so; NULL when it is no kind of ours. */
static Touched *
touched_of (KliRecorder *recorder, const char *table)
{
  const KliKind *kind;
  Touched touched;

  for (guint i = 0; i < recorder->touched->len; i++)
    if (strcmp (g_array_index (recorder->touched, Touched, i).kind->name, table) == 0)
      return &g_array_index (recorder->touched, Touched, i);

  kind = kli_kind_by_name (table);
  if (kind == NULL)
    return NULL;
  touched = (Touched){ kind, kli_id_table_new (), g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_array_append_val (recorder->touched, touched);

  return &g_array_index (recorder->touched, Touched, recorder->touched->len - 1);
}

/* A column that was added after the row was written has no value yet: that is 0 or "". Returns: SQLite's code. */
static int
take_before (sqlite3 *handle, guint column, gboolean text, KliChangesetValue *value)
{
  sqlite3_value *old = NULL;
  int code = sqlite3_preupdate_old (handle, (int)column, &old);

  value->type = text ? KLI_CHANGESET_TEXT : KLI_CHANGESET_INTEGER;
  if (code != SQLITE_OK || old == NULL || sqlite3_value_type (old) == SQLITE_NULL)
    return code;
  if (!text)
    {
      value->integer = sqlite3_value_int64 (old);
      return SQLITE_OK;
    }
  value->bytes = (const char *)sqlite3_value_text (old);
  value->size = (gsize)sqlite3_value_bytes (old);

  return value->bytes != NULL ? SQLITE_OK : SQLITE_NOMEM;
}

static void
keep_before (KliRecorder *recorder, const KliKind *kind, sqlite3 *handle)
{
  begin_row (recorder, kind, KLI_CHANGE_DELETE);
  for (guint i = 0; recorder->failure == SQLITE_OK && i < recorder->row.n_columns; i++)
    recorder->failure = take_before (handle, i, is_text (kind, i), &recorder->row.before[i]);
  if (recorder->failure == SQLITE_OK)
    kli_changeset_writer_append (&recorder->before, &recorder->row);
}

/* Returns: whether @id is touched for the first time. */
static gboolean
note (KliRecorder *recorder, Touched *touched, gint64 id)
{
  recorder->is_strange = recorder->is_strange || id <= 0;

  return id > 0 && kli_id_table_add (touched->seen, id);
}

static void
preupdate_cb (void *user_data,
              sqlite3 *handle,
              int operation,
              const char *schema,
              const char *table,
              sqlite3_int64 old_id,
              sqlite3_int64 new_id)
{
  KliRecorder *recorder = user_data;
  Touched *touched = strcmp (schema, "main") == 0 ? touched_of (recorder, table) : NULL;

  if (touched == NULL)
    return;
  if (operation != SQLITE_INSERT && note (recorder, touched, old_id))
    keep_before (recorder, touched->kind, handle);
  if (operation != SQLITE_DELETE && note (recorder, touched, new_id))
    g_array_append_val (touched->inserted, new_id);
}

KliRecorder *
kli_recorder_new (KliConnection *connection)
{
  KliRecorder *recorder;

  g_return_val_if_fail (connection != NULL, NULL);

  recorder = g_new0 (KliRecorder, 1);
  recorder->connection = connection;
  recorder->touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  g_array_set_clear_func (recorder->touched, touched_clear);
  kli_changeset_writer_init (&recorder->before);
  sqlite3_preupdate_hook (kli_connection_get_handle (connection), preupdate_cb, recorder);

  return recorder;
}

void
kli_recorder_free (KliRecorder *recorder)
{
  if (recorder == NULL)
    return;

  sqlite3_preupdate_hook (kli_connection_get_handle (recorder->connection), NULL, NULL);
  kli_changeset_writer_clear (&recorder->before);
  g_array_unref (recorder->touched);
  g_free (recorder);
}

/* --- at the end --------------------------------------------------------------------------------------------- */

/* Reads the record @id as it is now, as what is after. @statement: (out): stands on it, and holds its texts; NULL when
 * there is none. */
static gboolean
read_after (KliRecorder *recorder, const KliKind *kind, gint64 id, KliStatement **statement, GError **error)
{
  g_autofree char *name = g_strconcat (kind->statement_stem, "-select", NULL);
  g_autoptr (KliStatement) select = kli_connection_lend (recorder->connection, name, error);
  g_autoptr (GError) local_error = NULL;

  *statement = NULL;
  if (select == NULL)
    return FALSE;
  kli_statement_bind_integer (select, 1, id);
  if (!kli_statement_step (select, &local_error))
    return kli_store_error_pass (error, g_steal_pointer (&local_error));

  for (guint i = 0; i < recorder->row.n_columns; i++)
    {
      KliChangesetValue *value = &recorder->row.after[i];

      value->type = is_text (kind, i) ? KLI_CHANGESET_TEXT : KLI_CHANGESET_INTEGER;
      if (value->type == KLI_CHANGESET_TEXT)
        value->bytes = kli_statement_get_bytes (select, (int)i, &value->size);
      else
        value->integer = kli_statement_get_integer (select, (int)i);
    }
  *statement = g_steal_pointer (&select);

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static gboolean
write_inserted (KliRecorder *recorder, const Touched *touched, KliChangesetWriter *writer, GError **error)
{
  g_array_sort (touched->inserted, compare_ids);
  for (guint i = 0; i < touched->inserted->len; i++)
    {
      g_autoptr (KliStatement) statement = NULL;

      begin_row (recorder, touched->kind, KLI_CHANGE_INSERT);
      if (!read_after (recorder, touched->kind, g_array_index (touched->inserted, gint64, i), &statement, error))
        return FALSE;
      if (statement != NULL)
        kli_changeset_writer_append (writer, &recorder->row);
    }

  return TRUE;
}

static gboolean
is_same (const KliChangesetValue *a, const KliChangesetValue *b)
{
  if (a->type == KLI_CHANGESET_INTEGER)
    return a->integer == b->integer;

  return a->size == b->size && (a->size == 0 || memcmp (a->bytes, b->bytes, a->size) == 0);
}

/* Leaves of an UPDATE what is different, and what it is known by. Returns: whether anything is. */
static gboolean
keep_different (KliChangesetRow *row)
{
  gboolean is_different = FALSE;

  for (guint i = 0; i < row->n_columns; i++)
    {
      gboolean same = is_same (&row->before[i], &row->after[i]);

      is_different = is_different || !same;
      if (same || row->primary_key[i])
        row->after[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
      if (same && !row->primary_key[i])
        row->before[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
    }

  return is_different;
}

/* @before: how the record was */
static gboolean
write_changed (KliRecorder *recorder, const KliChangesetRow *before, KliChangesetWriter *writer, GError **error)
{
  const KliKind *kind = kli_kind_by_name (before->table);
  KliChangesetRow *row = &recorder->row;
  g_autoptr (KliStatement) statement = NULL;

  begin_row (recorder, kind, KLI_CHANGE_UPDATE);
  memcpy (row->before, before->before, sizeof *row->before * row->n_columns);
  if (!read_after (recorder, kind, kli_changeset_row_id (before), &statement, error))
    return FALSE;
  if (statement == NULL)
    row->operation = KLI_CHANGE_DELETE;
  if (statement == NULL || keep_different (row))
    kli_changeset_writer_append (writer, row);

  return TRUE;
}

static gboolean
write_all_changed (KliRecorder *recorder, KliChangesetWriter *writer, GError **error)
{
  g_autoptr (GBytes) before = kli_changeset_writer_take (&recorder->before);
  g_autofree KliChangesetReader *reader = g_new (KliChangesetReader, 1);
  const KliChangesetRow *row;
  g_autoptr (GError) local_error = NULL;

  kli_changeset_reader_init (reader, before);
  while ((row = kli_changeset_reader_next (reader, &local_error)) != NULL)
    if (!write_changed (recorder, row, writer, error))
      return FALSE;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

GBytes *
kli_recorder_finish (KliRecorder *recorder, GError **error)
{
  g_auto (KliChangesetWriter) writer;

  g_return_val_if_fail (recorder != NULL, NULL);

  kli_changeset_writer_init (&writer);
  if (recorder->is_strange)
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "A record has a number that none of ours can have");
      return NULL;
    }
  if (recorder->failure != SQLITE_OK)
    {
      kli_store_error_set_sqlite (error, kli_connection_get_handle (recorder->connection), recorder->failure,
                                  "recording an edit");
      return NULL;
    }
  for (guint i = 0; i < recorder->touched->len; i++)
    if (!write_inserted (recorder, &g_array_index (recorder->touched, Touched, i), &writer, error))
      return NULL;

  return write_all_changed (recorder, &writer, error) ? kli_changeset_writer_take (&writer) : NULL;
}
