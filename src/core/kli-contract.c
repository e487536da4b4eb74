/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks once through a contract's acts, with what the calendar does between them, and reads everything off
 * that walk: the state of a day, its beginning, its next change, what may be recorded. */
#include "core/kli-contract.h"

#include "core/kli-contract-period.h"

#include <glib/gi18n-lib.h>

/* What an act needs and does. */
typedef struct
{
  guint from; /* the states it makes sense in, as bits */
  KliContractState to;
  const char *refusal; /* msgid */
} Transition;

#define IN(state) (1u << KLI_CONTRACT_STATE_##state)
#define RUNNING (IN (SIGNED) | IN (ACTIVE) | IN (SUSPENDED) | IN (NOTICE))

/* The table of domain 5.5. Beyond it, because people do it and a fact must find its place: signing what was
 * never sent, notice during a suspension, ending what has not started. */
static const Transition transitions[KLI_N_ACT_KINDS] = {
  [KLI_ACT_SENT] = { IN (DRAFT), KLI_CONTRACT_STATE_SENT, N_ ("Only a draft can be sent for signature.") },
  [KLI_ACT_SIGNED]
  = { IN (DRAFT) | IN (SENT), KLI_CONTRACT_STATE_SENT, N_ ("This contract is not waiting for a signature.") },
  [KLI_ACT_SUSPENDED]
  = { IN (ACTIVE), KLI_CONTRACT_STATE_SUSPENDED, N_ ("Only a contract in force can be suspended.") },
  [KLI_ACT_RESUMED] = { IN (SUSPENDED), KLI_CONTRACT_STATE_ACTIVE, N_ ("Only a suspended contract can be resumed.") },
  [KLI_ACT_NOTICE_DELIVERED] = { IN (ACTIVE) | IN (SUSPENDED), KLI_CONTRACT_STATE_NOTICE,
                                 N_ ("Notice can be given only of a contract in force.") },
  [KLI_ACT_NOTICE_WITHDRAWN]
  = { IN (NOTICE), KLI_CONTRACT_STATE_ACTIVE, N_ ("Only a contract in its notice period has a notice to withdraw.") },
  [KLI_ACT_ENDED] = { RUNNING, KLI_CONTRACT_STATE_TERMINATED,
                      N_ ("Only a signed contract that has not come to its end can be ended.") },
  [KLI_ACT_WITHDRAWN] = { IN (DRAFT) | IN (SENT), KLI_CONTRACT_STATE_WITHDRAWN,
                          N_ ("Only a draft or a contract awaiting signature can be withdrawn.") },
  [KLI_ACT_SUCCESSOR] = { IN (ACTIVE) | IN (EXPIRED), KLI_CONTRACT_STATE_RENEWED,
                          N_ ("Only a contract with an end date, in force or expired, can be renewed by another.") },
};

static const char no_day[] = N_ ("The day is missing.");
static const char later_act[] = N_ ("Something recorded for a later day would lose its meaning.");

/* From @from on the contract is in @state. */
typedef struct
{
  KliDay from;
  KliContractState state;
} Run;

typedef struct
{
  const KliContractTerms *terms; /* borrowed */
  KliDay day;                    /* of the last thing that happened */
  KliContractState state;
  KliDay started;          /* first day in force */
  KliDay notice_delivered; /* of the notice in effect */
  KliDay notice_end;
  GArray *runs;         /* of Run, borrowed (nullable) */
  gboolean *had_effect; /* one per act, borrowed (nullable) */
} Walk;

static void
add_run (GArray *runs, KliDay from, KliContractState state)
{
  Run run = { from, state };

  /* What lasted less than a day was never the state of a day. */
  if (runs->len > 0 && g_array_index (runs, Run, runs->len - 1).from == from)
    g_array_set_size (runs, runs->len - 1);
  if (runs->len == 0 || g_array_index (runs, Run, runs->len - 1).state != state)
    g_array_append_val (runs, run);
}

