/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which edits are taken back all or nothing, and which ask first: by how their verbs begin. */
#include "store/kli-undo-private.h"

typedef struct
{
  const char *beginning;
  gboolean is_whole; /* half of it would be a state that nobody ever made */
  gboolean asks;     /* many records at once: never by a slip of the finger */
} VerbRule;

static const VerbRule rules[] = {
  { "contract-act-", TRUE, FALSE }, { "contact-merge", TRUE, TRUE }, { "contact-unmerge", TRUE, TRUE },
  { "tag-merge", TRUE, TRUE },      { "import", FALSE, TRUE },       { "records-", FALSE, TRUE },
  { "bulk-", FALSE, TRUE },         { "together", TRUE, TRUE },
};

static const VerbRule *
find_rule (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_has_prefix (verb, rules[i].beginning))
      return &rules[i];

  return NULL;
}

gboolean
kli_undo_verb_is_whole (const char *verb)
{
  const VerbRule *rule;

  g_return_val_if_fail (verb != NULL, FALSE);

  rule = find_rule (verb);

  return rule != NULL && rule->is_whole;
}

gboolean
kli_undo_verb_asks (const char *verb)
{
  const VerbRule *rule;

  g_return_val_if_fail (verb != NULL, FALSE);

  rule = find_rule (verb);

  return rule != NULL && rule->asks;
}
