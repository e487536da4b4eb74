/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a stream, one after the other, in bounded memory. */
#include "exchange/kli-line-reader.h"

#include <string.h>

#include "exchange/kli-decoder.h"

enum
{
  CHUNK = 64 * 1024,
};

struct _KliLineReader
{
  GInputStream *stream;
  KliDecoder *decoder; /* nullable */
  gsize skip;
  gsize limit;

  guint8 *chunk;    /* what was read last, as bytes */
  GString *decoded; /* the same as text, when there is a decoder */
  const char *data; /* one of the two */
  gsize n_data;
  gsize at;         /* of it, what has been handed out */
  gsize next_lf;    /* where the next of each stands, so that none is looked for twice; */
  gsize next_cr;    /* n_data when there is none */
  GString *line;    /* a line that does not lie in one piece */
  gboolean cr_seen; /* the last piece ended with CR: a LF that follows belongs to it */
  gboolean ended;

  guint64 offset;
  guint number;
};

KliLineReader *
kli_line_reader_new (GInputStream *stream, const char *charset, gsize skip, gsize limit)
{
  KliLineReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (KliLineReader, 1);
  self->stream = g_object_ref (stream);
  self->decoder = charset != NULL ? kli_decoder_new (charset) : NULL;
  self->skip = skip;
  self->limit = limit;
  self->chunk = g_malloc (CHUNK);
  self->decoded = g_string_new (NULL);
  self->line = g_string_new (NULL);

  return self;
}

void
kli_line_reader_free (KliLineReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  kli_decoder_free (self->decoder);
  g_free (self->chunk);
  g_string_free (self->decoded, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

static gsize
find (KliLineReader *self, char wanted)
{
  const char *found = memchr (self->data + self->at, wanted, self->n_data - self->at);

  return found != NULL ? (gsize)(found - self->data) : self->n_data;
}

/* Where the line that begins here ends in the present data. */
static gsize
find_end (KliLineReader *self)
{
  if (self->next_lf < self->at)
    self->next_lf = find (self, '\n');
  if (self->next_cr < self->at)
    self->next_cr = find (self, '\r');

  return MIN (self->next_lf, self->next_cr);
}

/* Reads the next piece. FALSE on an error; the end sets `ended`. */
static gboolean
fill (KliLineReader *self, GCancellable *cancellable, GError **error)
{
  const guint8 *bytes = self->chunk;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)) /* not every stream looks */
    return FALSE;
  n = g_input_stream_read (self->stream, self->chunk, CHUNK, cancellable, error);
  if (n < 0)
    return FALSE;

  self->offset += n;
  self->ended = n == 0;
  if (self->skip > 0)
    {
      gsize skipped = MIN (self->skip, (gsize)n);

      self->skip -= skipped;
      bytes += skipped;
      n -= skipped;
    }

  self->at = 0;
  self->data = (const char *)bytes;
  self->n_data = n;
  if (self->decoder != NULL)
    {
      g_string_truncate (self->decoded, 0);
      kli_decoder_feed (self->decoder, bytes, n, self->ended, self->decoded);
      self->data = self->decoded->str;
      self->n_data = self->decoded->len;
    }

  self->next_lf = find (self, '\n');
  self->next_cr = find (self, '\r');

  return TRUE;
}

static void
keep (KliLineReader *self, const char *text, gsize length, KliLine *line)
{
  gsize room = self->limit - self->line->len;

  line->cut |= length > room;
  g_string_append_len (self->line, text, MIN (length, room));
}

static void
set_line (KliLineReader *self, const char *text, gsize length, KliLine *line)
{
  line->text = text;
  line->length = length;
  line->number = ++self->number;
}

/* Hands out the line that ends in the present data, or keeps the piece and returns FALSE. */
static gboolean
take (KliLineReader *self, KliLine *line)
{
  const char *start;
  gsize length;

  if (self->cr_seen && self->at < self->n_data)
    {
      self->at += self->data[self->at] == '\n';
      self->cr_seen = FALSE;
    }

  start = self->data + self->at;
  length = find_end (self) - self->at;
  self->at += length;
  if (self->at == self->n_data)
    {
      keep (self, start, length, line);
      return FALSE;
    }

  self->cr_seen = self->data[self->at++] == '\r';
  if (self->line->len == 0 && length <= self->limit)
    {
      set_line (self, start, length, line);
      return TRUE;
    }

  keep (self, start, length, line);
  set_line (self, self->line->str, self->line->len, line);

  return TRUE;
}

gboolean
kli_line_reader_next (KliLineReader *self, KliLine *line, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && line != NULL, FALSE);

  line->cut = FALSE;
  g_string_truncate (self->line, 0);
  for (;;)
    {
      if (self->at < self->n_data && take (self, line))
        return TRUE;
      if (self->ended)
        break;
      if (!fill (self, cancellable, error))
        return FALSE;
    }

  if (self->line->len == 0)
    return FALSE;

  set_line (self, self->line->str, self->line->len, line);

  return TRUE;
}

guint64
kli_line_reader_get_offset (const KliLineReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

guint64
kli_line_reader_get_replaced (const KliLineReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->decoder != NULL ? kli_decoder_get_replaced (self->decoder) : 0;
}
