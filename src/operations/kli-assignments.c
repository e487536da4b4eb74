/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one language in which fields are set. */
#include "operations/kli-assignments.h"

#include "operations/kli-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A number as small as this is a place in a list; every id is larger (their lowest 22 bits count within
 * a millisecond). */
#define PLACE_MAX (1 << 22)

/* Where a path leads. */
typedef struct
{
  const KliPartList *list;
  KliRow *part;
  int column;      /* -1: the part itself */
  gboolean is_end; /* what the second record of the part is */
} PartPath;

KliAssignment *
kli_assignment_new (const char *path, KliAssignAction action, const char *value)
{
  KliAssignment *assignment;

  g_return_val_if_fail (path != NULL && value != NULL, NULL);

  assignment = g_new0 (KliAssignment, 1);
  assignment->path = g_strdup (path);
  assignment->action = action;
  assignment->value = g_strdup (value);

  return assignment;
}

KliAssignment *
kli_assignment_parse (const char *text, GError **error)
{
  const char *equals;
  KliAssignAction action = KLI_ASSIGN_SET;
  g_autofree char *path = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  equals = strchr (text, '=');
  length = equals != NULL ? (gsize)(equals - text) : 0;
  if (length > 1 && text[length - 1] == '+')
    action = KLI_ASSIGN_ADD;
  if (length > 1 && text[length - 1] == '-')
    action = KLI_ASSIGN_REMOVE;
  if (action != KLI_ASSIGN_SET)
    length--;
  if (length == 0 || !g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("“%s” is not of the form FIELD=VALUE."),
                   shown);
      return NULL;
    }
  path = g_strndup (text, length);

  return kli_assignment_new (path, action, equals + 1);
}

KliAssignment *
kli_assignment_copy (const KliAssignment *assignment)
{
  g_return_val_if_fail (assignment != NULL, NULL);

  return kli_assignment_new (assignment->path, assignment->action, assignment->value);
}

void
kli_assignment_free (KliAssignment *assignment)
{
  if (assignment == NULL)
    return;

  g_free (assignment->path);
  g_free (assignment->value);
  g_free (assignment);
}

GPtrArray *
kli_assignments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)kli_assignment_free);
}

GPtrArray *
kli_assignments_parse (const char *const *texts, GError **error)
{
  g_autoptr (GPtrArray) assignments = kli_assignments_new ();

  g_return_val_if_fail (texts != NULL, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      KliAssignment *assignment = kli_assignment_parse (texts[i], error);

      if (assignment == NULL)
        return NULL;
      g_ptr_array_add (assignments, assignment);
    }

  return g_steal_pointer (&assignments);
}

/* --- paths ---------------------------------------------------------------------------------------- */

static gboolean
no_such_field (const char *path, GError **error)
{
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND, _ ("There is no field called “%s”."), path);

  return FALSE;
}

static gboolean
not_settable (const char *path, GError **error)
{
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, _ ("The field “%s” cannot be set."), path);

  return FALSE;
}

/* Nothing is added to a field that has one value, or taken from it. */
static void
no_such_list (const char *path, const KliShape *shape, GError **error)
{
  if (kli_shape_find_column (shape, path) < 0 && kli_shape_find_root_word (shape, path) == NULL)
    no_such_field (path, error);
  else
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                 _ ("The field “%s” has one value, which can only be set."), path);
}

static KliRow *
find_part (const GPtrArray *parts, const char *word)
{
  gint64 number;

  if (!g_ascii_string_to_signed (word, 10, 0, G_MAXINT64, &number, NULL))
    return NULL;
  if (number < PLACE_MAX)
    return number < parts->len ? g_ptr_array_index (parts, number) : NULL;
  for (guint i = 0; i < parts->len; i++)
    if (((const KliRow *)g_ptr_array_index (parts, i))->id == number)
      return g_ptr_array_index (parts, i);

  return NULL;
}

