/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of the fields that a business defined. */
#include "core/kli-own-condition.h"

#include "core/kli-decimal.h"
#include "core/kli-filter-words.h"
#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- conditions --------------------------------------------------------------------------------------- */

static const char *const answers[] = { NC_ ("search value", "yes"), NC_ ("search value", "no"), NULL };
static const char *const answer_labels[] = { NC_ ("condition value", "Yes"), NC_ ("condition value", "No"), NULL };

static KliArgumentKind
argument_of (const char *type)
{
  if (g_str_equal (type, KLI_OWN_TYPE_YES_NO))
    return KLI_ARGUMENT_CHOICE;
  if (g_str_equal (type, KLI_OWN_TYPE_NUMBER) || g_str_equal (type, KLI_OWN_TYPE_MONEY)
      || g_str_equal (type, KLI_OWN_TYPE_DATE))
    return KLI_ARGUMENT_RANGE;

  return KLI_ARGUMENT_TEXT;
}

/* @whole: becomes the condition's */
static KliCondition *
create (const char *type, const char *name, char *whole)
{
  KliCondition *condition = g_new0 (KliCondition, 1);

  condition->name = whole;
  condition->argument = argument_of (type);
  condition->targets = 1u << KLI_QUERY_CONTACTS;
  condition->relation = KLI_RELATION_IS;
  condition->label = g_strdup (name);
  condition->own_type = type;
  if (condition->argument == KLI_ARGUMENT_CHOICE)
    {
      condition->choices = answers;
      condition->choice_labels = answer_labels;
    }

  return condition;
}

const KliCondition *
kli_own_condition_get (const char *type, const char *name)
{
  static GMutex mutex;
  static GHashTable *conditions; /* name → KliCondition, which are compared by address and so never freed */
  g_autofree char *whole = NULL;
  const char *known = NULL;
  KliCondition *found;

  g_return_val_if_fail (type != NULL && name != NULL, NULL);

  for (guint i = 0; known == NULL && kli_own_types[i] != NULL; i++)
    known = g_str_equal (kli_own_types[i], type) ? kli_own_types[i] : NULL;
  if (known == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    return NULL;
  whole = g_strconcat (KLI_OWN_CONDITION_PREFIX, known, ":", name, NULL);
  g_mutex_lock (&mutex);
  if (conditions == NULL)
    conditions = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (conditions, whole);
  if (found == NULL)
    {
      found = create (known, name, g_steal_pointer (&whole));
      g_hash_table_insert (conditions, (gpointer)found->name, found);
    }
  g_mutex_unlock (&mutex);

  return found;
}

const KliCondition *
kli_own_condition_find (const char *name)
{
  const char *colon;
  g_autofree char *type = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  colon = strchr (name, ':');
  if (!g_str_has_prefix (name, KLI_OWN_CONDITION_PREFIX) || colon == NULL)
    return NULL;
  name += strlen (KLI_OWN_CONDITION_PREFIX);
  type = g_strndup (name, (gsize)(colon - name));

  return kli_own_condition_get (type, colon + 1);
}

gboolean
kli_own_condition_is_of (const KliCondition *condition, const char *name)
{
  g_return_val_if_fail (condition != NULL && condition->own_type != NULL && name != NULL, FALSE);

  return kli_fold_equal (name, condition->label);
}

/* --- arguments ---------------------------------------------------------------------------------------- */

/* What stands before one value. The longer ones come first. */
#define BETWEEN KLI_OWN_COMPARISON_BETWEEN
static const char *const comparisons[] = { "<=", ">=", "<", ">" };

typedef struct
{
  const char *comparison; /* "" for one value, BETWEEN for two, or one of those above */
  char *value;
  char *end; /* of two values, otherwise NULL */
} Form;

static void
form_clear (Form *form)
{
  g_free (form->value);
  g_free (form->end);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
split (const char *argument, Form *form)
{
  const char *dots = strstr (argument, BETWEEN);

  form->comparison = "";
  for (guint i = 0; *form->comparison == '\0' && i < G_N_ELEMENTS (comparisons); i++)
    if (g_str_has_prefix (argument, comparisons[i]))
      form->comparison = comparisons[i];
  if (*form->comparison == '\0' && dots != NULL)
    {
      form->comparison = BETWEEN;
      form->value = g_strstrip (g_strndup (argument, (gsize)(dots - argument)));
      form->end = g_strstrip (g_strdup (dots + strlen (BETWEEN)));
    }
  else
    form->value = g_strstrip (g_strdup (argument + strlen (form->comparison)));
}

static gboolean
is_days (const KliCondition *condition, const Form *form, int *n)
{
  gint64 days;

  if (!g_str_equal (condition->own_type, KLI_OWN_TYPE_DATE) || *form->comparison != '\0'
      || !g_ascii_string_to_signed (form->value, 10, -KLI_CONDITION_DAYS_MAX, KLI_CONDITION_DAYS_MAX, &days, NULL))
    return FALSE;
  *n = (int)days;

  return TRUE;
}

/* @value: in its plain form. Returns: (transfer full) (nullable) */
static KliRow *
read_plain (const KliCondition *condition, const char *currency, const char *value)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_own_value_kind);
  const char *reason;

  return *value != '\0' && kli_own_value_set (row, condition->own_type, currency, value, &reason)
             ? g_steal_pointer (&row)
             : NULL;
}

