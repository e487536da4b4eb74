/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the fields that a business defined. */
#pragma once

#include "store/kli-leaf.h"

G_BEGIN_DECLS

/* The contacts whose field of that type and name says @argument: nobody where there is no such field.
 * @condition: a kli_own_condition_get ()
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *
kli_own_leaf_answer (KliQuestion *question, const KliCondition *condition, const char *argument, GError **error);

/* The fields that @condition means: one, unless somebody meddled with the names.
 * Returns: (transfer full) (element-type KliRow) (nullable): own_field; NULL with @error set. */
GPtrArray *kli_own_leaf_find_fields (KliConnection *connection, const KliCondition *condition, GError **error);

G_END_DECLS
