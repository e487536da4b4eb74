/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of contacts that may be there twice: the pairs, and the one that is looked at side by side, to be merged or
 * told apart. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_DUPLICATES_PAGE (kli_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (KliDuplicatesPage, kli_duplicates_page, KLI, DUPLICATES_PAGE, AdwBin)

GtkWidget *kli_duplicates_page_new (KliStore *store);

/* Begins to look for pairs, unless there are some to be looked at, or it is looking already. */
void kli_duplicates_page_begin (KliDuplicatesPage *page);

G_END_DECLS
