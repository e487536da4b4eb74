/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rows of frequent words share. Inside store/ only.
 *
 * Each frequent word has an empty set, which says so. A record is in one set for each two frequent words that stand
 * next to each other in a field of it. These tell the places of a word in the record apart, so that they join like the
 * links of a chain: who is in "sp 1, z 1", "z 1, o 1" and "o 1, o 2" has "sp z o o" in a row. Of one who has a word at
 * more places than are told apart, longer rows do not follow. Any word that is not frequent stands in the rows as "?",
 * always at the first place. */
#pragma once

#include "store/kli-phrases.h"

G_BEGIN_DECLS

/* So many places of a word in one record are told apart. */
#define KLI_PHRASE_PLACES 8
/* The key of the set of those who have a word at more places. */
#define KLI_PHRASE_TANGLED "phrase-tangled"

/* Stands for every word that is not frequent. */
#define KLI_PHRASE_OTHER "?"

/* A word that was asked for. */
typedef struct
{
  char *text;
  gboolean is_frequent;
  guint record; /* that it was met in last */
  guint n_met;  /* how often in that one */
} KliPhraseWord;

struct _KliPhrases
{
  KliConnection *connection;
  gint64 n_counted;  /* how many records there were when words were counted; 0: they were not yet */
  gint64 next;       /* the number of the record to look at next, -1 for none: every set is made */
  GHashTable *words; /* text → KliPhraseWord */
  GHashTable *keys;  /* of the sets that records came into or left */
  guint record;      /* grows with each that is looked at */
};

/* Returns: (transfer full) (nullable): NULL with @error set. */
KliPhrases *kli_phrases_new (KliConnection *connection, GError **error);
/* Returns: (transfer none) (nullable): NULL with @error set. */
KliPhraseWord *kli_phrases_look_up (KliPhrases *phrases, const char *text, GError **error);

/* @key becomes the beginning of the keys of @first and @second in a row; two letters follow, for the places that 'a'
 * and those behind it stand for. */
void kli_phrases_begin_row (GString *key, const char *first, const char *second);

G_END_DECLS
