/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact, as the account manager or as the deputy: a row of its card that offers the staff. */
#pragma once

#include "core/kli-kinds.h"
#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_MANAGER_ROW (kli_manager_row_get_type ())
G_DECLARE_FINAL_TYPE (KliManagerRow, kli_manager_row, KLI, MANAGER_ROW, AdwComboRow)

/* Choosing somebody activates "card.set" with the name of the column @role and their id, or "" for nobody. The staff is
 * read in the background, and again when it changes. */
GtkWidget *kli_manager_row_new (KliContactColumn role);

/* @manager: the id of the present one, 0 for nobody; @name: theirs; @other: who is in the other role and is not
 * offered, 0 for nobody. The row of the deputy is seen only while there is somebody to stand in for. */
void kli_manager_row_show (KliManagerRow *row, gint64 manager, const char *name, gint64 other);

/* Whom it shows, 0 for nobody: for a form, where choosing somebody sets nothing. */
gint64 kli_manager_row_get (KliManagerRow *row);

G_END_DECLS