/* Reads LIST.PLACE or LIST.PLACE.COLUMN of @root. @snapshots: list → its parts at the beginning. */
static gboolean
resolve_part (const KliRow *root, const char *path, GHashTable *snapshots, PartPath *out, GError **error)
{
  const KliShape *shape = kli_shape_for_kind (root->kind);
  g_auto (GStrv) words = g_strsplit (path, ".", 3);
  guint n_words = g_strv_length (words);

  out->list = n_words >= 2 ? kli_shape_find_list (shape, words[0]) : NULL;
  if (out->list == NULL || out->list->hidden)
    return no_such_field (path, error);
  if (out->list->verb == NULL)
    return not_settable (path, error);

  out->part = find_part (g_hash_table_lookup (snapshots, out->list), words[1]);
  if (out->part == NULL)
    return no_such_field (path, error);

  out->is_end = n_words == 3 && out->list->end != NULL && g_str_equal (out->list->end->name, words[2]);
  out->column = n_words == 3 ? kli_part_list_find_column (out->list, root, out->part, words[2]) : -1;
  if (n_words == 3 && out->column < 0 && !out->is_end)
    return no_such_field (path, error);

  return TRUE;
}

/* --- setting -------------------------------------------------------------------------------------- */

static gboolean
set_root (const KliAssignment *assignment, const KliShape *shape, KliAssignContext *context, GError **error)
{
  KliRow *root = kli_draft_get_root (context->draft);
  const KliRootWord *word = kli_shape_find_root_word (shape, assignment->path);
  int column;

  if (word != NULL)
    return word->set (context, root, assignment->value, error);

  column = kli_shape_find_column (shape, assignment->path);
  if (column < 0)
    return no_such_field (assignment->path, error);
  if (!(shape->kind->columns[column].flags & KLI_COLUMN_EDITABLE))
    return not_settable (assignment->path, error);

  return kli_column_set_text (root, (guint)column, assignment->value, error);
}

static gboolean
set_part (const KliAssignment *assignment, const PartPath *where, KliAssignContext *context, GError **error)
{
  if (where->is_end)
    return where->list->end->set (where->part, kli_draft_get_root (context->draft)->id, assignment->value, error);
  if (where->column < 0 && *assignment->value != '\0')
    return not_settable (assignment->path, error);
  if (where->column < 0)
    {
      kli_draft_remove_part (context->draft, where->part);
      return TRUE;
    }
  if (!(where->list->kind->columns[where->column].flags & KLI_COLUMN_EDITABLE))
    return not_settable (assignment->path, error);
  if (where->list->refer != NULL && where->list->kind->columns[where->column].type == KLI_COLUMN_ID)
    return where->list->refer (context, where->part, (guint)where->column, assignment->value, error);

  return kli_column_set_text (where->part, (guint)where->column, assignment->value, error);
}

/* Makes the part that WORD+=TEXT means. Returns: (transfer full) (nullable): NULL with @error set. */
static KliRow *
fill_part (const KliAssignment *assignment,
           const KliShape *shape,
           KliAssignContext *context,
           const KliPartList **list,
           GError **error)
{
  const KliPartWord *word = kli_shape_find_word (shape, assignment->path);
  g_autoptr (KliRow) part = NULL;

  if (word == NULL)
    {
      no_such_list (assignment->path, shape, error);
      return NULL;
    }
  *list = kli_shape_find_list (shape, word->list);
  part = kli_row_new ((*list)->kind);
  if (!word->fill (context, part, word->argument, assignment->value, error))
    return NULL;

  return g_steal_pointer (&part);
}

static KliRow *
find_same (KliDraft *draft, const KliPartList *list, const KliRow *part)
{
  g_autoptr (GPtrArray) others = kli_draft_list_parts (draft, list->kind);

  for (guint i = 0; i < others->len; i++)
    if (list->same (g_ptr_array_index (others, i), part))
      return g_ptr_array_index (others, i);

  return NULL;
}

