/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the segments. Saving one is kli_create_record () with a name and a query, renaming it and giving it
 * another query kli_set_field (), deleting it kli_trash (). */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Puts a segment at a place among the others, counted from 0 without itself.
 * Returns: (transfer full) */
KliOperation *kli_move_segment (gint64 segment, guint place);

G_END_DECLS
