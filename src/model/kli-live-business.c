/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business, kept up to date. */
#include "model/kli-live-business.h"

#include "core/kli-kinds.h"

static const KliLiveWhat business = {
  .name = "kli-live-business",
  .kinds = { &kli_setting_kind },
  .read = kli_business_read_func,
  .free = (GDestroyNotify)kli_business_free,
};

KliLive *
kli_live_business_of (KliStore *store)
{
  return kli_live_of (store, &business);
}

const KliBusiness *
kli_live_business_get (KliLive *live)
{
  return kli_live_get (live, &business);
}
