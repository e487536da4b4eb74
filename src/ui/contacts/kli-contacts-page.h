/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page People and Organizations: the list, and beside it or over it the contact that is chosen. */
#pragma once

#include "core/kli-query.h"
#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACTS_PAGE (kli_contacts_page_get_type ())
G_DECLARE_FINAL_TYPE (KliContactsPage, kli_contacts_page, KLI, CONTACTS_PAGE, AdwBin)

/* Answers the actions of ui/shared/kli-page.h. Returns: (transfer floating) */
GtkWidget *kli_contacts_page_new (KliStore *store);

/* Chooses the contact @id and shows it, even when the page is folded. */
void kli_contacts_page_show (KliContactsPage *self, gint64 id);

/* What the list shows: for an export. Returns: (transfer none) */
const KliQuery *kli_contacts_page_get_query (KliContactsPage *self);

G_END_DECLS