/* An open end is the least or the largest number. */
static void
get_ends (const char *comparison, gint64 value, gint64 *low, gint64 *high)
{
  *low = *comparison == '<' ? G_MININT64 : value;
  *high = *comparison == '>' ? G_MAXINT64 : value;
  if (g_str_equal (comparison, "<"))
    *high = value - 1;
  else if (g_str_equal (comparison, ">"))
    *low = value + 1;
}

gboolean
kli_own_condition_get_numbers (
    const KliCondition *condition, const char *argument, gint64 *low, gint64 *high, char **currency)
{
  g_auto (Form) form = { 0 };
  g_autoptr (KliRow) value = NULL;
  g_autoptr (KliRow) end = NULL;

  g_return_val_if_fail (condition != NULL && condition->argument == KLI_ARGUMENT_RANGE && argument != NULL, FALSE);
  g_return_val_if_fail (low != NULL && high != NULL && currency != NULL, FALSE);

  split (argument, &form);
  value = read_plain (condition, "", form.value);
  end = form.end != NULL ? read_plain (condition, "", form.end) : NULL;
  if (value == NULL || (form.end != NULL) != (end != NULL)
      || (end != NULL
          && !g_str_equal (kli_row_get_text (value, KLI_OWN_VALUE_CURRENCY),
                           kli_row_get_text (end, KLI_OWN_VALUE_CURRENCY))))
    return FALSE;
  get_ends (form.comparison, kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER), low, high);
  if (end != NULL)
    *high = kli_row_get_integer (end, KLI_OWN_VALUE_NUMBER);
  *currency = g_strdup (kli_row_get_text (value, KLI_OWN_VALUE_CURRENCY));

  return TRUE;
}

