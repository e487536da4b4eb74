/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sets of members (kli-member-set.h) there are, so that an edit, which asks for every word and beginning of its
 * record, does not ask the store each time. Only for the writer, beside which nobody makes or drops a set. Inside
 * store/ only. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _KliKnownSets KliKnownSets;

/* Listens to @handle, which must outlive it: nothing is known any more as soon as a set goes, one comes that was not
 * expected, or a transaction is given up. SQLite does not tell of a DELETE without WHERE, which nobody uses here.
 * Returns: (transfer full) */
KliKnownSets *kli_known_sets_new (sqlite3 *handle);
/* @known: (transfer full) (nullable) */
void kli_known_sets_free (KliKnownSets *known);

/* The keys of all sets that begin as @key does, up to its first space.
 * Returns: (transfer none) (nullable) (element-type utf8): until something is written; NULL: they are not known */
GHashTable *kli_known_sets_look_up (const KliKnownSets *known, const char *key);
/* From now on they are: @keys are all that begin with @start, which ends in a space. Returns: (transfer none): the same
 */
GHashTable *kli_known_sets_add (KliKnownSets *known, const char *start, const GPtrArray *keys);
/* @known: (nullable). The next set that comes has the key @key, borrowed until then; NULL: none comes */
void kli_known_sets_expect (KliKnownSets *known, const char *key);

G_END_DECLS
