/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of contacts as a whole: where its header stands, and what only all rows together can
 * tell, so that no row is read differently from its neighbour (RELIABILITY C9). */
#pragma once

#include "exchange/kli-csv-columns.h"
#include "exchange/kli-csv-reader.h"
#include "exchange/kli-foreign-date.h"

G_BEGIN_DECLS

typedef struct
{
  KliCsvColumns *columns;
  guint header_line;         /* from 1; what stands above it is no data */
  char *source;              /* "csv:" and the digest of the header row */
  int key_column;            /* of which no two rows have the same value; -1 for none */
  gboolean is_ours;          /* of our own lossless kind: every cell says what it says */
  gboolean null_is_empty;    /* the word NULL is a database's word for nothing */
  KliDateOrder date_order;   /* of 03/04/1980 where its column proves nothing */
  KliDateOrder *date_orders; /* for each column, as proved by its cells */
  gboolean dates_ambiguous;  /* there is a 03/04/1980 in a column that proves nothing */
} KliCsvTable;

/* Reads @reader to its end. @date_order: what the person said, or unknown. Any thread.
 * Returns: (transfer full) (nullable): NULL without an error when no header was found. */
KliCsvTable *
kli_csv_table_survey (KliCsvReader *reader, KliDateOrder date_order, GCancellable *cancellable, GError **error);
void kli_csv_table_free (KliCsvTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCsvTable, kli_csv_table_free)

/* The separator (, ; tab |) with which the first rows of @sample make the most known headers, else
 * the most even table. @sample: UTF-8, may be cut anywhere. Any thread. */
char kli_csv_guess_separator (const char *sample, gsize length);

/* Whether one of the first rows of @sample is a header, with any separator. The same otherwise. */
gboolean kli_csv_has_header (const char *sample, gsize length);

G_END_DECLS
