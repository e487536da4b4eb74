/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody who is compared, in memory: some 60 bytes for each. Inside operations/ only. */
#pragma once

#include "core/kli-duplicate.h"
#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KliDuplicatePeople KliDuplicatePeople;

/* Reads all contacts that are not in the trash. Returns: (transfer full) (nullable): NULL with @error set. */
KliDuplicatePeople *kli_duplicate_people_read (KliConnection *connection, GCancellable *cancellable, GError **error);
void kli_duplicate_people_free (KliDuplicatePeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliDuplicatePeople, kli_duplicate_people_free)

/* The rest speaks of them by their places, which are in the order of their ids. */
guint kli_duplicate_people_count (const KliDuplicatePeople *people);
gint64 kli_duplicate_people_get_id (const KliDuplicatePeople *people, guint place);
/* The match key of the name. Returns: (transfer none) */
const char *kli_duplicate_people_get_name (const KliDuplicatePeople *people, guint place);
/* "" unless the whole day is known. Returns: (transfer none) */
const char *kli_duplicate_people_get_birthday (const KliDuplicatePeople *people, guint place);
/* @place: (out). Returns: FALSE when nobody has @id. */
gboolean kli_duplicate_people_find (const KliDuplicatePeople *people, gint64 id, guint *place);

/* How many have a name of the same words, themselves included: known once kli_duplicate_people_count_names () ran. */
void kli_duplicate_people_count_names (KliDuplicatePeople *people);
guint kli_duplicate_people_get_namesakes (const KliDuplicatePeople *people, guint place);

/* Whether both are people, or both organisations. */
gboolean kli_duplicate_people_is_same_kind (const KliDuplicatePeople *people, guint a, guint b);

/* Compares their names; words that many others have are no misspellings. Two of different kinds are two. */
KliLikeness kli_duplicate_people_compare (const KliDuplicatePeople *people, guint a, guint b);

/* Fills in what is known of the two from their cards alone: all but what they share. */
void kli_duplicate_people_describe (const KliDuplicatePeople *people, guint a, guint b, KliDuplicateEvidence *evidence);

G_END_DECLS
