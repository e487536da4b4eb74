/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in a name that are not the name: titles, degrees, particles, legal forms. Used by the kli-name files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many of the words at @words (NULL-terminated) are one title before a name: 0 to 2. Does not take a title that
 * would leave no name behind it.
 * @after_title: whether a title stands before them */
guint kli_name_words_title (char **words, gboolean after_title);

/* Whether @word is a degree or generational suffix behind a name.
 * @after_comma: where short ones (MA, CA) can be told from names */
gboolean kli_name_words_is_degree (const char *word, gboolean after_comma);

/* Whether @word is "Jr.", "III" or the like, which stands without a comma. */
gboolean kli_name_words_is_generation (const char *word);

/* Whether @word begins a family name of several words (van, de, bin). */
gboolean kli_name_words_is_particle (const char *word);

/* Whether @word is small and only joins others ("i", "dan", "&"). */
gboolean kli_name_words_is_connective (const char *word);

/* Whether @word is a legal form that stands before an organisation's name (PT, Yayasan). */
gboolean kli_name_words_is_leading_form (const char *word);

/* How many of the last of @n_words words are a legal form behind an organisation's name ("sp. z o.o."); never all. */
guint kli_name_words_trailing_form (char **words, guint n_words);

G_END_DECLS
