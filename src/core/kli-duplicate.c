/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two contacts may be one. */
#include "core/kli-duplicate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCORE_MAX 100
#define BIRTHDAY_POINTS 25
#define OTHER_BIRTHDAY_POINTS 30
#define CLOSE_BIRTHDAY_POINTS 10
#define GENERATION_POINTS 40
/* So often a word is written right for one misspelling. */
#define MISSPELT_RATIO 20

/* Points that count up to so many holders; a row of them ends with 0 holders. */
typedef struct
{
  guint n_holders;
  guint points;
} Step;

/* A rare name is enough alone, a common one never is. */
static const Step same_name[] = { { 3, 60 }, { 5, 55 }, { 10, 45 }, { 50, 30 }, { G_MAXUINT, 25 }, { 0, 0 } };
static const Step near_name[] = { { 3, 55 }, { 5, 50 }, { 10, 40 }, { G_MAXUINT, 25 }, { 0, 0 } };
static const Step loose_name[] = { { G_MAXUINT, 25 }, { 0, 0 } };
static const Step part_of_name[] = { { G_MAXUINT, 15 }, { 0, 0 } };
static const Step phone[] = { { 2, 40 }, { 3, 35 }, { 4, 30 }, { KLI_DUPLICATE_HOLDERS_MAX, 20 }, { 0, 0 } };
static const Step mail[] = { { 2, 45 }, { 3, 40 }, { 4, 35 }, { KLI_DUPLICATE_HOLDERS_MAX, 25 }, { 0, 0 } };
static const Step identifier[] = { { 2, 60 }, { 3, 50 }, { KLI_DUPLICATE_HOLDERS_MAX, 40 }, { 0, 0 } };

static const struct
{
  const Step *steps;
  KliDuplicateReasons reason;
} likenesses[] = {
  [KLI_LIKENESS_OTHER] = { NULL, 0 },
  [KLI_LIKENESS_PART] = { part_of_name, KLI_DUPLICATE_LIKE_NAME },
  [KLI_LIKENESS_LOOSE] = { loose_name, KLI_DUPLICATE_LIKE_NAME },
  [KLI_LIKENESS_NEAR] = { near_name, KLI_DUPLICATE_NEAR_NAME },
  [KLI_LIKENESS_SAME] = { same_name, KLI_DUPLICATE_SAME_NAME },
};

const KliDuplicateReasons kli_duplicate_reasons[] = { KLI_DUPLICATE_SAME_NAME,  KLI_DUPLICATE_NEAR_NAME,
                                                      KLI_DUPLICATE_LIKE_NAME,  KLI_DUPLICATE_IDENTIFIER,
                                                      KLI_DUPLICATE_PHONE,      KLI_DUPLICATE_MAIL,
                                                      KLI_DUPLICATE_BIRTHDAY,   KLI_DUPLICATE_OTHER_BIRTHDAY,
                                                      KLI_DUPLICATE_GENERATION, 0 };

static const struct
{
  KliDuplicateReasons reason;
  const char *word;
  const char *label;
} words[] = {
  { KLI_DUPLICATE_SAME_NAME, "same-name", N_ ("Same name") },
  { KLI_DUPLICATE_NEAR_NAME, "near-name", N_ ("Nearly the same name") },
  { KLI_DUPLICATE_LIKE_NAME, "like-name", N_ ("Similar name") },
  { KLI_DUPLICATE_PHONE, "phone", N_ ("Same phone number") },
  { KLI_DUPLICATE_MAIL, "mail", N_ ("Same email address") },
  { KLI_DUPLICATE_IDENTIFIER, "identifier", N_ ("Same identification number") },
  { KLI_DUPLICATE_BIRTHDAY, "birthday", N_ ("Same birthday") },
  { KLI_DUPLICATE_OTHER_BIRTHDAY, "other-birthday", N_ ("Different birthdays") },
  { KLI_DUPLICATE_GENERATION, "generation", N_ ("Perhaps parent and child") },
};

/* --- weighing ----------------------------------------------------------------------------------------- */

static guint
count_points (const Step *steps, guint n_holders)
{
  if (steps == NULL || n_holders == 0)
    return 0;
  for (; steps->n_holders != 0; steps++)
    if (n_holders <= steps->n_holders)
      return steps->points;

  return 0;
}

