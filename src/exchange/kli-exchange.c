/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books in. */
#include "exchange/kli-exchange.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kli-charset.h"
#include "exchange/kli-csv-card.h"
#include "exchange/kli-ldif-card.h"
#include "exchange/kli-vcard-card.h"

struct _KliExchangeReader
{
  KliExchangeSource source;
  KliSniff sniff;
  KliExchangeInfo info;
  guint64 size; /* 0 when not known */
  GPtrArray *problems;

  KliVCardReader *vcards; /* one of the three */
  KliCsvReader *rows;
  KliCsvTable *table; /* beside the rows */
  KliLdifReader *records;
};

static const KliExchangeOptions no_options;

/* What a format does; a new one is one entry. */
typedef struct
{
  gboolean (*open) (KliExchangeReader *self,
                    const KliExchangeOptions *options,
                    GCancellable *cancellable,
                    GError **error);
  KliCard *(*next) (KliExchangeReader *self, GCancellable *cancellable, GError **error);
  void (*finish) (KliExchangeReader *self); /* after the last record */
  guint64 (*get_offset) (const KliExchangeReader *self);
} Format;

static KliLineReader *
open_lines (KliExchangeReader *self, const char *charset, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = kli_exchange_source_open (&self->source, cancellable, error);

  return stream != NULL ? kli_line_reader_new (stream, charset, self->sniff.mark_length, limit) : NULL;
}

/* Each property of a vCard may have a charset of its own, unless the file as a whole is wider. */
static gboolean
vcard_open (KliExchangeReader *self, const KliExchangeOptions *options, GCancellable *cancellable, GError **error)
{
  gboolean wide = kli_charset_is_wide (self->sniff.charset);
  const char *fallback = wide ? NULL : self->sniff.fallback;
  KliLineReader *lines = open_lines (self, wide ? self->sniff.charset : NULL, KLI_VCARD_LINE_MAX, cancellable, error);

  if (lines == NULL)
    return FALSE;
  /* What the file looks like is weaker than what another line of the card says. */
  self->vcards = kli_vcard_reader_new (lines, fallback, options->charset == NULL, options->language);

  return TRUE;
}

static KliCard *
vcard_next (KliExchangeReader *self, GCancellable *cancellable, GError **error)
{
  const KliVCard *vcard = kli_vcard_reader_next (self->vcards, cancellable, error);

  return vcard != NULL ? kli_vcard_to_card (vcard) : NULL;
}

static void
vcard_finish (KliExchangeReader *self)
{
  guint first_line;
  guint n = kli_vcard_reader_get_strays (self->vcards, &first_line);

  if (n > 0)
    g_ptr_array_add (
        self->problems,
        g_strdup_printf (ngettext ("%u line is not part of a contact and was skipped: line %u.",
                                   "%u lines are not part of a contact and were skipped, the first is line %u.", n),
                         n, first_line));
}

static guint64
vcard_get_offset (const KliExchangeReader *self)
{
  return kli_vcard_reader_get_offset (self->vcards);
}

static KliCsvReader *
open_rows (KliExchangeReader *self, GCancellable *cancellable, GError **error)
{
  KliLineReader *lines = open_lines (self, self->sniff.charset, KLI_CSV_ROW_MAX, cancellable, error);

  return lines != NULL ? kli_csv_reader_new (lines, self->info.separator) : NULL;
}

static gboolean
csv_open (KliExchangeReader *self, const KliExchangeOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliCsvReader) survey = NULL;
  g_autoptr (GError) local_error = NULL;

  self->info.separator = options->separator != '\0'
                             ? options->separator
                             : kli_csv_guess_separator (self->sniff.sample, strlen (self->sniff.sample));
  survey = open_rows (self, cancellable, error);
  if (survey == NULL)
    return FALSE;
  self->table = kli_csv_table_survey (survey, options->date_order, cancellable, &local_error);
  if (self->table == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (
            error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_NO_HEADER,
            _ ("This file is neither a vCard nor a table of contacts: no line has column headers for a "
               "name, an email address or a phone number."));
      return FALSE;
    }

  self->info.header_line = self->table->header_line;
  self->info.dates_ambiguous = self->table->dates_ambiguous;
  self->rows = open_rows (self, cancellable, error);

  return self->rows != NULL;
}

