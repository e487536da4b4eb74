/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, in numbers; how the files are read; and the one choice that is about all of it. */
#pragma once

#include "ui/exchange/kli-import-preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_SUMMARY (kli_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (KliImportSummary, kli_import_summary, KLI, IMPORT_SUMMARY, AdwBin)

/* signal chosen (KliImportSummary *summary, int result): the records with that result are to be seen.
 * signal opened (KliImportSummary *summary): and to be gone to. */

/* Once, before it is shown. */
void kli_import_summary_set_preview (KliImportSummary *self, KliImportPreview *preview);

/* As if the person had chosen @result. */
void kli_import_summary_choose (KliImportSummary *self, int result);

G_END_DECLS
