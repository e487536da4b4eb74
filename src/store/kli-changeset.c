/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reader and writer of SQLite's changeset format.
 *
 *   changeset:  { table { row } }
 *   table:      'T'  varint: number of columns  a byte a column: in the primary key?  name NUL
 *   row:        a byte: SQLITE_INSERT, _UPDATE or _DELETE  a byte: indirect?
 *               { value } before, of UPDATE and DELETE  { value } after, of INSERT and UPDATE
 *   value:      a byte: type  8 bytes, most significant first, of INTEGER and REAL
 *                             varint: size, and so many bytes, of TEXT and BLOB */
#include "store/kli-changeset.h"

#include <sqlite3.h>
#include <string.h>

#define TABLE_HEADER 'T'
#define MAX_TABLE_NAME 64
#define MAX_VARINT 5 /* bytes, of 7 bits each: more than any size in a changeset needs */

static gboolean
damaged (GError **error, const char *what)
{
  g_set_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED, "A changeset is damaged: %s", what);

  return FALSE;
}

static gsize
bytes_left (const KliChangesetReader *reader)
{
  return (gsize)(reader->end - reader->next);
}

static gboolean
read_byte (KliChangesetReader *reader, guint8 *byte, GError **error)
{
  if (bytes_left (reader) == 0)
    return damaged (error, "it ends too early");

  *byte = *reader->next++;

  return TRUE;
}

