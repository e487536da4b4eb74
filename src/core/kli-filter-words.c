/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters in words. The label of a condition stands before a colon and never inside a sentence, so that no language
 * has to decline it. */
#include "core/kli-filter-words.h"

#include "core/kli-format.h"
#include "core/kli-own-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *describe (const KliFilter *filter, gboolean is_part, KliLanguage language);

/* A text with a star at its end stands for everything that begins so, a mere star for anything. */
static char *
describe_text (const char *argument)
{
  gsize length = strlen (argument);

  if (length == 0 || argument[length - 1] != '*')
    return g_strdup (argument);
  if (length == 1)
    return g_strdup (C_ ("filter", "any"));

  return g_strdup_printf ("%.*s…", (int)length - 1, argument);
}

char *
kli_filter_describe_days (int n, gboolean is_past)
{
  if (n == 0)
    return g_strdup (C_ ("filter", "today"));
  if (is_past)
    return g_strdup_printf (g_dngettext (NULL, "in the last %d day", "in the last %d days", (gulong)n), n);

  return g_strdup_printf (g_dngettext (NULL, "in the next %d day", "in the next %d days", (gulong)n), n);
}

static char *
describe_days (const KliCondition *condition, const char *argument)
{
  return kli_filter_describe_days ((int)g_ascii_strtoll (argument, NULL, 10), condition->relation == KLI_RELATION_LAST);
}

static char *
describe_since (const KliCondition *condition, const char *argument, KliLanguage language)
{
  KliDay day = kli_day_parse (argument);
  g_autofree char *text = kli_format_day (day, KLI_DAY_STYLE_MEDIUM, language);

  if (!kli_day_is_valid (day))
    return describe_days (condition, argument);

  /* Translators: a day stands behind it, as in “since 5 Mar 2026”. */
  return g_strdup_printf (C_ ("filter", "since %s"), text);
}

char *
kli_filter_describe_argument (const KliFilter *leaf, KliLanguage language)
{
  const KliCondition *condition;
  const char *argument;

  g_return_val_if_fail (leaf != NULL && kli_filter_get_operator (leaf) == KLI_FILTER_IS, NULL);

  condition = kli_filter_get_condition (leaf);
  argument = kli_filter_get_argument (leaf);
  if (strcmp (argument, "*") == 0)
    return describe_text (argument);
  switch (condition->argument)
    {
    case KLI_ARGUMENT_RANGE: return kli_own_condition_describe (condition, argument, language);
    case KLI_ARGUMENT_CHOICE: return g_strdup (kli_condition_get_choice_label (condition, argument));
    case KLI_ARGUMENT_DAYS: return describe_days (condition, argument);
    case KLI_ARGUMENT_SINCE: return describe_since (condition, argument, language);
    case KLI_ARGUMENT_TEXT: return describe_text (argument);
    case KLI_ARGUMENT_ID:
    default: return g_strdup (argument);
    }
}

static gboolean
is_typed (const KliCondition *condition)
{
  return strcmp (condition->name, KLI_CONDITION_WORDS) == 0 || strcmp (condition->name, KLI_CONDITION_PHRASE) == 0;
}

/* @value: of @condition, maybe several. */
static char *
join_label (const KliCondition *condition, const char *value, gboolean is_negative)
{
  const char *label = kli_condition_get_label (condition);

  if (is_typed (condition))
    return g_strdup_printf (is_negative ? C_ ("filter", "without “%s”") : C_ ("filter", "“%s”"), value);
  if (condition->relation == KLI_RELATION_HAS)
    return g_strdup_printf (is_negative ? C_ ("filter", "Has no: %s") : C_ ("filter", "Has: %s"), value);

  return g_strdup_printf (is_negative ? C_ ("filter", "%1$s: not %2$s") : C_ ("filter", "%1$s: %2$s"), label, value);
}

static char *
describe_leaf (const KliFilter *leaf, gboolean is_negative, KliLanguage language)
{
  const KliCondition *condition = kli_filter_get_condition (leaf);
  g_autofree char *value = NULL;

  if (is_negative && strcmp (kli_filter_get_argument (leaf), "*") == 0)
    return join_label (condition, C_ ("filter", "none"), FALSE);
  value = kli_filter_describe_argument (leaf, language);

  return join_label (condition, value, is_negative);
}

/* Returns: (nullable): the condition of which all parts of @filter are leaves. */
static const KliCondition *
find_common (const KliFilter *filter)
{
  const KliCondition *common = NULL;

  for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
    {
      const KliFilter *part = kli_filter_get_filter (filter, i);

      if (kli_filter_get_operator (part) != KLI_FILTER_IS
          || (common != NULL && kli_filter_get_condition (part) != common))
        return NULL;
      common = kli_filter_get_condition (part);
    }

  return common;
}

static char *
describe_parts (const KliFilter *filter,
                const char *separator,
                char *(*describe_part) (const KliFilter *part, KliLanguage language),
                KliLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
    {
      g_autofree char *part = describe_part (kli_filter_get_filter (filter, i), language);

      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_inner (const KliFilter *part, KliLanguage language)
{
  return describe (part, TRUE, language);
}

static char *
describe_any (const KliFilter *filter, gboolean is_negative, KliLanguage language)
{
  const KliCondition *common = find_common (filter);
  g_autofree char *values = NULL;

  if (common == NULL)
    return describe_parts (filter, C_ ("filter", " or "), describe_inner, language);
  values = describe_parts (filter, C_ ("filter", " or "), kli_filter_describe_argument, language);

  return join_label (common, values, is_negative);
}

static char *
describe_not (const KliFilter *filter, KliLanguage language)
{
  const KliFilter *part = kli_filter_get_filter (filter, 0);
  g_autofree char *text = NULL;

  if (kli_filter_get_operator (part) == KLI_FILTER_IS)
    return describe_leaf (part, TRUE, language);
  if (kli_filter_get_operator (part) == KLI_FILTER_ANY && find_common (part) != NULL)
    return describe_any (part, TRUE, language);
  text = describe (part, FALSE, language);

  return g_strdup_printf (C_ ("filter", "not (%s)"), text);
}

/* @is_part: of something that needs brackets around what is itself put together. */
static char *
describe (const KliFilter *filter, gboolean is_part, KliLanguage language)
{
  g_autofree char *text = NULL;

  switch (kli_filter_get_operator (filter))
    {
    case KLI_FILTER_IS: return describe_leaf (filter, FALSE, language);
    case KLI_FILTER_NOT: return describe_not (filter, language);
    case KLI_FILTER_ALL: text = describe_parts (filter, C_ ("filter", ", "), describe_inner, language); break;
    case KLI_FILTER_ANY:
    default: text = describe_any (filter, FALSE, language); break;
    }
  if (!is_part || find_common (filter) != NULL)
    return g_steal_pointer (&text);

  return g_strdup_printf ("(%s)", text);
}

char *
kli_filter_describe (const KliFilter *filter, KliLanguage language)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return describe (filter, FALSE, language);
}
