/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record and its parts as somebody means them to be, before they are written. */
#include "operations/kli-draft.h"

#include "operations/kli-segments.h"
#include "operations/kli-shape.h"

/* A row beside what it was. */
typedef struct
{
  KliRow *row;
  KliRow *before; /* NULL: it is new */
  gboolean removed;
} Entry;

struct _KliDraft
{
  Entry *root;
  GPtrArray *parts; /* Entry, in the order shown */
  gboolean is_foreign;
  KliDay today;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  kli_row_free (entry->row);
  kli_row_free (entry->before);
  g_free (entry);
}

/* Takes @row. */
static Entry *
entry_new (KliRow *row, const KliRow *before)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->row = row;
  entry->before = before != NULL ? kli_row_copy (before) : NULL;

  return entry;
}

static gboolean
entry_is_changed (const Entry *entry)
{
  if (entry->before == NULL)
    return !entry->removed;

  return entry->removed || !kli_row_equal (entry->row, entry->before);
}

/* Takes @root. */
static KliDraft *
draft_new (KliRow *root, const KliRow *before)
{
  KliDraft *draft = g_new0 (KliDraft, 1);

  draft->root = entry_new (root, before);
  draft->today = KLI_DAY_NONE;
  draft->parts = g_ptr_array_new_with_free_func (entry_free);

  return draft;
}

KliDraft *
kli_draft_new (const KliKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return draft_new (kli_row_new (kind), NULL);
}

KliDraft *
kli_draft_new_from_whole (const KliWhole *whole)
{
  const KliRow *root;
  const KliShape *shape;
  KliDraft *draft;

  g_return_val_if_fail (whole != NULL, NULL);

  root = kli_whole_get_root (whole);
  shape = kli_shape_for_kind (root->kind);
  g_return_val_if_fail (shape != NULL, NULL);

  draft = draft_new (kli_row_copy (root), root);
  for (guint i = 0; i < shape->n_lists; i++)
    for (guint n = 0; n < kli_whole_count_parts (whole, shape->lists[i].kind); n++)
      {
        const KliRow *part = kli_whole_get_part (whole, shape->lists[i].kind, n);

        g_ptr_array_add (draft->parts, entry_new (kli_row_copy (part), part));
      }

  return draft;
}

void
kli_draft_free (KliDraft *draft)
{
  if (draft == NULL)
    return;

  entry_free (draft->root);
  g_ptr_array_unref (draft->parts);
  g_free (draft);
}

KliRow *
kli_draft_get_root (KliDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  return draft->root->row;
}

const KliRow *
kli_draft_get_root_before (const KliDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  return draft->root->before;
}

GPtrArray *
kli_draft_list_parts (const KliDraft *draft, const KliKind *kind)
{
  GPtrArray *parts = g_ptr_array_new ();

  g_return_val_if_fail (draft != NULL, parts);

  for (guint i = 0; i < draft->parts->len; i++)
    {
      const Entry *entry = g_ptr_array_index (draft->parts, i);

      if (entry->row->kind == kind && !entry->removed)
        g_ptr_array_add (parts, entry->row);
    }

  return parts;
}

static Entry *
find_entry (const KliDraft *draft, const KliRow *part)
{
  for (guint i = 0; i < draft->parts->len; i++)
    {
      Entry *entry = g_ptr_array_index (draft->parts, i);

      if (entry->row == part)
        return entry;
    }

  return NULL;
}

const KliRow *
kli_draft_get_part_before (const KliDraft *draft, const KliRow *part)
{
  const Entry *entry;

  g_return_val_if_fail (draft != NULL && part != NULL, NULL);

  entry = find_entry (draft, part);
  g_return_val_if_fail (entry != NULL, NULL);

  return entry->before;
}

/* One more than the highest position among the parts of @kind. */
static gint64
next_position (const KliDraft *draft, const KliKind *kind, int position)
{
  gint64 next = 0;

  for (guint i = 0; i < draft->parts->len; i++)
    {
      const Entry *entry = g_ptr_array_index (draft->parts, i);

      if (entry->row->kind == kind)
        next = MAX (next, kli_row_get_integer (entry->row, (guint)position) + 1);
    }

  return next;
}

KliRow *
kli_draft_take_part (KliDraft *draft, KliRow *part)
{
  int position;

  g_return_val_if_fail (draft != NULL && part != NULL, NULL);

  position = kli_kind_find_column (part->kind, "position");
  if (position >= 0)
    kli_row_set_integer (part, (guint)position, next_position (draft, part->kind, position));
  g_ptr_array_add (draft->parts, entry_new (part, NULL));

  return part;
}

