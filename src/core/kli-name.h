/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people and organisations: taking apart, putting together, sorting and comparing (domain 3.1, 3.2).
 * Texts go in as any bytes, NULL as "", and come out as valid UTF-8 on one line. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_NAME_PERSON,
  KLI_NAME_ORGANISATION,
} KliNameKind;

/* Never NULL once filled in; "" where there is nothing. Owned: clear with kli_name_parts_clear (). */
typedef struct
{
  char *prefix;     /* "mgr inż.", "Drs. H." */
  char *given;      /* the whole name of somebody who has one name only */
  char *additional; /* between given and family name */
  char *family;
  char *suffix; /* "S.Pd., M.Pd.", "Jr." */
} KliNameParts;

void kli_name_parts_clear (KliNameParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliNameParts, kli_name_parts_clear)

/* Takes a person's name apart as it is written, keeping the case of titles (Dr. and dr. are two things). Knows
 * titles before and degrees behind in Polish, Indonesian and English, "Kowalski, Jan", names of one word, and
 * particles that belong to a family name (van, de, bin). A guess: two words are given and family name.
 * @out: (out): need not have been filled in before; nothing in it is freed */
void kli_name_split (const char *full, KliNameParts *out);

/* The same as people of @country are named: in Indonesia the last word is no family name, so that the whole name is the
 * given one ("Budi Santosa", "Ahmad bin Yusuf"), and sorted as written; "Santosa, Budi" says itself which is which.
 * @country: (nullable): an ISO country code
 * @out: (out): need not have been filled in before */
void kli_name_split_in (const char *country, const char *full, KliNameParts *out);

/* The parts in the order in which they are written, degrees after a comma. Each may be NULL.
 * Returns: (transfer full) (not nullable) */
char *
kli_name_full (const char *prefix, const char *given, const char *additional, const char *family, const char *suffix);

/* The text to sort by, for a KliCollator: without titles, degrees and, of organisations, a leading PT, CV, UD,
 * Yayasan or Koperasi. Not for display: family and given names are separated by a character that sorts before every
 * other, so that all of one family name stand together.
 * @given, @additional, @family: (nullable): of a person; without a given or family name @display_name is taken apart
 * @by_family: family name first
 * Returns: (transfer full) (not nullable) */
char *kli_name_sort_text (KliNameKind kind,
                          const char *given,
                          const char *additional,
                          const char *family,
                          const char *display_name,
                          gboolean by_family);

/* For an avatar: the first graphemes of the first two words, in upper case, without titles, legal forms and small
 * words between them. "" when there is no letter, digit or sign to show.
 * Returns: (transfer full) (not nullable) */
char *kli_name_initials (const char *display_name);

/* Equal for names that are probably the same: folded, without titles, degrees and legal forms, given name first,
 * and with the feminine endings -ska, -cka and -dzka as -ski, -cki and -dzki. "" only when there is no word in it.
 * Returns: (transfer full) (not nullable) */
char *kli_name_match_key (const char *name);

/* The same Polish surname of the other gender: "kowalski" of "kowalska" and the other way round, for the endings -ski,
 * -cki and -dzki, which are equal in searches (domain 3.1). @word: folded.
 * Returns: (transfer full) (nullable): NULL for every other word */
char *kli_name_other_gender (const char *word);

G_END_DECLS
