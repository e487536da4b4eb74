/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record in the trash: what it is, since when it is there, and Restore. */
#pragma once

#include "model/kli-list-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_TRASH_ROW (kli_trash_row_get_type ())
G_DECLARE_FINAL_TYPE (KliTrashRow, kli_trash_row, KLI, TRASH_ROW, GtkBox)

/* Its button activates "trash.restore" with the id. */
GtkWidget *kli_trash_row_new (void);

void kli_trash_row_show (KliTrashRow *self, const KliListRow *record);

/* What such a row is called by assistive technology. Returns: (transfer full) */
char *kli_trash_row_describe (const KliListRow *record);

G_END_DECLS
