/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms and renewals of a contract, without its acts. Used by kli-contract.c only. */
#pragma once

#include "core/kli-contract.h"

G_BEGIN_DECLS

/* The term that a day falls in: the first one, or one of the automatic renewals. */
typedef struct
{
  KliDay start; /* KLI_DAY_NONE when the contract names no start */
  KliDay end;   /* KLI_DAY_NONE: indefinite */
  guint n_renewals;
} KliContractPeriod;

/* Whether the contract goes on after its end date unless somebody objects. */
gboolean kli_contract_renews_by_itself (const KliContractTerms *terms);

/* The period @day falls in: the first for every day before its end. */
KliContractPeriod kli_contract_period_on (const KliContractTerms *terms, KliDay day);

/* The renewal that follows @period, of a contract that renews by itself; @period has an end. */
KliContractPeriod kli_contract_period_after (const KliContractTerms *terms, const KliContractPeriod *period);

/* The last day on which a notice still prevents the renewal at @end; may be KLI_DAY_NONE. */
KliDay kli_contract_last_notice_day (const KliContractTerms *terms, KliDay end);

/* The working day on or before @day; KLI_DAY_NONE for none. */
KliDay kli_contract_safe_day (const KliContractTerms *terms, KliDay day);

G_END_DECLS
