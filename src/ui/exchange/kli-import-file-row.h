/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of an import: how it was read, and what the person can say against that. */
#pragma once

#include "ui/exchange/kli-import-files.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_FILE_ROW (kli_import_file_row_get_type ())
G_DECLARE_FINAL_TYPE (KliImportFileRow, kli_import_file_row, KLI, IMPORT_FILE_ROW, AdwExpanderRow)

/* For file @n of @files. Returns: (transfer floating) */
GtkWidget *kli_import_file_row_new (KliImportFiles *files, guint n);

/* The files have been read. */
void kli_import_file_row_update (KliImportFileRow *self);

/* signal chosen (KliImportFileRow *row): the person said that the file is written differently; @files knows. */

G_END_DECLS
