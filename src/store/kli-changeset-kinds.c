/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changeset means for our kinds of record. */
#include "store/kli-changeset-kinds.h"

#include "store/kli-store-error-private.h"

static gboolean
refuse (const KliChangesetRow *row, const char *what, GError **error)
{
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "A changeset does not fit this store: %s %s",
               row->table, what);

  return FALSE;
}

/* Every column of ours is NOT NULL and either an integer or a text. */
static gboolean
value_fits (const KliChangesetValue *value, gboolean is_text)
{
  if (value->type == KLI_CHANGESET_ABSENT)
    return TRUE;
  if (!is_text)
    return value->type == KLI_CHANGESET_INTEGER;

  /* Most texts of most rows are empty. */
  return value->type == KLI_CHANGESET_TEXT
         && (value->size == 0 || g_utf8_validate_len (value->bytes, value->size, NULL));
}

static gboolean
column_is_text (const KliKind *kind, guint column)
{
  return column >= KLI_TRACKED_COLUMNS && kli_column_is_text (&kind->columns[column - KLI_TRACKED_COLUMNS]);
}

static gboolean
row_fits (const KliChangesetRow *row, const KliKind *kind, GError **error)
{
  if (row->n_columns < KLI_TRACKED_COLUMNS || row->n_columns > kind->n_columns + KLI_TRACKED_COLUMNS)
    return refuse (row, "has another number of columns", error);

  for (guint i = 0; i < row->n_columns; i++)
    {
      gboolean is_text = column_is_text (kind, i);

      if ((row->primary_key[i] != 0) != (i == KLI_TRACKED_ID))
        return refuse (row, "has another primary key", error);
      if (!value_fits (&row->before[i], is_text) || !value_fits (&row->after[i], is_text))
        return refuse (row, "has a value of another type", error);
    }

  return TRUE;
}

const KliKind *
kli_changeset_row_kind (const KliChangesetRow *row, GError **error)
{
  const KliKind *kind;

  g_return_val_if_fail (row != NULL, NULL);

  kind = kli_kind_by_name (row->table);
  if (kind == NULL)
    {
      refuse (row, "is not a table of records", error);
      return NULL;
    }

  return row_fits (row, kind, error) ? kind : NULL;
}

gint64
kli_changeset_row_id (const KliChangesetRow *row)
{
  g_return_val_if_fail (row != NULL && row->n_columns > KLI_TRACKED_ID, 0);

  if (row->operation == KLI_CHANGE_INSERT)
    return row->after[KLI_TRACKED_ID].integer;

  return row->before[KLI_TRACKED_ID].integer;
}

/* Columns are only ever added at the end: those that an older changeset does not have are as they were. */
static guint64
changed_columns (const KliChangesetRow *row)
{
  guint64 columns = 0;

  for (guint i = KLI_TRACKED_COLUMNS; i < row->n_columns; i++)
    if (row->after[i].type != KLI_CHANGESET_ABSENT)
      columns |= KLI_CHANGE_COLUMN (i - KLI_TRACKED_COLUMNS);

  return row->after[KLI_TRACKED_DELETED_AT].type != KLI_CHANGESET_ABSENT ? columns | KLI_CHANGE_DELETED_AT : columns;
}

void
kli_changeset_row_note (const KliChangesetRow *row, const KliKind *kind, KliChanges *changes)
{
  g_return_if_fail (row != NULL && kind != NULL && changes != NULL);

  if (row->operation == KLI_CHANGE_UPDATE)
    kli_changes_add_columns (changes, kind, kli_changeset_row_id (row), changed_columns (row));
  else
    kli_changes_add (changes, kind, kli_changeset_row_id (row), row->operation);
}

