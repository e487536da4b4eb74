/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards that may become one, side by side: what each says, which one stays, and whose value where they differ.
 * Follows both. */
#pragma once

#include "core/kli-duplicate.h"
#include "operations/kli-operation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_MERGE_VIEW (kli_merge_view_get_type ())
G_DECLARE_FINAL_TYPE (KliMergeView, kli_merge_view, KLI, MERGE_VIEW, AdwBin)

/* property ready (gboolean): both were read, and can become one */

/* @opens: whether the cards can be opened from there: not in a dialog */
GtkWidget *kli_merge_view_new (KliStore *store, gboolean opens);

/* Shows two contacts, all choices as they are proposed: nothing when both are shown already.
 * @first: stays unless the person chooses the other one; 0 for nobody
 * @why: (nullable): why they may be one; NULL when a person chose them */
void kli_merge_view_show (KliMergeView *view, gint64 first, gint64 second, const char *why);

/* What was chosen, as the operation that does it. Returns: (transfer full) (nullable): NULL unless it is ready */
KliOperation *kli_merge_view_create_merge (KliMergeView *view);

/* The same as "Same phone number · Same name". Returns: (transfer full) */
char *kli_merge_reasons_text (KliDuplicateReasons reasons);

G_END_DECLS
