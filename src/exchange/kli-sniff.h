/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by looking into it and never at its name. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_EXCHANGE_VCARD,
  KLI_EXCHANGE_CSV,
  KLI_EXCHANGE_LDIF,
} KliExchangeFormat;

typedef enum
{
  KLI_EXCHANGE_ERROR_EMPTY,       /* nothing in it */
  KLI_EXCHANGE_ERROR_FOREIGN,     /* something else than an address book: a picture, a calendar, … */
  KLI_EXCHANGE_ERROR_NO_HEADER,   /* a table of which no column is known */
  KLI_EXCHANGE_ERROR_NO_CONTACTS, /* the right format, and nobody in it */
  KLI_EXCHANGE_ERROR_CHARSET,     /* the charset asked for is not one we read */
} KliExchangeError;

#define KLI_EXCHANGE_ERROR (kli_exchange_error_quark ())
GQuark kli_exchange_error_quark (void);

/* A place to read from, which can be opened as often as need be. */
typedef struct
{
  GFile *file; /* one of the two */
  GBytes *bytes;
} KliExchangeSource;

/* Returns: (transfer full): NULL on an error of opening. */
GInputStream *kli_exchange_source_open (const KliExchangeSource *source, GCancellable *cancellable, GError **error);

typedef struct
{
  KliExchangeFormat format;
  const char *charset;  /* of the whole file; a constant */
  gboolean guessed;     /* nothing in the file said so */
  const char *fallback; /* (nullable): of the parts of a UTF-8 file that are not UTF-8; else as charset */
  gsize mark_length;    /* bytes of a byte-order mark to be skipped */
  char *sample;         /* the beginning as UTF-8 */
} KliSniff;

/* Reads @source once to its end to find its format and charset. @charset: (nullable): a name the
 * person chose, which wins; @language: (nullable): of the desktop, helps to guess. Any thread.
 * Returns: FALSE with a whole sentence for the person when it is no address book. */
gboolean kli_sniff (const KliExchangeSource *source,
                    const char *charset,
                    const char *language,
                    KliSniff *sniff,
                    GCancellable *cancellable,
                    GError **error);
void kli_sniff_clear (KliSniff *sniff);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliSniff, kli_sniff_clear)

G_END_DECLS
