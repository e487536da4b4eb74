/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records an edit: SQLite tells of each row before it is written (its preupdate hook), and of those that there were
 * what they were is kept; at the end they are compared with what they are. */
#include "store/kli-recorder.h"

#include "core/kli-id-table.h"
#include "core/kli-kinds.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-owner-scan.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>
#include <string.h>

/* Of every tracked table. */
static const guint8 primary_key[KLI_CHANGESET_MAX_COLUMNS] = { [KLI_TRACKED_ID] = 1 };

/* What was changed in one table. */
typedef struct
{
  const KliKind *kind;
  KliIdTable *seen;          /* nullable: nothing was changed yet */
  KliChangesetWriter before; /* rows as they were, as if they were removed */
  GArray *inserted;          /* gint64: ids of rows that were not there */
  KliChangesetWriter made;   /* rows that were not there and are as they were told, where there are such */
  GArray *made_ids;          /* gint64: theirs, in order; not among those that were seen; nullable: there are none */
} Table;

struct _KliRecorder
{
  KliConnection *connection; /* borrowed */
  GArray *tables;            /* Table: one for each of kli_kinds */
  GError *error;             /* nullable: why what was recorded cannot be told */
};

static guint
count_columns (const KliKind *kind)
{
  return kind->n_columns + KLI_TRACKED_COLUMNS;
}

static void
table_clear (gpointer data)
{
  Table *table = data;

  if (table->seen == NULL)
    return;

  kli_id_table_free (table->seen);
  kli_changeset_writer_clear (&table->before);
  g_array_unref (table->inserted);
  if (table->made_ids == NULL)
    return;
  kli_changeset_writer_clear (&table->made);
  g_array_unref (table->made_ids);
}

