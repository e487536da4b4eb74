/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books out. */
#include "exchange/kli-exchange-writer.h"

#include "exchange/kli-csv-writer.h"
#include "exchange/kli-replace-file.h"
#include "exchange/kli-vcard-writer.h"

/* What is kept in memory before it is written. */
#define BUFFER (256 * 1024)

struct _KliExchangeWriter
{
  GOutputStream *stream;
  KliExchangeTarget target;
  KliCsvWriter *csv; /* NULL for vCard */
  gboolean begun;
  GString *buffer;
};

static gboolean
is_csv (KliExchangeTarget target)
{
  return target == KLI_EXCHANGE_WRITE_CSV || target == KLI_EXCHANGE_WRITE_SPREADSHEET;
}

KliExchangeWriter *
kli_exchange_writer_new (GOutputStream *stream, KliExchangeTarget target, char separator)
{
  KliExchangeWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (KliExchangeWriter, 1);
  self->stream = g_object_ref (stream);
  self->target = target;
  self->buffer = g_string_new (NULL);
  if (is_csv (target))
    self->csv
        = kli_csv_writer_new (target == KLI_EXCHANGE_WRITE_CSV ? KLI_CSV_LOSSLESS : KLI_CSV_SPREADSHEET, separator);

  return self;
}

void
kli_exchange_writer_free (KliExchangeWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  kli_csv_writer_free (self->csv);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

gboolean
kli_exchange_target_needs_survey (KliExchangeTarget target)
{
  return is_csv (target);
}

void
kli_exchange_writer_survey (KliExchangeWriter *self, const KliCard *card)
{
  g_return_if_fail (self != NULL && card != NULL);
  g_return_if_fail (!self->begun);

  if (self->csv != NULL)
    kli_csv_writer_survey (self->csv, card);
}

static gboolean
flush (KliExchangeWriter *self, GCancellable *cancellable, GError **error)
{
  gboolean done
      = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, cancellable, error);

  g_string_truncate (self->buffer, 0);

  return done;
}

static void
begin (KliExchangeWriter *self)
{
  if (!self->begun && self->csv != NULL)
    kli_csv_writer_append_header (self->csv, self->buffer);
  self->begun = TRUE;
}

gboolean
kli_exchange_writer_add (KliExchangeWriter *self, const KliCard *card, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && card != NULL, FALSE);

  begin (self);
  if (self->csv != NULL)
    kli_csv_writer_append_card (self->csv, self->buffer, card);
  else
    kli_vcard_append_card (self->buffer, card,
                           self->target == KLI_EXCHANGE_WRITE_VCARD_3 ? KLI_VCARD_VERSION_3 : KLI_VCARD_VERSION_4);

  return self->buffer->len < BUFFER || flush (self, cancellable, error);
}

gboolean
kli_exchange_writer_finish (KliExchangeWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  begin (self);

  return flush (self, cancellable, error);
}

/* Where the cards come from, and as what they are written. */
typedef struct
{
  guint n_cards;
  KliExchangeNext next;
  gpointer user_data;
  KliExchangeTarget target;
  char separator;
} Supply;

static gboolean
survey_all (KliExchangeWriter *writer, const Supply *supply, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < supply->n_cards; i++)
    {
      const KliCard *card = supply->next (i, supply->user_data, error);

      if (card == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      kli_exchange_writer_survey (writer, card);
    }

  return TRUE;
}

/* A KliFillFunc of a Supply. */
static gboolean
write_all (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Supply *supply = user_data;
  g_autoptr (KliExchangeWriter) writer = kli_exchange_writer_new (stream, supply->target, supply->separator);

  if (kli_exchange_target_needs_survey (supply->target) && !survey_all (writer, supply, cancellable, error))
    return FALSE;
  for (guint i = 0; i < supply->n_cards; i++)
    {
      const KliCard *card = supply->next (i, supply->user_data, error);

      if (card == NULL || !kli_exchange_writer_add (writer, card, cancellable, error))
        return FALSE;
    }

  return kli_exchange_writer_finish (writer, cancellable, error);
}

static const KliCard *
next_of_array (guint n, gpointer user_data, GError **error)
{
  return g_ptr_array_index ((GPtrArray *)user_data, n);
}

gboolean
kli_exchange_write_each (GFile *file,
                         guint n_cards,
                         KliExchangeNext next,
                         gpointer user_data,
                         KliExchangeTarget target,
                         char separator,
                         GCancellable *cancellable,
                         GError **error)
{
  Supply supply = { n_cards, next, user_data, target, separator };

  g_return_val_if_fail (G_IS_FILE (file) && next != NULL, FALSE);

  return kli_replace_file (file, write_all, &supply, cancellable, error);
}

gboolean
kli_exchange_write (
    GFile *file, GPtrArray *cards, KliExchangeTarget target, char separator, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (cards != NULL, FALSE);

  return kli_exchange_write_each (file, cards->len, next_of_array, cards, target, separator, cancellable, error);
}

GBytes *
kli_exchange_write_bytes (GPtrArray *cards, KliExchangeTarget target, char separator)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Supply supply;

  g_return_val_if_fail (cards != NULL, NULL);

  supply = (Supply){ cards->len, next_of_array, cards, target, separator };
  write_all (stream, &supply, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
