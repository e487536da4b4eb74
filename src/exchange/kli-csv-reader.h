/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syntax of separated values (RFC 4180, and what is found in the wild): lines into rows of
 * cells, in bounded memory and linear time (RELIABILITY C1-C3, C9). */
#pragma once

#include "exchange/kli-line-reader.h"

G_BEGIN_DECLS

/* Most bytes of one row, its line ends within quotation marks included. */
#define KLI_CSV_ROW_MAX (6 * 1024 * 1024)
#define KLI_CSV_CELLS_MAX 2000

typedef enum
{
  KLI_CSV_FINE,
  KLI_CSV_TOO_LONG,       /* over KLI_CSV_ROW_MAX */
  KLI_CSV_TOO_MANY_CELLS, /* over KLI_CSV_CELLS_MAX */
  KLI_CSV_UNCLOSED,       /* a quotation mark was opened and never closed */
} KliCsvFault;

typedef struct
{
  const char *const *cells; /* UTF-8, quotation marks undone, line ends as LF; none when there is a fault */
  guint n_cells;
  guint line; /* where the row begins */
  KliCsvFault fault;
} KliCsvRow;

typedef struct _KliCsvReader KliCsvReader;

/* @lines: (transfer full): made with a charset and a limit of KLI_CSV_ROW_MAX.
 * Returns: (transfer full): for one thread at a time. */
KliCsvReader *kli_csv_reader_new (KliLineReader *lines, char separator);
void kli_csv_reader_free (KliCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCsvReader, kli_csv_reader_free)

/* The next row that is not an empty line. After a quotation mark that is never closed, the lines
 * behind it are read again, each as a row of its own, so that one bad row costs no good ones.
 * Returns: (transfer none) (nullable): good until the next call; NULL at the end and on an error
 * of reading or cancelling. */
const KliCsvRow *kli_csv_reader_next (KliCsvReader *reader, GCancellable *cancellable, GError **error);

/* See kli_line_reader_get_offset() and kli_line_reader_get_replaced(). */
guint64 kli_csv_reader_get_offset (const KliCsvReader *reader);
guint64 kli_csv_reader_get_replaced (const KliCsvReader *reader);

G_END_DECLS
