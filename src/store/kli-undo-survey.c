/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what an entry of the history left behind with what is there now. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"

#include <string.h>

/* A row that the entry created, and a record it belongs to. */
typedef struct
{
  gint64 part;
  gint64 owner;
  gboolean is_first; /* the record it cannot do without: a phone's contact, an affiliation's person */
} Bond;

typedef struct
{
  KliConnection *connection;
  gint64 edit;
  GArray *ids;     /* gint64: every row of the entry; sorted once all are known */
  GArray *created; /* gint64: those it inserted; the same */
  GArray *bonds;   /* Bond */
  KliUndoSurvey *survey;
} Comparison;

void
kli_undo_survey_free (KliUndoSurvey *survey)
{
  if (survey == NULL)
    return;

  g_hash_table_unref (survey->kept);
  g_ptr_array_unref (survey->touched);
  g_free (survey);
}

static KliUndoSurvey *
survey_new (void)
{
  KliUndoSurvey *survey = g_new0 (KliUndoSurvey, 1);

  survey->kept = kli_id_set_new ();
  survey->touched = g_ptr_array_new_with_free_func (g_free);

  return survey;
}

static void
add_touched_cb (gint64 card, gpointer user_data)
{
  KliUndoSurvey *survey = user_data;

  if (survey->touched->len < KLI_UNDO_MAX_TOUCHED
      && !g_ptr_array_find_with_equal_func (survey->touched, &card, g_int64_equal, NULL))
    g_ptr_array_add (survey->touched, g_memdup2 (&card, sizeof card));
}

static gboolean
is_kept (const Comparison *comparison, gint64 id)
{
  return g_hash_table_contains (comparison->survey->kept, &id);
}

static void
keep (Comparison *comparison, gint64 id)
{
  kli_id_set_add (id, comparison->survey->kept);
}

static gboolean
value_is (const KliChangesetValue *value, KliStatement *statement, int column)
{
  const char *text;

  if (value->type == KLI_CHANGESET_INTEGER)
    return kli_statement_get_integer (statement, column) == value->integer;

  text = kli_statement_get_text (statement, column);

  return strlen (text) == value->size && memcmp (text, value->bytes, value->size) == 0;
}

gboolean
kli_undo_row_is_same (
    KliConnection *connection, const KliChangesetRow *row, const KliKind *kind, gboolean *same, GError **error)
{
  g_autofree char *name = g_strconcat (kind->statement_stem, "-select", NULL);
  g_autoptr (KliStatement) present = kli_connection_lend (connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (present == NULL)
    return FALSE;

  kli_statement_bind_integer (present, 1, kli_changeset_row_id (row));
  *same = kli_statement_step (present, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = KLI_TRACKED_DELETED_AT; *same && i < row->n_columns; i++)
    if (row->after[i].type != KLI_CHANGESET_ABSENT)
      *same = value_is (&row->after[i], present, (int)i);

  return TRUE;
}

/* Remembers a row that the entry created, and to what it belongs. */
static void
note_created (Comparison *comparison, const KliChangesetRow *row, const KliKind *kind)
{
  Bond bond = { .part = kli_changeset_row_id (row), .is_first = TRUE };

  g_array_append_val (comparison->created, bond.part);
  for (guint i = 0; i < kind->n_columns && i + KLI_TRACKED_COLUMNS < row->n_columns; i++)
    if (kind->columns[i].flags & KLI_COLUMN_OWNER)
      {
        bond.owner = row->after[i + KLI_TRACKED_COLUMNS].integer;
        g_array_append_val (comparison->bonds, bond);
        bond.is_first = FALSE;
      }
}

static gboolean
look_at_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  Comparison *comparison = user_data;
  gint64 id = kli_changeset_row_id (row);
  gboolean same;

  if (!kli_undo_row_is_same (comparison->connection, row, kind, &same, error))
    return FALSE;

  comparison->survey->n_rows++;
  g_array_append_val (comparison->ids, id);
  if (row->operation == KLI_CHANGE_INSERT)
    note_created (comparison, row, kind);
  if (same)
    return TRUE;

  keep (comparison, id);

  return kli_changeset_row_foreach_card (row, kind, comparison->connection, add_touched_cb, comparison->survey, error);
}