static gboolean
apply_add (const KliAssignment *assignment,
           const KliShape *shape,
           GHashTable *snapshots,
           KliAssignContext *context,
           GError **error)
{
  const KliPartList *list;
  g_autoptr (KliRow) part = fill_part (assignment, shape, context, &list, error);

  if (part == NULL)
    return FALSE;
  if (find_same (context->draft, list, part) == NULL)
    g_ptr_array_add (g_hash_table_lookup (snapshots, list),
                     kli_draft_take_part (context->draft, g_steal_pointer (&part)));

  return TRUE;
}

/* Whether WORD=TEXT is about a part. */
static gboolean
sets_word (const KliAssignment *assignment, const KliShape *shape)
{
  const KliPartWord *word = kli_shape_find_word (shape, assignment->path);

  return word != NULL && word->is_own != NULL;
}

/* The part that @word set before, or may have. Returns: (nullable) */
static KliRow *
find_own (KliDraft *draft, const KliPartList *list, const KliPartWord *word)
{
  g_autoptr (GPtrArray) parts = kli_draft_list_parts (draft, list->kind);

  for (guint i = 0; i < parts->len; i++)
    if (word->is_own (g_ptr_array_index (parts, i), word->argument))
      return g_ptr_array_index (parts, i);

  return NULL;
}

/* WORD=TEXT, of a word that a contact has one part of. */
static gboolean
set_word (const KliAssignment *assignment,
          const KliShape *shape,
          GHashTable *snapshots,
          KliAssignContext *context,
          GError **error)
{
  const KliPartWord *word = kli_shape_find_word (shape, assignment->path);
  KliRow *own = find_own (context->draft, kli_shape_find_list (shape, word->list), word);

  if (own == NULL)
    return *assignment->value == '\0' || apply_add (assignment, shape, snapshots, context, error);
  if (*assignment->value != '\0')
    return word->fill (context, own, word->argument, assignment->value, error);
  kli_draft_remove_part (context->draft, own);

  return TRUE;
}

static gboolean
apply_set (const KliAssignment *assignment,
           const KliShape *shape,
           GHashTable *snapshots,
           KliAssignContext *context,
           GError **error)
{
  PartPath where;
  const char *point = strchr (assignment->path, '.');

  if (sets_word (assignment, shape))
    return set_word (assignment, shape, snapshots, context, error);
  if (point == NULL || kli_shape_find_column (shape, assignment->path) >= 0)
    return set_root (assignment, shape, context, error);

  return resolve_part (kli_draft_get_root (context->draft), assignment->path, snapshots, &where, error)
         && set_part (assignment, &where, context, error);
}

static gboolean
apply_remove (const KliAssignment *assignment,
              const KliShape *shape,
              GHashTable *snapshots,
              KliAssignContext *context,
              GError **error)
{
  KliAssignContext without_edit = *context;
  const KliPartList *list;
  g_autoptr (KliRow) part = NULL;
  KliRow *same;
  PartPath where;

  if (strchr (assignment->path, '.') != NULL)
    {
      if (!resolve_part (kli_draft_get_root (context->draft), assignment->path, snapshots, &where, error))
        return FALSE;
      if (where.column >= 0 || where.is_end)
        return not_settable (assignment->path, error);
      kli_draft_remove_part (context->draft, where.part);
      return TRUE;
    }

  without_edit.edit = NULL; /* removing a tag must not make it first */
  part = fill_part (assignment, shape, &without_edit, &list, error);
  if (part == NULL)
    return FALSE;
  same = find_same (context->draft, list, part);
  if (same != NULL)
    kli_draft_remove_part (context->draft, same);

  return TRUE;
}

static gboolean
apply (const KliAssignment *assignment,
       const KliShape *shape,
       GHashTable *snapshots,
       KliAssignContext *context,
       GError **error)
{
  const char *key;
  const KliKeyedWord *keyed = kli_shape_find_keyed_word (shape, assignment->path, &key);

  if (keyed != NULL)
    return keyed->assign (context, key, assignment->action, assignment->value, error);
  if (assignment->action == KLI_ASSIGN_SET)
    return apply_set (assignment, shape, snapshots, context, error);
  if (assignment->action == KLI_ASSIGN_ADD)
    return apply_add (assignment, shape, snapshots, context, error);

  return apply_remove (assignment, shape, snapshots, context, error);
}

