/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of the fields that a business defined: a condition for each name and type of one. Any thread.
 *
 * A text, a link, a choice and a person are asked for as texts are everywhere, "*" for any; yes and no are choices.
 * Numbers, amounts and dates are asked for by one value or by two ends, in their plain forms:
 *
 *   A   <A   <=A   >A   >=A   A..B       where an amount names its currency: >=100.00 PLN, 100.00..200.00 PLN
 *   30   -30                             of dates: within the next, the last so many days, counted from today
 *   *                                    any */
#pragma once

#include "core/kli-condition.h"
#include "core/kli-day.h"
#include "core/kli-language.h"

G_BEGIN_DECLS

/* What kli_filter_print () writes and kli_condition_find () understands begins with it. */
#define KLI_OWN_CONDITION_PREFIX "own-"

/* Of fields of @type (core/kli-own-value.h) called @name. Equal names and types give the same condition, which lives as
 * long as the program. Returns: (transfer none) (nullable): NULL for an unknown type and a name of nothing */
const KliCondition *kli_own_condition_get (const char *type, const char *name);
/* The same by the name of the condition. Returns: (transfer none) (nullable) */
const KliCondition *kli_own_condition_find (const char *name);
/* Whether fields called @name are meant, in whatever case and diacritics. */
gboolean kli_own_condition_is_of (const KliCondition *condition, const char *name);

/* Whether @argument is one of the forms above; of numbers, amounts and dates. */
gboolean kli_own_condition_accepts (const KliCondition *condition, const char *argument);

/* Reads what was typed for a number, an amount or a date: the forms above with values as people of @language or files
 * write them.
 * @currency: of an amount without one, "" for none
 * Returns: (transfer full) (nullable): the argument */
char *
kli_own_condition_read (const KliCondition *condition, const char *currency, const char *typed, KliLanguage language);

/* What @argument, not "*", lets through: from *@low to *@high, both included, in the units of an own_value.
 * @currency: (out): of an amount, owned by the caller; "" otherwise. Returns: FALSE when @argument is not accepted */
gboolean kli_own_condition_get_numbers (
    const KliCondition *condition, const char *argument, gint64 *low, gint64 *high, char **currency);
/* The same of days. */
gboolean kli_own_condition_get_days (
    const KliCondition *condition, const char *argument, KliDay today, KliDay *first, KliDay *last);

/* How two values are compared with, and what stands for the next and the last days where an argument is taken apart. */
#define KLI_OWN_COMPARISON_BETWEEN ".."
#define KLI_OWN_COMPARISON_NEXT "+"
#define KLI_OWN_COMPARISON_LAST "-"

/* Takes an @argument that is not "*" apart, for somebody to change it: how is compared ("" or what stands before the
 * value above, or one of those), with what, and between that and what, all as people of @language type it. Of days
 * counted from today the value is their number.
 * @value: (out) (transfer full)
 * @end: (out) (transfer full): "" but between two
 * Returns: (transfer none): the comparison */
const char *kli_own_condition_take_apart (
    const KliCondition *condition, const char *argument, KliLanguage language, char **value, char **end);

/* The same argument as people say it: "over 100", "in the next 30 days". Returns: (transfer full) */
char *kli_own_condition_describe (const KliCondition *condition, const char *argument, KliLanguage language);

G_END_DECLS
