/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a filter holds of: the sets of its leaves, combined. Inside store/ only. */
#pragma once

#include "store/kli-leaf.h"

G_BEGIN_DECLS

/* @n_numbers: how many local numbers there are, for what is not so.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *kli_members_find (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error);

G_END_DECLS
