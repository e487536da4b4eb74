/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a PDF file. */
#pragma once

#include "paper/kli-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* In points. */
typedef struct
{
  double width;
  double height;
} KliPaperSize;

/* "a4" or "letter". Returns: (transfer none) (nullable): NULL for any other word */
const KliPaperSize *kli_paper_size_find (const char *name);

/* Lays @sheet out on @size and writes it into @file, which is replaced when everything has been written and not before,
 * and can be read by the person alone. Any thread.
 * Returns: FALSE with @error set; then @file is as it was */
gboolean kli_sheet_save_pdf (
    const KliSheet *sheet, const KliPaperSize *size, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
