/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what an entry of the history left behind with what is there now. */
#include "store/kli-undo-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* A row that the entry made, or took out of the trash: taken back, it goes. */
typedef struct
{
  gint64 id;    /* first: they are sorted by it */
  gint64 since; /* only rows with higher ids can have come to name it after the entry */
} Arrival;

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
  GArray *arrivals; /* Arrival; sorted once all are known */
  GArray *bonds;    /* Bond; the same */
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

static void
add_bond (Comparison *comparison, gint64 row, gint64 named, gboolean is_first)
{
  Bond bond = { named, row, is_first };

  if (named != 0)
    g_array_append_val (comparison->bonds, bond);
}

/* Remembers what the row names since the entry. */
static void
note_bonds (Comparison *comparison, const KliChangesetRow *row, const KliKind *kind)
{
  gboolean is_first = row->operation == KLI_CHANGE_INSERT;

  for (guint i = 0; i < kind->n_columns && i + KLI_TRACKED_COLUMNS < row->n_columns; i++)
    if (kind->columns[i].type == KLI_COLUMN_ID)
      {
        is_first = is_first && (kind->columns[i].flags & KLI_COLUMN_OWNER);
        add_bond (comparison, kli_changeset_row_id (row), row->after[i + KLI_TRACKED_COLUMNS].integer, is_first);
        is_first = FALSE;
      }
}

static gboolean
came_back (const KliChangesetRow *row)
{
  return row->operation == KLI_CHANGE_UPDATE && row->before[KLI_TRACKED_DELETED_AT].integer != 0
         && row->after[KLI_TRACKED_DELETED_AT].type == KLI_CHANGESET_INTEGER
         && row->after[KLI_TRACKED_DELETED_AT].integer == 0;
}

/* A row that came back names again what it names. */
static gboolean
note_return (Comparison *comparison, gint64 id, const KliKind *kind, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KliRow) present = kli_connection_load (comparison->connection, kind, id, &local_error);
  gboolean is_first = TRUE;

  if (present == NULL)
    {
      if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].type == KLI_COLUMN_ID)
      {
        is_first = is_first && (kind->columns[i].flags & KLI_COLUMN_OWNER);
        add_bond (comparison, id, kli_row_get_integer (present, i), is_first);
        is_first = FALSE;
      }

  return TRUE;
}

static gboolean
note_row (Comparison *comparison, const KliChangesetRow *row, const KliKind *kind, GError **error)
{
  Arrival arrival = { kli_changeset_row_id (row), 0 };

  if (row->operation == KLI_CHANGE_INSERT || came_back (row))
    {
      arrival.since = row->operation == KLI_CHANGE_INSERT ? 0 : comparison->edit;
      g_array_append_val (comparison->arrivals, arrival);
    }
  if (came_back (row))
    return note_return (comparison, arrival.id, kind, error);
  note_bonds (comparison, row, kind);

  return TRUE;
}

static gboolean
look_at_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  Comparison *comparison = user_data;
  gboolean same;

  if (!kli_undo_row_is_same (comparison->connection, row, kind, &same, error)
      || !note_row (comparison, row, kind, error))
    return FALSE;

  comparison->survey->n_rows++;
  if (same)
    return TRUE;

  keep (comparison, kli_changeset_row_id (row));

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
has_arrived (const Comparison *comparison, gint64 id)
{
  return g_array_binary_search (comparison->arrivals, &id, compare_ids, NULL);
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

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* @links: a statement that lists the live rows that name a record, their ids first.
 * @found: set to TRUE when one of them came to name @arrival after this entry. */
static gboolean
find_later_link (Comparison *comparison, const char *links, const Arrival *arrival, gboolean *found, GError **error)
{
  g_autoptr (KliStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  if (*found || links == NULL)
    return TRUE;

  rows = kli_connection_lend (comparison->connection, links, error);
  if (rows == NULL)
    return FALSE;

  kli_statement_bind_integer (rows, 1, arrival->id);
  while (!*found && kli_statement_step (rows, &local_error))
    {
      Bond bond = { .named = arrival->id, .row = kli_statement_get_integer (rows, 0) };

      *found = bond.row > arrival->since && !g_array_binary_search (comparison->bonds, &bond, compare_bonds, NULL);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Whether a row of @kind came to name @arrival after this entry. */
static gboolean
find_later_row (Comparison *comparison, const KliKind *kind, const Arrival *arrival, gboolean *found, GError **error)
{
  if (!find_later_link (comparison, kind->parts_stem, arrival, found, error))
    return FALSE;
  for (guint i = 0; i < kind->n_columns; i++)
    if (!find_later_link (comparison, kind->columns[i].links_stem, arrival, found, error))
      return FALSE;

  return TRUE;
}

static gboolean
keep_if_it_is_named (Comparison *comparison, const Arrival *arrival, GError **error)
{
  gboolean touched, named = FALSE;

  if (!find_other_touch (comparison, arrival->id, &touched, error))
    return FALSE;

  for (guint i = 0; touched && kli_kinds[i] != NULL; i++)
    if (!find_later_row (comparison, kli_kinds[i], arrival, &named, error))
      return FALSE;

  if (named)
    {
      keep (comparison, arrival->id);
      add_touched_cb (arrival->id, comparison->survey);
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

      if (row == named || (named && !bond->is_first) || !has_arrived (comparison, bond->named))
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

  g_array_sort (comparison->arrivals, compare_ids);
  g_array_sort (comparison->bonds, compare_bonds);
  for (guint i = 0; i < comparison->arrivals->len; i++)
    if (!keep_if_it_is_named (comparison, &g_array_index (comparison->arrivals, Arrival, i), error))
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
    .arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival)),
    .bonds = g_array_new (FALSE, FALSE, sizeof (Bond)),
    .survey = survey,
  };
  gboolean ok;

  g_return_val_if_fail (connection != NULL, NULL);

  ok = compare (&comparison, error);
  g_array_unref (comparison.arrivals);
  g_array_unref (comparison.bonds);

  return ok ? g_steal_pointer (&survey) : NULL;
}
