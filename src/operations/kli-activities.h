/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activities of a contact: how one is written, and what holds of each. */
#pragma once

#include "operations/kli-shape.h"

G_BEGIN_DECLS

/* activity+=CHANNEL|DIRECTION|DAY|TIME|SUBJECT|STAFF|NOTE, where the last may be missing: no day means today, STAFF is
 * the name or id of somebody on the staff. As the fill of KliPartWord. */
gboolean
kli_activity_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error);

/* activities.N.staff=NAME, or the id, or nothing for nobody. Returns: FALSE with KLI_OPERATION_ERROR_NOT_FOUND when
 * there is no such member of the staff. */
gboolean kli_activity_refer (KliAssignContext *context, KliRow *part, guint column, const char *text, GError **error);

/* Whether @b repeats @a in everything. */
gboolean kli_activity_same (const KliRow *a, const KliRow *b);

/* Makes the activities of @draft keep their rules: each has a day that is not to come, and a time that is one. */
gboolean kli_activities_settle (KliDraft *draft, GError **error);

G_END_DECLS
