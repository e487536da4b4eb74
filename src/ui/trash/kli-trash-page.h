/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Trash: what was moved there, newest first, and the way back. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_TRASH_PAGE (kli_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (KliTrashPage, kli_trash_page, KLI, TRASH_PAGE, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *kli_trash_page_new (KliStore *store);

G_END_DECLS
