/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slices of an entry, verified before anybody reads them, and what they did field by field. */
#include "store/kli-history-private.h"

#include "store/kli-changeset-kinds.h"

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
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
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

typedef struct
{
  KliConnection *connection;
  gint64 card; /* 0: every row */
  guint limit;
  GPtrArray *fields;
} FieldWalk;

static void
add_field (FieldWalk *walk, const KliChangesetRow *row, const KliKind *kind, guint place)
{
  g_autofree char *before = value_to_text (&row->before[place]);
  g_autofree char *after = value_to_text (&row->after[place]);
  KliHistoryField *field;

  if (walk->fields->len >= walk->limit || g_str_equal (before, after))
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
  gint64 card;
  gboolean found;
} CardSearch;

static void
compare_card_cb (gint64 card, gpointer user_data)
{
  CardSearch *search = user_data;

  search->found = search->found || card == search->card;
}

/* Returns: FALSE with @error set. @belongs: (out): whether the row belongs to the card asked for. */
static gboolean
row_belongs (FieldWalk *walk, const KliChangesetRow *row, const KliKind *kind, gboolean *belongs, GError **error)
{
  CardSearch search = { walk->card, walk->card == 0 };

  if (!search.found && !kli_changeset_row_foreach_card (row, kind, walk->connection, compare_card_cb, &search, error))
    return FALSE;

  *belongs = search.found;

  return TRUE;
}

static gboolean
add_row_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  FieldWalk *walk = user_data;
  gboolean belongs;

  if (walk->fields->len >= walk->limit)
    return TRUE;
  if (!row_belongs (walk, row, kind, &belongs, error))
    return FALSE;
  for (guint place = KLI_TRACKED_DELETED_AT; belongs && place < row->n_columns; place++)
    add_field (walk, row, kind, place);

  return TRUE;
}

static gboolean
add_slice_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  return kli_changeset_foreach (changeset, add_row_cb, user_data, error);
}

GPtrArray *
kli_history_fields_of (KliConnection *connection, gint64 edit, gint64 owner, guint limit, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_field_free);
  FieldWalk walk = { connection, owner, limit, fields };

  g_return_val_if_fail (connection != NULL, NULL);

  if (!kli_history_foreach_slice (connection, edit, owner, add_slice_cb, &walk, error))
    return NULL;

  return g_steal_pointer (&fields);
}

GPtrArray *
kli_history_fields (KliConnection *connection, gint64 edit, GError **error)
{
  return kli_history_fields_of (connection, edit, 0, G_MAXUINT, error);
}
