/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any charset into UTF-8, piece by piece. What comes out is always valid UTF-8 without
 * NUL: bytes that mean nothing become U+FFFD and are counted (RELIABILITY C4, C5). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KliDecoder KliDecoder;

/* @charset: a name from kli_charset_lookup() or kli_charset_from_mark(). An unknown one is read
 * as UTF-8. Returns: (transfer full): for one thread at a time. */
KliDecoder *kli_decoder_new (const char *charset);
void kli_decoder_free (KliDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliDecoder, kli_decoder_free)

/* Appends the text of @bytes to @out. A character cut by the end of @bytes waits for the next
 * piece; @last says that there is none. */
void kli_decoder_feed (KliDecoder *decoder, const guint8 *bytes, gsize length, gboolean last, GString *out);

/* How many characters could not be read so far. */
guint64 kli_decoder_get_replaced (const KliDecoder *decoder);

/* All of @bytes at once, appended to @out. Returns: how many characters could not be read. */
guint64 kli_decode (const guint8 *bytes, gsize length, const char *charset, GString *out);

G_END_DECLS
