/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words to make contacts of, and a source of chance that gives the same row for the same seed on every
 * machine. Inside operations/ only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} KliChance;

/* @place: chances of different places have nothing to do with each other. */
KliChance kli_chance_begin (guint64 seed, guint64 place);
/* Returns: 0 to @n − 1 */
guint kli_chance_below (KliChance *chance, guint n);
/* TRUE in @percent of all cases. */
gboolean kli_chance_percent (KliChance *chance, guint percent);

/* The lists of one country, read from generate/ in the resource. */
typedef struct _KliGenerateWords KliGenerateWords;

/* @language: "pl", "id". Returns: (transfer full) */
KliGenerateWords *kli_generate_words_new (const char *language);
void kli_generate_words_free (KliGenerateWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliGenerateWords, kli_generate_words_free)

/* The first word of the list. Returns: (transfer none): "" when it has none. */
const char *kli_generate_words_get (const KliGenerateWords *words, const char *list);
/* Any word of the list. Returns: (transfer none): "" when it has none. */
const char *kli_generate_words_pick (const KliGenerateWords *words, const char *list, KliChance *chance);

/* Whether the list has @word. */
gboolean kli_generate_words_has (const KliGenerateWords *words, const char *list, const char *word);

G_END_DECLS
