/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved query as a condition of another. */
#pragma once

#include "store/kli-leaf.h"

G_BEGIN_DECLS

/* What the saved queries find of the segments that are called @argument: nothing where there is none, nor where one
 * would have to be answered while it is being answered, which operations/ does not let people save.
 * @statement: lists the segments
 * Returns: (transfer full) (nullable): NULL with @error set. */
KliBitmap *kli_segment_leaf_answer (KliQuestion *question, const char *statement, const char *argument, GError **error);

G_END_DECLS
