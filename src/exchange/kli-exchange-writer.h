/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books out. */
#pragma once

#include <gio/gio.h>

#include "core/kli-card.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_EXCHANGE_WRITE_VCARD_4,
  KLI_EXCHANGE_WRITE_VCARD_3,
  KLI_EXCHANGE_WRITE_CSV,         /* reads back as the same */
  KLI_EXCHANGE_WRITE_SPREADSHEET, /* CSV without formulas, see KLI_CSV_SPREADSHEET */
} KliExchangeTarget;

typedef struct _KliExchangeWriter KliExchangeWriter;

/* Writes to @stream, which is left open. @separator: of CSV; 0 is a comma.
 * Returns: (transfer full): for one thread at a time. */
KliExchangeWriter *kli_exchange_writer_new (GOutputStream *stream, KliExchangeTarget target, char separator);
void kli_exchange_writer_free (KliExchangeWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliExchangeWriter, kli_exchange_writer_free)

/* Whether every card must go through kli_exchange_writer_survey () before the first is written:
 * a table has to know its columns, a vCard file does not. */
gboolean kli_exchange_target_needs_survey (KliExchangeTarget target);
void kli_exchange_writer_survey (KliExchangeWriter *writer, const KliCard *card);

/* Returns: FALSE on an error of writing or cancelling. */
gboolean
kli_exchange_writer_add (KliExchangeWriter *writer, const KliCard *card, GCancellable *cancellable, GError **error);

/* Writes what is still in memory; the stream is to be closed by its owner. */
gboolean kli_exchange_writer_finish (KliExchangeWriter *writer, GCancellable *cancellable, GError **error);

/* The @n-th card to be written. Returns: (transfer none) (nullable): good until the next call; NULL on an error. */
typedef const KliCard *(*KliExchangeNext) (guint n, gpointer user_data, GError **error);

/* @n_cards cards, each asked for when its turn has come (twice for a table), into @file, which is replaced
 * when everything has been written and not before. */
gboolean kli_exchange_write_each (GFile *file,
                                  guint n_cards,
                                  KliExchangeNext next,
                                  gpointer user_data,
                                  KliExchangeTarget target,
                                  char separator,
                                  GCancellable *cancellable,
                                  GError **error);

/* All of @cards (KliCard) into @file, which is replaced when everything has been written and not
 * before. */
gboolean kli_exchange_write (
    GFile *file, GPtrArray *cards, KliExchangeTarget target, char separator, GCancellable *cancellable, GError **error);

/* The same into memory. Returns: (transfer full) */
GBytes *kli_exchange_write_bytes (GPtrArray *cards, KliExchangeTarget target, char separator);

G_END_DECLS
