/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was being typed when the program ended, on its way back into the field it belongs to (RELIABILITY D8). */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

/* The text that was kept for @field of the record @owner when @store was opened; it is given out once.
 * Returns: (transfer full) (nullable) */
char *kli_unsaved_text_take (KliStore *store, gint64 owner, const char *field);

G_END_DECLS
