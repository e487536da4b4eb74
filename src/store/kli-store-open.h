/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a path to a file that is locked, judged, made or migrated, and open. */
#pragma once

#include "store/kli-lock.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* A file that is ready for use. Everything is owned. */
typedef struct
{
  char *path;                /* resolved */
  char *id;                  /* of the store */
  KliLock *lock;             /* NULL when only read */
  KliConnection *connection; /* the writer's; a reader's when only read */
  gboolean is_read_only;
  gboolean is_strange; /* not as we left it, or seen for the first time: what derives in it may be wrong */
} KliOpened;

/* Returns: (transfer full) (nullable): NULL with @error set; the file is then untouched. */
KliOpened *kli_store_open_file (const char *path, KliStoreOpenFlags flags, guint lock_wait_ms, GError **error);
void kli_opened_free (KliOpened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliOpened, kli_opened_free)

G_END_DECLS
