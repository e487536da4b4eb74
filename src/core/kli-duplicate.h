/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two contacts may be one: what speaks for it and against it, weighed by how rare it is (domain 3.7). Pure; any
 * thread. Never a verdict: somebody looks at each pair. */
#pragma once

#include "core/kli-duplicate-name.h"

G_BEGIN_DECLS

/* Pairs that score less are not shown. The most is 100. */
#define KLI_DUPLICATE_SCORE_MIN 55
/* A phone number, mail address or identifier that more contacts have says nothing about two of them. */
#define KLI_DUPLICATE_HOLDERS_MAX 8
/* Names that more contacts have need a key beside them. */
#define KLI_DUPLICATE_NAMESAKES_MAX 10
/* And of those with so many a birthday is not enough. */
#define KLI_DUPLICATE_NAMESAKES_WITH_BIRTHDAY_MAX 50
/* A word that more names have may be a name of its own, not the misspelling of another. */
#define KLI_DUPLICATE_MISSPELT_MAX 3

typedef enum
{
  KLI_BIRTHDAYS_UNKNOWN, /* of one of them, or the year */
  KLI_BIRTHDAYS_SAME,
  KLI_BIRTHDAYS_CLOSE, /* one digit is another, or day and month changed places */
  KLI_BIRTHDAYS_DIFFERENT,
} KliBirthdays;

/* What is known of two contacts of one kind. */
typedef struct
{
  KliLikeness likeness;
  guint n_namesakes; /* how many contacts have the one name or the other; at least 2 */
  guint n_phone;     /* how many contacts have the rarest phone number that both have, 0: they share none */
  guint n_mail;
  guint n_identifier;
  KliBirthdays birthdays;
  gboolean generations_differ; /* Jr. and Sr. */
} KliDuplicateEvidence;

/* Why, as flags. */
typedef enum
{
  KLI_DUPLICATE_SAME_NAME = 1 << 0,
  KLI_DUPLICATE_NEAR_NAME = 1 << 1,
  KLI_DUPLICATE_LIKE_NAME = 1 << 2, /* parts of it */
  KLI_DUPLICATE_PHONE = 1 << 3,
  KLI_DUPLICATE_MAIL = 1 << 4,
  KLI_DUPLICATE_IDENTIFIER = 1 << 5,
  KLI_DUPLICATE_BIRTHDAY = 1 << 6,
  KLI_DUPLICATE_OTHER_BIRTHDAY = 1 << 7, /* against it */
  KLI_DUPLICATE_GENERATION = 1 << 8,     /* against it */
} KliDuplicateReasons;

/* @reasons: (out) (optional): what counted
 * Returns: 0 to 100. Two names are never one person, whatever they share, but for an identifier. */
guint kli_duplicate_weigh (const KliDuplicateEvidence *evidence, KliDuplicateReasons *reasons);

/* @a, @b: "YYYY-MM-DD", "--MM-DD" or "" */
KliBirthdays kli_duplicate_compare_birthdays (const char *a, const char *b);

/* Whether two words that differ little are two names (Maria, Marta) and not a name and its misspelling: so many names
 * have each, and misspellings are rare beside the right word. */
gboolean kli_duplicate_are_two_words (guint n_a, guint n_b);

/* The word for one reason in files and scripts: "same-name", "phone" …
 * Returns: (transfer none) (nullable) */
const char *kli_duplicate_reason_word (KliDuplicateReasons reason);

/* The same for people: a msgid ("Same phone number"). Returns: (transfer none) (nullable) */
const char *kli_duplicate_reason_label (KliDuplicateReasons reason);

/* The flags one by one, in the order in which they are told; ends with 0. */
extern const KliDuplicateReasons kli_duplicate_reasons[];

G_END_DECLS
