/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what can be asked of a record. A new condition is a line here and one in store/kli-leaf.c. */
#include "core/kli-condition.h"

#include "core/kli-day.h"
#include "core/kli-fold.h"
#include "core/kli-own-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTACTS (1u << KLI_QUERY_CONTACTS)
#define CONTRACTS (1u << KLI_QUERY_CONTRACTS)
#define EVERYTHING (CONTACTS | CONTRACTS | (1u << KLI_QUERY_TRASH))

/* Translators: words that people type into the search entry, in "kind:person". Where several words or cases fit,
 * write them all, with blanks between them; each will be understood. */
static const char *const kinds[]
    = { NC_ ("search value", "person"), NC_ ("search value", "organisation"), NC_ ("search value", "household"), NULL };

/* Translators: what a contact has or lacks, typed as in "has:phone". */
static const char *const possessions[] = {
  NC_ ("search value", "phone"),    NC_ ("search value", "mail"),       NC_ ("search value", "chat"),
  NC_ ("search value", "address"),  NC_ ("search value", "birthday"),   NC_ ("search value", "anniversary"),
  NC_ ("search value", "note"),     NC_ ("search value", "photo"),      NC_ ("search value", "contract"),
  NC_ ("search value", "tag"),      NC_ ("search value", "identifier"), NC_ ("search value", "organisation"),
  NC_ ("search value", "relation"), NC_ ("search value", "household"),  NULL,
};

static const char *const traits[] = { NC_ ("search value", "archived"), NULL };

/* Translators: the state of a contract, typed as in "contract:active". */
static const char *const states[] = {
  NC_ ("search value", "draft"),
  NC_ ("search value", "sent"),
  NC_ ("search value", "signed"),
  NC_ ("search value", "active"),
  NC_ ("search value", "suspended"),
  NC_ ("search value", "notice"),
  NC_ ("search value", "expired"),
  NC_ ("search value", "terminated"),
  NC_ ("search value", "renewed"),
  NC_ ("search value", "withdrawn"),
  NULL,
};

/* What the same choices are called where they are chosen, in the same order. */
static const char *const kind_labels[] = { NC_ ("condition value", "Person"), NC_ ("condition value", "Organization"),
                                           NC_ ("condition value", "Household"), NULL };

static const char *const possession_labels[] = {
  NC_ ("condition value", "Phone"),
  NC_ ("condition value", "Email"),
  NC_ ("condition value", "Chat"),
  NC_ ("condition value", "Address"),
  NC_ ("condition value", "Birthday"),
  NC_ ("condition value", "Anniversary"),
  NC_ ("condition value", "Note"),
  NC_ ("condition value", "Photo"),
  NC_ ("condition value", "Contract"),
  NC_ ("condition value", "Tag"),
  NC_ ("condition value", "Official number"),
  NC_ ("condition value", "Organization"),
  NC_ ("condition value", "Relation"),
  NC_ ("condition value", "Household"),
  NULL,
};

static const char *const trait_labels[] = { NC_ ("condition value", "Archived"), NULL };

/* Translators: the state of a contract. */
static const char *const state_labels[] = {
  NC_ ("condition value", "Draft"),
  NC_ ("condition value", "Awaiting signature"),
  NC_ ("condition value", "Signed"),
  NC_ ("condition value", "In force"),
  NC_ ("condition value", "Suspended"),
  NC_ ("condition value", "Notice given"),
  NC_ ("condition value", "Expired"),
  NC_ ("condition value", "Terminated"),
  NC_ ("condition value", "Renewed"),
  NC_ ("condition value", "Withdrawn"),
  NULL,
};

/* Translators: words that people type before a colon in the search entry, as in "city:York". Where several words
 * fit, write them all, with blanks between them; each will be understood. The English ones always are. */
