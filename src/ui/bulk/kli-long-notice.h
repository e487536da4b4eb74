/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip along the window while an edit of many records runs: what it does, how far it is, and Cancel. Other edits go
 * on meanwhile (DESIGN 4). */
#pragma once

#include "store/kli-long-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_LONG_NOTICE (kli_long_notice_get_type ())
G_DECLARE_FINAL_TYPE (KliLongNotice, kli_long_notice, KLI, LONG_NOTICE, AdwBin)

/* Shows the long edits of @store from now on, whoever begins them; one that is soon done is not shown.
 * @store: (nullable) */
void kli_long_notice_follow (KliLongNotice *self, KliStore *store);

G_END_DECLS
