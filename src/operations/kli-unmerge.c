/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card comes out again of the one it went into, by what the history says the merge did. */
#include "core/kli-kinds.h"
#include "operations/kli-merge.h"
#include "store/kli-history.h"

#include <glib/gi18n-lib.h>

#define MERGE_VERB "contact-merge"
/* A card has not been touched so often. */
#define ENTRIES_MAX 100000

typedef struct
{
  KliConnection *connection;
  KliEdit *edit; /* NULL: only looks */
  gint64 staying;
  gint64 going;
  GArray *kept;      /* guint: columns of the card that stays */
  GPtrArray *moving; /* (nullable): KliRow: what goes back to the card that went */
} Unmerge;

/* --- which merge it was ------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): the live mark; NULL with @error set. */
static KliRow *
find_mark (KliConnection *connection, gint64 going, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-merges-of-merged", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, going);
  if (kli_statement_step (statement, &failure))
    return kli_statement_get_row (statement, 0, &kli_contact_merge_kind);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND,
                         _ ("This contact was not merged into another one, or was taken out again."));

  return NULL;
}

/* Returns: the card that stayed when the merge made @mark; 0 when it did not */
static gint64
find_staying (const GPtrArray *fields, gint64 mark)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      if (field->kind == &kli_contact_merge_kind && field->id == mark && field->operation == KLI_CHANGE_INSERT
          && field->column == KLI_CONTACT_MERGE_CONTACT)
        return g_ascii_strtoll (field->after, NULL, 10);
    }

  return 0;
}

static void
refuse_lost (GError **error)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                       _ ("The history does not know any more what the merge did."));
}

/* Returns: (transfer full) (element-type KliHistoryField) (nullable): what the merge did; NULL with @error set. */
static GPtrArray *
read_merge (KliConnection *connection, gint64 going, gint64 mark, GError **error)
{
  g_autoptr (GPtrArray) entries = kli_history_read_list (connection, going, ENTRIES_MAX, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const KliHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) fields = NULL;

      if (!g_str_equal (entry->verb, MERGE_VERB))
        continue;
      fields = kli_history_fields (connection, entry->id, error);
      if (fields == NULL)
        return NULL;
      if (find_staying (fields, mark) == 0)
        continue;
      if (!g_str_equal (entry->state, "erased"))
        return g_steal_pointer (&fields);
      break;
    }
  if (entries != NULL)
    refuse_lost (error);

  return NULL;
}

/* --- taking it back ----------------------------------------------------------------------------------- */

static gboolean
is_now (const KliRow *row, guint column, const char *text)
{
  if (column == KLI_HISTORY_DELETED_AT)
    return row->deleted_at == g_ascii_strtoll (text, NULL, 10);
  if (kli_row_is_text (row, column))
    return g_str_equal (kli_row_get_text (row, column), text);

  return kli_row_get_integer (row, column) == g_ascii_strtoll (text, NULL, 10);
}

static void
set_back (KliRow *row, guint column, const char *text)
{
  if (kli_row_is_text (row, column))
    kli_row_set_text (row, column, text);
  else
    kli_row_set_integer (row, column, g_ascii_strtoll (text, NULL, 10));
}

/* Whether it is a link that the merge turned to the card that stays. */
static gboolean
is_link (const Unmerge *unmerge, const KliHistoryField *field)
{
  return field->column != KLI_HISTORY_DELETED_AT && field->kind->columns[field->column].type == KLI_COLUMN_ID
         && g_ascii_strtoll (field->before, NULL, 10) == unmerge->going;
}

/* What went on to a third card cannot come back alone. */
static gboolean
check_link (const Unmerge *unmerge, const KliRow *row, const KliHistoryField *field, GError **error)
{
  gint64 now;

  if (!is_link (unmerge, field))
    return TRUE;
  now = kli_row_get_integer (row, field->column);
  if (now == unmerge->staying || now == unmerge->going)
    return TRUE;
  g_set_error_literal (
      error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
      _ ("What came with this contact went on to another one since; that has to be taken back first."));

  return FALSE;
}

/* What is seen of the card that went: not what merely says that the two are two. */
static void
note_moving (const Unmerge *unmerge, const KliRow *row, gboolean revives, gboolean turns)
{
  if (unmerge->moving != NULL && row->kind != &kli_contact_kind && row->kind != &kli_contact_distinction_kind
      && (revives || (turns && row->deleted_at == 0)))
    g_ptr_array_add (unmerge->moving, kli_row_copy (row));
}

