/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of an import that have one result, as a list model of KliImportItem. Main thread. */
#pragma once

#include "ui/exchange/kli-import-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Instead of a result: all records. */
#define KLI_IMPORT_ALL (-1)

#define KLI_TYPE_IMPORT_LIST (kli_import_list_get_type ())
G_DECLARE_FINAL_TYPE (KliImportList, kli_import_list, KLI, IMPORT_LIST, GObject)

/* All records of @preview, once there are any. An item is made when it is asked for and stays the same object while
 * somebody holds it. A record that a decision took out of the doubtful ones stays among them as well, so
 * that the decision can be changed. Returns: (transfer full) */
KliImportList *kli_import_list_new (KliImportPreview *preview);

/* @result: a KliImportResult or KLI_IMPORT_ALL */
void kli_import_list_set_result (KliImportList *self, int result);
int kli_import_list_get_result (KliImportList *self);

G_END_DECLS
