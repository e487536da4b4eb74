/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a record: the leaf conditions of queries, declared once for the typed form, the filter
 * builder and the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_QUERY_CONTACTS,
  KLI_QUERY_CONTRACTS,
  KLI_QUERY_TRASH, /* contacts and contracts in the trash, newest first */
} KliQueryTarget;

/* Nobody asks for more days. */
#define KLI_CONDITION_DAYS_MAX 36500

/* What a condition is told besides its name; all of it is language-neutral text. */
typedef enum
{
  KLI_ARGUMENT_TEXT,   /* a name, compared as folded; "sa*" is any in which a word begins so */
  KLI_ARGUMENT_CHOICE, /* one of the condition's choices */
  KLI_ARGUMENT_DAYS,   /* "0" … "36500", counted from today */
  KLI_ARGUMENT_SINCE,  /* the same, or the day that it begins with, "2026-11-22" */
  KLI_ARGUMENT_ID,     /* of a record */
  KLI_ARGUMENT_RANGE,  /* of a number, an amount or a date of the business's own: core/kli-own-condition.h */
} KliArgumentKind;

/* How a condition and its argument make a sentence. */
typedef enum
{
  KLI_RELATION_IS,   /* the city is, is not … */
  KLI_RELATION_HAS,  /* the contact has, has no … */
  KLI_RELATION_LAST, /* edited in the last … days, or since … */
  KLI_RELATION_NEXT, /* a birthday in the next … days */
} KliRelation;

/* A constant; compare conditions by address.
 *
 *   of contacts:
 *     kind           person, organisation, household
 *     has            whether something is recorded: phone, mail, address, birthday, anniversary, note, photo,
 *                    contract, tag, organisation, relation, household
 *     is             archived
 *     tag            by the name of the tag
 *     city, region, country   of any of the addresses
 *     manager        by the name of the account manager
 *     deputy         by the name of the deputy of the account manager
 *     organisation   by the name of one that the person works at
 *     relation       by the name of somebody who is related to the contact
 *     parent, child, payer, signatory … each end of a relation: by the name of somebody who is that to the contact
 *                    (core/kli-relation.h)
 *     household      by the name of the one that the person lives in
 *     contract       in this state is a contract it is a party to (domain 5.5)
 *     contract-ends  the term of such a contract in force ends within so many days
 *     birthday, anniversary   comes within so many days; on 28 February for the 29th where the year has none
 *     edited         within the last so many days, or since a day
 *     contacted      there was something with it within the last so many days, or since a day
 *     segment        by its name: what its saved query finds
 *     at             the people of an organisation, or the organisations of a person
 *   of contracts:
 *     state, ends    as contract and contract-ends
 *     of             the contact that is a party to it
 *   of both:
 *     created        within the last so many days, or since a day
 *
 * "Has no", "not for" and "before" are said with a not around them. The fields that a business defined are asked for by
 * conditions of their own (core/kli-own-condition.h). */
typedef struct
{
  const char *name; /* also the key of the typed form in English; its translation (context "search key") the others */
  KliArgumentKind argument;
  guint targets;              /* a bit (1 << KliQueryTarget) for each */
  const char *const *choices; /* KLI_ARGUMENT_CHOICE: NULL-terminated; NULL otherwise */
  KliRelation relation;
  const char *label;                /* what it is called; a msgid with the context "condition" */
  const char *const *choice_labels; /* what the choices are called; msgids with the context "condition value" */
  const char *own_type; /* of a field of the business its type, and then the label is no msgid; NULL otherwise */
} KliCondition;

/* Every condition that a filter builder can offer, for one target after the other in the order of the list above.
 * @n: (out). Returns: (transfer none) */
const KliCondition *kli_conditions (guint *n);

/* What was typed without a key, beside those: every word found somewhere as a beginning, in any order; and words
 * found next to each other in this order. Of every target, with a KLI_ARGUMENT_TEXT of its own sense. */
#define KLI_CONDITION_WORDS "words"
#define KLI_CONDITION_PHRASE "phrase"

/* Whether @name fits the @argument of a condition with a KLI_ARGUMENT_TEXT. */
gboolean kli_condition_is_called (const char *argument, const char *name);

/* One of those or of a field of the business. Returns: (transfer none) (nullable): NULL when there is none called
 * @name. */
const KliCondition *kli_condition_find (const char *name);

/* What people call it. Returns: (transfer none) */
const char *kli_condition_get_label (const KliCondition *condition);
/* What people call one of its choices. Returns: (transfer none) */
const char *kli_condition_get_choice_label (const KliCondition *condition, const char *choice);

/* Whether @argument is one that @condition can be asked with. */
gboolean kli_condition_accepts (const KliCondition *condition, const char *argument);

/* Whether records of @target can be asked for @condition. */
gboolean kli_condition_is_of (const KliCondition *condition, KliQueryTarget target);

G_END_DECLS
