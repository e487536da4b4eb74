/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact in a list: picture or initials, name, what stands under it, and its most pressing contract. */
#pragma once

#include "core/kli-day.h"
#include "model/kli-list-item.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_ROW (kli_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (KliContactRow, kli_contact_row, KLI, CONTACT_ROW, GtkBox)

/* Built by hand and not from a template: one for each row of the first screen is made before its frame.
 * @store: whose pictures it shows. Returns: (transfer floating) */
GtkWidget *kli_contact_row_new (KliStore *store);

/* Shows @contact in @row. */
void kli_contact_row_show (GtkWidget *row, const KliListRow *contact);

/* What such a row is called by assistive technology. Returns: (transfer full) */
char *kli_contact_row_describe (const KliListRow *row, KliDay today);

G_END_DECLS
