/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for states, acts and terms of contracts: those of the store and those for people. */
#include "core/kli-contract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const act_ids[KLI_N_ACT_KINDS] = {
  [KLI_ACT_SENT] = "sent",
  [KLI_ACT_SIGNED] = "signed",
  [KLI_ACT_SUSPENDED] = "suspended",
  [KLI_ACT_RESUMED] = "resumed",
  [KLI_ACT_NOTICE_DELIVERED] = "notice_delivered",
  [KLI_ACT_NOTICE_WITHDRAWN] = "notice_withdrawn",
  [KLI_ACT_ENDED] = "ended",
  [KLI_ACT_WITHDRAWN] = "withdrawn",
  [KLI_ACT_SUCCESSOR] = "successor",
};

static const char *const state_ids[KLI_N_CONTRACT_STATES] = {
  [KLI_CONTRACT_STATE_DRAFT] = "draft",         [KLI_CONTRACT_STATE_SENT] = "sent",
  [KLI_CONTRACT_STATE_SIGNED] = "signed",       [KLI_CONTRACT_STATE_ACTIVE] = "active",
  [KLI_CONTRACT_STATE_SUSPENDED] = "suspended", [KLI_CONTRACT_STATE_NOTICE] = "notice",
  [KLI_CONTRACT_STATE_EXPIRED] = "expired",     [KLI_CONTRACT_STATE_TERMINATED] = "terminated",
  [KLI_CONTRACT_STATE_RENEWED] = "renewed",     [KLI_CONTRACT_STATE_WITHDRAWN] = "withdrawn",
};

static const char *const renewal_ids[] = {
  [KLI_RENEWAL_NONE] = "none",
  [KLI_RENEWAL_BY_AGREEMENT] = "by_agreement",
  [KLI_RENEWAL_AUTOMATIC_FIXED] = "automatic_fixed",
  [KLI_RENEWAL_AUTOMATIC_INDEFINITE] = "automatic_indefinite",
};

static const char *const notice_unit_ids[] = {
  [KLI_NOTICE_UNIT_NONE] = "none",
  [KLI_NOTICE_UNIT_DAYS] = "days",
  [KLI_NOTICE_UNIT_MONTHS] = "months",
};

static const char *const notice_rule_ids[] = {
  [KLI_NOTICE_RULE_PLAIN] = "plain",
  [KLI_NOTICE_RULE_MONTH_END] = "month_end",
};

static const char *const state_names[KLI_N_CONTRACT_STATES] = {
  [KLI_CONTRACT_STATE_DRAFT] = NC_ ("contract state", "Draft"),
  [KLI_CONTRACT_STATE_SENT] = NC_ ("contract state", "Awaiting signature"),
  [KLI_CONTRACT_STATE_SIGNED] = NC_ ("contract state", "Signed"),
  [KLI_CONTRACT_STATE_ACTIVE] = NC_ ("contract state", "In force"),
  [KLI_CONTRACT_STATE_SUSPENDED] = NC_ ("contract state", "Suspended"),
  [KLI_CONTRACT_STATE_NOTICE] = NC_ ("contract state", "Notice given"),
  [KLI_CONTRACT_STATE_EXPIRED] = NC_ ("contract state", "Expired"),
  [KLI_CONTRACT_STATE_TERMINATED] = NC_ ("contract state", "Terminated"),
  [KLI_CONTRACT_STATE_RENEWED] = NC_ ("contract state", "Renewed"),
  [KLI_CONTRACT_STATE_WITHDRAWN] = NC_ ("contract state", "Withdrawn"),
};

static const char *const act_buttons[KLI_N_ACT_KINDS] = {
  [KLI_ACT_SENT] = NC_ ("contract act button", "Send for Signature"),
  [KLI_ACT_SIGNED] = NC_ ("contract act button", "Record Signature…"),
  [KLI_ACT_SUSPENDED] = NC_ ("contract act button", "Suspend…"),
  [KLI_ACT_RESUMED] = NC_ ("contract act button", "Resume…"),
  [KLI_ACT_NOTICE_DELIVERED] = NC_ ("contract act button", "Record Notice…"),
  [KLI_ACT_NOTICE_WITHDRAWN] = NC_ ("contract act button", "Withdraw Notice…"),
  [KLI_ACT_ENDED] = NC_ ("contract act button", "End Contract…"),
  [KLI_ACT_WITHDRAWN] = NC_ ("contract act button", "Withdraw Contract…"),
  [KLI_ACT_SUCCESSOR] = NC_ ("contract act button", "Renew by Another Contract…"),
};

static const char *const acts_done[KLI_N_ACT_KINDS] = {
  [KLI_ACT_SENT] = NC_ ("contract act", "Sent for signature"),
  [KLI_ACT_SIGNED] = NC_ ("contract act", "Signed"),
  [KLI_ACT_SUSPENDED] = NC_ ("contract act", "Suspended"),
  [KLI_ACT_RESUMED] = NC_ ("contract act", "Resumed"),
  [KLI_ACT_NOTICE_DELIVERED] = NC_ ("contract act", "Notice delivered"),
  [KLI_ACT_NOTICE_WITHDRAWN] = NC_ ("contract act", "Notice withdrawn"),
  [KLI_ACT_ENDED] = NC_ ("contract act", "Ended"),
  [KLI_ACT_WITHDRAWN] = NC_ ("contract act", "Withdrawn"),
  [KLI_ACT_SUCCESSOR] = NC_ ("contract act", "Renewed by another contract"),
};

static const char *
word_at (const char *const *words, guint n_words, guint index)
{
  g_return_val_if_fail (index < n_words, "");

  return words[index];
}

static gboolean
find_word (const char *const *words, guint n_words, const char *word, guint *index)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    if (strcmp (words[i], word) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* A pair of functions between an enumeration and its words. */
#define DEFINE_IDS(name, Type, words)                                                                                  \
  const char *kli_##name##_id (Type value)                                                                             \
  {                                                                                                                    \
    return word_at (words, G_N_ELEMENTS (words), (guint)value);                                                        \
  }                                                                                                                    \
  gboolean kli_##name##_from_id (const char *id, Type *value)                                                          \
  {                                                                                                                    \
    guint index;                                                                                                       \
    if (!find_word (words, G_N_ELEMENTS (words), id, &index))                                                          \
      return FALSE;                                                                                                    \
    *value = (Type)index;                                                                                              \
    return TRUE;                                                                                                       \
  }

DEFINE_IDS (act_kind, KliActKind, act_ids)
DEFINE_IDS (contract_state, KliContractState, state_ids)
DEFINE_IDS (renewal, KliRenewal, renewal_ids)
DEFINE_IDS (notice_unit, KliNoticeUnit, notice_unit_ids)
DEFINE_IDS (notice_rule, KliNoticeRule, notice_rule_ids)

const char *
kli_contract_state_name (KliContractState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "contract state", word_at (state_names, KLI_N_CONTRACT_STATES, state));
}

const char *
kli_act_kind_button (KliActKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "contract act button", word_at (act_buttons, KLI_N_ACT_KINDS, kind));
}

const char *
kli_act_kind_done (KliActKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "contract act", word_at (acts_done, KLI_N_ACT_KINDS, kind));
}