void
kli_draft_remove_part (KliDraft *draft, KliRow *part)
{
  Entry *entry;

  g_return_if_fail (draft != NULL && part != NULL);

  entry = find_entry (draft, part);
  g_return_if_fail (entry != NULL);

  entry->removed = TRUE;
}

void
kli_draft_set_foreign (KliDraft *draft)
{
  g_return_if_fail (draft != NULL);

  draft->is_foreign = TRUE;
}

gboolean
kli_draft_is_foreign (const KliDraft *draft)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  return draft->is_foreign;
}

void
kli_draft_set_today (KliDraft *draft, KliDay today)
{
  g_return_if_fail (draft != NULL);

  draft->today = today;
}

KliDay
kli_draft_get_today (const KliDraft *draft)
{
  g_return_val_if_fail (draft != NULL, KLI_DAY_NONE);

  return draft->today;
}

gboolean
kli_draft_is_changed (const KliDraft *draft)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  if (entry_is_changed (draft->root))
    return TRUE;
  for (guint i = 0; i < draft->parts->len; i++)
    if (entry_is_changed (g_ptr_array_index (draft->parts, i)))
      return TRUE;

  return FALSE;
}

gboolean
kli_draft_settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  const KliShape *shape;

  g_return_val_if_fail (draft != NULL && business != NULL, FALSE);

  shape = kli_shape_for_kind (draft->root->row->kind);

  return shape->settle == NULL || shape->settle (draft, business, error);
}

/* Which column of @part says to whom it belongs. */
static guint
owner_column (const KliDraft *draft, const KliRow *part)
{
  const KliShape *shape = kli_shape_for_kind (draft->root->row->kind);
  const KliPartList *list = kli_shape_find_list_of_kind (shape, part->kind);

  g_assert (list != NULL);

  return kli_part_list_owner_column (list, draft->root->row, part);
}

static gboolean
write_entry (Entry *entry, KliEdit *edit, GError **error)
{
  gboolean written;

  if (!entry_is_changed (entry))
    return TRUE;

  if (entry->removed)
    written = kli_edit_set_deleted (edit, entry->row->kind, entry->row->id, TRUE, error);
  else if (entry->before == NULL)
    written = kli_edit_insert (edit, entry->row, error);
  else
    written = kli_edit_update (edit, entry->row, error);
  if (!written)
    return FALSE;

  kli_row_free (entry->before);
  entry->before = kli_row_copy (entry->row);

  return TRUE;
}

static void
drop_removed (KliDraft *draft)
{
  for (guint i = draft->parts->len; i > 0; i--)
    if (((const Entry *)g_ptr_array_index (draft->parts, i - 1))->removed)
      g_ptr_array_remove_index (draft->parts, i - 1);
}

/* Whether it fits the other records of the store. */
static gboolean
check (KliDraft *draft, KliEdit *edit, GError **error)
{
  const KliShape *shape = kli_shape_for_kind (draft->root->row->kind);

  return shape->check == NULL || !kli_draft_is_changed (draft) || shape->check (draft, edit, error);
}

/* Segments go on finding what is given another name. */
static gboolean
follow_name (KliDraft *draft, KliEdit *edit, GError **error)
{
  const KliShape *shape = kli_shape_for_kind (draft->root->row->kind);
  const char *before, *after;

  if (draft->root->before == NULL)
    return TRUE;
  if (shape->follow != NULL)
    return shape->follow (draft, edit, error);
  if (shape->asked[0] == NULL)
    return TRUE;
  before = kli_row_get_text (draft->root->before, shape->name_column);
  after = kli_row_get_text (draft->root->row, shape->name_column);

  for (guint i = 0; shape->asked[i] != NULL && !g_str_equal (before, after); i++)
    if (!kli_segments_follow_name (edit, shape->asked[i], before, after, error))
      return FALSE;

  return TRUE;
}

gboolean
kli_draft_write (KliDraft *draft, KliEdit *edit, const KliBusiness *business, GError **error)
{
  KliRow *root;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  if (!kli_draft_settle (draft, business, error) || !check (draft, edit, error) || !follow_name (draft, edit, error)
      || !write_entry (draft->root, edit, error))
    return FALSE;

  root = draft->root->row;
  for (guint i = 0; i < draft->parts->len; i++)
    {
      Entry *entry = g_ptr_array_index (draft->parts, i);

      if (entry->before == NULL)
        kli_row_set_integer (entry->row, owner_column (draft, entry->row), root->id);
      if (!write_entry (entry, edit, error))
        return FALSE;
    }
  drop_removed (draft);

  return TRUE;
}
