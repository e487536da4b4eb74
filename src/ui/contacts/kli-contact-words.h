/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ways of reaching a contact look, and what they open with; their words are those of core/kli-part-words.h. */
#pragma once

#include "core/kli-part-words.h"

G_BEGIN_DECLS

/* Returns: (transfer none) */
const char *kli_point_icon (const KliRow *point);

/* The labels that are offered for a kind of point, NULL-terminated: words of the store. */
const char *const *kli_point_labels (const char *kind);

/* What a point opens with: tel:, mailto: or its page. Returns: (transfer full) (nullable): NULL when it opens nothing
 * that is safe (RELIABILITY D5). */
char *kli_point_uri (const KliRow *point);

G_END_DECLS