static void
enter (Walk *walk, KliDay day, KliContractState state)
{
  walk->day = day;
  walk->state = state;
  if (state == KLI_CONTRACT_STATE_ACTIVE && walk->started == KLI_DAY_NONE)
    walk->started = day;
  if (state != KLI_CONTRACT_STATE_NOTICE)
    walk->notice_delivered = walk->notice_end = KLI_DAY_NONE;
  if (walk->runs != NULL)
    add_run (walk->runs, day, state);
}

/* What happens next without anybody's act.
 * Returns: the day, KLI_DAY_NONE when nothing does. */
static KliDay
next_by_itself (const Walk *walk, KliContractState *state)
{
  const KliContractTerms *terms = walk->terms;

  if (walk->state == KLI_CONTRACT_STATE_SIGNED)
    {
      *state = KLI_CONTRACT_STATE_ACTIVE;
      return MAX (terms->start_on, walk->day); /* KLI_DAY_NONE is before every day */
    }
  if (walk->state == KLI_CONTRACT_STATE_NOTICE)
    {
      *state = KLI_CONTRACT_STATE_TERMINATED;
      return kli_day_add_days (walk->notice_end, 1);
    }
  if ((walk->state == KLI_CONTRACT_STATE_ACTIVE || walk->state == KLI_CONTRACT_STATE_SUSPENDED)
      && !kli_contract_renews_by_itself (terms) && kli_day_is_valid (terms->end_on))
    {
      KliDay after_end = kli_day_add_days (terms->end_on, 1);

      *state = KLI_CONTRACT_STATE_EXPIRED;
      return after_end == KLI_DAY_NONE ? KLI_DAY_NONE : MAX (after_end, walk->day);
    }
  return KLI_DAY_NONE;
}

static void
pass_time (Walk *walk, KliDay until)
{
  KliContractState state;
  KliDay day;

  while ((day = next_by_itself (walk, &state)) != KLI_DAY_NONE && day <= until)
    enter (walk, day, state);
}

/* Whether every party is among the signatures of the first @n_acts acts. */
static gboolean
all_signed (const KliContractTerms *terms, guint n_acts)
{
  guint missing = terms->n_parties;

  for (guint i = 0; i < n_acts; i++)
    if (terms->acts[i].kind == KLI_ACT_SIGNED && terms->acts[i].party == 0)
      return TRUE;
  for (guint p = 0; p < terms->n_parties; p++)
    for (guint i = 0; i < n_acts; i++)
      if (terms->acts[i].kind == KLI_ACT_SIGNED && terms->acts[i].party == terms->parties[p])
        {
          missing--;
          break;
        }
  return terms->n_parties > 0 && missing == 0;
}

static gboolean
makes_sense (const Walk *walk, KliActKind kind, KliDay day)
{
  if ((transitions[kind].from & 1u << walk->state) == 0)
    return FALSE;
  return kind != KLI_ACT_SUCCESSOR || walk->state == KLI_CONTRACT_STATE_EXPIRED
         || kli_contract_period_on (walk->terms, day).end != KLI_DAY_NONE;
}

/* The last day in force by the notice @act: the agreed one, within the term, or the reckoned one. */
static KliDay
notice_end_of (const KliContractTerms *terms, const KliAct *act)
{
  KliDay agreed = MAX (act->ends_on, act->on);

  if (!kli_day_is_valid (act->ends_on))
    return kli_contract_notice_end (terms, act->on);
  if (kli_day_is_valid (terms->end_on) && !kli_contract_renews_by_itself (terms))
    return MIN (agreed, terms->end_on);
  return agreed;
}

