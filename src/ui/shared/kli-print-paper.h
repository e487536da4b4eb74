/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody chose when something was printed last, for what is printed next in the same session: the printer and
 * the paper. Main thread. */
#pragma once

#include "paper/kli-sheet-pdf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Begins with what was chosen last. */
void kli_print_paper_apply (GtkPrintOperation *operation);

/* Takes what was chosen for @operation, which has been printed. */
void kli_print_paper_keep (GtkPrintOperation *operation);

/* The size of the paper as it lies, without an earlier choice that of the desktop. */
KliPaperSize kli_print_paper_get_size (void);

G_END_DECLS