static const KliCondition conditions[] = {
  { NC_ ("search key", "kind"), KLI_ARGUMENT_CHOICE, CONTACTS, kinds, KLI_RELATION_IS, NC_ ("condition", "Kind"),
    kind_labels },
  { NC_ ("search key", "has"), KLI_ARGUMENT_CHOICE, CONTACTS, possessions, KLI_RELATION_HAS,
    NC_ ("condition", "Contact"), possession_labels },
  { NC_ ("search key", "is"), KLI_ARGUMENT_CHOICE, CONTACTS, traits, KLI_RELATION_IS, NC_ ("condition", "Status"),
    trait_labels },
  { NC_ ("search key", "tag"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Tag"), NULL },
  { NC_ ("search key", "city"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "City"), NULL },
  { NC_ ("search key", "region"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Province"),
    NULL },
  { NC_ ("search key", "country"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Country"),
    NULL },
  { NC_ ("search key", "manager"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Account manager"), NULL },
  { NC_ ("search key", "deputy"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Deputy"),
    NULL },
  { NC_ ("search key", "organisation"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Organization"), NULL },
  { NC_ ("search key", "relation"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Relation"),
    NULL },
  { NC_ ("search key", "parent"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Parent"),
    NULL },
  { NC_ ("search key", "child"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Child"), NULL },
  { NC_ ("search key", "guardian"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Guardian"),
    NULL },
  { NC_ ("search key", "ward"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Ward"), NULL },
  { NC_ ("search key", "spouse"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Spouse or partner"), NULL },
  { NC_ ("search key", "sibling"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Sibling"),
    NULL },
  { NC_ ("search key", "payer"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Payer"), NULL },
  { NC_ ("search key", "paid-for"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Paid for"),
    NULL },
  { NC_ ("search key", "signatory"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Signatory"),
    NULL },
  { NC_ ("search key", "signed-for"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Signed for"), NULL },
  { NC_ ("search key", "accountant"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Accountant"), NULL },
  { NC_ ("search key", "accounts"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Accounting client"), NULL },
  { NC_ ("search key", "subsidiary"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Subsidiary"), NULL },
  { NC_ ("search key", "parent-company"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Parent company"), NULL },
  { NC_ ("search key", "referrer"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Referred by"), NULL },
  { NC_ ("search key", "referred"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS,
    NC_ ("condition", "Referred contact"), NULL },
  { NC_ ("search key", "household"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Household"),
    NULL },
  { NC_ ("search key", "contract"), KLI_ARGUMENT_CHOICE, CONTACTS, states, KLI_RELATION_IS,
    NC_ ("condition", "State of a contract"), state_labels },
  { NC_ ("search key", "contract-ends"), KLI_ARGUMENT_DAYS, CONTACTS, NULL, KLI_RELATION_NEXT,
    NC_ ("condition", "End of a contract"), NULL },
  { NC_ ("search key", "birthday"), KLI_ARGUMENT_DAYS, CONTACTS, NULL, KLI_RELATION_NEXT, NC_ ("condition", "Birthday"),
    NULL },
  { NC_ ("search key", "anniversary"), KLI_ARGUMENT_DAYS, CONTACTS, NULL, KLI_RELATION_NEXT,
    NC_ ("condition", "Anniversary"), NULL },
  { NC_ ("search key", "edited"), KLI_ARGUMENT_SINCE, CONTACTS, NULL, KLI_RELATION_LAST,
    NC_ ("condition", "Last change"), NULL },
  { NC_ ("search key", "contacted"), KLI_ARGUMENT_SINCE, CONTACTS, NULL, KLI_RELATION_LAST,
    NC_ ("condition", "Last contact"), NULL },
  { NC_ ("search key", "segment"), KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Segment"),
    NULL },
  { "nip", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "NIP"), NULL },
  { "regon", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "REGON"), NULL },
  { "krs", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "KRS"), NULL },
  { "iban", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Bank account"), NULL },
  { "npwp", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "NPWP"), NULL },
  { "nib", KLI_ARGUMENT_TEXT, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "NIB"), NULL },
  { "at", KLI_ARGUMENT_ID, CONTACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "People and organizations"), NULL },
  { NC_ ("search key", "created"), KLI_ARGUMENT_SINCE, CONTACTS | CONTRACTS, NULL, KLI_RELATION_LAST,
    NC_ ("condition", "Added"), NULL },
  { NC_ ("search key", "state"), KLI_ARGUMENT_CHOICE, CONTRACTS, states, KLI_RELATION_IS, NC_ ("condition", "State"),
    state_labels },
  { NC_ ("search key", "ends"), KLI_ARGUMENT_DAYS, CONTRACTS, NULL, KLI_RELATION_NEXT, NC_ ("condition", "End"), NULL },
  { "of", KLI_ARGUMENT_ID, CONTRACTS, NULL, KLI_RELATION_IS, NC_ ("condition", "Party"), NULL },
};

static const KliCondition typed[] = {
  { KLI_CONDITION_WORDS, KLI_ARGUMENT_TEXT, EVERYTHING, NULL, KLI_RELATION_IS, NC_ ("condition", "Words"), NULL },
  { KLI_CONDITION_PHRASE, KLI_ARGUMENT_TEXT, EVERYTHING, NULL, KLI_RELATION_IS, NC_ ("condition", "Phrase"), NULL },
};

const KliCondition *
kli_conditions (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (conditions);

  return conditions;
}

static const KliCondition *
find_in (const KliCondition *table, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].name, name) == 0)
      return &table[i];

  return NULL;
}

const KliCondition *
kli_condition_find (const char *name)
{
  const KliCondition *found;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_str_has_prefix (name, KLI_OWN_CONDITION_PREFIX))
    return kli_own_condition_find (name);
  found = find_in (conditions, G_N_ELEMENTS (conditions), name);

  return found != NULL ? found : find_in (typed, G_N_ELEMENTS (typed), name);
}

const char *
kli_condition_get_label (const KliCondition *condition)
{
  g_return_val_if_fail (condition != NULL, "");

  return condition->own_type != NULL ? condition->label : g_dpgettext2 (NULL, "condition", condition->label);
}

const char *
kli_condition_get_choice_label (const KliCondition *condition, const char *choice)
{
  g_return_val_if_fail (condition != NULL && condition->choices != NULL && choice != NULL, "");

  for (guint i = 0; condition->choices[i] != NULL; i++)
    if (strcmp (condition->choices[i], choice) == 0)
      return g_dpgettext2 (NULL, "condition value", condition->choice_labels[i]);

  return choice;
}

static gboolean
is_number_of_days (const char *argument)
{
  return g_ascii_string_to_unsigned (argument, 10, 0, KLI_CONDITION_DAYS_MAX, NULL, NULL);
}

gboolean
kli_condition_accepts (const KliCondition *condition, const char *argument)
{
  g_return_val_if_fail (condition != NULL && argument != NULL, FALSE);

  switch (condition->argument)
    {
    case KLI_ARGUMENT_CHOICE:
      return g_strv_contains (condition->choices, argument)
             || (condition->own_type != NULL && g_str_equal (argument, "*"));
    case KLI_ARGUMENT_RANGE: return kli_own_condition_accepts (condition, argument);
    case KLI_ARGUMENT_DAYS: return is_number_of_days (argument);
    case KLI_ARGUMENT_SINCE: return is_number_of_days (argument) || kli_day_is_valid (kli_day_parse (argument));
    case KLI_ARGUMENT_ID: return g_ascii_string_to_signed (argument, 10, 1, G_MAXINT64, NULL, NULL);
    case KLI_ARGUMENT_TEXT:
    default: return g_utf8_validate (argument, -1, NULL);
    }
}

gboolean
kli_condition_is_of (const KliCondition *condition, KliQueryTarget target)
{
  g_return_val_if_fail (condition != NULL, FALSE);

  return (condition->targets & (1u << target)) != 0;
}

gboolean
kli_condition_is_called (const char *argument, const char *name)
{
  gboolean is_start = g_str_has_suffix (argument, "*");
  g_autofree char *wanted = g_strndup (argument, strlen (argument) - (is_start ? 1 : 0));
  g_autofree char *folded = kli_fold (wanted);
  g_autofree char *folded_name = kli_fold (name);

  return is_start ? kli_fold_has_start (folded_name, folded) : g_str_equal (folded_name, folded);
}
