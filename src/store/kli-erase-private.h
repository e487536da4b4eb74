/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of an erasure: who names a record, removing rows, removing traces. */
#pragma once

#include "store/kli-connection.h"
#include "store/kli-erase.h"
#include "store/kli-history-private.h"
#include "store/kli-naming.h"

G_BEGIN_DECLS

/* The record that the row belongs to and cannot do without; itself when it is nobody's part. */
gint64 kli_erase_first_owner (const KliRow *row);

/* Finds out who holds @id: a live row that belongs to a record which is not in @doomed (gint64 set) names it.
 * @holder: (out): that record, 0 for none */
gboolean
kli_erase_find_holder (KliConnection *connection, gint64 id, GHashTable *doomed, gint64 *holder, GError **error);

/* Every content that the values of a row name. */
void kli_erase_gather_content (const KliRow *row, GHashTable *hashes);
gboolean kli_erase_doubt_content (KliConnection *connection, GHashTable *hashes, GError **error);

/* In a write transaction: removes @id, with all that belongs to it and all that is derived from it, and marks the
 * entries of the history that tell of it. One that is not in the trash, or is held, stays, and leaves @doomed.
 * @changes: what was removed is added. @removed: (out) */
gboolean kli_erase_record (
    KliConnection *connection, gint64 id, GHashTable *doomed, KliChanges *changes, gboolean *removed, GError **error);

/* A slice of the history. */
typedef struct
{
  gint64 edit;
  gint64 n;
} KliEraseSlice;

/* The slices that tell of removed records. Returns: (transfer full) (element-type KliEraseSlice) (nullable) */
GArray *kli_erase_list_slices (KliConnection *connection, GError **error);

/* Appends to @slices those of every card that a removed row belonged to once, by what the slice @at tells. All of them
 * are to be looked at, also those that came. Only then are rows taken out, of the last one first: where an erasure goes
 * on that was broken off, the slices that lead to others are still as they were.
 * @known: (inout): set of gint64: the cards whose slices have come */
gboolean kli_erase_add_moved (KliConnection *connection, GArray *slices, guint at, GHashTable *known, GError **error);

/* In a write transaction: takes the rows out of the slice that are there no more. */
gboolean kli_erase_from_slice (KliConnection *connection, const KliEraseSlice *slice, GError **error);

/* In a write transaction: the history forgets up to @n removed records. @n_done: (out): how many */
gboolean kli_erase_from_touches (KliConnection *connection, guint n, guint *n_done, GError **error);

/* In a write transaction: looks whether the slices after @last name content that is in doubt, @n of them at a time,
 * and after the last slice removes what nothing names.
 * @doubts: (inout) (element-type utf8): a set of hashes; NULL to begin. @last: (inout). @ended: (out) */
gboolean kli_erase_content (
    KliConnection *connection, GHashTable **doubts, KliEraseSlice *last, guint n, gboolean *ended, GError **error);

/* Main thread: has the writer look whether a program left an erasure when it died, and goes on with it. */
void kli_erasure_resume (KliStore *store);

G_END_DECLS
