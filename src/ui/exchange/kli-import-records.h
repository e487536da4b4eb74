/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of an import, one result or all, and what is said about all doubtful ones at once. */
#pragma once

#include "ui/exchange/kli-import-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_RECORDS (kli_import_records_get_type ())
G_DECLARE_FINAL_TYPE (KliImportRecords, kli_import_records, KLI, IMPORT_RECORDS, AdwBin)

/* Once, before it is shown. */
void kli_import_records_set_preview (KliImportRecords *self, KliImportPreview *preview);

/* @result: a KliImportResult or KLI_IMPORT_ALL */
void kli_import_records_show (KliImportRecords *self, int result);

G_END_DECLS
