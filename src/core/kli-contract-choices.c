/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed words of a contract's columns as people read them (domain 5.1, 5.5 and 2.5). */
#include "core/kli-contract-choices.h"

#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint column;
  const char *id;
  const char *context;
  const char *name;
} Choice;

static const Choice choices[] = {
  { KLI_CONTRACT_KIND, "service_ongoing", "contract kind", NC_ ("contract kind", "Ongoing service") },
  { KLI_CONTRACT_KIND, "mandate", "contract kind", NC_ ("contract kind", "Mandate") },
  { KLI_CONTRACT_KIND, "specific_work", "contract kind", NC_ ("contract kind", "Specific work") },
  { KLI_CONTRACT_KIND, "subscription", "contract kind", NC_ ("contract kind", "Subscription") },
  { KLI_CONTRACT_KIND, "nda", "contract kind", NC_ ("contract kind", "Confidentiality agreement") },
  { KLI_CONTRACT_KIND, "dpa", "contract kind", NC_ ("contract kind", "Data processing agreement") },
  { KLI_CONTRACT_KIND, "framework", "contract kind", NC_ ("contract kind", "Framework agreement") },
  { KLI_CONTRACT_RENEWAL, "none", "contract renewal", NC_ ("contract renewal", "None") },
  { KLI_CONTRACT_RENEWAL, "by_agreement", "contract renewal", NC_ ("contract renewal", "By agreement") },
  { KLI_CONTRACT_RENEWAL, "automatic_fixed", "contract renewal",
    NC_ ("contract renewal", "Automatic, for a further term") },
  { KLI_CONTRACT_RENEWAL, "automatic_indefinite", "contract renewal",
    NC_ ("contract renewal", "Automatic, with no end date") },
  { KLI_CONTRACT_NOTICE_UNIT, "none", "notice period", NC_ ("notice period", "None") },
  { KLI_CONTRACT_NOTICE_UNIT, "days", "notice period", NC_ ("notice period", "Days") },
  { KLI_CONTRACT_NOTICE_UNIT, "months", "notice period", NC_ ("notice period", "Months") },
  { KLI_CONTRACT_NOTICE_RULE, "plain", "notice rule", NC_ ("notice rule", "On the day it runs out") },
  { KLI_CONTRACT_NOTICE_RULE, "month_end", "notice rule", NC_ ("notice rule", "At the end of that month") },
  { KLI_CONTRACT_PER, "total", "contract value", NC_ ("contract value", "In total") },
  { KLI_CONTRACT_PER, "month", "contract value", NC_ ("contract value", "Monthly") },
  { KLI_CONTRACT_PER, "quarter", "contract value", NC_ ("contract value", "Quarterly") },
  { KLI_CONTRACT_PER, "year", "contract value", NC_ ("contract value", "Yearly") },
  { KLI_CONTRACT_PER, "session", "contract value", NC_ ("contract value", "Per session") },
};

const char *
kli_contract_choice_name (guint column, const char *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].column == column && g_strcmp0 (choices[i].id, choice) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, choices[i].context, choices[i].name);

  return choice;
}

static const char *const columns[] = {
  [KLI_CONTRACT_KIND] = NC_ ("contract field", "Kind"),
  [KLI_CONTRACT_NUMBER] = NC_ ("contract field", "Number"),
  [KLI_CONTRACT_TITLE] = NC_ ("contract field", "Title"),
  [KLI_CONTRACT_START_ON] = NC_ ("contract field", "Start date"),
  [KLI_CONTRACT_END_ON] = NC_ ("contract field", "End date"),
  [KLI_CONTRACT_RENEWAL] = NC_ ("contract field", "Renewal"),
  [KLI_CONTRACT_RENEWAL_MONTHS] = NC_ ("contract field", "Further term in months"),
  [KLI_CONTRACT_NOTICE_COUNT] = NC_ ("contract field", "Length of the notice period"),
  [KLI_CONTRACT_NOTICE_UNIT] = NC_ ("contract field", "Notice period"),
  [KLI_CONTRACT_NOTICE_RULE] = NC_ ("contract field", "Notice takes effect"),
  [KLI_CONTRACT_VALUE_MINOR] = NC_ ("contract field", "Value"),
  [KLI_CONTRACT_CURRENCY] = NC_ ("contract field", "Currency"),
  [KLI_CONTRACT_PER] = NC_ ("contract field", "Paid"),
  [KLI_CONTRACT_NOTE] = NC_ ("contract field", "Note"),
};

const char *
kli_contract_column_name (guint column)
{
  g_return_val_if_fail (column < G_N_ELEMENTS (columns), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "contract field", columns[column]);
}
