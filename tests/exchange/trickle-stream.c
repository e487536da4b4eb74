/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stream that hands out its text in small pieces. */
#include "trickle-stream.h"

#include <string.h>

#define TRICKLE_TYPE_STREAM (trickle_stream_get_type ())
G_DECLARE_FINAL_TYPE (TrickleStream, trickle_stream, TRICKLE, STREAM, GInputStream)

struct _TrickleStream
{
  GInputStream parent_instance;
  const char *text; /* borrowed */
  gsize length;
  gsize piece;
};

G_DEFINE_FINAL_TYPE (TrickleStream, trickle_stream, G_TYPE_INPUT_STREAM)

static gssize
trickle_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  TrickleStream *self = TRICKLE_STREAM (stream);
  gsize n = MIN (MIN (count, self->piece), self->length);

  memcpy (buffer, self->text, n);
  self->text += n;
  self->length -= n;

  return n;
}

static void
trickle_stream_class_init (TrickleStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = trickle_stream_read;
}

static void
trickle_stream_init (TrickleStream *self)
{
}

GInputStream *
trickle_stream_new (const char *text, gsize length, gsize piece)
{
  TrickleStream *self = g_object_new (TRICKLE_TYPE_STREAM, NULL);

  self->text = text;
  self->length = length;
  self->piece = piece;

  return G_INPUT_STREAM (self);
}
