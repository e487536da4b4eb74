/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is declared about a contract (domain 5). */
#include "core/kli-kinds.h"

static const char *const kinds[] = {
  "service_ongoing", "mandate", "specific_work", "subscription", "nda", "dpa", "framework", NULL,
};
static const char *const renewals[] = { "none", "by_agreement", "automatic_fixed", "automatic_indefinite", NULL };
static const char *const notice_units[] = { "none", "days", "months", NULL };
static const char *const notice_rules[] = { "plain", "month_end", NULL };
static const char *const pers[] = { "total", "month", "quarter", "year", "session", NULL };

static const KliColumn columns[] = {
  [KLI_CONTRACT_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kinds },
  [KLI_CONTRACT_NUMBER] = { "number", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_TITLE] = { "title", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_START_ON] = { "start_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_END_ON] = { "end_on", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_RENEWAL] = { "renewal", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, renewals },
  [KLI_CONTRACT_RENEWAL_MONTHS] = { "renewal_months", KLI_COLUMN_INTEGER, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_NOTICE_COUNT] = { "notice_count", KLI_COLUMN_INTEGER, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_NOTICE_UNIT] = { "notice_unit", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, notice_units },
  [KLI_CONTRACT_NOTICE_RULE] = { "notice_rule", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, notice_rules },
  [KLI_CONTRACT_VALUE_MINOR] = { "value_minor", KLI_COLUMN_MINOR, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_CURRENCY] = { "currency", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTRACT_PER] = { "per", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, pers },
  [KLI_CONTRACT_NOTE] = { "note", KLI_COLUMN_LONG, KLI_COLUMN_EDITABLE },
};

const KliKind kli_contract_kind = {
  .name = "contract",
  .statement_stem = "contract",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
