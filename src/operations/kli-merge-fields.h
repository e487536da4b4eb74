/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one card says that two cards said (RELIABILITY G1): one value stays for each field, and what does not stay is
 * kept in the note. Rows only, no store. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-row.h"

G_BEGIN_DECLS

/* The field that is chosen together with @column: the name for its parts, the picture for its type. */
guint kli_merge_field_of (guint column);

/* Whether it can be chosen for @column, from which card it is taken. */
gboolean kli_merge_can_choose (guint column);

/* Whether the two say different things in @column, so that there is something to choose. */
gboolean kli_merge_differs (const KliRow *staying, const KliRow *going, guint column);

/* The fields of both. A field that is empty on one card is taken from the other.
 * @chosen: (element-type guint): the columns that are taken from @going although @staying says something
 * @photo: (out) (transfer full) (nullable): the picture that does not stay
 * @names: tells the name of a record whose id is a value; @user_data is its own
 * Returns: (transfer full): @staying as it becomes; its note says what was lost */
KliRow *kli_merge_fields (const KliRow *staying,
                          const KliRow *going,
                          const GArray *chosen,
                          KliLanguage language,
                          char *(*names) (gint64 id, gpointer user_data),
                          gpointer user_data,
                          char **photo);

G_END_DECLS
