/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on a card moves to another one. Kinds are known by their declared columns alone, so that a new one
 * moves, too. */
#include "operations/kli-merge-links.h"

#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "store/kli-naming.h"

#include <string.h>

typedef struct
{
  KliEdit *edit;
  gint64 staying;
  gint64 going;
  GPtrArray *own;    /* KliRow: live ones that name the card that stays, those that came included */
  GPtrArray *coming; /* KliRow */
} Links;

/* Of a kind, the columns that say how its rows stand beside each other and nothing about what they are. */
static const char *const marks[] = { "preferred", "main" };

static gboolean
is_mark (const KliColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (column->name, marks[i]))
      return TRUE;

  return FALSE;
}

static gboolean
names (const KliRow *row, gint64 id)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].type == KLI_COLUMN_ID && kli_row_get_integer (row, i) == id)
      return TRUE;

  return FALSE;
}

/* One that names the same record twice comes twice. */
static gboolean
gather_cb (const KliRow *row, gpointer user_data, GError **error)
{
  GPtrArray *rows = user_data;

  for (guint i = 0; i < rows->len; i++)
    if (((const KliRow *)g_ptr_array_index (rows, i))->id == row->id)
      return TRUE;
  g_ptr_array_add (rows, kli_row_copy (row));

  return TRUE;
}

/* --- the same twice ----------------------------------------------------------------------------------- */

/* A number that is typed in two ways is one number, and a label is worth more than none. */
static gboolean
says_the_same (const KliRow *coming, const KliRow *own, guint column)
{
  const KliColumn *declared = &coming->kind->columns[column];
  int normal = kli_kind_find_column (coming->kind, "normal");

  if (is_mark (declared) || g_str_equal (declared->name, "position"))
    return TRUE;
  if (!kli_row_is_text (coming, column))
    return kli_row_get_integer (coming, column) == kli_row_get_integer (own, column);
  if (g_str_equal (kli_row_get_text (coming, column), kli_row_get_text (own, column)))
    return TRUE;
  if (g_str_equal (declared->name, "label"))
    return *kli_row_get_text (coming, column) == '\0';

  return normal >= 0 && g_str_equal (declared->name, "value") && *kli_row_get_text (coming, (guint)normal) != '\0'
         && g_str_equal (kli_row_get_text (coming, (guint)normal), kli_row_get_text (own, (guint)normal));
}

static KliRow *
find_equal (const Links *links, const KliRow *coming)
{
  for (guint i = 0; i < links->own->len; i++)
    {
      KliRow *own = g_ptr_array_index (links->own, i);
      guint column = 0;

      if (own->kind != coming->kind)
        continue;
      while (column < own->kind->n_columns && says_the_same (coming, own, column))
        column++;
      if (column == own->kind->n_columns)
        return own;
    }

  return NULL;
}

/* Of a relation whose ends are alike, either of the two may stand first.
 * Returns: (transfer none) (nullable): the one that says the same as @coming */
static KliRow *
find_same (const Links *links, const KliRow *coming)
{
  g_autoptr (KliRow) mirror = coming->kind == &kli_relation_kind ? kli_relation_mirror (coming) : NULL;
  KliRow *same = find_equal (links, coming);

  return same != NULL || mirror == NULL ? same : find_equal (links, mirror);
}

static gboolean
count_cb (const KliRow *row, gpointer user_data, GError **error)
{
  guint *n = user_data;

  *n += row->deleted_at == 0;

  return TRUE;
}

/* Whether it can go: it says nothing that is not there, and nothing hangs on it (a signature on a party).
 * Returns: FALSE with @error set. */
static gboolean
is_needless (const Links *links, const KliRow *moved, gboolean *needless, GError **error)
{
  guint n_naming = 0;
  guint n_staying = 0;

  for (guint i = 0; i < moved->kind->n_columns; i++)
    n_staying += moved->kind->columns[i].type == KLI_COLUMN_ID && kli_row_get_integer (moved, i) == links->staying;
  *needless = moved->deleted_at == 0 && (n_staying > 1 || find_same (links, moved) != NULL);
  if (!*needless)
    return TRUE;
  if (!kli_naming_foreach (kli_edit_get_connection (links->edit), moved->id, count_cb, &n_naming, error))
    return FALSE;
  *needless = n_naming == 0;

  return TRUE;
}

/* --- moving ------------------------------------------------------------------------------------------- */