/* Adds the points that speak for it. */
static guint
add (const Step *steps, guint n_holders, KliDuplicateReasons reason, KliDuplicateReasons *reasons)
{
  guint points = count_points (steps, n_holders);

  if (points > 0)
    *reasons |= reason;

  return points;
}

static guint
weigh_for (const KliDuplicateEvidence *evidence, KliDuplicateReasons *reasons)
{
  guint score = add (likenesses[evidence->likeness].steps, MAX (evidence->n_namesakes, 2),
                     likenesses[evidence->likeness].reason, reasons);

  score += add (phone, evidence->n_phone, KLI_DUPLICATE_PHONE, reasons);
  score += add (mail, evidence->n_mail, KLI_DUPLICATE_MAIL, reasons);
  score += add (identifier, evidence->n_identifier, KLI_DUPLICATE_IDENTIFIER, reasons);
  if (evidence->birthdays == KLI_BIRTHDAYS_SAME)
    {
      score += BIRTHDAY_POINTS;
      *reasons |= KLI_DUPLICATE_BIRTHDAY;
    }
  /* A couple shares a telephone and perhaps a mail box. */
  if (evidence->likeness == KLI_LIKENESS_OTHER && !(*reasons & KLI_DUPLICATE_IDENTIFIER))
    score = MIN (score, KLI_DUPLICATE_SCORE_MIN - 5);

  return MIN (score, SCORE_MAX);
}

static guint
weigh_against (const KliDuplicateEvidence *evidence, KliDuplicateReasons *reasons)
{
  guint points = 0;

  if (evidence->birthdays == KLI_BIRTHDAYS_DIFFERENT || evidence->birthdays == KLI_BIRTHDAYS_CLOSE)
    {
      points += evidence->birthdays == KLI_BIRTHDAYS_CLOSE ? CLOSE_BIRTHDAY_POINTS : OTHER_BIRTHDAY_POINTS;
      *reasons |= KLI_DUPLICATE_OTHER_BIRTHDAY;
    }
  if (evidence->generations_differ)
    {
      points += GENERATION_POINTS;
      *reasons |= KLI_DUPLICATE_GENERATION;
    }

  return points;
}

guint
kli_duplicate_weigh (const KliDuplicateEvidence *evidence, KliDuplicateReasons *reasons)
{
  KliDuplicateReasons counted = 0;
  guint score, against;

  g_return_val_if_fail (evidence != NULL, 0);

  score = weigh_for (evidence, &counted);
  against = weigh_against (evidence, &counted);
  if (reasons != NULL)
    *reasons = counted;

  return score > against ? score - against : 0;
}

gboolean
kli_duplicate_are_two_words (guint n_a, guint n_b)
{
  return MIN (n_a, n_b) > KLI_DUPLICATE_MISSPELT_MAX && MIN (n_a, n_b) > MAX (n_a, n_b) / MISSPELT_RATIO;
}

/* --- birthdays ---------------------------------------------------------------------------------------- */

KliBirthdays
kli_duplicate_compare_birthdays (const char *a, const char *b)
{
  guint n_different = 0;

  g_return_val_if_fail (a != NULL && b != NULL, KLI_BIRTHDAYS_UNKNOWN);

  if (strlen (a) != strlen ("YYYY-MM-DD") || strlen (b) != strlen ("YYYY-MM-DD"))
    return KLI_BIRTHDAYS_UNKNOWN;
  for (guint i = 0; a[i] != '\0'; i++)
    n_different += a[i] != b[i];
  if (n_different == 0)
    return KLI_BIRTHDAYS_SAME;
  if (n_different == 1 || (memcmp (a, b, 4) == 0 && memcmp (a + 5, b + 8, 2) == 0 && memcmp (a + 8, b + 5, 2) == 0))
    return KLI_BIRTHDAYS_CLOSE;

  return KLI_BIRTHDAYS_DIFFERENT;
}

/* --- words -------------------------------------------------------------------------------------------- */

const char *
kli_duplicate_reason_word (KliDuplicateReasons reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].reason == reason)
      return words[i].word;

  return NULL;
}

const char *
kli_duplicate_reason_label (KliDuplicateReasons reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].reason == reason)
      return words[i].label;

  return NULL;
}
