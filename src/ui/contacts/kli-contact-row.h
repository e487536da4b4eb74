/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact in a list: picture or initials, name, what stands under it, and its most pressing contract. */
#pragma once

#include "model/kli-list-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_ROW (kli_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (KliContactRow, kli_contact_row, KLI, CONTACT_ROW, GtkBox)

/* Built by hand and not from a template: some two hundred are made before the first frame. */
GtkWidget *kli_contact_row_new (void);

/* Shows @item and follows it when it is relabelled.
 * @store: (nullable): whose pictures are shown; only with an item
 * @item: (nullable): NULL lets go of the one before */
void kli_contact_row_set_item (KliContactRow *self, KliStore *store, KliListItem *item);

/* What such a row is called by assistive technology. Returns: (transfer full) */
char *kli_contact_row_describe (const KliListRow *row);

G_END_DECLS
