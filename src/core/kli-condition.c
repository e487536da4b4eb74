/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what can be asked of a record. A new condition is a line here and one in store/kli-leaf.c. */
#include "core/kli-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTACTS (1u << KLI_QUERY_CONTACTS)
#define CONTRACTS (1u << KLI_QUERY_CONTRACTS)
#define EVERYTHING (CONTACTS | CONTRACTS | (1u << KLI_QUERY_TRASH))
#define DAYS_MAX 36500

/* Translators: words that people type into the search entry, in "kind:person". Where several words or cases fit,
 * write them all, with blanks between them; each will be understood. */
static const char *const kinds[] = { NC_ ("search value", "person"), NC_ ("search value", "organisation"), NULL };

/* Translators: what a contact has or lacks, typed as in "has:phone". */
static const char *const possessions[] = {
  NC_ ("search value", "phone"),    NC_ ("search value", "mail"), NC_ ("search value", "address"),
  NC_ ("search value", "birthday"), NC_ ("search value", "note"), NC_ ("search value", "photo"),
  NC_ ("search value", "contract"), NC_ ("search value", "tag"),  NULL,
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

/* Translators: words that people type before a colon in the search entry, as in "city:York". Where several words
 * fit, write them all, with blanks between them; each will be understood. The English ones always are. */
static const KliCondition conditions[] = {
  { NC_ ("search key", "kind"), KLI_ARGUMENT_CHOICE, CONTACTS, kinds },
  { NC_ ("search key", "has"), KLI_ARGUMENT_CHOICE, CONTACTS, possessions },
  { NC_ ("search key", "is"), KLI_ARGUMENT_CHOICE, CONTACTS, traits },
  { NC_ ("search key", "tag"), KLI_ARGUMENT_TEXT, CONTACTS, NULL },
  { NC_ ("search key", "city"), KLI_ARGUMENT_TEXT, CONTACTS, NULL },
  { NC_ ("search key", "region"), KLI_ARGUMENT_TEXT, CONTACTS, NULL },
  { NC_ ("search key", "country"), KLI_ARGUMENT_TEXT, CONTACTS, NULL },
  { NC_ ("search key", "manager"), KLI_ARGUMENT_TEXT, CONTACTS, NULL },
  { NC_ ("search key", "contract"), KLI_ARGUMENT_CHOICE, CONTACTS, states },
  { NC_ ("search key", "contract-ends"), KLI_ARGUMENT_DAYS, CONTACTS, NULL },
  { NC_ ("search key", "birthday"), KLI_ARGUMENT_DAYS, CONTACTS, NULL },
  { NC_ ("search key", "edited"), KLI_ARGUMENT_DAYS, CONTACTS, NULL },
  { "at", KLI_ARGUMENT_ID, CONTACTS, NULL },
  { NC_ ("search key", "created"), KLI_ARGUMENT_DAYS, CONTACTS | CONTRACTS, NULL },
  { NC_ ("search key", "state"), KLI_ARGUMENT_CHOICE, CONTRACTS, states },
  { NC_ ("search key", "ends"), KLI_ARGUMENT_DAYS, CONTRACTS, NULL },
  { "of", KLI_ARGUMENT_ID, CONTRACTS, NULL },
};

static const KliCondition typed[] = {
  { KLI_CONDITION_WORDS, KLI_ARGUMENT_TEXT, EVERYTHING, NULL },
  { KLI_CONDITION_PHRASE, KLI_ARGUMENT_TEXT, EVERYTHING, NULL },
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

  found = find_in (conditions, G_N_ELEMENTS (conditions), name);

  return found != NULL ? found : find_in (typed, G_N_ELEMENTS (typed), name);
}

gboolean
kli_condition_accepts (const KliCondition *condition, const char *argument)
{
  g_return_val_if_fail (condition != NULL && argument != NULL, FALSE);

  switch (condition->argument)
    {
    case KLI_ARGUMENT_CHOICE: return g_strv_contains (condition->choices, argument);
    case KLI_ARGUMENT_DAYS: return g_ascii_string_to_unsigned (argument, 10, 0, DAYS_MAX, NULL, NULL);
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