gboolean
kli_own_condition_get_days (
    const KliCondition *condition, const char *argument, KliDay today, KliDay *first, KliDay *last)
{
  g_auto (Form) form = { 0 };
  gint64 low, high;
  int n;
  KliDay day, end;

  g_return_val_if_fail (condition != NULL && condition->argument == KLI_ARGUMENT_RANGE && argument != NULL, FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  split (argument, &form);
  if (is_days (condition, &form, &n))
    {
      *first = n < 0 ? kli_day_add_days (today, n) : today;
      *last = n > 0 ? kli_day_add_days (today, n) : today;
      return TRUE;
    }
  day = kli_day_parse (form.value);
  end = form.end != NULL ? kli_day_parse (form.end) : day;
  if (!kli_day_is_valid (day) || !kli_day_is_valid (end))
    return FALSE;
  get_ends (form.comparison, day, &low, &high);
  *first = (KliDay)MAX (low, KLI_DAY_FIRST);
  *last = form.end != NULL ? end : (KliDay)MIN (high, KLI_DAY_LAST);

  return TRUE;
}

gboolean
kli_own_condition_accepts (const KliCondition *condition, const char *argument)
{
  g_autofree char *currency = NULL;
  gint64 low, high;
  KliDay first, last;

  g_return_val_if_fail (condition != NULL && condition->own_type != NULL && argument != NULL, FALSE);

  if (g_str_equal (argument, "*"))
    return TRUE;

  return g_str_equal (condition->own_type, KLI_OWN_TYPE_DATE)
             ? kli_own_condition_get_days (condition, argument, 0, &first, &last)
             : kli_own_condition_get_numbers (condition, argument, &low, &high, &currency);
}

/* --- typed -------------------------------------------------------------------------------------------- */

/* What people of @language mean goes before what files mean by the same; what could mean two numbers means none.
 * Returns: (transfer full) (nullable): the plain form */
static char *
read_value (const KliCondition *condition, const char *currency, const char *typed, KliLanguage language)
{
  const char *reason = NULL;
  char *plain = kli_own_value_read (condition->own_type, currency, typed, language, &reason);
  g_autoptr (KliRow) row = NULL;

  if (plain != NULL && *plain != '\0')
    return plain;
  g_free (plain);
  if (g_strcmp0 (reason, kli_decimal_problem_text (KLI_PARSE_AMBIGUOUS)) == 0
      || g_strcmp0 (reason, kli_parse_problem_text (KLI_PARSE_AMBIGUOUS)) == 0)
    return NULL;
  row = read_plain (condition, currency, typed);

  return row != NULL ? kli_own_value_plain (row) : NULL;
}

/* 2026-11 is all of its days. Returns: (transfer full) (nullable) */
static char *
read_month (const KliCondition *condition, const char *typed)
{
  g_autofree char *first = g_strconcat (typed, "-01", NULL);
  KliDay day = kli_day_parse (first);
  g_autofree char *last = kli_day_to_string (kli_day_month_end (day));

  return g_str_equal (condition->own_type, KLI_OWN_TYPE_DATE) && kli_day_is_valid (day)
             ? g_strconcat (first, BETWEEN, last, NULL)
             : NULL;
}

/* 100..200 PLN: the first is of the same currency; 100.. and ..200 have one end. */
static char *
read_two (const KliCondition *condition, const char *currency, const Form *form, KliLanguage language)
{
  g_autofree char *end = read_value (condition, currency, form->end, language);
  const char *blank = end != NULL ? strchr (end, ' ') : NULL;
  g_autofree char *value = read_value (condition, blank != NULL ? blank + 1 : currency, form->value, language);

  if (*form->value == '\0' && end != NULL)
    return g_strconcat ("<=", end, NULL);
  if (*form->end == '\0' && value != NULL)
    return g_strconcat (">=", value, NULL);

  return value != NULL && end != NULL ? g_strconcat (value, BETWEEN, end, NULL) : NULL;
}

char *
kli_own_condition_read (const KliCondition *condition, const char *currency, const char *typed, KliLanguage language)
{
  g_auto (Form) form = { 0 };
  g_autofree char *value = NULL;
  g_autofree char *argument = NULL;
  int n;

  g_return_val_if_fail (condition != NULL && condition->argument == KLI_ARGUMENT_RANGE, NULL);
  g_return_val_if_fail (currency != NULL && typed != NULL, NULL);

  split (typed, &form);
  if (is_days (condition, &form, &n))
    return g_strdup_printf ("%d", n);
  if (form.end != NULL)
    argument = read_two (condition, currency, &form, language);
  else if (*form.comparison == '\0')
    argument = read_month (condition, form.value);
  if (argument == NULL && form.end == NULL)
    {
      value = read_value (condition, currency, form.value, language);
      argument = value != NULL ? g_strconcat (form.comparison, value, NULL) : NULL;
    }

  return argument != NULL && kli_own_condition_accepts (condition, argument) ? g_steal_pointer (&argument) : NULL;
}

/* --- in words ----------------------------------------------------------------------------------------- */

/* @plain: accepted */
static char *
format (const KliCondition *condition, const char *plain, KliLanguage language)
{
  g_autoptr (KliRow) row = read_plain (condition, "", plain);

  return row != NULL ? kli_own_value_format (row, "", language) : g_strdup (plain);
}

const char *
kli_own_condition_take_apart (
    const KliCondition *condition, const char *argument, KliLanguage language, char **value, char **end)
{
  g_auto (Form) form = { 0 };
  int n;

  g_return_val_if_fail (condition != NULL && condition->argument == KLI_ARGUMENT_RANGE, "");
  g_return_val_if_fail (argument != NULL && value != NULL && end != NULL, "");

  split (argument, &form);
  *end = form.end != NULL ? format (condition, form.end, language) : g_strdup ("");
  if (!is_days (condition, &form, &n))
    {
      *value = format (condition, form.value, language);
      return form.comparison;
    }
  *value = g_strdup_printf ("%d", ABS (n));

  return n < 0 ? KLI_OWN_COMPARISON_LAST : KLI_OWN_COMPARISON_NEXT;
}

/* Sentences with a value in them, by the comparison. */
static const struct
{
  const char *comparison;
  const char *of_numbers;
  const char *of_days;
} sentences[] = {
  { "", "%s", "%s" },
  { "<", NC_ ("filter", "under %s"), NC_ ("filter", "before %s") },
  { "<=", NC_ ("filter", "at most %s"), NC_ ("filter", "until %s") },
  { ">", NC_ ("filter", "over %s"), NC_ ("filter", "after %s") },
  { ">=", NC_ ("filter", "at least %s"), NC_ ("filter", "from %s on") },
};

static char *
fill_sentence (const char *sentence, const char *value)
{
  GString *text = g_string_new (g_dpgettext2 (NULL, "filter", sentence));

  g_string_replace (text, "%s", value, 1);

  return g_string_free (text, FALSE);
}

char *
kli_own_condition_describe (const KliCondition *condition, const char *argument, KliLanguage language)
{
  g_auto (Form) form = { 0 };
  g_autofree char *value = NULL;
  g_autofree char *end = NULL;
  int n;

  g_return_val_if_fail (condition != NULL && condition->argument == KLI_ARGUMENT_RANGE && argument != NULL, NULL);

  split (argument, &form);
  if (is_days (condition, &form, &n))
    return kli_filter_describe_days (ABS (n), n < 0);
  value = format (condition, form.value, language);
  end = form.end != NULL ? format (condition, form.end, language) : NULL;
  if (end != NULL)
    /* Translators: from one value to another. */
    return g_strdup_printf (C_ ("filter", "%1$s – %2$s"), value, end);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].comparison, form.comparison))
      return fill_sentence (
          g_str_equal (condition->own_type, KLI_OWN_TYPE_DATE) ? sentences[i].of_days : sentences[i].of_numbers, value);

  return g_steal_pointer (&value);
}
