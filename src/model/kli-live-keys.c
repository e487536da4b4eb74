/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business as keys of searches, kept up to date. */
#include "model/kli-live-keys.h"

#include "core/kli-kinds.h"
#include "operations/kli-own-fields.h"

static const KliLiveWhat keys = {
  .name = "kli-live-keys",
  .kinds = { &kli_own_field_kind, &kli_setting_kind },
  .read = kli_own_fields_read_keys_func,
  .free = (GDestroyNotify)kli_query_keys_unref,
};

KliLive *
kli_live_keys_of (KliStore *store)
{
  return kli_live_of (store, &keys);
}

const KliQueryKeys *
kli_live_keys_get (KliLive *live)
{
  return kli_live_get (live, &keys);
}
