/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a filter holds of: the sets of its leaves, combined. Inside store/ only. */
#pragma once

#include "store/kli-leaf.h"

G_BEGIN_DECLS

/* @n_numbers: how many local numbers there are, for what is not so.
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *kli_members_find (KliQuestion *question, const KliFilter *filter, guint32 n_numbers, GError **error);

/* How many contacts are not in the trash. Nothing is counted row by row but what is in the trash: at a million contacts
 * that would be what the first screen waits for. Returns: FALSE with @error set. */
gboolean kli_members_count_contacts (KliConnection *connection, guint *count, GError **error);

G_END_DECLS