static KliCard *
csv_next (KliExchangeReader *self, GCancellable *cancellable, GError **error)
{
  const KliCsvRow *row;

  while ((row = kli_csv_reader_next (self->rows, cancellable, error)) != NULL)
    if (row->line > self->table->header_line)
      {
        KliCard *card = kli_csv_to_card (self->table, row);

        if (card != NULL)
          return card;
      }

  return NULL;
}

static void
csv_finish (KliExchangeReader *self)
{
  guint64 n = kli_csv_reader_get_replaced (self->rows);

  if (n > 0)
    g_ptr_array_add (self->problems,
                     g_strdup_printf (ngettext ("%u character cannot be read and was replaced.",
                                                "%u characters cannot be read and were replaced.", (gulong)n),
                                      (guint)MIN (n, G_MAXUINT)));
}

static guint64
csv_get_offset (const KliExchangeReader *self)
{
  return kli_csv_reader_get_offset (self->rows);
}

static gboolean
ldif_open (KliExchangeReader *self, const KliExchangeOptions *options, GCancellable *cancellable, GError **error)
{
  KliLineReader *lines = open_lines (self, self->sniff.charset, KLI_LDIF_LINE_MAX, cancellable, error);

  if (lines == NULL)
    return FALSE;
  self->records = kli_ldif_reader_new (lines);

  return TRUE;
}

static KliCard *
ldif_next (KliExchangeReader *self, GCancellable *cancellable, GError **error)
{
  const KliLdifRecord *record;

  while ((record = kli_ldif_reader_next (self->records, cancellable, error)) != NULL)
    {
      KliCard *card = kli_ldif_to_card (record);

      if (card != NULL)
        return card;
    }

  return NULL;
}

/* Each record says itself what is wrong with it. */
static void
ldif_finish (KliExchangeReader *self)
{
}

static guint64
ldif_get_offset (const KliExchangeReader *self)
{
  return kli_ldif_reader_get_offset (self->records);
}

static const Format formats[] = {
  [KLI_EXCHANGE_VCARD] = { vcard_open, vcard_next, vcard_finish, vcard_get_offset },
  [KLI_EXCHANGE_CSV] = { csv_open, csv_next, csv_finish, csv_get_offset },
  [KLI_EXCHANGE_LDIF] = { ldif_open, ldif_next, ldif_finish, ldif_get_offset },
};

