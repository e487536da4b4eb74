/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KliCards as a table of separated values, in the two ways of RELIABILITY C10. Any thread. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_CSV_LOSSLESS, /* reads back as the same cards; comma, UTF-8 without a mark */
  /* For the eyes, in a spreadsheet: with a mark that makes Excel read UTF-8, without photos and
   * vCard lines, and no cell is taken for a formula: an apostrophe stands before = + - @ and
   * their like. The digits of a phone number stay as they are. */
  KLI_CSV_SPREADSHEET,
} KliCsvMode;

typedef struct _KliCsvWriter KliCsvWriter;

/* @separator: 0 is a comma; a spreadsheet in Polish or Indonesian wants a semicolon.
 * Returns: (transfer full) */
KliCsvWriter *kli_csv_writer_new (KliCsvMode mode, char separator);
void kli_csv_writer_free (KliCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCsvWriter, kli_csv_writer_free)

/* Learns which columns @card needs. Every card goes through here before the header is written. */
void kli_csv_writer_survey (KliCsvWriter *writer, const KliCard *card);

/* For tables of something else: a cell with the quotation marks that it needs, and the end of its row. */
void kli_csv_writer_append_cell (KliCsvWriter *writer, GString *out, const char *cell);
void kli_csv_writer_end_row (KliCsvWriter *writer, GString *out);

void kli_csv_writer_append_header (KliCsvWriter *writer, GString *out);
void kli_csv_writer_append_card (KliCsvWriter *writer, GString *out, const KliCard *card);

G_END_DECLS
