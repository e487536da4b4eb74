/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What state a contract is in on a day, and until when: reckoned from its dates and from the dated acts of
 * people, never stored as a fact (domain 5.4, 5.5 and 5.9). */
#pragma once

#include "core/kli-day.h"

G_BEGIN_DECLS

/* Acts: what people did. The words of the store and of `klientela-cli act` are their ids. */
typedef enum
{
  KLI_ACT_SENT,   /* sent for signature */
  KLI_ACT_SIGNED, /* by one party, or by all when the party is 0 */
  KLI_ACT_SUSPENDED,
  KLI_ACT_RESUMED,
  KLI_ACT_NOTICE_DELIVERED, /* the day it reached the other side (KC art. 61), not the day it was sent */
  KLI_ACT_NOTICE_WITHDRAWN, /* by agreement */
  KLI_ACT_ENDED,            /* by agreement, breach or court; the first day no longer in force */
  KLI_ACT_WITHDRAWN,        /* a draft that came to nothing */
  KLI_ACT_SUCCESSOR,        /* replaced by another contract from that day on */
} KliActKind;

#define KLI_N_ACT_KINDS 9

typedef struct
{
  KliActKind kind;
  KliDay on;        /* the day it has effect */
  KliDay ends_on;   /* NOTICE_DELIVERED: the last day in force as agreed; KLI_DAY_NONE: reckoned */
  gint64 party;     /* SIGNED: the contact who signed; 0 = all */
  gint64 successor; /* SUCCESSOR: the other contract */
} KliAct;

/* Reckoned states (domain 5.5). */
typedef enum
{
  KLI_CONTRACT_STATE_DRAFT,
  KLI_CONTRACT_STATE_SENT,
  KLI_CONTRACT_STATE_SIGNED, /* by everybody; has not started */
  KLI_CONTRACT_STATE_ACTIVE,
  KLI_CONTRACT_STATE_SUSPENDED,
  KLI_CONTRACT_STATE_NOTICE,
  KLI_CONTRACT_STATE_EXPIRED,
  KLI_CONTRACT_STATE_TERMINATED,
  KLI_CONTRACT_STATE_RENEWED,
  KLI_CONTRACT_STATE_WITHDRAWN,
} KliContractState;

#define KLI_N_CONTRACT_STATES 10

typedef enum
{
  KLI_RENEWAL_NONE,
  KLI_RENEWAL_BY_AGREEMENT, /* ends like NONE; people mean to talk about it */
  KLI_RENEWAL_AUTOMATIC_FIXED,
  KLI_RENEWAL_AUTOMATIC_INDEFINITE,
} KliRenewal;

typedef enum
{
  KLI_NOTICE_UNIT_NONE, /* no notice period: it ends the contract on the day it is delivered */
  KLI_NOTICE_UNIT_DAYS,
  KLI_NOTICE_UNIT_MONTHS,
} KliNoticeUnit;

typedef enum
{
  KLI_NOTICE_RULE_PLAIN,
  KLI_NOTICE_RULE_MONTH_END, /* with effect at the end of a calendar month */
} KliNoticeRule;

/* Everything the reckoning looks at. Plain borrowed values: nothing here is owned. */
typedef struct
{
  KliDay start_on; /* KLI_DAY_NONE: from the day it is signed */
  KliDay end_on;   /* the last day in force; KLI_DAY_NONE: indefinite */
  KliRenewal renewal;
  int renewal_months; /* AUTOMATIC_FIXED; less than 1 is no renewal */
  int notice_count;
  KliNoticeUnit notice_unit;
  KliNoticeRule notice_rule;
  const char *country; /* (nullable): whose free days the safe date keeps off: "PL", "ID" */
  guint n_parties;
  const gint64 *parties; /* contacts who must sign */
  const KliAct *acts;    /* sorted by (on, id) */
  guint n_acts;
} KliContractTerms;