static guint64
get_size (const KliExchangeSource *source, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (source->bytes != NULL)
    return g_bytes_get_size (source->bytes);

  info = g_file_query_info (source->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* What opening a file says of the commonest mishaps, without the system's words for them. Takes @failure. */
static void
propagate_opening (GError **error, GError *failure)
{
  g_autoptr (GError) owned = failure;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such file."));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("Reading this file is not allowed."));
  else
    g_propagate_error (error, g_steal_pointer (&owned));
}

/* A pipe or a device has no end to wait for, and cannot be read twice. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  g_autoptr (GFileInputStream) stream = NULL;
  GError *failure = NULL;

  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("This is a folder, not a file."));
  else if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is not a regular file."));
  else if ((stream = g_file_read (file, cancellable, &failure)) == NULL)
    propagate_opening (error, failure);

  return stream != NULL;
}

static KliExchangeReader *
reader_open (GFile *file, GBytes *bytes, const KliExchangeOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliExchangeReader) self = g_new0 (KliExchangeReader, 1);

  if (options == NULL)
    options = &no_options;
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->source.file = file != NULL ? g_object_ref (file) : NULL;
  self->source.bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  if (file != NULL && !check_file (file, cancellable, error))
    return NULL;
  if (!kli_sniff (&self->source, options->charset, options->language, &self->sniff, cancellable, error))
    return NULL;

  self->size = get_size (&self->source, cancellable);
  self->info.format = self->sniff.format;
  self->info.charset = self->sniff.charset;
  self->info.charset_guessed = self->sniff.guessed;
  if (!formats[self->info.format].open (self, options, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

KliExchangeReader *
kli_exchange_reader_open (GFile *file, const KliExchangeOptions *options, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return reader_open (file, NULL, options, cancellable, error);
}

KliExchangeReader *
kli_exchange_reader_open_bytes (GBytes *bytes,
                                const KliExchangeOptions *options,
                                GCancellable *cancellable,
                                GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return reader_open (NULL, bytes, options, cancellable, error);
}

void
kli_exchange_reader_free (KliExchangeReader *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->source.file);
  g_clear_pointer (&self->source.bytes, g_bytes_unref);
  kli_sniff_clear (&self->sniff);
  g_ptr_array_unref (self->problems);
  kli_vcard_reader_free (self->vcards);
  kli_csv_reader_free (self->rows);
  kli_csv_table_free (self->table);
  kli_ldif_reader_free (self->records);
  g_free (self);
}

const KliExchangeInfo *
kli_exchange_reader_get_info (const KliExchangeReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

KliCard *
kli_exchange_reader_next (KliExchangeReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  KliCard *card;

  g_return_val_if_fail (self != NULL, NULL);

  card = formats[self->info.format].next (self, cancellable, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (card == NULL && self->problems->len == 0)
    formats[self->info.format].finish (self);

  return card;
}

double
kli_exchange_reader_get_progress (const KliExchangeReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->size == 0)
    return 0;

  return MIN (1.0, (double)formats[self->info.format].get_offset (self) / (double)self->size);
}

GPtrArray *
kli_exchange_reader_get_problems (const KliExchangeReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/* Every record goes into @cards. Returns: FALSE with @error set. */
static gboolean
pile_up (KliExchangeReader *reader,
         KliExchangeFile *file,
         KliCardPile *cards,
         KliExchangeProgress progress,
         gpointer user_data,
         GCancellable *cancellable,
         GError **error)
{
  enum
  {
    EVERY = 256
  };
  g_autoptr (GError) local_error = NULL;

  for (;;)
    {
      g_autoptr (KliCard) card = kli_exchange_reader_next (reader, cancellable, &local_error);

      if (card == NULL && local_error == NULL)
        return TRUE;
      if (card == NULL || !kli_card_pile_add (cards, card, &local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      file->n_cards++;
      if (progress != NULL && file->n_cards % EVERY == 0)
        progress (kli_exchange_reader_get_progress (reader), user_data);
    }
}

/* Reads every record. Takes @reader. */
static KliExchangeFile *
read_all (KliExchangeReader *reader,
          KliCardPile *cards,
          KliExchangeProgress progress,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (KliExchangeReader) owned = reader;
  g_autoptr (KliExchangeFile) file = NULL;
  g_autoptr (GError) local_error = NULL;

  if (reader == NULL)
    return NULL;

  file = g_new0 (KliExchangeFile, 1);
  kli_card_pile_begin_file (cards);
  if (!pile_up (reader, file, cards, progress, user_data, cancellable, &local_error))
    {
      kli_card_pile_forget_file (cards);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  file->info = reader->info;
  file->problems = g_ptr_array_ref (reader->problems);
  if (file->n_cards > 0)
    return g_steal_pointer (&file);
  g_set_error (error, KLI_EXCHANGE_ERROR, KLI_EXCHANGE_ERROR_NO_CONTACTS, "%s%s%s",
               _ ("There is no contact in this file."), file->problems->len > 0 ? " " : "",
               file->problems->len > 0 ? (char *)file->problems->pdata[0] : "");

  return NULL;
}

KliExchangeFile *
kli_exchange_read (GFile *file,
                   const KliExchangeOptions *options,
                   KliCardPile *cards,
                   KliExchangeProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (cards != NULL, NULL);

  return read_all (kli_exchange_reader_open (file, options, cancellable, error), cards, progress, user_data,
                   cancellable, error);
}

KliExchangeFile *
kli_exchange_read_bytes (GBytes *bytes, const KliExchangeOptions *options, KliCardPile *cards, GError **error)
{
  g_return_val_if_fail (cards != NULL, NULL);

  return read_all (kli_exchange_reader_open_bytes (bytes, options, NULL, error), cards, NULL, NULL, NULL, error);
}

void
kli_exchange_file_free (KliExchangeFile *file)
{
  if (file == NULL)
    return;

  g_clear_pointer (&file->problems, g_ptr_array_unref);
  g_free (file);
}
