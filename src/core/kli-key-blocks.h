/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who shares a key with whom: a list of keys that is sorted, 16 bytes for each, and walked group by group. One thread
 * at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KliKeyBlocks KliKeyBlocks;

/* Those who share @key, each once, in rising order. */
typedef void (*KliKeyBlockFunc) (guint64 key, const guint32 *members, guint n_members, gpointer user_data);

/* Returns: (transfer full) */
KliKeyBlocks *kli_key_blocks_new (void);
void kli_key_blocks_free (KliKeyBlocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliKeyBlocks, kli_key_blocks_free)

void kli_key_blocks_add (KliKeyBlocks *blocks, guint64 key, guint32 member);

/* Sorts and calls @func for each key; the list is empty afterwards and keeps its room.
 * @n_members_min: groups of fewer are left out */
void kli_key_blocks_walk (KliKeyBlocks *blocks, guint n_members_min, KliKeyBlockFunc func, gpointer user_data);

G_END_DECLS
