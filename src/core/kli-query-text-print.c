/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes queries as people type them, in the words of the language of the program. */
#include "core/kli-query-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first of the words that translate @name. Returns: (transfer full) */
static char *
translate (const char *context, const char *name)
{
  g_auto (GStrv) words = g_strsplit (g_dpgettext2 (NULL, context, name), " ", 2);

  return g_strdup (words[0]);
}

static gboolean
is_one_word (const char *text)
{
  return *text != '\0' && strpbrk (text, " \t\n\"“”„«»,|()") == NULL;
}

/* In quotation marks, which cannot stand inside: they mean nothing to what is looked for. */
static char *
quote (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\"", ' ');

  return g_strdup_printf ("\"%s\"", plain);
}

/* Returns: (transfer full) */
static char *
print_key (const KliCondition *condition)
{
  return condition->own_type != NULL ? kli_query_key_of (condition->label) : translate ("search key", condition->name);
}

/* Returns: (transfer full): what stands behind the colon. */
static char *
print_argument (const KliCondition *condition, const char *argument)
{
  gsize length = strlen (argument);
  g_autofree char *start = NULL;

  if (condition->argument == KLI_ARGUMENT_RANGE)
    return is_one_word (argument) ? g_strdup (argument) : quote (argument);
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    return translate ("search value", argument);
  if (condition->argument != KLI_ARGUMENT_TEXT)
    return g_strdup (argument);
  if (length < 2 || argument[length - 1] != '*')
    return g_str_equal (argument, "*") ? g_strdup (argument) : quote (argument);
  start = g_strndup (argument, length - 1);

  return is_one_word (start) ? g_steal_pointer (&start) : quote (argument);
}

/* Returns: (transfer full) (nullable) */
static char *
print_leaf (const KliFilter *leaf)
{
  const KliCondition *condition = kli_filter_get_condition (leaf);
  const char *argument = kli_filter_get_argument (leaf);
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (condition->argument == KLI_ARGUMENT_ID)
    return NULL;
  if (g_str_equal (condition->name, KLI_CONDITION_PHRASE))
    return quote (argument);
  if (g_str_equal (condition->name, KLI_CONDITION_WORDS))
    return g_strdup (argument);
  key = print_key (condition);
  value = print_argument (condition, argument);

  return g_strdup_printf ("%s:%s", key, value);
}

/* Words and phrases stand by themselves; nobody knows an id by heart. */
static gboolean
has_no_key (const KliCondition *condition)
{
  return condition->argument == KLI_ARGUMENT_ID || g_str_equal (condition->name, KLI_CONDITION_PHRASE)
         || g_str_equal (condition->name, KLI_CONDITION_WORDS);
}

/* The condition that every part of @any asks, which is then written once. Returns: (nullable) */
static const KliCondition *
find_common_key (const KliFilter *any)
{
  const KliCondition *common = NULL;

  for (guint i = 0; i < kli_filter_get_n_filters (any); i++)
    {
      const KliFilter *part = kli_filter_get_filter (any, i);
      const KliCondition *condition
          = kli_filter_get_operator (part) == KLI_FILTER_IS ? kli_filter_get_condition (part) : NULL;

      if (condition == NULL || (common != NULL && condition != common) || has_no_key (condition))
        return NULL;
      common = condition;
    }

  return common;
}

/* city:krak,"Nowy Targ". Returns: (transfer full) */
static char *
print_values (const KliFilter *any, const KliCondition *condition)
{
  g_autofree char *key = print_key (condition);
  g_autoptr (GString) text = g_string_new (key);

  for (guint i = 0; i < kli_filter_get_n_filters (any); i++)
    {
      g_autofree char *value = print_argument (condition, kli_filter_get_argument (kli_filter_get_filter (any, i)));

      g_string_append_printf (text, "%c%s", i == 0 ? ':' : ',', value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *print_filter (const KliFilter *filter);

/* The parts of @filter with @between between them. Returns: (transfer full) (nullable) */
static char *
print_parts (const KliFilter *filter, const char *between)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
    {
      g_autofree char *part = print_filter (kli_filter_get_filter (filter, i));

      if (part == NULL)
        return NULL;
      g_string_append_printf (text, "%s%s", i > 0 ? between : "", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer full) (nullable) */
static char *
print_any (const KliFilter *any)
{
  const KliCondition *common = find_common_key (any);
  g_autofree char *parts = NULL;

  if (common != NULL)
    return print_values (any, common);
  parts = print_parts (any, " | ");

  return parts != NULL ? g_strdup_printf ("(%s)", parts) : NULL;
}

/* Returns: (transfer full) (nullable) */
static char *
print_not (const KliFilter *turned)
{
  g_autofree char *text = print_filter (turned);

  if (text == NULL)
    return NULL;

  return g_strdup_printf (kli_filter_get_operator (turned) == KLI_FILTER_ALL ? "-(%s)" : "-%s", text);
}

/* Returns: (transfer full) (nullable) */
static char *
print_filter (const KliFilter *filter)
{
  switch (kli_filter_get_operator (filter))
    {
    case KLI_FILTER_ALL: return print_parts (filter, " ");
    case KLI_FILTER_ANY: return print_any (filter);
    case KLI_FILTER_NOT: return print_not (kli_filter_get_filter (filter, 0));
    case KLI_FILTER_IS:
    default: return print_leaf (filter);
    }
}

char *
kli_query_text_print (KliQueryTarget target, const KliQueryKeys *keys, KliFilter *filter)
{
  g_autoptr (KliFilter) read = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (filter != NULL, NULL);

  text = print_filter (filter);
  if (text == NULL)
    return NULL;
  /* What is read back otherwise has no typed form. */
  read = kli_query_text_parse (target, keys, text);

  return kli_filter_equal (read, filter) ? g_steal_pointer (&text) : NULL;
}