static void
apply (Walk *walk, guint index)
{
  const KliAct *act = &walk->terms->acts[index];
  KliContractState to = transitions[act->kind].to;

  if (!makes_sense (walk, act->kind, act->on))
    return;
  if (walk->had_effect != NULL)
    walk->had_effect[index] = TRUE;
  if (act->kind == KLI_ACT_SIGNED && all_signed (walk->terms, index + 1))
    to = KLI_CONTRACT_STATE_SIGNED;
  if (act->kind == KLI_ACT_NOTICE_DELIVERED)
    {
      walk->notice_delivered = act->on;
      walk->notice_end = notice_end_of (walk->terms, act);
    }
  enter (walk, act->on, to);
}

/* Walks to the end of the day @until. The acts whose kind or day is none are passed over. */
static Walk
walk_until (const KliContractTerms *terms, KliDay until, GArray *runs, gboolean *had_effect)
{
  Walk walk = { .terms = terms, .started = KLI_DAY_NONE, .runs = runs, .had_effect = had_effect };

  enter (&walk, KLI_DAY_NONE, KLI_CONTRACT_STATE_DRAFT);
  for (guint i = 0; i < terms->n_acts && terms->acts[i].on <= until; i++)
    {
      if (!kli_day_is_valid (terms->acts[i].on) || (guint)terms->acts[i].kind >= KLI_N_ACT_KINDS)
        continue;
      pass_time (&walk, terms->acts[i].on);
      apply (&walk, i);
    }
  pass_time (&walk, until);
  return walk;
}

KliContractState
kli_contract_state (const KliContractTerms *terms, KliDay day, KliDay *since, KliDay *changes_on)
{
  g_autoptr (GArray) runs = g_array_sized_new (FALSE, FALSE, sizeof (Run), 8);
  guint i = 0;

  g_return_val_if_fail (terms != NULL, KLI_CONTRACT_STATE_DRAFT);

  walk_until (terms, KLI_DAY_LAST, runs, NULL);
  while (i + 1 < runs->len && g_array_index (runs, Run, i + 1).from <= day)
    i++;
  if (since != NULL)
    *since = g_array_index (runs, Run, i).from;
  if (changes_on != NULL)
    *changes_on = i + 1 < runs->len ? g_array_index (runs, Run, i + 1).from : KLI_DAY_NONE;
  return g_array_index (runs, Run, i).state;
}

/* Whether recording @kind on @day would take away the effect that an act already recorded has. A signature never
 * loses its meaning: it may come before or after another. */
static gboolean
spoils_later_act (const KliContractTerms *terms, KliDay day, KliActKind kind)
{
  g_autofree KliAct *acts = g_new (KliAct, terms->n_acts + 1);
  g_autofree gboolean *before = g_new0 (gboolean, terms->n_acts + 1);
  g_autofree gboolean *after = g_new0 (gboolean, terms->n_acts + 1);
  KliContractTerms changed = *terms;
  guint at = 0;

  while (at < terms->n_acts && terms->acts[at].on <= day)
    at++;
  for (guint i = 0; i < terms->n_acts; i++)
    acts[i < at ? i : i + 1] = terms->acts[i];
  acts[at] = (KliAct){ .kind = kind, .on = day, .ends_on = KLI_DAY_NONE };
  changed.acts = acts;
  changed.n_acts++;
  walk_until (terms, KLI_DAY_LAST, NULL, before);
  walk_until (&changed, KLI_DAY_LAST, NULL, after);
  for (guint i = at; i < terms->n_acts; i++)
    if (terms->acts[i].kind != KLI_ACT_SIGNED && before[i] && !after[i + 1])
      return TRUE;
  return FALSE;
}

gboolean
kli_contract_act_allowed (const KliContractTerms *terms, KliDay day, KliActKind kind, const char **reason)
{
  const char *refusal = NULL;
  Walk walk;

  g_return_val_if_fail (terms != NULL, FALSE);
  g_return_val_if_fail ((guint)kind < KLI_N_ACT_KINDS, FALSE);

  walk = walk_until (terms, day, NULL, NULL);
  if (!kli_day_is_valid (day))
    refusal = no_day;
  else if (!makes_sense (&walk, kind, day))
    refusal = transitions[kind].refusal;
  else if (spoils_later_act (terms, day, kind))
    refusal = later_act;
  if (reason != NULL)
    *reason = refusal;
  return refusal == NULL;
}

