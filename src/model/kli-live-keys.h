/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business as keys of what is typed into a search, kept up to date. Main thread only. */
#pragma once

#include "core/kli-query-keys.h"
#include "model/kli-live.h"

G_BEGIN_DECLS

/* Those of @store. Returns: (transfer none): lives as long as the store */
KliLive *kli_live_keys_of (KliStore *store);

/* Returns: (transfer none) (nullable): NULL until it has been read. */
const KliQueryKeys *kli_live_keys_get (KliLive *live);

G_END_DECLS