/* Behind those of its kind that are there. */
static void
set_position (const Links *links, KliRow *row)
{
  int column = kli_kind_find_column (row->kind, "position");
  gint64 last = -1;

  if (column < 0)
    return;
  for (guint i = 0; i < links->own->len; i++)
    {
      const KliRow *own = g_ptr_array_index (links->own, i);

      if (own->kind == row->kind)
        last = MAX (last, kli_row_get_integer (own, (guint)column));
    }
  kli_row_set_integer (row, (guint)column, last + 1);
}

/* Whether two rows cannot both be the preferred one: two phone numbers, but not a phone number and an address. */
static gboolean
is_rival (const KliRow *a, const KliRow *b)
{
  for (guint i = 0; i < a->kind->n_columns; i++)
    if (a->kind == b->kind && a->kind->columns[i].type == KLI_COLUMN_CHOICE
        && !g_str_equal (kli_row_get_text (a, i), kli_row_get_text (b, i)))
      return FALSE;

  return a->kind == b->kind;
}

/* The card that stays keeps the one that is preferred. */
static void
clear_marks (const Links *links, KliRow *row)
{
  for (guint column = 0; column < row->kind->n_columns; column++)
    for (guint i = 0; is_mark (&row->kind->columns[column]) && i < links->own->len; i++)
      if (is_rival (g_ptr_array_index (links->own, i), row)
          && kli_row_get_integer (g_ptr_array_index (links->own, i), column) != 0)
        kli_row_set_integer (row, column, 0);
}

/* What was preferred on the card that goes, and is there already, is preferred on, unless another one is. */
static gboolean
hand_marks_on (const Links *links, const KliRow *going, GError **error)
{
  KliRow *own = find_same (links, going);
  g_autoptr (KliRow) marked = kli_row_copy (going);
  gboolean is_changed = FALSE;

  if (own == NULL)
    return TRUE;
  clear_marks (links, marked);
  for (guint column = 0; column < own->kind->n_columns; column++)
    if (is_mark (&own->kind->columns[column]) && kli_row_get_integer (marked, column) != 0)
      {
        kli_row_set_integer (own, column, kli_row_get_integer (marked, column));
        is_changed = TRUE;
      }

  return !is_changed || kli_edit_update (links->edit, own, error);
}

static void
rename_links (const Links *links, KliRow *row)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].type == KLI_COLUMN_ID && kli_row_get_integer (row, i) == links->going)
      kli_row_set_integer (row, i, links->staying);
}

static gboolean
move_row (Links *links, const KliRow *row, GError **error)
{
  g_autoptr (KliRow) moved = kli_row_copy (row);
  gboolean needless;

  rename_links (links, moved);
  if (!is_needless (links, moved, &needless, error))
    return FALSE;
  if (needless)
    return hand_marks_on (links, moved, error) && kli_edit_set_deleted (links->edit, row->kind, row->id, TRUE, error);
  if (moved->deleted_at == 0)
    {
      set_position (links, moved);
      clear_marks (links, moved);
      g_ptr_array_add (links->own, kli_row_copy (moved));
    }

  return kli_edit_update (links->edit, moved, error);
}

static gint64
position_of (const KliRow *row)
{
  int column = kli_kind_find_column (row->kind, "position");

  return column >= 0 ? kli_row_get_integer (row, (guint)column) : 0;
}

/* Those of a kind in their order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const KliRow *one = *(const KliRow *const *)a;
  const KliRow *other = *(const KliRow *const *)b;
  gint64 difference = position_of (one) - position_of (other);

  if (one->kind != other->kind)
    return strcmp (one->kind->name, other->kind->name);
  if (difference == 0)
    difference = one->id - other->id;

  return difference < 0 ? -1 : difference > 0;
}

gboolean
kli_merge_links (KliEdit *edit, gint64 staying, gint64 going, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  Links links = { edit, staying, going, own, coming };

  if (!kli_naming_foreach (connection, staying, gather_cb, own, error)
      || !kli_naming_foreach (connection, going, gather_cb, coming, error))
    return FALSE;
  for (guint i = own->len; i > 0; i--)
    if (((const KliRow *)g_ptr_array_index (own, i - 1))->deleted_at != 0
        || names (g_ptr_array_index (own, i - 1), going))
      g_ptr_array_remove_index (own, i - 1);
  g_ptr_array_sort (coming, compare_rows);
  for (guint i = 0; i < coming->len; i++)
    if (!move_row (&links, g_ptr_array_index (coming, i), error))
      return FALSE;

  return TRUE;
}
