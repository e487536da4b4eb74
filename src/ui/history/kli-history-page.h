/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page History: every edit with old and new values, any of them undoable; or the changes of one record. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_HISTORY_PAGE (kli_history_page_get_type ())
G_DECLARE_FINAL_TYPE (KliHistoryPage, kli_history_page, KLI, HISTORY_PAGE, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *kli_history_page_new (KliStore *store);

/* Shows only what concerns one record and its parts, under the heading Changes and with a button that goes back
 * ("win.leave-changes"). @name: how it is called */
void kli_history_page_set_record (KliHistoryPage *self, gint64 record, const char *name);
/* Returns: 0 for everything */
gint64 kli_history_page_get_record (KliHistoryPage *self);

/* Brings the entry @id into view and opens it, whatever was asked for before. */
void kli_history_page_show_entry (KliHistoryPage *self, gint64 id);

G_END_DECLS
