/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import before it is done: its files read, its plan, what the person decided, and what would come of it.
 *
 * Whatever the person decides, a new plan is made in the background beside the one that is shown, and takes its
 * place when it is ready: what is shown always agrees with itself. Main thread. */
#pragma once

#include "operations/kli-import.h"
#include "ui/exchange/kli-import-files.h"

G_BEGIN_DECLS

/* What would be done. */
typedef struct
{
  guint results[KLI_N_IMPORT_RESULTS]; /* records */
  guint people;                        /* of the new ones */
  guint organisations;                 /* new ones in the file, and those made because a record names them */
  guint made;                          /* the latter alone */
} KliImportCounts;

#define KLI_TYPE_IMPORT_PREVIEW (kli_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (KliImportPreview, kli_import_preview, KLI, IMPORT_PREVIEW, GObject)

/* signal started (KliImportPreview *preview): it reads or plans. */
/* signal read (KliImportPreview *preview): the files were read; "planned" follows at once. */
/* signal planned (KliImportPreview *preview): another plan is shown. */
/* signal decided (KliImportPreview *preview): the person decided about records; a plan follows. */
/* signal failed (KliImportPreview *preview, GError *error): no plan could be made. */

/* @files: (transfer none) */
KliImportPreview *kli_import_preview_new (KliStore *store, KliImportFiles *files);

/* Returns: (transfer none) */
KliImportFiles *kli_import_preview_get_files (KliImportPreview *self);

/* Reads the files, then plans. Done again, it forgets what was decided. */
void kli_import_preview_read (KliImportPreview *self);
/* Stops reading and planning; then nothing is signalled any more. */
void kli_import_preview_stop (KliImportPreview *self);
/* Whether a plan is on its way. */
gboolean kli_import_preview_is_busy (KliImportPreview *self);
/* How far reading or planning is, 0 to 1; negative while that is not known. */
double kli_import_preview_get_fraction (KliImportPreview *self);

/* The plan that is shown; none until the first "planned". Returns: (transfer none) (nullable) */
KliImport *kli_import_preview_get_import (KliImportPreview *self);
const KliImportCounts *kli_import_preview_get_counts (KliImportPreview *self);

/* Whether record @n is doubtful, or would be if nothing had been decided. */
gboolean kli_import_preview_is_doubtful (KliImportPreview *self, guint n);
/* Why it is doubtful, or what else there is to say about it. Returns: (transfer none) */
const char *kli_import_preview_get_reason (KliImportPreview *self, guint n);
/* What becomes of it: by the decision where there is one, even before the plan follows. */
KliImportResult kli_import_preview_get_result (KliImportPreview *self, guint n);

KliImportDecision kli_import_preview_get_decision (KliImportPreview *self, guint n);
void kli_import_preview_decide (KliImportPreview *self, guint n, KliImportDecision decision);
/* The same for every doubtful record. */
void kli_import_preview_decide_all (KliImportPreview *self, KliImportDecision decision);

gboolean kli_import_preview_get_company_as_text (KliImportPreview *self);
void kli_import_preview_set_company_as_text (KliImportPreview *self, gboolean as_text);

/* Whether contacts in the trash come back. */
gboolean kli_import_preview_get_restore (KliImportPreview *self);
void kli_import_preview_set_restore (KliImportPreview *self, gboolean restore);

/* What was or would be done by @import. */
void kli_import_counts_reckon (KliImportCounts *counts, const KliImport *import);

G_END_DECLS
