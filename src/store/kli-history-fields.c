/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slices of an entry, verified before anybody reads them, and what they did field by field. */
#include "store/kli-history-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-store-error-private.h"

static gboolean
check_slice (GBytes *changeset, const char *hash, gint64 n_changes, GError **error)
{
  g_autofree char *present = kli_changeset_hash (changeset);
  int n_rows;

  if (!g_str_equal (present, hash))
    {
      g_set_error_literal (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED,
                           "A slice of the history is damaged: its bytes do not have the hash they were kept under");
      return FALSE;
    }

  n_rows = kli_changeset_check (changeset, error);
  if (n_rows < 0)
    return FALSE;
  if (n_rows != n_changes)
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED,
                   "A slice of the history is damaged: it has %d changes instead of %" G_GINT64_FORMAT, n_rows,
                   n_changes);
      return FALSE;
    }

  return TRUE;
}

gboolean
kli_history_foreach_slice (
    KliConnection *connection, gint64 edit, gint64 card, KliSliceFunc func, gpointer user_data, GError **error)
{
  g_autoptr (KliStatement) slices = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && func != NULL, FALSE);

  slices = kli_connection_lend (connection, card != 0 ? "history-slices-of-card" : "history-slices", error);
  if (slices == NULL)
    return FALSE;

  kli_statement_bind_integer (slices, 1, edit);
  if (card != 0)
    kli_statement_bind_integer (slices, 2, card);

  while (kli_statement_step (slices, &local_error))
    {
      gsize size;
      gconstpointer bytes = kli_statement_get_bytes (slices, 2, &size);
      /* Borrowed: the bytes stay where they are until the next step. */
      g_autoptr (GBytes) changeset = g_bytes_new_static (bytes, size);

      if (!check_slice (changeset, kli_statement_get_text (slices, 1), kli_statement_get_integer (slices, 0), error)
          || !func (changeset, user_data, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

GBytes *
kli_history_read_slice (KliConnection *connection, gint64 edit, guint n, GError **error)
{
  g_autoptr (KliStatement) slice = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size;
  gconstpointer bytes;

  g_return_val_if_fail (connection != NULL, NULL);

  slice = kli_connection_lend (connection, "history-slice", error);
  if (slice == NULL)
    return NULL;

  kli_statement_bind_integer (slice, 1, edit);
  kli_statement_bind_integer (slice, 2, n);
  if (!kli_statement_step (slice, &local_error))
    {
      if (local_error == NULL)
        g_set_error (&local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND,
                     "Entry %" G_GINT64_FORMAT " has no slice %u", edit, n);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  bytes = kli_statement_get_bytes (slice, 2, &size);
  changeset = g_bytes_new (bytes, size);
  if (!check_slice (changeset, kli_statement_get_text (slice, 1), kli_statement_get_integer (slice, 0), error))
    return NULL;

  return g_steal_pointer (&changeset);
}

void
kli_history_field_free (KliHistoryField *field)
{
  if (field == NULL)
    return;

  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

/* As kli-kind.h has it, an empty text and a 0 both mean that nothing is recorded. */
static char *
value_to_text (const KliChangesetValue *value)
{
  if (value->type == KLI_CHANGESET_TEXT)
    return g_strndup (value->bytes, value->size);
  if (value->type == KLI_CHANGESET_INTEGER && value->integer != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);

  return g_strdup ("");
}

/* The rows of an entry one after the other, or those of one card. */
typedef struct
{
  KliConnection *connection;
  gint64 card;  /* 0: every row */
  guint n_rows; /* so far */
  GArray *rows;
  const GArray *places; /* NULL: every row */
  guint next_place;     /* of them */
  GPtrArray *fields;
} RowWalk;

static void
add_field (RowWalk *walk, const KliChangesetRow *row, const KliKind *kind, guint place)
{
  g_autofree char *before = value_to_text (&row->before[place]);
  g_autofree char *after = value_to_text (&row->after[place]);
  KliHistoryField *field;

  if (g_str_equal (before, after))
    return;

  field = g_new0 (KliHistoryField, 1);
  field->kind = kind;
  field->id = kli_changeset_row_id (row);
  field->operation = row->operation;
  field->column = place == KLI_TRACKED_DELETED_AT ? KLI_HISTORY_DELETED_AT : place - KLI_TRACKED_COLUMNS;
  field->before = g_steal_pointer (&before);
  field->after = g_steal_pointer (&after);
  g_ptr_array_add (walk->fields, field);
}

typedef struct
{
  gint64 wanted; /* 0: any */
  gint64 first;
  gboolean found;
} CardSearch;

static void
compare_card_cb (gint64 card, gpointer user_data)
{
  CardSearch *search = user_data;

  if (search->first == 0)
    search->first = card;
  search->found = search->found || search->wanted == 0 || card == search->wanted;
}

static gboolean
add_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  RowWalk *walk = user_data;
  CardSearch search = { walk->card, 0, FALSE };
  KliHistoryRow found;

  if (!kli_changeset_row_foreach_touched (row, kind, walk->connection, compare_card_cb, &search, error))
    return FALSE;

  found = (KliHistoryRow){
    .kind = kind,
    .id = kli_changeset_row_id (row),
    .card = search.first,
    .operation = row->operation,
    .came_or_went
    = row->operation != KLI_CHANGE_UPDATE || row->after[KLI_TRACKED_DELETED_AT].type != KLI_CHANGESET_ABSENT,
    .place = walk->n_rows++,
  };
  if (search.found)
    g_array_append_val (walk->rows, found);

  return TRUE;
}

static gboolean
add_slice_rows_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  return kli_changeset_foreach (changeset, add_row_cb, user_data, error);
}

GArray *
kli_history_rows (KliConnection *connection, gint64 edit, gint64 owner, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KliHistoryRow));
  RowWalk walk = { .connection = connection, .card = owner, .rows = rows };

  g_return_val_if_fail (connection != NULL, NULL);

  if (!kli_history_foreach_slice (connection, edit, owner, add_slice_rows_cb, &walk, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/* Whether the row that is read now is wanted. */
static gboolean
is_wanted (RowWalk *walk)
{
  guint place = walk->n_rows++;

  if (walk->places == NULL)
    return TRUE;
  if (walk->next_place >= walk->places->len || g_array_index (walk->places, guint, walk->next_place) != place)
    return FALSE;
  walk->next_place++;

  return TRUE;
}

static gboolean
add_fields_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  RowWalk *walk = user_data;

  if (!is_wanted (walk))
    return TRUE;
  for (guint place = KLI_TRACKED_DELETED_AT; place < row->n_columns; place++)
    add_field (walk, row, kind, place);

  return TRUE;
}

static gboolean
add_slice_fields_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  return kli_changeset_foreach (changeset, add_fields_cb, user_data, error);
}

GPtrArray *
kli_history_fields_at (KliConnection *connection, gint64 edit, gint64 owner, const GArray *places, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_field_free);
  RowWalk walk = { .connection = connection, .card = owner, .places = places, .fields = fields };

  g_return_val_if_fail (connection != NULL, NULL);

  if (!kli_history_foreach_slice (connection, edit, owner, add_slice_fields_cb, &walk, error))
    return NULL;

  return g_steal_pointer (&fields);
}

GPtrArray *
kli_history_fields (KliConnection *connection, gint64 edit, GError **error)
{
  return kli_history_fields_at (connection, edit, 0, NULL, error);
}
