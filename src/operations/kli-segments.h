/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the segments, and the names that they ask for. Saving one is kli_create_record () with a name and a
 * query, renaming it and giving it another query kli_set_field (), deleting it kli_trash (). */
#pragma once

#include "core/kli-filter.h"
#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Puts a segment at a place among the others, counted from 0 without itself.
 * Returns: (transfer full) */
KliOperation *kli_move_segment (gint64 segment, guint place);

/* Of a tag, a staff member or a segment that is given another name in @edit: every segment that found it under the
 * name @before finds it under the name @after, too. @condition: "tag", "manager", "deputy" or "segment".
 * Returns: FALSE with @error set. */
gboolean
kli_segments_follow_name (KliEdit *edit, const char *condition, const char *before, const char *after, GError **error);

/* Puts what @func says in the place of every condition that the segments ask.
 * Returns: FALSE with @error set. */
gboolean kli_segments_replace_leaves (KliEdit *edit, KliLeafFunc func, gpointer user_data, GError **error);

/* Whether @leaf is one of those that are looked for. */
typedef gboolean (*KliLeafTest) (const KliFilter *leaf, gpointer user_data);

/* The names of the segments with a condition that @test says yes to, in their order.
 * Returns: (transfer full) (element-type utf8) (nullable): NULL with @error set. */
GPtrArray *
kli_segments_list_with_leaf (KliConnection *connection, KliLeafTest test, gpointer user_data, GError **error);

/* The names of the segments that ask for @name, in their order: those that would find fewer without it.
 * @condition: as above. Returns: (transfer full) (element-type utf8) (nullable): NULL with @error set. */
GPtrArray *
kli_segments_list_asking (KliConnection *connection, const char *condition, const char *name, GError **error);

G_END_DECLS