/* The fields of one row. One that was removed for ever stays away. */
static gboolean
take_row_back (Unmerge *unmerge, const GPtrArray *fields, guint first, guint end, GError **error)
{
  const KliHistoryField *one = g_ptr_array_index (fields, first);
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) row = kli_connection_load (unmerge->connection, one->kind, one->id, &failure);
  gboolean revives = FALSE;
  gboolean turns = FALSE;

  if (g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND) && one->id != unmerge->going)
    return TRUE;
  if (row == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = first; i < end; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      if (!check_link (unmerge, row, field, error))
        return FALSE;
      turns |= is_link (unmerge, field);
      if (field->column == KLI_HISTORY_DELETED_AT)
        revives = is_now (row, field->column, field->after);
      else if (is_now (row, field->column, field->after))
        set_back (row, field->column, field->before);
      else if (row->id == unmerge->staying)
        g_array_append_val (unmerge->kept, field->column);
    }
  note_moving (unmerge, row, revives, turns);
  if (unmerge->edit == NULL)
    return TRUE;

  return kli_edit_update (unmerge->edit, row, error)
         && (!revives || kli_edit_set_deleted (unmerge->edit, row->kind, row->id, FALSE, error));
}

/* What the merge made goes: the mark, and the document that a picture became, while it hangs there. */
static gboolean
take_new_back (Unmerge *unmerge, const KliHistoryField *field, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) row = kli_connection_load (unmerge->connection, field->kind, field->id, &failure);

  if (g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND) || unmerge->edit == NULL)
    return TRUE;
  if (row == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return kli_edit_set_deleted (unmerge->edit, field->kind, field->id, TRUE, error);
}

static gboolean
take_back (Unmerge *unmerge, const GPtrArray *fields, GError **error)
{
  guint end;

  for (guint first = 0; first < fields->len; first = end)
    {
      const KliHistoryField *one = g_ptr_array_index (fields, first);

      for (end = first + 1; end < fields->len; end++)
        if (((const KliHistoryField *)g_ptr_array_index (fields, end))->id != one->id)
          break;
      if (!(one->operation == KLI_CHANGE_INSERT ? take_new_back (unmerge, one, error)
                                                : take_row_back (unmerge, fields, first, end, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_staying (const Unmerge *unmerge, GError **error)
{
  g_autoptr (KliRow) staying = kli_connection_load (unmerge->connection, &kli_contact_kind, unmerge->staying, error);

  if (staying == NULL || staying->deleted_at == 0)
    return staying != NULL;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
               _ ("Contact “%s” is in the trash, or was itself merged; that has to be taken back first."),
               kli_row_get_text (staying, KLI_CONTACT_NAME));

  return FALSE;
}

static gboolean
unmerge (Unmerge *unmerge, GError **error)
{
  g_autoptr (KliRow) mark = find_mark (unmerge->connection, unmerge->going, error);
  g_autoptr (GPtrArray) fields = NULL;

  if (mark == NULL)
    return FALSE;
  fields = read_merge (unmerge->connection, unmerge->going, mark->id, error);
  if (fields == NULL)
    return FALSE;
  unmerge->staying = find_staying (fields, mark->id);

  return check_staying (unmerge, error) && take_back (unmerge, fields, error);
}

/* --- the operation ------------------------------------------------------------------------------------ */

static gboolean
unmerge_func (KliEdit *edit, gpointer user_data, GError **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  Unmerge work = { kli_edit_get_connection (edit), edit, 0, kli_operation_get_subject (user_data), kept, NULL };

  return unmerge (&work, error);
}

KliOperation *
kli_unmerge_contact (gint64 going)
{
  g_return_val_if_fail (going > 0, NULL);

  return kli_operation_new ("contact-unmerge", going, unmerge_func, NULL, NULL);
}

gboolean
kli_unmerge_look (
    KliConnection *connection, gint64 going, gint64 *staying, GArray **kept, GPtrArray **moving, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  Unmerge work = { connection, NULL, 0, going, found, rows };

  g_return_val_if_fail (connection != NULL && staying != NULL && kept != NULL, FALSE);

  if (!unmerge (&work, error))
    return FALSE;
  *staying = work.staying;
  *kept = g_steal_pointer (&found);
  if (moving != NULL)
    *moving = g_steal_pointer (&rows);

  return TRUE;
}

gint64
kli_unmerge_find (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, id, NULL);

  if (entry == NULL || !g_str_equal (entry->verb, MERGE_VERB))
    return id;
  fields = kli_history_fields (connection, id, error);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const KliHistoryField *field = g_ptr_array_index (fields, i);

      if (field->kind == &kli_contact_merge_kind && field->column == KLI_CONTACT_MERGE_MERGED)
        return g_ascii_strtoll (field->after, NULL, 10);
    }
  if (fields != NULL)
    refuse_lost (error);

  return 0;
}
