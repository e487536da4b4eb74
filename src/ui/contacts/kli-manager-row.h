/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks after a contact: a row of its card that offers the staff. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_MANAGER_ROW (kli_manager_row_get_type ())
G_DECLARE_FINAL_TYPE (KliManagerRow, kli_manager_row, KLI, MANAGER_ROW, AdwComboRow)

/* Choosing somebody activates "card.set" with "manager" and their id, or "" for nobody. The staff is read in the
 * background, and again when it changes. */
GtkWidget *kli_manager_row_new (void);

/* @manager: the id of the present one, 0 for nobody; @name: theirs */
void kli_manager_row_show (KliManagerRow *row, gint64 manager, const char *name);

/* Whom it shows, 0 for nobody: for a form, where choosing somebody sets nothing. */
gint64 kli_manager_row_get (KliManagerRow *row);

G_END_DECLS
