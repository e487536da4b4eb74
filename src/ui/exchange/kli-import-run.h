/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing an import from the window. */
#pragma once

#include "operations/kli-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* As kli_bulk_run_edit (); at the end it says who came in.
 * @edit: taken: that begins or continues @import */
void kli_import_run (GtkWidget *widget, KliImport *import, KliLongEdit *edit);

G_END_DECLS
