/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be made of a changeset: fewer rows, several changesets, its opposite, text. */
#include "store/kli-changeset.h"

#define DELETED_AT 1              /* its column in every tracked table; the id is column 0 */
#define MAX_SLICE_SIZE (16 << 20) /* bytes after which a slice takes no further row */

GBytes *
kli_changeset_filter (GBytes *changeset, KliChangesetFilter keep, gpointer user_data, GError **error)
{
  g_auto (KliChangesetWriter) writer;
  KliChangesetReader reader;
  const KliChangesetRow *row;
  GError *local_error = NULL;

  g_return_val_if_fail (changeset != NULL && keep != NULL, NULL);

  kli_changeset_writer_init (&writer);
  kli_changeset_reader_init (&reader, changeset);
  while ((row = kli_changeset_reader_next (&reader, &local_error)) != NULL)
    if (keep (row, user_data))
      kli_changeset_writer_append_read (&writer, &reader);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return kli_changeset_writer_take (&writer);
}

/* Hands on what was gathered. */
static gboolean
hand_on (KliChangesetWriter *writer, KliChangesetSliceFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GBytes) slice = kli_changeset_writer_take (writer);

  return func (slice, user_data, error);
}

gboolean
kli_changeset_split (GBytes *changeset, guint max_rows, KliChangesetSliceFunc func, gpointer user_data, GError **error)
{
  g_auto (KliChangesetWriter) writer;
  KliChangesetReader reader;
  GError *local_error = NULL;
  guint n_rows = 0;

  g_return_val_if_fail (changeset != NULL && max_rows > 0 && func != NULL, FALSE);

  kli_changeset_writer_init (&writer);
  kli_changeset_reader_init (&reader, changeset);
  while (kli_changeset_reader_next (&reader, &local_error) != NULL)
    {
      kli_changeset_writer_append_read (&writer, &reader);
      if (++n_rows == max_rows || writer.bytes->len >= MAX_SLICE_SIZE)
        {
          if (!hand_on (&writer, func, user_data, error))
            return FALSE;
          n_rows = 0;
        }
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return n_rows == 0 || hand_on (&writer, func, user_data, error);
}

/* The row of an INSERT, turned into the UPDATE that marks it. */
static gboolean
turn_insert (KliChangesetRow *row, gint64 instant)
{
  KliChangesetValue deleted_at;

  if (row->n_columns <= DELETED_AT || row->after[DELETED_AT].type != KLI_CHANGESET_INTEGER)
    return FALSE;

  deleted_at = row->after[DELETED_AT];
  for (guint i = 0; i < row->n_columns; i++)
    {
      row->before[i] = row->primary_key[i] ? row->after[i] : (KliChangesetValue){ KLI_CHANGESET_ABSENT };
      row->after[i] = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
    }
  row->operation = KLI_CHANGE_UPDATE;
  row->before[DELETED_AT] = deleted_at;
  row->after[DELETED_AT] = (KliChangesetValue){ KLI_CHANGESET_INTEGER, .integer = instant };

  return TRUE;
}

static void
turn_update (KliChangesetRow *row)
{
  for (guint i = 0; i < row->n_columns; i++)
    if (!row->primary_key[i])
      {
        KliChangesetValue value = row->before[i];

        row->before[i] = row->after[i];
        row->after[i] = value;
      }
}

static gboolean
take_row_back (KliChangesetWriter *writer, const KliChangesetRow *row, gint64 instant, GError **error)
{
  KliChangesetRow turned = *row;

  if (row->operation == KLI_CHANGE_DELETE || (row->operation == KLI_CHANGE_INSERT && !turn_insert (&turned, instant)))
    {
      g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_FAILED, "A change of the table %s cannot be taken back",
                   row->table);
      return FALSE;
    }

  if (row->operation == KLI_CHANGE_UPDATE)
    turn_update (&turned);
  else if (turned.before[DELETED_AT].integer != 0)
    return TRUE;
  kli_changeset_writer_append (writer, &turned);

  return TRUE;
}

GBytes *
kli_changeset_take_back (GBytes *changeset, gint64 instant, GError **error)
{
  g_auto (KliChangesetWriter) writer;
  KliChangesetReader reader;
  const KliChangesetRow *row;
  GError *local_error = NULL;

  g_return_val_if_fail (changeset != NULL && instant != 0, NULL);

  kli_changeset_writer_init (&writer);
  kli_changeset_reader_init (&reader, changeset);
  while ((row = kli_changeset_reader_next (&reader, &local_error)) != NULL)
    if (!take_row_back (&writer, row, instant, &local_error))
      break;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return kli_changeset_writer_take (&writer);
}

static void
print_value (GString *text, const KliChangesetValue *value)
{
  g_autofree char *escaped = NULL;
  g_autofree char *copy = NULL;

  switch (value->type)
    {
    case KLI_CHANGESET_INTEGER: g_string_append_printf (text, "%" G_GINT64_FORMAT, value->integer); break;
    case KLI_CHANGESET_REAL: g_string_append_printf (text, "real:%016" G_GINT64_MODIFIER "x", value->integer); break;
    case KLI_CHANGESET_TEXT:
      copy = g_strndup (value->bytes, value->size);
      escaped = g_strescape (copy, NULL);
      g_string_append_printf (text, "\"%s\"", escaped);
      break;
    case KLI_CHANGESET_BLOB: g_string_append_printf (text, "blob:%" G_GSIZE_FORMAT, value->size); break;
    case KLI_CHANGESET_NULL: g_string_append (text, "null"); break;
    case KLI_CHANGESET_ABSENT: g_string_append (text, "-"); break;
    default: g_assert_not_reached ();
    }
}

static void
print_row (GString *text, const KliChangesetRow *row)
{
  static const char *const words[] = {
    [KLI_CHANGE_INSERT] = "insert",
    [KLI_CHANGE_UPDATE] = "update",
    [KLI_CHANGE_DELETE] = "delete",
  };

  g_string_append_printf (text, "%s %s", words[row->operation], row->table);
  for (guint i = 0; i < row->n_columns; i++)
    {
      if (row->before[i].type == KLI_CHANGESET_ABSENT && row->after[i].type == KLI_CHANGESET_ABSENT)
        continue;
      g_string_append_printf (text, " %u:", i);
      if (row->before[i].type != KLI_CHANGESET_ABSENT)
        print_value (text, &row->before[i]);
      if (row->operation == KLI_CHANGE_UPDATE && !row->primary_key[i])
        g_string_append (text, "->");
      if (row->after[i].type != KLI_CHANGESET_ABSENT)
        print_value (text, &row->after[i]);
    }
  g_string_append_c (text, '\n');
}

char *
kli_changeset_print (GBytes *changeset, GError **error)
{
  GString *text = g_string_new (NULL);
  KliChangesetReader reader;
  const KliChangesetRow *row;
  GError *local_error = NULL;

  g_return_val_if_fail (changeset != NULL, NULL);

  kli_changeset_reader_init (&reader, changeset);
  while ((row = kli_changeset_reader_next (&reader, &local_error)) != NULL)
    print_row (text, row);

  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return g_string_free (text, local_error != NULL);
}
