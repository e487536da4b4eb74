/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a contract, taken from its rows. */
#include "core/kli-contract-facts.h"

#include "core/kli-kinds.h"

struct _KliContractFacts
{
  KliContractTerms terms;
  char *country;
  GArray *parties; /* gint64 */
  GArray *acts;    /* Dated */
  GArray *sorted;  /* KliAct: what terms.acts points at */
};

/* An act with the id that orders acts of one day. */
typedef struct
{
  KliAct act;
  gint64 id;
} Dated;

KliContractFacts *
kli_contract_facts_new (const KliRow *contract, const char *country)
{
  KliContractFacts *facts;

  g_return_val_if_fail (contract != NULL && contract->kind == &kli_contract_kind, NULL);

  facts = g_new0 (KliContractFacts, 1);
  facts->country = g_strdup (country);
  facts->parties = g_array_new (FALSE, FALSE, sizeof (gint64));
  facts->acts = g_array_new (FALSE, FALSE, sizeof (Dated));
  facts->sorted = g_array_new (FALSE, FALSE, sizeof (KliAct));

  facts->terms.country = facts->country;
  facts->terms.start_on = kli_day_parse (kli_row_get_text (contract, KLI_CONTRACT_START_ON));
  facts->terms.end_on = kli_day_parse (kli_row_get_text (contract, KLI_CONTRACT_END_ON));
  facts->terms.renewal_months = (int)kli_row_get_integer (contract, KLI_CONTRACT_RENEWAL_MONTHS);
  facts->terms.notice_count = (int)kli_row_get_integer (contract, KLI_CONTRACT_NOTICE_COUNT);
  kli_renewal_from_id (kli_row_get_text (contract, KLI_CONTRACT_RENEWAL), &facts->terms.renewal);
  kli_notice_unit_from_id (kli_row_get_text (contract, KLI_CONTRACT_NOTICE_UNIT), &facts->terms.notice_unit);
  kli_notice_rule_from_id (kli_row_get_text (contract, KLI_CONTRACT_NOTICE_RULE), &facts->terms.notice_rule);

  return facts;
}

static void
add_act (KliContractFacts *facts, const KliRow *row)
{
  Dated dated = { .id = row->id };

  if (!kli_act_kind_from_id (kli_row_get_text (row, KLI_CONTRACT_ACT_KIND), &dated.act.kind))
    return;

  dated.act.on = kli_day_parse (kli_row_get_text (row, KLI_CONTRACT_ACT_ON_DAY));
  dated.act.ends_on = kli_day_parse (kli_row_get_text (row, KLI_CONTRACT_ACT_ENDS_ON));
  dated.act.party = kli_row_get_integer (row, KLI_CONTRACT_ACT_PARTY);
  dated.act.successor = kli_row_get_integer (row, KLI_CONTRACT_ACT_SUCCESSOR);
  if (dated.act.on != KLI_DAY_NONE)
    g_array_append_val (facts->acts, dated);
}

void
kli_contract_facts_add (KliContractFacts *facts, const KliRow *part)
{
  g_return_if_fail (facts != NULL && part != NULL);

  if (part->deleted_at != 0)
    return;
  if (part->kind == &kli_contract_party_kind)
    g_array_append_val (facts->parties, part->id);
  else if (part->kind == &kli_contract_act_kind)
    add_act (facts, part);
}

KliContractFacts *
kli_contract_facts_from_whole (const KliWhole *whole, const char *country)
{
  KliContractFacts *facts;
  const KliRow *part;

  g_return_val_if_fail (whole != NULL, NULL);

  facts = kli_contract_facts_new (kli_whole_get_root (whole), country);
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_contract_party_kind, i)) != NULL; i++)
    kli_contract_facts_add (facts, part);
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_contract_act_kind, i)) != NULL; i++)
    kli_contract_facts_add (facts, part);

  return facts;
}

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *left = a;
  const Dated *right = b;

  if (left->act.on != right->act.on)
    return left->act.on < right->act.on ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

const KliContractTerms *
kli_contract_facts_get_terms (KliContractFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  g_array_sort (facts->acts, compare_dated);
  g_array_set_size (facts->sorted, 0);
  for (guint i = 0; i < facts->acts->len; i++)
    g_array_append_val (facts->sorted, g_array_index (facts->acts, Dated, i).act);

  facts->terms.parties = (const gint64 *)(gconstpointer)facts->parties->data;
  facts->terms.n_parties = facts->parties->len;
  facts->terms.acts = (const KliAct *)(gconstpointer)facts->sorted->data;
  facts->terms.n_acts = facts->sorted->len;

  return &facts->terms;
}

void
kli_contract_facts_free (KliContractFacts *facts)
{
  if (facts == NULL)
    return;

  g_free (facts->country);
  g_array_unref (facts->parties);
  g_array_unref (facts->acts);
  g_array_unref (facts->sorted);
  g_free (facts);
}
