/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business, kept up to date: one of it for each open store. Main thread only. */
#pragma once

#include "operations/kli-business.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

#define KLI_TYPE_LIVE_BUSINESS (kli_live_business_get_type ())
G_DECLARE_FINAL_TYPE (KliLiveBusiness, kli_live_business, KLI, LIVE_BUSINESS, GObject)

/* The one of @store; it begins to be read in the background when it is first asked for.
 * Returns: (transfer none): lives as long as the store */
KliLiveBusiness *kli_live_business_of (KliStore *store);

/* Returns: (transfer none) (nullable): NULL until it has been read. */
const KliBusiness *kli_live_business_get (KliLiveBusiness *self);

/* signal changed (KliLiveBusiness *business): after each reading. */

G_END_DECLS
