/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations in vCards: RELATED (RFC 6350 6.6.6), with what only we say in parameters of our own. */
#pragma once

#include "core/kli-row.h"

G_BEGIN_DECLS

/* Appends the line of @extra without its end, when it is a relation (core/kli-related.h). Returns: FALSE when it is
 * none: then nothing is appended */
gboolean kli_vcard_append_related (GString *out, const KliRow *extra);

G_END_DECLS
