/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of fields of the business are typed on a card, by their types. */
#pragma once

#include "ui/shared/kli-field-bind.h"

G_BEGIN_DECLS

/* For a value of @type that is typed; it is stored in its plain form (kli-own-value.h).
 * Returns: (transfer none) (nullable): NULL for a type whose values are chosen */
const KliFieldCodec *kli_own_codec_for (const char *type);

/* What stands before such a value. Returns: (transfer none) */
const char *kli_own_icon_for (const char *type);

G_END_DECLS
