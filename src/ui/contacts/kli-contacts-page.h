/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page People and Organizations: the list, and beside it or over it the contact that is chosen. */
#pragma once

#include "ui/shared/kli-list-detail.h"

G_BEGIN_DECLS

#define KLI_TYPE_CONTACTS_PAGE (kli_contacts_page_get_type ())
G_DECLARE_FINAL_TYPE (KliContactsPage, kli_contacts_page, KLI, CONTACTS_PAGE, KliListDetail)

/* Answers the actions of ui/shared/kli-page.h. Returns: (transfer floating) */
GtkWidget *kli_contacts_page_new (KliStore *store);

G_END_DECLS
