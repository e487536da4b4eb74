/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record as plain values, by the columns of its kind. */
#include "core/kli-row.h"

#include <string.h>

/* Most columns of most rows are empty: they all share this one. */
static char empty_text[] = "";

static char *
hold (const char *text)
{
  return *text != '\0' ? g_strdup (text) : empty_text;
}

/* Those texts of a row that it began with are in its own block. */
static void
release (const KliRow *row, char *text)
{
  const char *block = (const char *)row;

  if (text != empty_text && (text < block || text >= block + row->size))
    g_free (text);
}

static const char *
default_text (const KliColumn *column)
{
  return column->type == KLI_COLUMN_CHOICE && column->choices != NULL ? column->choices[0] : "";
}

/* How large a text is in the block of its row. */
static gsize
room_for (const char *text)
{
  return *text != '\0' ? strlen (text) + 1 : 0;
}

KliRow *
kli_row_new_filled (const KliKind *kind, const union KliRowValue *values)
{
  gsize size = sizeof (KliRow) + kind->n_columns * sizeof (union KliRowValue);
  char *next;
  KliRow *row;

  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_column_is_text (&kind->columns[i]))
      size += room_for (values[i].text);

  row = g_malloc (size);
  *row = (KliRow){ .kind = kind, .values = (union KliRowValue *)(row + 1), .size = size };
  next = (char *)(row->values + kind->n_columns);
  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_column_is_text (&kind->columns[i]) && (size = room_for (values[i].text)) > 0)
      {
        row->values[i].text = memcpy (next, values[i].text, size);
        next += size;
      }
    else if (kli_column_is_text (&kind->columns[i]))
      row->values[i].text = empty_text;
    else
      row->values[i].integer = values[i].integer;

  return row;
}

KliRow *
kli_row_new (const KliKind *kind)
{
  union KliRowValue *values;

  g_return_val_if_fail (kind != NULL, NULL);

  values = g_newa (union KliRowValue, kind->n_columns);
  for (guint i = 0; i < kind->n_columns; i++)
    if (kli_column_is_text (&kind->columns[i]))
      values[i].text = (char *)default_text (&kind->columns[i]);
    else
      values[i].integer = kind->columns[i].initial;

  return kli_row_new_filled (kind, values);
}

KliRow *
kli_row_copy (const KliRow *row)
{
  KliRow *copy;

  g_return_val_if_fail (row != NULL, NULL);

  copy = kli_row_new_filled (row->kind, row->values);
  copy->id = row->id;
  copy->deleted_at = row->deleted_at;

  return copy;
}

void
kli_row_free (KliRow *row)
{
  if (row == NULL)
    return;

  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_column_is_text (&row->kind->columns[i]))
      release (row, row->values[i].text);
  g_free (row);
}

gboolean
kli_row_is_text (const KliRow *row, guint column)
{
  g_return_val_if_fail (row != NULL && column < row->kind->n_columns, FALSE);

  return kli_column_is_text (&row->kind->columns[column]);
}

const char *
kli_row_get_text (const KliRow *row, guint column)
{
  g_return_val_if_fail (kli_row_is_text (row, column), "");

  return row->values[column].text;
}

gint64
kli_row_get_integer (const KliRow *row, guint column)
{
  g_return_val_if_fail (!kli_row_is_text (row, column), 0);

  return row->values[column].integer;
}

void
kli_row_set_text (KliRow *row, guint column, const char *text)
{
  char *old;

  g_return_if_fail (kli_row_is_text (row, column));

  old = row->values[column].text;
  row->values[column].text = hold (text != NULL ? text : "");
  release (row, old); /* last: @text may be the old value */
}

void
kli_row_set_integer (KliRow *row, guint column, gint64 value)
{
  g_return_if_fail (!kli_row_is_text (row, column));

  row->values[column].integer = value;
}

gboolean
kli_row_equal (const KliRow *a, const KliRow *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || a->id != b->id || a->deleted_at != b->deleted_at)
    return FALSE;

  for (guint i = 0; i < a->kind->n_columns; i++)
    if (kli_row_is_text (a, i) ? strcmp (a->values[i].text, b->values[i].text) != 0
                               : a->values[i].integer != b->values[i].integer)
      return FALSE;

  return TRUE;
}

static gboolean
column_is_blank (const KliRow *row, guint i)
{
  const KliColumn *column = &row->kind->columns[i];

  if ((column->flags & KLI_COLUMN_OWNER) || g_str_equal (column->name, "position"))
    return TRUE;
  if (kli_row_is_text (row, i))
    return strcmp (row->values[i].text, default_text (column)) == 0;

  return row->values[i].integer == column->initial;
}

gboolean
kli_row_is_blank (const KliRow *row)
{
  g_return_val_if_fail (row != NULL, TRUE);

  for (guint i = 0; i < row->kind->n_columns; i++)
    if (!column_is_blank (row, i))
      return FALSE;

  return TRUE;
}
