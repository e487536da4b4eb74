/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a merge could not keep in its place is told in the note (RELIABILITY G1). For the operations around it. */
#pragma once

#include "store/kli-edit.h"

G_BEGIN_DECLS

/* Puts @lines behind the other values that the merge of @going into @staying told, in the note of @staying. @lines: one
 * or more, the last without its end. Returns: FALSE with @error set */
gboolean kli_merge_note (KliEdit *edit, gint64 staying, gint64 going, const char *lines, GError **error);

G_END_DECLS
