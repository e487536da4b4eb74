/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business and what can be chosen in them, kept up to date. Main thread only. */
#pragma once

#include "model/kli-live.h"
#include "operations/kli-own-fields.h"

G_BEGIN_DECLS

/* Those of @store. Returns: (transfer none): lives as long as the store */
KliLive *kli_live_own_fields_of (KliStore *store);

/* Returns: (transfer none) (nullable): NULL until they have been read. */
const KliOwnFields *kli_live_own_fields_get (KliLive *live);

G_END_DECLS
