/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in a row that many records have. The indexes know who has each of them, and the texts of all those would have
 * to be read ("o z" at a million contacts); so of any two frequent words the set of those who have one behind the other
 * is kept, and longer rows follow from these. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-derive-private.h"

G_BEGIN_DECLS

/* What is known of the words during one derivation. Belongs to one thread. */
typedef struct _KliPhrases KliPhrases;

void kli_phrases_free (KliPhrases *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliPhrases, kli_phrases_free)

/* Adds to @rare those of the folded @words that are not frequent: all of them while the sets are being made, and a word
 * alone, which the indexes know. When there is none, adds to @found those who have @words in a row, in one field.
 * @doubtful: (out) (nullable) (transfer full): those of whom only their texts can tell; NULL when that is anybody who
 * has all of the words
 * @rare: (element-type utf8): borrows from @words */
gboolean kli_phrases_find (
    KliConnection *connection, char **words, KliBitmap *found, KliBitmap **doubtful, GPtrArray *rare, GError **error);

/* The words and notes of the record @local were @old and are @new, both in the order of KliFrequentOf. */
gboolean kli_phrases_follow (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error);

/* Once the number of records has doubled, finds out which words are frequent now; each call then lets some records
 * into their sets, in a transaction of the caller. @more: (out): whether there is more to do. */
gboolean kli_phrases_tidy (KliConnection *connection, gboolean *more, GError **error);
/* The same at once, when the search index was made anew and no set is there. */
gboolean kli_phrases_rebuild (KliConnection *connection, GError **error);

/* After records were removed: the words and rows that nobody has any more are forgotten. In a transaction of the
 * caller. */
gboolean kli_phrases_forget (KliConnection *connection, GError **error);

/* Compares them with the words of some records, mends those that differ, and moves @place, which begins as zeros. */
gboolean kli_phrases_mend (KliDeriveContext *context, KliDerivePlace *place, gboolean *mended, GError **error);

G_END_DECLS
