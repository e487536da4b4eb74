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
  return *text != '\0' && strpbrk (text, " \t\n\"“”„«»") == NULL;
}

/* In quotation marks, which cannot stand inside: they mean nothing to what is looked for. */
static char *
quote (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\"", ' ');

  return g_strdup_printf ("\"%s\"", plain);
}

/* Returns: (transfer full): what stands behind the colon. */
static char *
print_argument (const KliCondition *condition, const char *argument)
{
  gsize length = strlen (argument);
  g_autofree char *start = NULL;

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
print_leaf (const KliFilter *leaf, gboolean is_negative)
{
  const KliCondition *condition = kli_filter_get_condition (leaf);
  const char *argument = kli_filter_get_argument (leaf);
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (condition->argument == KLI_ARGUMENT_ID)
    return NULL;
  if (g_str_equal (condition->name, KLI_CONDITION_PHRASE))
    value = quote (argument);
  else if (g_str_equal (condition->name, KLI_CONDITION_WORDS))
    value = g_strdup (argument);
  if (value != NULL)
    return g_strconcat (is_negative ? "-" : "", value, NULL);
  key = translate ("search key", condition->name);
  value = print_argument (condition, argument);

  return g_strdup_printf ("%s%s:%s", is_negative ? "-" : "", key, value);
}

/* Returns: (transfer full) (nullable) */
static char *
print_part (const KliFilter *part)
{
  gboolean is_negative = kli_filter_get_operator (part) == KLI_FILTER_NOT;
  const KliFilter *leaf = is_negative ? kli_filter_get_filter (part, 0) : part;

  return kli_filter_get_operator (leaf) == KLI_FILTER_IS ? print_leaf (leaf, is_negative) : NULL;
}

char *
kli_query_text_print (KliQueryTarget target, KliFilter *filter)
{
  g_autoptr (KliFilter) read = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_all;

  g_return_val_if_fail (filter != NULL, NULL);

  is_all = kli_filter_get_operator (filter) == KLI_FILTER_ALL;
  for (guint i = 0; i < (is_all ? kli_filter_get_n_filters (filter) : 1); i++)
    {
      g_autofree char *part = print_part (is_all ? kli_filter_get_filter (filter, i) : filter);

      if (part == NULL)
        return NULL;
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", part);
    }
  /* What is read back otherwise has no typed form. */
  read = kli_query_text_parse (target, text->str);

  return kli_filter_equal (read, filter) ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