/* The term that a draft is to have, that a contract in force is in, or that ended with it. */
static KliContractPeriod
period_of (const Walk *walk, KliDay day)
{
  const KliContractTerms *terms = walk->terms;
  KliDay last = kli_day_add_days (walk->day, -1);
  KliContractPeriod period;

  if (walk->state < KLI_CONTRACT_STATE_SIGNED || walk->state == KLI_CONTRACT_STATE_WITHDRAWN)
    return (KliContractPeriod){ terms->start_on, terms->end_on, 0 };
  if (kli_contract_state_is_running (walk->state))
    {
      period = kli_contract_period_on (terms, day);
      if (walk->state == KLI_CONTRACT_STATE_NOTICE)
        period.end = walk->notice_end;
    }
  else if (walk->started == KLI_DAY_NONE || walk->started > last) /* came to its end before it began */
    return (KliContractPeriod){ KLI_DAY_NONE, KLI_DAY_NONE, 0 };
  else
    {
      period = kli_contract_period_on (terms, last);
      period.end = period.end == KLI_DAY_NONE ? last : MIN (period.end, last);
    }
  if (period.start == KLI_DAY_NONE)
    period.start = walk->started;
  return period;
}

KliContractDates
kli_contract_dates (const KliContractTerms *terms, KliDay day)
{
  KliContractDates dates = { 0 };
  KliContractPeriod period;
  gboolean goes_on;
  Walk walk;

  g_return_val_if_fail (terms != NULL, dates);

  walk = walk_until (terms, day, NULL, NULL);
  period = period_of (&walk, day);
  goes_on = walk.state <= KLI_CONTRACT_STATE_SUSPENDED && kli_contract_renews_by_itself (terms)
            && period.end != KLI_DAY_NONE;
  dates.current_start = period.start;
  dates.current_end = period.end;
  dates.n_renewals = period.n_renewals;
  dates.next_end = goes_on ? kli_contract_period_after (terms, &period).end : KLI_DAY_NONE;
  dates.becomes_indefinite = goes_on && terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE;
  dates.statutory_notice = goes_on ? kli_contract_last_notice_day (terms, period.end) : KLI_DAY_NONE;
  dates.safe_notice = kli_contract_safe_day (terms, dates.statutory_notice);
  dates.notice_delivered = walk.notice_delivered;
  dates.notice_ends_on = walk.notice_end;
  dates.notice_today_ends
      = makes_sense (&walk, KLI_ACT_NOTICE_DELIVERED, day) ? kli_contract_notice_end (terms, day) : KLI_DAY_NONE;
  return dates;
}

KliDay
kli_contract_signed_on (const KliContractTerms *terms, gint64 party)
{
  g_return_val_if_fail (terms != NULL, KLI_DAY_NONE);

  for (guint i = 0; i < terms->n_acts; i++)
    if (terms->acts[i].kind == KLI_ACT_SIGNED && (terms->acts[i].party == 0 || terms->acts[i].party == party))
      return terms->acts[i].on;
  return KLI_DAY_NONE;
}

gboolean
kli_contract_was_signed (const KliContractTerms *terms)
{
  g_autoptr (GArray) runs = g_array_sized_new (FALSE, FALSE, sizeof (Run), 8);

  g_return_val_if_fail (terms != NULL, FALSE);

  walk_until (terms, KLI_DAY_LAST, runs, NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      KliContractState state = g_array_index (runs, Run, i).state;

      if (state >= KLI_CONTRACT_STATE_SIGNED && state != KLI_CONTRACT_STATE_WITHDRAWN)
        return TRUE;
    }
  return FALSE;
}

gboolean
kli_contract_state_is_running (KliContractState state)
{
  return (RUNNING & 1u << state) != 0;
}
