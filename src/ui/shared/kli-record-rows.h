/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a list, one under the other, each in a row of one height. */
#pragma once

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-list-look.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_RECORD_ROWS (kli_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (KliRecordRows, kli_record_rows, KLI, RECORD_ROWS, AdwBin)

/* Made by a template; then once. @look: static
 * signal opened (KliRecordRows *self, gint64 id): a row was clicked or activated; also while many are selected */
void kli_record_rows_set_up (KliRecordRows *self, const KliListLook *look, KliStore *store, KliIdSelection *selection);

/* Scrolls as little as shows the row at @position. */
void kli_record_rows_reveal (KliRecordRows *self, guint position);

G_END_DECLS
