/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what an entry of the history left behind with what is there now. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"

#include <string.h>

/* A row that names a record since the entry. */
typedef struct
{
  gint64 named;
  gint64 row;
  gboolean is_first; /* it was made for that record and cannot do without: a phone for its contact */
} Bond;

typedef struct
{
  KliConnection *connection;
  gint64 edit;
  GArray *created; /* gint64: the rows it inserted; sorted once all are known */
  GArray *bonds;   /* Bond; the same */
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

/* Remembers what the row names since the entry. */
static void
note_bonds (Comparison *comparison, const KliChangesetRow *row, const KliKind *kind)
{
  Bond bond = { .row = kli_changeset_row_id (row), .is_first = row->operation == KLI_CHANGE_INSERT };

  for (guint i = 0; i < kind->n_columns && i + KLI_TRACKED_COLUMNS < row->n_columns; i++)
    {
      if (kind->columns[i].type != KLI_COLUMN_ID)
        continue;
      bond.named = row->after[i + KLI_TRACKED_COLUMNS].integer;
      bond.is_first = bond.is_first && (kind->columns[i].flags & KLI_COLUMN_OWNER);
      if (bond.named != 0)
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
  if (row->operation == KLI_CHANGE_INSERT)
    g_array_append_val (comparison->created, id);
  note_bonds (comparison, row, kind);
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

static int
compare_bonds (gconstpointer a, gconstpointer b)
{
  const Bond *first = a, *second = b;
  int by_named = compare_ids (&first->named, &second->named);

  return by_named != 0 ? by_named : compare_ids (&first->row, &second->row);
}

static gboolean
was_created (const Comparison *comparison, gint64 id)
{
  return g_array_binary_search (comparison->created, &id, compare_ids, NULL);
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

/* @links: a statement that lists the live rows that name a record, their ids first.
 * @found: set to TRUE when one of them names @id, and not since this entry. */
static gboolean
find_later_link (Comparison *comparison, const char *links, gint64 id, gboolean *found, GError **error)
{
  g_autoptr (KliStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  if (*found || links == NULL)
    return TRUE;

  rows = kli_connection_lend (comparison->connection, links, error);
  if (rows == NULL)
    return FALSE;

  kli_statement_bind_integer (rows, 1, id);
  while (!*found && kli_statement_step (rows, &local_error))
    {
      Bond bond = { .named = id, .row = kli_statement_get_integer (rows, 0) };

      *found = !g_array_binary_search (comparison->bonds, &bond, compare_bonds, NULL);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/* Whether a row of @kind names @id, and not since this entry. */
static gboolean
find_later_row (Comparison *comparison, const KliKind *kind, gint64 id, gboolean *found, GError **error)
{
  if (!find_later_link (comparison, kind->parts_stem, id, found, error))
    return FALSE;
  for (guint i = 0; i < kind->n_columns; i++)
    if (!find_later_link (comparison, kind->columns[i].links_stem, id, found, error))
      return FALSE;

  return TRUE;
}

static gboolean
keep_if_it_is_named (Comparison *comparison, gint64 id, GError **error)
{
  gboolean touched, named = FALSE;

  if (!find_other_touch (comparison, id, &touched, error))
    return FALSE;

  for (guint i = 0; touched && kli_kinds[i] != NULL; i++)
    if (!find_later_row (comparison, kli_kinds[i], id, &named, error))
      return FALSE;

  if (named)
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
      gboolean row = is_kept (comparison, bond->row);
      gboolean named = is_kept (comparison, bond->named);

      if (row == named || (named && !bond->is_first) || !was_created (comparison, bond->named))
        continue;
      keep (comparison, row ? bond->named : bond->row);
      add_touched_cb (bond->named, comparison->survey);
      more = TRUE;
    }

  return more;
}

static gboolean
compare (Comparison *comparison, GError **error)
{
  if (!kli_history_foreach_slice (comparison->connection, comparison->edit, 0, look_at_slice_cb, comparison, error))
    return FALSE;

  g_array_sort (comparison->created, compare_ids);
  g_array_sort (comparison->bonds, compare_bonds);
  for (guint i = 0; i < comparison->created->len; i++)
    if (!keep_if_it_is_named (comparison, g_array_index (comparison->created, gint64, i), error))
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
    .created = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .bonds = g_array_new (FALSE, FALSE, sizeof (Bond)),
    .survey = survey,
  };
  gboolean ok;

  g_return_val_if_fail (connection != NULL, NULL);

  ok = compare (&comparison, error);
  g_array_unref (comparison.created);
  g_array_unref (comparison.bonds);

  return ok ? g_steal_pointer (&survey) : NULL;
}
