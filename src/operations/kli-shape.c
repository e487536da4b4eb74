/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a record and its parts are named where people name them. */
#include "operations/kli-shape.h"

#include "core/kli-kinds.h"

#include <string.h>

/* A new kind of record is declared in a file of its own (kli-shape-….c) and named here once. */
const KliShape *const kli_shapes[] = {
  &kli_contact_shape, &kli_contract_shape,  &kli_tag_shape, &kli_staff_member_shape,
  &kli_segment_shape, &kli_own_field_shape, NULL,
};

const KliShape *
kli_shape_for_kind (const KliKind *kind)
{
  for (guint i = 0; kli_shapes[i] != NULL; i++)
    if (kli_shapes[i]->kind == kind)
      return kli_shapes[i];

  return NULL;
}

const KliPartList *
kli_shape_find_list (const KliShape *shape, const char *name)
{
  g_return_val_if_fail (shape != NULL, NULL);

  for (guint i = 0; i < shape->n_lists; i++)
    if (g_str_equal (shape->lists[i].name, name))
      return &shape->lists[i];

  return NULL;
}

const KliPartList *
kli_shape_find_list_of_kind (const KliShape *shape, const KliKind *kind)
{
  g_return_val_if_fail (shape != NULL, NULL);

  for (guint i = 0; i < shape->n_lists; i++)
    if (shape->lists[i].kind == kind)
      return &shape->lists[i];

  return NULL;
}

const KliPartWord *
kli_shape_find_word (const KliShape *shape, const char *word)
{
  g_return_val_if_fail (shape != NULL, NULL);

  for (guint i = 0; i < shape->n_words; i++)
    if (g_str_equal (shape->words[i].word, word))
      return &shape->words[i];

  return NULL;
}

const KliRootWord *
kli_shape_find_root_word (const KliShape *shape, const char *word)
{
  g_return_val_if_fail (shape != NULL, NULL);

  for (guint i = 0; i < shape->n_root_words; i++)
    if (g_str_equal (shape->root_words[i].word, word))
      return &shape->root_words[i];

  return NULL;
}

const KliKeyedWord *
kli_shape_find_keyed_word (const KliShape *shape, const char *path, const char **key)
{
  const char *point;

  g_return_val_if_fail (shape != NULL && path != NULL && key != NULL, NULL);

  point = strchr (path, '.');
  for (guint i = 0; point != NULL && i < shape->n_keyed_words; i++)
    if (strlen (shape->keyed_words[i].word) == (gsize)(point - path)
        && g_str_has_prefix (path, shape->keyed_words[i].word))
      {
        *key = point + 1;
        return &shape->keyed_words[i];
      }

  return NULL;
}

static int
find_member_column (const KliShape *shape, const char *path, const char *point)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const KliGroupMember *member = &shape->members[i];

      if (strlen (member->group) == (gsize)(point - path) && g_str_has_prefix (path, member->group)
          && g_str_equal (point + 1, member->name))
        return (int)member->column;
    }

  return -1;
}

int
kli_shape_find_column (const KliShape *shape, const char *path)
{
  const char *point;

  g_return_val_if_fail (shape != NULL && path != NULL, -1);

  point = strchr (path, '.');

  return point != NULL ? find_member_column (shape, path, point) : kli_kind_find_column (shape->kind, path);
}

const char *
kli_shape_find_verb (const KliShape *shape, const char *path)
{
  int column;

  g_return_val_if_fail (shape != NULL && path != NULL, NULL);

  column = kli_shape_find_column (shape, path);
  for (const KliColumnName *verb = shape->verbs; verb != NULL && verb->name != NULL; verb++)
    if ((int)verb->column == column)
      return verb->name;

  return NULL;
}

const KliGroupMember *
kli_shape_find_member (const KliShape *shape, guint column)
{
  g_return_val_if_fail (shape != NULL, NULL);

  for (guint i = 0; i < shape->n_members; i++)
    if (shape->members[i].column == column)
      return &shape->members[i];

  return NULL;
}

/* A household has its people as an organisation has. */
static gboolean
is_turned_round (const KliPartList *list, const KliRow *root, const KliRow *part)
{
  gint64 other = list->either_way ? kli_row_get_integer (part, (guint)list->other) : -1;

  /* Where a record that is being made will stand is still empty. */
  if (list->either_way)
    return other == root->id || other == 0;

  return list->both_ways && root->kind == &kli_contact_kind
         && !g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "person");
}

guint
kli_part_list_owner_column (const KliPartList *list, const KliRow *root, const KliRow *part)
{
  g_return_val_if_fail (list != NULL && root != NULL && part != NULL, 0);

  return is_turned_round (list, root, part) ? (guint)list->other : list->owner;
}

int
kli_part_list_other_column (const KliPartList *list, const KliRow *root, const KliRow *part)
{
  g_return_val_if_fail (list != NULL && root != NULL && part != NULL, -1);

  return is_turned_round (list, root, part) ? (int)list->owner : list->other;
}

const char *
kli_part_list_column_name (const KliPartList *list, const KliRow *root, const KliRow *part, guint column)
{
  const KliColumn *declared;
  const KliColumnName *names;

  g_return_val_if_fail (list != NULL && root != NULL && part != NULL && column < list->kind->n_columns, NULL);

  declared = &list->kind->columns[column];
  names = is_turned_round (list, root, part) ? list->turned_names : list->names;
  for (const KliColumnName *name = names; name != NULL && name->name != NULL; name++)
    if (name->column == column)
      return *name->name != '\0' ? name->name : NULL;
  if ((declared->flags & KLI_COLUMN_OWNER) || (int)column == list->other || g_str_equal (declared->name, "position"))
    return NULL;

  return declared->name;
}

int
kli_part_list_find_column (const KliPartList *list, const KliRow *root, const KliRow *part, const char *name)
{
  g_return_val_if_fail (list != NULL && root != NULL && part != NULL && name != NULL, -1);

  for (guint i = 0; i < list->kind->n_columns; i++)
    if (g_strcmp0 (kli_part_list_column_name (list, root, part, i), name) == 0)
      return (int)i;

  return -1;
}