/* The dates that stand in the term bar. KLI_DAY_NONE wherever there is no such day. */
typedef struct
{
  KliDay current_start;        /* first day of the term, or of the renewal, that @day falls in */
  KliDay current_end;          /* its last day; in a notice period the last day of that; NONE: indefinite */
  KliDay next_end;             /* last day after the next automatic renewal; NONE when none is coming */
  guint n_renewals;            /* automatic ones so far */
  gboolean becomes_indefinite; /* at current_end, unless notice is given in time */
  KliDay statutory_notice;     /* last day on which a notice still stops the coming renewal; may be past */
  KliDay safe_notice;          /* the working day on or before it: the notice must have arrived */
  KliDay notice_delivered;     /* of the notice in effect */
  KliDay notice_ends_on;       /* the last day in force by that notice */
  KliDay notice_today_ends;    /* the last day in force if a notice were delivered on @day; NONE when none can be */
} KliContractDates;

/* The state on @day. Acts after @day do not count; acts that make no sense in the state they meet have no
 * effect, so that every row of acts has a meaning. Days are whole: a contract is in force on its last day and
 * expired or terminated on the next; an act has effect on its own day, after what the calendar does.
 * @since: (out) (optional): the first day of this run of the state, KLI_DAY_NONE for a draft
 * @changes_on: (out) (optional): the next day with another state if nobody records anything more (acts
 *   recorded for a later day count), KLI_DAY_NONE if there is none */
KliContractState kli_contract_state (const KliContractTerms *terms, KliDay day, KliDay *since, KliDay *changes_on);

/* Whether a person may record @kind with effect on @day: it must make sense in the state of that day, and
 * must not take away the effect of an act already recorded for a later day (signatures apart).
 * @reason: (out) (optional): why not, a whole sentence as a msgid; NULL when allowed */
gboolean kli_contract_act_allowed (const KliContractTerms *terms, KliDay day, KliActKind kind, const char **reason);

/* The dates as they stand on @day. */
KliContractDates kli_contract_dates (const KliContractTerms *terms, KliDay day);

/* The last day in force if a notice is delivered on @delivered, a day on which the contract is in force. With
 * automatic renewal a notice in time lets the current term end, a late one the renewed term; a fixed term is
 * ended early, an indefinite one after the notice period. */
KliDay kli_contract_notice_end (const KliContractTerms *terms, KliDay delivered);

/* The first day on which @party, or everybody at once, signed; KLI_DAY_NONE when not signed. */
KliDay kli_contract_signed_on (const KliContractTerms *terms, gint64 party);

/* Whether every party had signed at some time: such a contract is never deleted (domain 5.5). */
gboolean kli_contract_was_signed (const KliContractTerms *terms);

/* Whether the contract binds in this state: signed, active, suspended or in its notice period. */
gboolean kli_contract_state_is_running (KliContractState state);

/* The words of the store, the command line and JSON. The _from_id functions leave @value alone and return
 * FALSE for another word or NULL. */
const char *kli_act_kind_id (KliActKind kind);
gboolean kli_act_kind_from_id (const char *id, KliActKind *value);
const char *kli_contract_state_id (KliContractState state);
gboolean kli_contract_state_from_id (const char *id, KliContractState *value);
const char *kli_renewal_id (KliRenewal renewal);
gboolean kli_renewal_from_id (const char *id, KliRenewal *value);
const char *kli_notice_unit_id (KliNoticeUnit unit);
gboolean kli_notice_unit_from_id (const char *id, KliNoticeUnit *value);
const char *kli_notice_rule_id (KliNoticeRule rule);
gboolean kli_notice_rule_from_id (const char *id, KliNoticeRule *value);

/* For people, translated into the language of the process. (transfer none) */
const char *kli_contract_state_name (KliContractState state); /* chips: "In force" */
const char *kli_act_kind_button (KliActKind kind);            /* buttons and menus: "Record Notice…" */
const char *kli_act_kind_done (KliActKind kind);              /* history: "Notice delivered" */

G_END_DECLS
