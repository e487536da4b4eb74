/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charset of a whole file, by all of its lines. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Names are constants of kli_charset_guess(). */
typedef struct
{
  const char *charset;  /* "UTF-8", or the guess when the file as a whole is not UTF-8 */
  const char *fallback; /* the guess for the lines that are not; NULL when there are none */
  gboolean guessed;     /* charset is a guess */
} KliCharsetScan;

/* Reads @stream to its end. @is_vcard: lines that name their own charset are left out, and
 * quoted-printable is undone. @language: (nullable): helps to guess. Any thread.
 * Returns: FALSE on an error of reading or cancelling. */
gboolean kli_charset_scan (GInputStream *stream,
                           gboolean is_vcard,
                           const char *language,
                           KliCharsetScan *scan,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
