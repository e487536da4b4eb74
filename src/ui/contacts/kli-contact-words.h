/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ways of reaching a contact look; their words are those of core/kli-part-words.h. */
#pragma once

#include "core/kli-part-words.h"

G_BEGIN_DECLS

/* Returns: (transfer none) */
const char *kli_point_icon (const KliRow *point);

/* The labels that are offered for a kind of point, NULL-terminated: words of the store. */
const char *const *kli_point_labels (const char *kind);

G_END_DECLS
