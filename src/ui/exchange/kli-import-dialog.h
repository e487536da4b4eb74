/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of an import: what would become of each record, before anything is written; then the import itself. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_IMPORT_DIALOG (kli_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliImportDialog, kli_import_dialog, KLI, IMPORT_DIALOG, AdwWindow)

/* Shows what an import of @files, all as one, would do to @store, and does it when told to.
 * @parent: stands in the window to return to; its host gets the toast */
void kli_import_dialog_present (GtkWidget *parent, KliStore *store, GFile *const *files, guint n_files);

G_END_DECLS
