/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Is My Data: the file, its size, the last copy. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_DATA_DIALOG (kli_data_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliDataDialog, kli_data_dialog, KLI, DATA_DIALOG, AdwWindow)

/* @parent: a KliHost */
void kli_data_dialog_present (GtkWindow *parent, KliStore *store);

/* A verified copy of the store with that id has just been saved. */
void kli_data_dialog_remember_copy (const char *store_id);

G_END_DECLS