gboolean
kli_changeset_foreach (GBytes *changeset, KliChangesetRowFunc func, gpointer user_data, GError **error)
{
  KliChangesetReader reader;
  const KliChangesetRow *row;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (changeset != NULL && func != NULL, FALSE);

  kli_changeset_reader_init (&reader, changeset);
  while ((row = kli_changeset_reader_next (&reader, &local_error)) != NULL)
    {
      const KliKind *kind = kli_changeset_row_kind (row, error);

      if (kind == NULL || !func (row, kind, user_data, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
count_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  (*(int *)user_data)++;

  return TRUE;
}

int
kli_changeset_check (GBytes *changeset, GError **error)
{
  int n_rows = 0;

  return kli_changeset_foreach (changeset, count_row_cb, &n_rows, error) ? n_rows : -1;
}

/* What is done with the cards of a row, and whence they are read. */
typedef struct
{
  const KliChangesetRow *row;
  const KliKind *kind;
  KliConnection *connection;
  KliRow *present; /* the row as it is now, read at most once */
  KliCardFunc func;
  gpointer user_data;
  gboolean told; /* whether @func was called */
} CardWalk;

static void
tell (CardWalk *walk, gint64 card)
{
  if (card == 0)
    return;

  walk->func (card, walk->user_data);
  walk->told = TRUE;
}

static gboolean
tell_recorded (CardWalk *walk, const KliChangesetValue *value)
{
  if (value->type == KLI_CHANGESET_ABSENT)
    return FALSE;

  tell (walk, value->integer);

  return TRUE;
}

static gboolean
tell_present (CardWalk *walk, guint column, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (walk->present == NULL)
    walk->present = kli_connection_load (walk->connection, walk->kind, kli_changeset_row_id (walk->row), &local_error);
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (walk->present == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  tell (walk, kli_row_get_integer (walk->present, column));

  return TRUE;
}

/* @column: of the kind. An UPDATE tells what it names only if it changed that: @look: then the present row says it. */
static gboolean
tell_named (CardWalk *walk, guint column, gboolean look, GError **error)
{
  const KliChangesetRow *row = walk->row;
  guint place = column + KLI_TRACKED_COLUMNS;
  gboolean told = FALSE;

  if (place < row->n_columns)
    {
      told = tell_recorded (walk, &row->before[place]);
      told = tell_recorded (walk, &row->after[place]) || told;
    }

  return told || row->operation != KLI_CHANGE_UPDATE || !look || tell_present (walk, column, error);
}

static gboolean
tell_cards (CardWalk *walk, GError **error)
{
  for (guint i = 0; i < walk->kind->n_columns; i++)
    if ((walk->kind->columns[i].flags & KLI_COLUMN_OWNER) && !tell_named (walk, i, TRUE, error))
      return FALSE;
  if (!walk->told)
    tell (walk, kli_changeset_row_id (walk->row));

  return TRUE;
}

/* What is named besides the owners; a row that came or went takes its links with it. */
static gboolean
tell_others (CardWalk *walk, GError **error)
{
  gboolean came_or_went = walk->row->before[KLI_TRACKED_DELETED_AT].type != KLI_CHANGESET_ABSENT;

  for (guint i = 0; i < walk->kind->n_columns; i++)
    if (walk->kind->columns[i].links_stem != NULL && !tell_named (walk, i, came_or_went, error))
      return FALSE;

  return TRUE;
}

gboolean
kli_changeset_row_foreach_card (const KliChangesetRow *row,
                                const KliKind *kind,
                                KliConnection *connection,
                                KliCardFunc func,
                                gpointer user_data,
                                GError **error)
{
  CardWalk walk = { row, kind, connection, NULL, func, user_data, FALSE };
  gboolean ok;

  g_return_val_if_fail (row != NULL && kind != NULL && connection != NULL && func != NULL, FALSE);

  ok = tell_cards (&walk, error);
  g_clear_pointer (&walk.present, kli_row_free);

  return ok;
}

gboolean
kli_changeset_row_foreach_touched (const KliChangesetRow *row,
                                   const KliKind *kind,
                                   KliConnection *connection,
                                   KliCardFunc func,
                                   gpointer user_data,
                                   GError **error)
{
  CardWalk walk = { row, kind, connection, NULL, func, user_data, FALSE };
  gboolean ok;

  g_return_val_if_fail (row != NULL && kind != NULL && connection != NULL && func != NULL, FALSE);

  ok = tell_cards (&walk, error) && tell_others (&walk, error);
  g_clear_pointer (&walk.present, kli_row_free);

  return ok;
}

GHashTable *
kli_id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
kli_id_set_add (gint64 id, gpointer set)
{
  g_return_if_fail (set != NULL);

  if (!g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}
