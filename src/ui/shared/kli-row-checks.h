/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check marks at the start of the rows of a list while many are being selected, for people with a mouse. */
#pragma once

#include "ui/shared/kli-id-selection.h"

G_BEGIN_DECLS

#define KLI_TYPE_ROW_CHECKS (kli_row_checks_get_type ())
G_DECLARE_FINAL_TYPE (KliRowChecks, kli_row_checks, KLI, ROW_CHECKS, GObject)

/* They come and go with @selection's selecting. A mark only shows: its row is what is pressed. Returns: (transfer full)
 */
KliRowChecks *kli_row_checks_new (KliIdSelection *selection);

/* The mark of @item comes first in @box, below its child: by whoever makes that; and when the item is torn down. */
void kli_row_checks_add (KliRowChecks *self, GtkListItem *item, GtkBox *box);
void kli_row_checks_remove (KliRowChecks *self, GtkListItem *item);

G_END_DECLS