static void
table_prepare (Table *table)
{
  if (table->seen != NULL)
    return;

  table->seen = kli_id_table_new ();
  table->inserted = g_array_new (FALSE, FALSE, sizeof (gint64));
  kli_changeset_writer_init (&table->before);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

/* --- told rows ---------------------------------------------------------------------------------------------- */

/* Takes those rows that were told for rows like any other: they are read at the end. */
static void
forget_told (Table *table)
{
  g_autoptr (GBytes) made = NULL;

  if (table->made_ids == NULL)
    return;
  made = kli_changeset_writer_take (&table->made);
  for (guint i = 0; i < table->made_ids->len; i++)
    if (kli_id_table_add (table->seen, g_array_index (table->made_ids, gint64, i)))
      g_array_append_vals (table->inserted, &g_array_index (table->made_ids, gint64, i), 1);
  g_array_set_size (table->made_ids, 0);
}

static gboolean
was_told (const Table *table, gint64 id)
{
  return table->made_ids != NULL && table->made_ids->len > 0
         && bsearch (&id, table->made_ids->data, table->made_ids->len, sizeof id, compare_ids) != NULL;
}

static KliChangesetValue
integer_value (gint64 value)
{
  return (KliChangesetValue){ KLI_CHANGESET_INTEGER, .integer = value };
}

static void
write_told (Table *table, const KliRow *told)
{
  KliChangesetRow row;

  row.table = table->kind->name;
  row.n_columns = count_columns (table->kind);
  row.primary_key = primary_key;
  row.operation = KLI_CHANGE_INSERT;
  row.indirect = FALSE;
  row.after[KLI_TRACKED_ID] = integer_value (told->id);
  row.after[KLI_TRACKED_DELETED_AT] = integer_value (told->deleted_at);
  for (guint i = 0; i < told->kind->n_columns; i++)
    if (kli_column_is_text (&told->kind->columns[i]))
      row.after[KLI_TRACKED_COLUMNS + i] = (KliChangesetValue){ KLI_CHANGESET_TEXT, .bytes = told->values[i].text,
                                                                .size = strlen (told->values[i].text) };
    else
      row.after[KLI_TRACKED_COLUMNS + i] = integer_value (told->values[i].integer);
  kli_changeset_writer_append (&table->made, &row);
  g_array_append_val (table->made_ids, told->id);
}

static Table *
find_table_of (KliRecorder *recorder, const KliKind *kind)
{
  guint i = 0;

  while (g_array_index (recorder->tables, Table, i).kind != kind)
    i++;

  return &g_array_index (recorder->tables, Table, i);
}

static void
table_prepare_told (Table *table)
{
  if (table->made_ids != NULL)
    return;

  kli_changeset_writer_init (&table->made);
  table->made_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
kli_recorder_tell (KliRecorder *recorder, const KliRow *row)
{
  Table *table;

  g_return_if_fail (recorder != NULL && row != NULL && row->id > 0);

  table = find_table_of (recorder, row->kind);
  table_prepare (table);
  table_prepare_told (table);
  /* Where they do not come by themselves in the order of the ids, they are put in order at the end. */
  if (table->made_ids->len > 0 && g_array_index (table->made_ids, gint64, table->made_ids->len - 1) >= row->id)
    forget_told (table);
  write_told (table, row);
}

/* --- before a row is written -------------------------------------------------------------------------------- */

static Table *
find_table (KliRecorder *recorder, const char *name)
{
  for (guint i = 0; i < recorder->tables->len; i++)
    {
      Table *table = &g_array_index (recorder->tables, Table, i);

      if (strcmp (table->kind->name, name) == 0)
        return table;
    }

  return NULL;
}

/* A value of another type than ours have is ABSENT, by which its row is refused when it is read. */
static KliChangesetValue
convert_value (sqlite3_value *value)
{
  KliChangesetValue converted = { KLI_CHANGESET_ABSENT };

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      converted.type = KLI_CHANGESET_INTEGER;
      converted.integer = sqlite3_value_int64 (value);
      break;
    case SQLITE_TEXT:
      converted.type = KLI_CHANGESET_TEXT;
      converted.bytes = (const char *)sqlite3_value_text (value);
      converted.size = (gsize)sqlite3_value_bytes (value);
      break;
    case SQLITE_NULL: converted.type = KLI_CHANGESET_NULL; break;
    default: break;
    }

  return converted;
}

/* What a row has in a column that is younger than the row: SQLite says NULL, which no column of ours can be. */
static KliChangesetValue
initial_value (const KliKind *kind, guint column)
{
  const KliColumn *declared = column >= KLI_TRACKED_COLUMNS ? &kind->columns[column - KLI_TRACKED_COLUMNS] : NULL;
  const char *text;

  if (declared == NULL || !kli_column_is_text (declared))
    return (KliChangesetValue){ KLI_CHANGESET_INTEGER, .integer = declared != NULL ? declared->initial : 0 };

  text = declared->choices != NULL ? declared->choices[0] : "";

  return (KliChangesetValue){ KLI_CHANGESET_TEXT, .bytes = text, .size = strlen (text) };
}

static void
keep_before (sqlite3 *handle, Table *table)
{
  KliChangesetRow row;

  row.table = table->kind->name;
  row.n_columns = count_columns (table->kind);
  row.primary_key = primary_key;
  row.operation = KLI_CHANGE_DELETE;
  row.indirect = FALSE;
  for (guint i = 0; i < row.n_columns; i++)
    {
      sqlite3_value *value = NULL;

      row.before[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
      if (sqlite3_preupdate_old (handle, (int)i, &value) == SQLITE_OK)
        row.before[i] = convert_value (value);
      if (row.before[i].type == KLI_CHANGESET_NULL)
        row.before[i] = initial_value (table->kind, i);
    }
  kli_changeset_writer_append (&table->before, &row);
}

/* Nothing of ours does what it refuses. */
static gboolean
check_change (sqlite3 *handle, const Table *table, int operation, gint64 old_id, gint64 new_id, GError **error)
{
  gint64 id = operation == SQLITE_INSERT ? new_id : old_id;

  if (sqlite3_preupdate_count (handle) == (int)count_columns (table->kind) && id > 0
      && (operation != SQLITE_UPDATE || old_id == new_id))
    return TRUE;

  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED, "A change of the table %s cannot be recorded",
               table->kind->name);

  return FALSE;
}

static void
change_cb (void *user_data,
           sqlite3 *handle,
           int operation,
           const char *schema,
           const char *name,
           sqlite3_int64 old_id,
           sqlite3_int64 new_id)
{
  KliRecorder *recorder = user_data;
  Table *table = strcmp (schema, "main") == 0 ? find_table (recorder, name) : NULL;

  if (table == NULL || recorder->error != NULL
      || !check_change (handle, table, operation, old_id, new_id, &recorder->error))
    return;

  table_prepare (table);
  if (was_told (table, operation == SQLITE_INSERT ? new_id : old_id))
    forget_told (table);
  if (!kli_id_table_add (table->seen, operation == SQLITE_INSERT ? new_id : old_id))
    return; /* what it was before is known */
  if (operation == SQLITE_INSERT)
    g_array_append_val (table->inserted, new_id);
  else
    keep_before (handle, table);
}

/* --- afterwards --------------------------------------------------------------------------------------------- */

/* Lends the row @id as it is, in @row->after for as long as it is lent. @found: (out): whether there is one */
static KliStatement *
lend_now (KliRecorder *recorder, const KliKind *kind, gint64 id, KliChangesetRow *row, gboolean *found, GError **error)
{
  g_autofree char *name = g_strconcat (kind->statement_stem, "-select", NULL);
  g_autoptr (KliStatement) statement = kli_connection_lend (recorder->connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, id);
  *found = kli_statement_step (statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; *found && i < row->n_columns; i++)
    row->after[i] = convert_value (sqlite3_column_value (statement->stmt, (int)i));

  return g_steal_pointer (&statement);
}

static gboolean
is_same (const KliChangesetValue *a, const KliChangesetValue *b)
{
  return a->type == b->type && a->integer == b->integer && a->size == b->size
         && (a->size == 0 || memcmp (a->bytes, b->bytes, a->size) == 0);
}

/* Leaves the id, and of the rest what is different. Returns: whether anything is. */
static gboolean
leave_differences (KliChangesetRow *row)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < row->n_columns; i++)
    if (row->primary_key[i])
      row->after[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
    else if (is_same (&row->before[i], &row->after[i]))
      row->before[i] = row->after[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
    else
      differs = TRUE;

  return differs;
}

/* Those that were there before. */
static gboolean
write_changed (KliRecorder *recorder, Table *table, KliChangesetWriter *changes, GError **error)
{
  g_autoptr (GBytes) before = kli_changeset_writer_take (&table->before);
  KliChangesetReader reader;
  KliChangesetRow *row = &reader.row;
  g_autoptr (GError) local_error = NULL;

  kli_changeset_reader_init (&reader, before);
  while (kli_changeset_reader_next (&reader, &local_error) != NULL)
    {
      gboolean found = FALSE;
      g_autoptr (KliStatement) now
          = lend_now (recorder, table->kind, row->before[KLI_TRACKED_ID].integer, row, &found, error);

      if (now == NULL)
        return FALSE;
      row->operation = found ? KLI_CHANGE_UPDATE : KLI_CHANGE_DELETE;
      if (!found || leave_differences (row))
        kli_changeset_writer_append (changes, row);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* @scan: stands on it, or not when it is no more. */
static void
take_row (KliOwnerScan *scan, gint64 id, KliChangesetRow *row, KliChangesetWriter *changes, GError **error)
{
  if (!kli_owner_scan_next (scan, id, error))
    return;
  for (guint i = 0; i < row->n_columns; i++)
    row->after[i] = convert_value (sqlite3_column_value (scan->statement->stmt, (int)i));
  kli_changeset_writer_append (changes, row);
}

/* New rows stand together, as a rule: they are read in one go. */
static gboolean
write_inserted (KliRecorder *recorder, const Table *table, KliChangesetWriter *changes, GError **error)
{
  const GArray *ids = table->inserted;
  g_auto (KliOwnerScan) scan = { 0 };
  g_autoptr (GError) local_error = NULL;
  KliChangesetRow row;

  row.table = table->kind->name;
  row.n_columns = count_columns (table->kind);
  row.primary_key = primary_key;
  row.operation = KLI_CHANGE_INSERT;
  row.indirect = FALSE;
  if (ids->len == 0)
    return TRUE;
  g_array_sort (table->inserted, compare_ids);
  if (!kli_owner_scan_init (&scan,
                            kli_connection_lend_for (recorder->connection, "rows-between", table->kind, "id", error),
                            g_array_index (ids, gint64, ids->len - 1)))
    return FALSE;
  for (guint i = 0; i < ids->len && local_error == NULL; i++)
    take_row (&scan, g_array_index (ids, gint64, i), &row, changes, &local_error);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Those that are as they were told. */
static gboolean
write_made (Table *table, KliChangesetWriter *changes, GError **error)
{
  g_autoptr (GBytes) made = kli_changeset_writer_take (&table->made);
  KliChangesetReader reader;
  g_autoptr (GError) local_error = NULL;

  kli_changeset_reader_init (&reader, made);
  while (kli_changeset_reader_next (&reader, &local_error) != NULL)
    kli_changeset_writer_append_read (changes, &reader);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
write_table (KliRecorder *recorder, Table *table, KliChangesetWriter *changes, GError **error)
{
  if (table->inserted->len > 0)
    forget_told (table); /* so that all new ones come by their ids */

  return write_changed (recorder, table, changes, error) && write_inserted (recorder, table, changes, error)
         && (table->made_ids == NULL || write_made (table, changes, error));
}

GBytes *
kli_recorder_read (KliRecorder *recorder, GError **error)
{
  g_auto (KliChangesetWriter) changes;

  g_return_val_if_fail (recorder != NULL, NULL);

  kli_changeset_writer_init (&changes);
  if (recorder->error != NULL)
    {
      g_propagate_error (error, g_error_copy (recorder->error));
      return NULL;
    }
  for (guint i = 0; i < recorder->tables->len; i++)
    {
      Table *table = &g_array_index (recorder->tables, Table, i);

      if (table->seen != NULL && !write_table (recorder, table, &changes, error))
        return NULL;
    }

  return kli_changeset_writer_take (&changes);
}

KliRecorder *
kli_recorder_new (KliConnection *connection)
{
  KliRecorder *recorder;

  g_return_val_if_fail (connection != NULL, NULL);

  recorder = g_new0 (KliRecorder, 1);
  recorder->connection = connection;
  recorder->tables = g_array_new (FALSE, TRUE, sizeof (Table));
  g_array_set_clear_func (recorder->tables, table_clear);
  for (guint i = 0; kli_kinds[i] != NULL; i++)
    g_array_append_val (recorder->tables, (Table){ .kind = kli_kinds[i] });
  kli_recorder_set_paused (recorder, FALSE);

  return recorder;
}

void
kli_recorder_set_paused (KliRecorder *recorder, gboolean paused)
{
  g_return_if_fail (recorder != NULL);

  sqlite3_preupdate_hook (kli_connection_get_handle (recorder->connection), paused ? NULL : change_cb, recorder);
}

void
kli_recorder_free (KliRecorder *recorder)
{
  if (recorder == NULL)
    return;

  sqlite3_preupdate_hook (kli_connection_get_handle (recorder->connection), NULL, NULL);
  g_array_unref (recorder->tables);
  g_clear_error (&recorder->error);
  g_free (recorder);
}
