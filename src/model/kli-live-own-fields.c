/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business, kept up to date. */
#include "model/kli-live-own-fields.h"

#include "core/kli-kinds.h"

static const KliLiveWhat own_fields = {
  .name = "kli-live-own-fields",
  .kinds = { &kli_own_field_kind, &kli_own_choice_kind },
  .read = kli_own_fields_read_func,
  .free = (GDestroyNotify)kli_own_fields_unref,
};

KliLive *
kli_live_own_fields_of (KliStore *store)
{
  return kli_live_of (store, &own_fields);
}

const KliOwnFields *
kli_live_own_fields_get (KliLive *live)
{
  return kli_live_get (live, &own_fields);
}
