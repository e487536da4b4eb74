/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings of words and of keys that many records have ("a", "warsz", "48600"): the search index would list all of
 * them again at each key that is pressed, so the set of those who have one is kept. Inside store/
 * only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-derive-private.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_FREQUENT_WORDS, /* of names and titles, folded */
  KLI_FREQUENT_KEYS,  /* of phone numbers and addresses (kli-search-key.h) */
  KLI_FREQUENT_NOTES, /* words of notes, folded */
  KLI_FREQUENT_N,
} KliFrequentOf;

/* Adds those with a word or key that starts with @start to @found, when that is kept. A blank ends a word: "anna " is
 * the whole one. */
gboolean kli_frequent_read (
    KliConnection *connection, KliFrequentOf of, const char *start, KliBitmap *found, gboolean *kept, GError **error);

/* The words, keys or notes of the record @local were @old and are @new; "" when there were or are none. */
gboolean kli_frequent_follow (
    KliDeriveContext *context, KliFrequentOf of, guint32 local, const char *old, const char *new, GError **error);

/* Once the number of records has doubled, finds out which beginnings are frequent now; each call then makes the set
 * of one of them, in a transaction of the caller. @more: (out): whether there is more to do. */
gboolean kli_frequent_tidy (KliConnection *connection, gboolean *more, GError **error);
/* The same at once, when the search index was made anew and no set is there. */
gboolean kli_frequent_rebuild (KliConnection *connection, GError **error);

/* Whether anybody has a word or key that starts with @start, as above. */
gboolean
kli_frequent_is_had (KliConnection *connection, KliFrequentOf of, const char *start, gboolean *had, GError **error);

/* After records were removed: nothing is left of beginnings that nobody has any more. In a transaction of the
 * caller. */
gboolean kli_frequent_forget (KliConnection *connection, GError **error);

/* Compares them with the words of some records, mends those that differ, and moves @place, which begins as zeros. */
gboolean kli_frequent_mend (KliDeriveContext *context, KliDerivePlace *place, gboolean *mended, GError **error);

G_END_DECLS
