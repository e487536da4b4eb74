/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two names are, and the keys by which those that are alike meet without comparing everybody with everybody
 * (domain 3.7: as sets of words, and joined). Names are match keys, as kli_name_match_key () makes them: folded, in
 * words, without titles. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In rising order. */
typedef enum
{
  KLI_LIKENESS_OTHER, /* two names */
  KLI_LIKENESS_PART,  /* one is a single word of the other: "budi", "budi santoso" */
  KLI_LIKENESS_LOOSE, /* two words agree and one name has more; an initial for a word; two letters of a long word */
  KLI_LIKENESS_NEAR,  /* one letter is missing, too many, another, or two changed places */
  KLI_LIKENESS_SAME,  /* the same words in any order, or the same when they are joined */
} KliLikeness;

/* The words in which two names differ: inside of the match keys. Both empty where it is not one word each. */
typedef struct
{
  const char *a;
  gsize a_length;
  const char *b;
  gsize b_length;
} KliNameDifference;

/* @difference: (out) (optional): of KLI_LIKENESS_NEAR and KLI_LIKENESS_LOOSE */
KliLikeness kli_duplicate_name_compare (const char *a, const char *b, KliNameDifference *difference);

/* A number for a word; 64 bits, so that two words of a million never meet by chance. */
guint64 kli_duplicate_word_hash (const char *word, gsize length);

/* The same for names with the same words, in any order. */
guint64 kli_duplicate_name_hash (const char *name);

/* Takes one key. */
typedef void (*KliDuplicateKeyFunc) (guint64 key, gpointer user_data);

/* Gives keys so that two names which are KLI_LIKENESS_SAME share one. */
void kli_duplicate_name_same_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data);

/* Gives keys so that two names which are KLI_LIKENESS_NEAR share one: the name without each of its letters. Names that
 * share one need not be near: compare them. The same key may come more than once. */
void kli_duplicate_name_near_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data);

/* Calls @func with each word of @name. */
void kli_duplicate_name_word_keys (const char *name, KliDuplicateKeyFunc func, gpointer user_data);

G_END_DECLS
