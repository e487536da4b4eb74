/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When terms end and begin anew, and how long a notice of them runs. */
#include "core/kli-contract-period.h"

#include "core/kli-term.h"

gboolean
kli_contract_renews_by_itself (const KliContractTerms *terms)
{
  return kli_day_is_valid (terms->end_on)
         && (terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE
             || (terms->renewal == KLI_RENEWAL_AUTOMATIC_FIXED && terms->renewal_months > 0));
}

/* The last day of renewal number @n, reckoned from the first day after the first term: reckoning from one end to
 * the next would turn 31 January into 28 March. */
static KliDay
renewed_end (const KliContractTerms *terms, gint64 n)
{
  gint64 months = n * terms->renewal_months;

  if (n == 0)
    return terms->end_on;
  if (months > G_MAXINT)
    return KLI_DAY_NONE;
  return kli_term_duration_end (kli_day_add_days (terms->end_on, 1), (int)months, KLI_TERM_MONTHS);
}

static KliContractPeriod
renewal_number (const KliContractTerms *terms, guint n)
{
  return (KliContractPeriod){
    n == 0 ? terms->start_on : kli_day_add_days (renewed_end (terms, n - 1), 1),
    terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE && n > 0 ? KLI_DAY_NONE : renewed_end (terms, n),
    n,
  };
}

/* How many whole renewals surely lie before @day: one too few rather than one too many. */
static guint
renewals_before (const KliContractTerms *terms, KliDay day)
{
  int months = (day - terms->end_on) / 31;

  return (guint)MAX (months / terms->renewal_months - 1, 0);
}

KliContractPeriod
kli_contract_period_on (const KliContractTerms *terms, KliDay day)
{
  KliContractPeriod period = { terms->start_on, terms->end_on, 0 };

  if (!kli_contract_renews_by_itself (terms) || day <= terms->end_on)
    return period;
  if (terms->renewal == KLI_RENEWAL_AUTOMATIC_INDEFINITE)
    return renewal_number (terms, 1);
  period = renewal_number (terms, renewals_before (terms, day));
  while (period.end != KLI_DAY_NONE && period.end < day)
    period = renewal_number (terms, period.n_renewals + 1);
  return period;
}

KliContractPeriod
kli_contract_period_after (const KliContractTerms *terms, const KliContractPeriod *period)
{
  return renewal_number (terms, period->n_renewals + 1);
}

static KliTermUnit
term_unit (const KliContractTerms *terms)
{
  return terms->notice_unit == KLI_NOTICE_UNIT_MONTHS ? KLI_TERM_MONTHS : KLI_TERM_DAYS;
}

KliDay
kli_contract_last_notice_day (const KliContractTerms *terms, KliDay end)
{
  if (terms->notice_unit == KLI_NOTICE_UNIT_NONE)
    return end;
  return kli_term_notice_last_day (end, MAX (terms->notice_count, 0), term_unit (terms),
                                   terms->notice_rule == KLI_NOTICE_RULE_MONTH_END);
}

KliDay
kli_contract_safe_day (const KliContractTerms *terms, KliDay day)
{
  return kli_term_roll_back (day, terms->country);
}

/* The notice period alone, as if the contract had no end date. */
static KliDay
notice_period_end (const KliContractTerms *terms, KliDay delivered)
{
  if (terms->notice_unit == KLI_NOTICE_UNIT_NONE)
    return delivered;
  return kli_term_notice_end (delivered, MAX (terms->notice_count, 0), term_unit (terms),
                              terms->notice_rule == KLI_NOTICE_RULE_MONTH_END);
}

KliDay
kli_contract_notice_end (const KliContractTerms *terms, KliDay delivered)
{
  KliContractPeriod period;
  KliDay end;

  g_return_val_if_fail (terms != NULL, KLI_DAY_NONE);

  period = kli_contract_period_on (terms, delivered);
  end = notice_period_end (terms, delivered);
  if (period.end == KLI_DAY_NONE)
    return end;
  if (!kli_contract_renews_by_itself (terms))
    return end == KLI_DAY_NONE ? period.end : MIN (end, period.end);
  while (period.end != KLI_DAY_NONE && delivered > kli_contract_last_notice_day (terms, period.end))
    {
      KliDay missed = period.end;

      period = kli_contract_period_after (terms, &period);
      if (period.end == KLI_DAY_NONE)
        return MAX (end, missed); /* indefinite by now: the notice runs on its own */
    }
  return period.end;
}
