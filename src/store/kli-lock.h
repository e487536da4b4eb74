/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps other processes out of a store: flock on a file beside it (RELIABILITY A9). */
#pragma once

#include "store/kli-store-error.h"

G_BEGIN_DECLS

typedef struct _KliLock KliLock;

/* Takes the lock of the store at @path, waiting at most @wait_ms for it. It ends with the process,
 * however that ends. Returns: (transfer full) (nullable): NULL with KLI_STORE_ERROR_LOCKED, whose message
 * names the process that has it, or another KLI_STORE_ERROR. */
KliLock *kli_lock_take (const char *path, guint wait_ms, GError **error);

/* Gives it back and takes the file away, so that a closed store is one file. */
void kli_lock_release (KliLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliLock, kli_lock_release)

G_END_DECLS
