/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a piece of a typed text is looked for: in the indexes of words, among the names of tags, among the keys. Every
 * function adds the local numbers of whom it finds to @found. Inside store/ only. */
#pragma once

#include "core/kli-bitmap.h"
#include "store/kli-search.h"

G_BEGIN_DECLS

/* How much of a key was typed. */
typedef enum
{
  KLI_SEARCH_BEGINNING,
  KLI_SEARCH_WHOLE,
} KliSearchPart;

/* By a word of a name, of a note or of a tag that starts with the folded @word, or with the same surname of the other
 * gender. */
gboolean kli_search_find_word (KliSearch *search, const char *word, KliBitmap *found, GError **error);

/* By the folded @words in a row, whole, in one field or in the name of one tag. @words: NULL-terminated, not empty */
gboolean kli_search_find_row (KliSearch *search, char **words, KliBitmap *found, GError **error);

/* By a telephone number or another number, with the digits of @text; its last four or more do as well. */
gboolean
kli_search_find_number (KliSearch *search, const char *text, KliSearchPart part, KliBitmap *found, GError **error);

/* By a mail address or what stands behind its @, a web page, a chat name, or an identifier. */
gboolean
kli_search_find_plain (KliSearch *search, const char *text, KliSearchPart part, KliBitmap *found, GError **error);

G_END_DECLS
