/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a stream, one after the other, in bounded memory: the ground of every text format. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KliLineReader KliLineReader;

typedef struct
{
  const char *text; /* without the line end; not terminated; good until the next line is asked for */
  gsize length;
  guint number; /* from 1 */
  gboolean cut; /* was longer than the limit; what stood beyond it is gone */
} KliLine;

/* @stream is read to its end but never sought. @charset: the lines come as UTF-8 without NUL;
 * NULL: they come as the bytes they are, NUL included. The first @skip bytes (a byte-order mark)
 * are left out. Lines end with LF, CR LF or CR. A line keeps at most @limit bytes.
 * Returns: (transfer full): for one thread at a time. */
KliLineReader *kli_line_reader_new (GInputStream *stream, const char *charset, gsize skip, gsize limit);
void kli_line_reader_free (KliLineReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliLineReader, kli_line_reader_free)

/* Returns: FALSE at the end of the stream and on an error of reading it. */
gboolean kli_line_reader_next (KliLineReader *reader, KliLine *line, GCancellable *cancellable, GError **error);

/* How many bytes of the stream have been read so far, for progress. */
guint64 kli_line_reader_get_offset (const KliLineReader *reader);

/* How many characters of the stream could not be read in @charset so far. */
guint64 kli_line_reader_get_replaced (const KliLineReader *reader);

G_END_DECLS
