/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one import: read in the background, again when the person says that one is written differently. */
#pragma once

#include "exchange/kli-exchange-origin.h"

G_BEGIN_DECLS

/* One file. What was read of it is empty until then. */
typedef struct
{
  GFile *file;
  char *name;              /* as the file manager shows it */
  const char *charset;     /* chosen; a constant; NULL guesses */
  char separator;          /* chosen; 0 guesses */
  KliDateOrder date_order; /* chosen; unknown guesses */

  char *failure;        /* a whole sentence when nothing could be read of it, else NULL */
  KliExchangeInfo info; /* how it was read the last time that went well; without a charset before */
  GPtrArray *problems;  /* char*, whole sentences about what was read */
  guint first;          /* number of its first record among those of all files */
  guint n_records;
} KliImportFile;

#define KLI_TYPE_IMPORT_FILES (kli_import_files_get_type ())
G_DECLARE_FINAL_TYPE (KliImportFiles, kli_import_files, KLI, IMPORT_FILES, GObject)

KliImportFiles *kli_import_files_new (GFile *const *files, guint n_files);

guint kli_import_files_get_n_files (KliImportFiles *self);
/* Returns: (transfer none): changes when the files are read again. */
const KliImportFile *kli_import_files_get_file (KliImportFiles *self, guint n);
/* The file that record @n of all came from, counted from 0. */
const KliImportFile *kli_import_files_find (KliImportFiles *self, guint n);

/* What the person says about file @n; it counts from the next reading on. */
void kli_import_files_choose_charset (KliImportFiles *self, guint n, const char *charset);
void kli_import_files_choose_separator (KliImportFiles *self, guint n, char separator);
void kli_import_files_choose_date_order (KliImportFiles *self, guint n, KliDateOrder order);

/* Reads every file. One that cannot be read gets its failure; the others are read all the same. */
void kli_import_files_read_async (KliImportFiles *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Returns: (transfer full): the records of all files, in order; NULL with @error set when it was cancelled, or there is
 * no room for them. */
KliCardPile *kli_import_files_read_finish (KliImportFiles *self, GAsyncResult *result, GError **error);

/* What it takes to read the same records again. Returns: (transfer floating) */
GVariant *kli_import_files_make_origin (KliImportFiles *self);

/* How much has been read, 0 to 1. */
double kli_import_files_get_fraction (KliImportFiles *self);

G_END_DECLS
