/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syntax of LDIF: lines into records of attributes. */
#include "exchange/kli-ldif-reader.h"

#include <string.h>

struct _KliLdifReader
{
  KliLineReader *lines;
  GString *logical;     /* the line being put together */
  guint logical_number; /* where it begins, 0 when there is none */
  gboolean logical_cut;
  GStringChunk *strings; /* of the record */
  GArray *attributes;    /* KliLdifAttribute */
  KliLdifRecord record;
  gboolean handed_out; /* what is there is the caller's until the next call */
};

KliLdifReader *
kli_ldif_reader_new (KliLineReader *lines)
{
  KliLdifReader *self;

  g_return_val_if_fail (lines != NULL, NULL);

  self = g_new0 (KliLdifReader, 1);
  self->lines = lines;
  self->logical = g_string_new (NULL);
  self->strings = g_string_chunk_new (16 * 1024);
  self->attributes = g_array_new (FALSE, FALSE, sizeof (KliLdifAttribute));

  return self;
}

void
kli_ldif_reader_free (KliLdifReader *self)
{
  if (self == NULL)
    return;

  kli_line_reader_free (self->lines);
  g_string_free (self->logical, TRUE);
  g_string_chunk_free (self->strings);
  g_array_unref (self->attributes);
  g_free (self);
}

/* Keeps a text, without the control characters that no text should have. */
static const char *
keep_text (KliLdifReader *self, const char *text, gsize length)
{
  char *kept = g_string_chunk_insert_len (self->strings, text, length);

  for (char *p = kept; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\r\n", *p) == NULL)
      *p = ' ';

  return kept;
}

/* Text that was wrapped because it has line ends or other letters; bytes stay wrapped. */
static const char *
unwrap (KliLdifReader *self, const char *base64, gboolean *is_bytes)
{
  gsize length = 0;
  g_autofree guchar *bytes = g_base64_decode (base64, &length);
  g_autofree char *clean = NULL;

  *is_bytes = !g_utf8_validate_len ((const char *)bytes, length, NULL);
  if (!*is_bytes)
    return keep_text (self, (const char *)bytes, length);
  clean = g_base64_encode (bytes, length);

  return g_string_chunk_insert (self->strings, clean);
}

/* NAME[;OPTION…]: VALUE, NAME:: BASE64, NAME:< URL */
static void
take_attribute (KliLdifReader *self, const char *line)
{
  KliLdifAttribute attribute = { .line = self->logical_number };
  const char *colon = strchr (line, ':');
  gsize name_length = strcspn (line, ":;");
  const char *value;

  if (colon == NULL || name_length == 0)
    return;

  attribute.name = keep_text (self, line, name_length);
  value = colon[1] == ':' || colon[1] == '<' ? colon + 2 : colon + 1;
  value += strspn (value, " ");
  attribute.value = colon[1] == ':' ? unwrap (self, value, &attribute.base64) : keep_text (self, value, strlen (value));
  g_array_append_val (self->attributes, attribute);
}

static void
finish_logical (KliLdifReader *self)
{
  if (self->logical_number == 0)
    return;
  if (self->logical_cut || self->attributes->len >= KLI_LDIF_ATTRIBUTES_MAX)
    {
      if (self->record.left_out == 0)
        self->record.left_out = self->logical_number;
    }
  else if (self->logical->str[0] != '#')
    take_attribute (self, self->logical->str);
  self->logical_number = 0;
}

static void
append_logical (KliLdifReader *self, const char *text, gsize length, gboolean cut)
{
  if (cut || self->logical->len + length > KLI_LDIF_LINE_MAX)
    self->logical_cut = TRUE;
  else
    g_string_append_len (self->logical, text, length);
}

/* Returns: whether the line ends a record. */
static gboolean
take_line (KliLdifReader *self, const KliLine *line)
{
  if (line->length == 0)
    {
      finish_logical (self);
      return self->attributes->len > 0;
    }
  if (line->text[0] == ' ' && self->logical_number != 0)
    {
      append_logical (self, line->text + 1, line->length - 1, line->cut);
      return FALSE;
    }

  finish_logical (self);
  g_string_truncate (self->logical, 0);
  self->logical_cut = FALSE;
  self->logical_number = line->number;
  append_logical (self, line->text, line->length, line->cut);

  return FALSE;
}

static void
begin_record (KliLdifReader *self)
{
  g_string_chunk_clear (self->strings);
  g_array_set_size (self->attributes, 0);
  self->record = (KliLdifRecord){ 0 };
  self->handed_out = FALSE;
}

static const KliLdifRecord *
hand_out (KliLdifReader *self)
{
  const KliLdifAttribute *attributes = (const KliLdifAttribute *)self->attributes->data;

  self->record.attributes = attributes;
  self->record.n_attributes = self->attributes->len;
  self->record.line = attributes[0].line;
  self->handed_out = TRUE;

  return &self->record;
}

const KliLdifRecord *
kli_ldif_reader_next (KliLdifReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  KliLine line;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->handed_out)
    begin_record (self);
  while (kli_line_reader_next (self->lines, &line, cancellable, &local_error))
    if (take_line (self, &line))
      return hand_out (self);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  finish_logical (self);

  return self->attributes->len > 0 ? hand_out (self) : NULL;
}

guint64
kli_ldif_reader_get_offset (const KliLdifReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return kli_line_reader_get_offset (self->lines);
}
