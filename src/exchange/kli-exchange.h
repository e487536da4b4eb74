/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books in: any file that people bring, read record by record as KliCards. Writing stands
 * in exchange/kli-exchange-writer.h. */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-foreign-date.h"
#include "exchange/kli-sniff.h"
#include "operations/kli-card-pile.h"

G_BEGIN_DECLS

/* What the person chose in the preview; all 0 for the first look. */
typedef struct
{
  const char *charset;  /* (nullable): NULL guesses */
  const char *language; /* (nullable): of the desktop ("pl"); only decides between equal guesses */
  char separator;       /* 0 guesses */
  KliDateOrder date_order;
} KliExchangeOptions;

/* What was found out about the file before the first record; texts belong to the reader. */
typedef struct
{
  KliExchangeFormat format;
  const char *charset;
  gboolean charset_guessed; /* worth asking the person */
  char separator;           /* of CSV; 0 for vCard */
  guint header_line;        /* of CSV; 0 for vCard */
  gboolean dates_ambiguous; /* 03/04/1980 was read by date_order, day first when that is unknown: worth asking */
} KliExchangeInfo;

typedef struct _KliExchangeReader KliExchangeReader;

/* Opens an address book; what it is shows its content, never its name. The file is read through
 * once or twice before the first record. @options: (nullable). Any thread; the reader then
 * belongs to one thread at a time.
 * Returns: (transfer full): NULL with a whole sentence for the person (KLI_EXCHANGE_ERROR, or
 * G_IO_ERROR when the file cannot be read or the work was cancelled). */
KliExchangeReader *
kli_exchange_reader_open (GFile *file, const KliExchangeOptions *options, GCancellable *cancellable, GError **error);
KliExchangeReader *kli_exchange_reader_open_bytes (GBytes *bytes,
                                                   const KliExchangeOptions *options,
                                                   GCancellable *cancellable,
                                                   GError **error);
void kli_exchange_reader_free (KliExchangeReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliExchangeReader, kli_exchange_reader_free)

const KliExchangeInfo *kli_exchange_reader_get_info (const KliExchangeReader *reader);

/* The next record; one that cannot be taken has a refusal. No fault of the file is an error here.
 * Returns: (transfer full) (nullable): NULL at the end, or with an error of reading or cancelling. */
KliCard *kli_exchange_reader_next (KliExchangeReader *reader, GCancellable *cancellable, GError **error);

/* How much of the file has been read, 0 to 1. */
double kli_exchange_reader_get_progress (const KliExchangeReader *reader);

/* Whole sentences about the file itself, complete when the last record has been read.
 * Returns: (transfer none) (not nullable): char* */
GPtrArray *kli_exchange_reader_get_problems (const KliExchangeReader *reader);

/* What all of a file came to. */
typedef struct
{
  KliExchangeInfo info;
  guint n_cards;       /* refused ones included */
  GPtrArray *problems; /* char* */
} KliExchangeFile;

/* Called now and then in the thread that reads. */
typedef void (*KliExchangeProgress) (double fraction, gpointer user_data);

/* kli_exchange_reader_open() and every record, which goes into @cards in the order of the file. A file in which nobody
 * is found is an error too; of one that cannot be read to its end no record stays there.
 * Returns: (transfer full): NULL on an error. */
KliExchangeFile *kli_exchange_read (GFile *file,
                                    const KliExchangeOptions *options,
                                    KliCardPile *cards,
                                    KliExchangeProgress progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
KliExchangeFile *
kli_exchange_read_bytes (GBytes *bytes, const KliExchangeOptions *options, KliCardPile *cards, GError **error);
void kli_exchange_file_free (KliExchangeFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliExchangeFile, kli_exchange_file_free)

G_END_DECLS
