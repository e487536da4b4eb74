/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on a card moves to another one. Inside operations/ only. */
#pragma once

#include "store/kli-edit.h"

G_BEGIN_DECLS

/* Every row of any kind that names @going, by whichever column was declared to name a record, names @staying, behind
 * what is there. One that is there already, or would stand between a contact and itself, is deleted instead. */
gboolean kli_merge_links (KliEdit *edit, gint64 staying, gint64 going, GError **error);

G_END_DECLS
