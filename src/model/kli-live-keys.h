/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business as keys of what is typed into a search, kept up to date: one of it for each open store.
 * Main thread only. */
#pragma once

#include "core/kli-query-keys.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

#define KLI_TYPE_LIVE_KEYS (kli_live_keys_get_type ())
G_DECLARE_FINAL_TYPE (KliLiveKeys, kli_live_keys, KLI, LIVE_KEYS, GObject)

/* The one of @store; it begins to be read in the background when it is first asked for.
 * Returns: (transfer none): lives as long as the store */
KliLiveKeys *kli_live_keys_of (KliStore *store);

/* Returns: (transfer none) (nullable): NULL until it has been read. */
const KliQueryKeys *kli_live_keys_get (KliLiveKeys *self);

/* signal changed (KliLiveKeys *keys): after each reading. */

G_END_DECLS