static gboolean
read_varint (KliChangesetReader *reader, guint64 *value, GError **error)
{
  guint8 byte;

  *value = 0;
  for (int i = 0; i < MAX_VARINT; i++)
    {
      if (!read_byte (reader, &byte, error))
        return FALSE;
      *value = *value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return damaged (error, "a number is too long");
}

static gboolean
read_integer (KliChangesetReader *reader, gint64 *value, GError **error)
{
  guint64 big_endian;

  if (bytes_left (reader) < sizeof big_endian)
    return damaged (error, "a number is cut off");

  memcpy (&big_endian, reader->next, sizeof big_endian);
  reader->next += sizeof big_endian;
  *value = (gint64)GUINT64_FROM_BE (big_endian);

  return TRUE;
}

static gboolean
read_bytes (KliChangesetReader *reader, KliChangesetValue *value, GError **error)
{
  guint64 size;

  if (!read_varint (reader, &size, error))
    return FALSE;
  if (size > bytes_left (reader))
    return damaged (error, "a text is longer than what is left");

  value->bytes = (const char *)reader->next;
  value->size = size;
  reader->next += size;

  return TRUE;
}

static gboolean
read_value (KliChangesetReader *reader, KliChangesetValue *value, GError **error)
{
  guint8 type;

  *value = (KliChangesetValue){ KLI_CHANGESET_ABSENT };
  if (!read_byte (reader, &type, error))
    return FALSE;
  if (type > KLI_CHANGESET_NULL)
    return damaged (error, "a value is of no known type");

  value->type = type;
  if (type == KLI_CHANGESET_INTEGER || type == KLI_CHANGESET_REAL)
    return read_integer (reader, &value->integer, error);
  if (type == KLI_CHANGESET_TEXT || type == KLI_CHANGESET_BLOB)
    return read_bytes (reader, value, error);

  return TRUE;
}

static gboolean
read_record (KliChangesetReader *reader, KliChangesetValue *values, GError **error)
{
  for (guint i = 0; i < reader->row.n_columns; i++)
    if (!read_value (reader, &values[i], error))
      return FALSE;

  return TRUE;
}

static void
clear_record (KliChangesetReader *reader, KliChangesetValue *values)
{
  memset (values, 0, sizeof *values * reader->row.n_columns);
}

static gboolean
read_table (KliChangesetReader *reader, GError **error)
{
  KliChangesetRow *row = &reader->row;
  guint64 n_columns;
  gsize length;

  if (!read_varint (reader, &n_columns, error))
    return FALSE;
  if (n_columns == 0 || n_columns > KLI_CHANGESET_MAX_COLUMNS || n_columns > bytes_left (reader))
    return damaged (error, "a table has an impossible number of columns");

  row->n_columns = (guint)n_columns;
  row->primary_key = reader->next;
  reader->next += n_columns;

  length = strnlen ((const char *)reader->next, MIN (bytes_left (reader), MAX_TABLE_NAME + 1));
  if (length == 0 || length > MAX_TABLE_NAME || length == bytes_left (reader)
      || !g_utf8_validate_len ((const char *)reader->next, length, NULL))
    return damaged (error, "a table has an impossible name");

  row->table = (const char *)reader->next;
  reader->next += length + 1;

  return TRUE;
}

static gboolean
read_operation (KliChangesetReader *reader, guint8 code, GError **error)
{
  guint8 indirect;

  if (code == SQLITE_INSERT)
    reader->row.operation = KLI_CHANGE_INSERT;
  else if (code == SQLITE_UPDATE)
    reader->row.operation = KLI_CHANGE_UPDATE;
  else if (code == SQLITE_DELETE)
    reader->row.operation = KLI_CHANGE_DELETE;
  else
    return damaged (error, "neither a table nor a row begins where one should");

  if (reader->row.table == NULL)
    return damaged (error, "a row comes before its table");
  if (!read_byte (reader, &indirect, error))
    return FALSE;

  reader->row.indirect = indirect != 0;

  return TRUE;
}

/* Whether the values stand where the operation has them. What SQLite writes always passes. */
static gboolean
is_well_formed (const KliChangesetRow *row)
{
  for (guint i = 0; i < row->n_columns; i++)
    {
      gboolean before = row->before[i].type != KLI_CHANGESET_ABSENT;
      gboolean after = row->after[i].type != KLI_CHANGESET_ABSENT;

      if (row->operation == KLI_CHANGE_UPDATE)
        {
          if (row->primary_key[i] ? !before || after : before != after)
            return FALSE;
        }
      else if (before != (row->operation == KLI_CHANGE_DELETE) || after != (row->operation == KLI_CHANGE_INSERT))
        return FALSE;
    }

  return TRUE;
}

void
kli_changeset_reader_init (KliChangesetReader *reader, GBytes *changeset)
{
  gsize size;

  g_return_if_fail (reader != NULL && changeset != NULL);

  reader->next = g_bytes_get_data (changeset, &size);
  reader->end = size > 0 ? reader->next + size : reader->next;
  reader->row_start = reader->next;
  reader->row.table = NULL;
  reader->row.n_columns = 0;
}

const KliChangesetRow *
kli_changeset_reader_next (KliChangesetReader *reader, GError **error)
{
  KliChangesetRow *row;
  guint8 code;

  g_return_val_if_fail (reader != NULL, NULL);

  row = &reader->row;
  do
    {
      if (bytes_left (reader) == 0)
        return NULL;
      reader->row_start = reader->next;
      code = *reader->next++;
      if (code == TABLE_HEADER && !read_table (reader, error))
        return NULL;
    }
  while (code == TABLE_HEADER);

  if (!read_operation (reader, code, error))
    return NULL;

  clear_record (reader, row->before);
  clear_record (reader, row->after);
  if (row->operation != KLI_CHANGE_INSERT && !read_record (reader, row->before, error))
    return NULL;
  if (row->operation != KLI_CHANGE_DELETE && !read_record (reader, row->after, error))
    return NULL;
  if (!is_well_formed (row))
    {
      damaged (error, "a row has values where it cannot have any");
      return NULL;
    }

  return row;
}

/* A value without its bytes. */
#define MAX_HEAD 11

static guint8 *
put_varint (guint8 *next, guint64 value)
{
  guint8 digits[10];
  guint n = sizeof digits;

  digits[--n] = value & 0x7f;
  while (value >>= 7)
    digits[--n] = (value & 0x7f) | 0x80;
  memcpy (next, digits + n, sizeof digits - n);

  return next + sizeof digits - n;
}

static guint8 *
put_value (guint8 *next, const KliChangesetValue *value)
{
  *next++ = value->type;
  if (value->type == KLI_CHANGESET_INTEGER || value->type == KLI_CHANGESET_REAL)
    {
      guint64 big_endian = GUINT64_TO_BE ((guint64)value->integer);

      memcpy (next, &big_endian, sizeof big_endian);
      next += sizeof big_endian;
    }
  else if (value->type == KLI_CHANGESET_TEXT || value->type == KLI_CHANGESET_BLOB)
    {
      next = put_varint (next, value->size);
      if (value->size > 0)
        memcpy (next, value->bytes, value->size);
      next += value->size;
    }

  return next;
}

/* Room for as much as it may be is made once, and what is left of it given back. */
static void
write_record (GByteArray *bytes, const KliChangesetValue *values, guint n_values)
{
  guint begin = bytes->len;
  gsize most = 0;
  guint8 *next;

  for (guint i = 0; i < n_values; i++)
    most += MAX_HEAD + values[i].size;
  g_byte_array_set_size (bytes, begin + (guint)most);
  next = bytes->data + begin;
  for (guint i = 0; i < n_values; i++)
    next = put_value (next, &values[i]);
  g_byte_array_set_size (bytes, (guint)(next - bytes->data));
}

static void
write_table (KliChangesetWriter *writer, const KliChangesetRow *row)
{
  guint8 head[MAX_HEAD];

  g_free (writer->table);
  writer->table = g_strdup (row->table);
  head[0] = TABLE_HEADER;
  g_byte_array_append (writer->bytes, head, (guint)(put_varint (head + 1, row->n_columns) - head));
  g_byte_array_append (writer->bytes, row->primary_key, row->n_columns);
  g_byte_array_append (writer->bytes, (const guint8 *)row->table, strlen (row->table) + 1);
}

void
kli_changeset_writer_init (KliChangesetWriter *writer)
{
  g_return_if_fail (writer != NULL);

  writer->bytes = g_byte_array_new ();
  writer->table = NULL;
}

void
kli_changeset_writer_clear (KliChangesetWriter *writer)
{
  g_return_if_fail (writer != NULL);

  g_clear_pointer (&writer->bytes, g_byte_array_unref);
  g_clear_pointer (&writer->table, g_free);
}

static void
write_table_of (KliChangesetWriter *writer, const KliChangesetRow *row)
{
  if (g_strcmp0 (writer->table, row->table) != 0)
    write_table (writer, row);
}

void
kli_changeset_writer_append_read (KliChangesetWriter *writer, const KliChangesetReader *reader)
{
  g_return_if_fail (writer != NULL && reader != NULL && reader->row.table != NULL);

  write_table_of (writer, &reader->row);
  g_byte_array_append (writer->bytes, reader->row_start, (guint)(reader->next - reader->row_start));
}

void
kli_changeset_writer_append (KliChangesetWriter *writer, const KliChangesetRow *row)
{
  static const guint8 codes[] = {
    [KLI_CHANGE_INSERT] = SQLITE_INSERT,
    [KLI_CHANGE_UPDATE] = SQLITE_UPDATE,
    [KLI_CHANGE_DELETE] = SQLITE_DELETE,
  };

  g_return_if_fail (writer != NULL && row != NULL);

  write_table_of (writer, row);
  g_byte_array_append (writer->bytes, (const guint8[]){ codes[row->operation], (guint8)row->indirect }, 2);
  if (row->operation != KLI_CHANGE_INSERT)
    write_record (writer->bytes, row->before, row->n_columns);
  if (row->operation != KLI_CHANGE_DELETE)
    write_record (writer->bytes, row->after, row->n_columns);
}

GBytes *
kli_changeset_writer_take (KliChangesetWriter *writer)
{
  GBytes *changeset;

  g_return_val_if_fail (writer != NULL, NULL);

  changeset = g_byte_array_free_to_bytes (g_steal_pointer (&writer->bytes));
  kli_changeset_writer_clear (writer);
  kli_changeset_writer_init (writer);

  return changeset;
}

char *
kli_changeset_hash (GBytes *changeset)
{
  g_return_val_if_fail (changeset != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changeset);
}