gboolean
kli_assignments_apply (const GPtrArray *assignments, KliAssignContext *context, GError **error)
{
  const KliShape *shape;
  g_autoptr (GHashTable) snapshots = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

  g_return_val_if_fail (assignments != NULL && context != NULL, FALSE);

  shape = kli_shape_for_kind (kli_draft_get_root (context->draft)->kind);
  /* What is added comes behind them, and removing one does not renumber the rest. */
  for (guint i = 0; i < shape->n_lists; i++)
    g_hash_table_insert (snapshots, (gpointer)&shape->lists[i],
                         kli_draft_list_parts (context->draft, shape->lists[i].kind));

  for (guint i = 0; i < assignments->len; i++)
    if (!apply (g_ptr_array_index (assignments, i), shape, snapshots, context, error))
      return FALSE;

  return TRUE;
}

/* --- verbs ---------------------------------------------------------------------------------------- */

/* The list a assignment is about. Returns: (nullable): NULL for the record itself. */
static const KliPartList *
list_of_field (const KliAssignment *assignment, const KliShape *shape)
{
  const KliPartWord *word = kli_shape_find_word (shape, assignment->path);
  const char *point = strchr (assignment->path, '.');
  g_autofree char *name = NULL;

  if (word != NULL && (assignment->action != KLI_ASSIGN_SET || word->is_own != NULL))
    return kli_shape_find_list (shape, word->list);
  if (point == NULL)
    return NULL;
  name = g_strndup (assignment->path, (gsize)(point - assignment->path));

  return kli_shape_find_list (shape, name);
}

/* Returns: (nullable): without one of its own */
static const char *
verb_of_root (const KliAssignment *assignment, const KliShape *shape)
{
  const KliRootWord *word = kli_shape_find_root_word (shape, assignment->path);

  if (word != NULL && word->verb != NULL)
    return word->verb (assignment->value);

  return kli_shape_find_verb (shape, assignment->path);
}

static const char *
verb_of_part (const KliAssignment *assignment, const KliPartList *list)
{
  const char *action = "set";
  g_autofree char *verb = NULL;

  if (assignment->action == KLI_ASSIGN_ADD)
    action = "add";
  else if (assignment->action == KLI_ASSIGN_REMOVE
           || (*assignment->value == '\0' && strchr (assignment->path, '.') == strrchr (assignment->path, '.')))
    action = "remove";
  verb = g_strconcat (list->verb, "-", action, NULL);

  return g_intern_string (verb);
}

/* Several columns of the same part are one change of it. */
static gboolean
are_of_one_part (const GPtrArray *assignments)
{
  const KliAssignment *first = assignments->len > 0 ? g_ptr_array_index (assignments, 0) : NULL;
  const char *column = first != NULL ? strrchr (first->path, '.') : NULL;

  if (column == NULL || column == strchr (first->path, '.'))
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    {
      const KliAssignment *assignment = g_ptr_array_index (assignments, i);

      if (assignment->action != KLI_ASSIGN_SET
          || strncmp (assignment->path, first->path, (gsize)(column - first->path) + 1) != 0)
        return FALSE;
    }

  return TRUE;
}

const char *
kli_assignments_get_verb (const GPtrArray *assignments, const KliShape *shape)
{
  g_autofree char *verb = NULL;

  g_return_val_if_fail (assignments != NULL && shape != NULL, NULL);

  if (assignments->len == 1 || are_of_one_part (assignments))
    {
      const KliAssignment *assignment = g_ptr_array_index (assignments, 0);
      const KliPartList *list = list_of_field (assignment, shape);

      if (list != NULL && list->verb != NULL)
        return verb_of_part (assignment, list);
      if (list == NULL && verb_of_root (assignment, shape) != NULL)
        return verb_of_root (assignment, shape);
    }
  verb = g_strconcat (shape->kind->name, "-set", NULL);

  return g_intern_string (verb);
}
