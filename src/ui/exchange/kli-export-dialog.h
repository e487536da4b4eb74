/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the contacts of a list to a file: which format, which file, progress, and where it is afterwards. */
#pragma once

#include "core/kli-query.h"
#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_EXPORT_DIALOG (kli_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliExportDialog, kli_export_dialog, KLI, EXPORT_DIALOG, AdwWindow)

/* Asks how to write the contacts that @query finds, and does it. @parent: stands in the window to return to; its
 * host gets the toast. */
void kli_export_present (GtkWidget *parent, KliStore *store, KliQuery *query);

G_END_DECLS
