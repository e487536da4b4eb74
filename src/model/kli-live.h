/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something small that many ask for, kept as it is in the store: one of each for an open store. Main thread only. */
#pragma once

#include "core/kli-kind.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* What is read. Static. */
typedef struct
{
  const char *name;        /* the store keeps it by that, and the log says what could not be read */
  const KliKind *kinds[3]; /* a change of one of these may change it */
  KliReadFunc read;        /* without user data; gives no NULL but with an error */
  GDestroyNotify free;     /* what that gave */
} KliLiveWhat;

#define KLI_TYPE_LIVE (kli_live_get_type ())
G_DECLARE_FINAL_TYPE (KliLive, kli_live, KLI, LIVE, GObject)

/* That of @store; it begins to be read in the background when it is first asked for.
 * Returns: (transfer none): lives as long as the store */
KliLive *kli_live_of (KliStore *store, const KliLiveWhat *what);

/* @what: that @self was asked for by. Returns: (transfer none) (nullable): valid until "changed"; NULL until it has
 * been read. */
gconstpointer kli_live_get (KliLive *self, const KliLiveWhat *what);

/* signal changed (KliLive *live): after each reading; an older one never replaces a newer. */

G_END_DECLS
