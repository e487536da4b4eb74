/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business, kept up to date. Main thread only. */
#pragma once

#include "model/kli-live.h"
#include "operations/kli-business.h"

G_BEGIN_DECLS

/* Those of @store. Returns: (transfer none): lives as long as the store */
KliLive *kli_live_business_of (KliStore *store);

/* Returns: (transfer none) (nullable): NULL until it has been read. */
const KliBusiness *kli_live_business_get (KliLive *live);

G_END_DECLS
