/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changeset means for our kinds of record. */
#pragma once

#include "core/kli-changes.h"
#include "store/kli-changeset.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Where the two columns stand that every tracked table has before the declared ones; a column of a
 * kind is KLI_TRACKED_COLUMNS further on. */
enum
{
  KLI_TRACKED_ID,
  KLI_TRACKED_DELETED_AT,
  KLI_TRACKED_COLUMNS,
};

/* Checks that a row can be one of ours: a table we know, no more columns than ours has (columns are
 * only ever added at the end), the id as its only key, and values of the columns' types.
 * Returns: (nullable): the kind, NULL with @error set (KLI_STORE_ERROR_DAMAGED). */
const KliKind *kli_changeset_row_kind (const KliChangesetRow *row, GError **error);

/* @row: checked by kli_changeset_row_kind. */
gint64 kli_changeset_row_id (const KliChangesetRow *row);

/* Notes in @changes what happened to the row. */
void kli_changeset_row_note (const KliChangesetRow *row, const KliKind *kind, KliChanges *changes);

/* @row: of @kind. Returns: FALSE with @error set to stop. */
typedef gboolean (*KliChangesetRowFunc) (const KliChangesetRow *row,
                                         const KliKind *kind,
                                         gpointer user_data,
                                         GError **error);

/* Calls @func for every row, once it was checked so. Returns: FALSE with @error set. */
gboolean kli_changeset_foreach (GBytes *changeset, KliChangesetRowFunc func, gpointer user_data, GError **error);

/* Checks every row. Returns: the number of rows, -1 with @error set. */
int kli_changeset_check (GBytes *changeset, GError **error);

/* Whatever has a card and a history of its own: a record that is nobody's part. */
typedef void (*KliCardFunc) (gint64 card, gpointer user_data);

/* Calls @func for every card to which the row belongs: its owners before and after the change, by
 * the values of KLI_COLUMN_OWNER columns; the row itself when it belongs to nobody. The same card may
 * come twice. An UPDATE that left the owner alone does not tell it: then the row is read from
 * @connection; one that was removed since tells nothing. Returns: FALSE with @error set. */
gboolean kli_changeset_row_foreach_card (const KliChangesetRow *row,
                                         const KliKind *kind,
                                         KliConnection *connection,
                                         KliCardFunc func,
                                         gpointer user_data,
                                         GError **error);

/* The same, and then for whatever else the row names (a tag, a manager), if the change made that link or ended it:
 * everything whose history the change is part of. Returns: FALSE with @error set. */
gboolean kli_changeset_row_foreach_touched (const KliChangesetRow *row,
                                            const KliKind *kind,
                                            KliConnection *connection,
                                            KliCardFunc func,
                                            gpointer user_data,
                                            GError **error);

/* A set of ids, and a KliCardFunc that adds to it. Returns: (transfer full) (element-type gint64) */
GHashTable *kli_id_set_new (void);
void kli_id_set_add (gint64 id, gpointer set);

G_END_DECLS
