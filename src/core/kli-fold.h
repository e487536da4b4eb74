/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as it is searched (folded: lodz finds Łódź) and as it is sorted (by ICU, in a language's order). */
#pragma once

#include "core/kli-language.h"

G_BEGIN_DECLS

/* Folds for searching and comparing (domain 3.7): compatibility forms resolved, case folded, diacritics
 * dropped (ł, đ, ø and their like included, which no Unicode normalisation takes apart), apostrophes and
 * invisible characters dropped, hyphens and white space to single spaces with none at the ends. Other
 * punctuation stays. What is not UTF-8 becomes U+FFFD. Folding what was folded changes nothing. The same
 * in every locale; any thread.
 * @text: (nullable)
 * Returns: (transfer full) (not nullable) */
char *kli_fold (const char *text);

/* Whether both, (nullable), fold to the same. */
gboolean kli_fold_equal (const char *a, const char *b);

/* The folded words of @text, in order, repetitions included: runs of letters, digits and private-use
 * characters, where FTS5's unicode61 tokeniser cuts too.
 * @text: (nullable)
 * Returns: (transfer full) (not nullable): NULL-terminated, for g_strfreev () */
char **kli_fold_words (const char *text);

/* Whether a word of @folded begins so, whatever follows: "nowy sacz" has the start "sa", and "nowy s", and "".
 * Both are folded already. */
gboolean kli_fold_has_start (const char *folded, const char *start);

/* The order of names in one language. Belongs to one thread at a time; open one for each thread. */
typedef struct _KliCollator KliCollator;

/* Returns: (transfer full) (not nullable) */
KliCollator *kli_collator_new (KliLanguage language);
void kli_collator_free (KliCollator *collator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliCollator, kli_collator_free)

/* Bytes whose memcmp () order, as of SQLite's blobs, is the order of the texts. They hold no 0 byte and
 * are worth keeping only together with kli_collator_version ().
 * Returns: (transfer full) (not nullable) */
GBytes *kli_collator_key (KliCollator *collator, const char *text);

/* Returns: less than, equal to or greater than 0, as the keys would compare. */
int kli_collator_compare (KliCollator *collator, const char *a, const char *b);

/* What made the keys: the language and ICU's version of its order ("pl 153.120"). Keys stored beside
 * another text than this must be made anew.
 * Returns: (transfer full) (not nullable) */
char *kli_collator_version (KliCollator *collator);

G_END_DECLS