static gboolean
look_at_slice_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  return kli_changeset_foreach (changeset, look_at_row_cb, user_data, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static gboolean
holds_id (GArray *sorted, gint64 id)
{
  return g_array_binary_search (sorted, &id, compare_ids, NULL);
}

/* @touched: (out): whether an entry besides this one had to do with the card @id. */
static gboolean
find_other_touch (Comparison *comparison, gint64 id, gboolean *touched, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (comparison->connection, "undo-touched-since", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  kli_statement_bind_integer (statement, 1, id);
  kli_statement_bind_integer (statement, 2, comparison->edit);
  *touched = kli_statement_step (statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* @found: set to TRUE when a live part of @id is not of this entry. */
static gboolean
find_later_part (Comparison *comparison, const KliKind *kind, gint64 id, gboolean *found, GError **error)
{
  g_autoptr (KliStatement) parts = NULL;
  g_autoptr (GError) local_error = NULL;

  if (*found || kind->parts_stem == NULL)
    return TRUE;

  parts = kli_connection_lend (comparison->connection, kind->parts_stem, error);
  if (parts == NULL)
    return FALSE;

  kli_statement_bind_integer (parts, 1, id);
  while (!*found && kli_statement_step (parts, &local_error))
    *found = !holds_id (comparison->ids, kli_statement_get_integer (parts, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
keep_if_it_grew (Comparison *comparison, gint64 id, GError **error)
{
  gboolean touched, grew = FALSE;

  if (!find_other_touch (comparison, id, &touched, error))
    return FALSE;

  for (guint i = 0; touched && kli_kinds[i] != NULL; i++)
    if (!find_later_part (comparison, kli_kinds[i], id, &grew, error))
      return FALSE;

  if (grew)
    {
      keep (comparison, id);
      add_touched_cb (id, comparison->survey);
    }

  return TRUE;
}

/* One round over the bonds. Returns: whether it kept anything more. */
static gboolean
spread (Comparison *comparison)
{
  gboolean more = FALSE;

  for (guint i = 0; i < comparison->bonds->len; i++)
    {
      const Bond *bond = &g_array_index (comparison->bonds, Bond, i);
      gboolean part = is_kept (comparison, bond->part);
      gboolean owner = is_kept (comparison, bond->owner);

      if (part == owner || (owner && !bond->is_first) || !holds_id (comparison->created, bond->owner))
        continue;
      keep (comparison, part ? bond->owner : bond->part);
      add_touched_cb (bond->owner, comparison->survey);
      more = TRUE;
    }

  return more;
}

static gboolean
compare (Comparison *comparison, GError **error)
{
  if (!kli_history_foreach_slice (comparison->connection, comparison->edit, 0, look_at_slice_cb, comparison, error))
    return FALSE;

  g_array_sort (comparison->ids, compare_ids);
  g_array_sort (comparison->created, compare_ids);
  for (guint i = 0; i < comparison->created->len; i++)
    if (!keep_if_it_grew (comparison, g_array_index (comparison->created, gint64, i), error))
      return FALSE;

  while (g_hash_table_size (comparison->survey->kept) > 0 && spread (comparison))
    ;

  return TRUE;
}

KliUndoSurvey *
kli_undo_survey (KliConnection *connection, gint64 edit, GError **error)
{
  g_autoptr (KliUndoSurvey) survey = survey_new ();
  Comparison comparison = {
    .connection = connection,
    .edit = edit,
    .ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .created = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .bonds = g_array_new (FALSE, FALSE, sizeof (Bond)),
    .survey = survey,
  };
  gboolean ok;

  g_return_val_if_fail (connection != NULL, NULL);

  ok = compare (&comparison, error);
  g_array_unref (comparison.ids);
  g_array_unref (comparison.created);
  g_array_unref (comparison.bonds);

  return ok ? g_steal_pointer (&survey) : NULL;
}
