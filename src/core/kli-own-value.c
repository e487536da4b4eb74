/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of fields that a business defined. A new type is a line in the table at the end. */
#include "core/kli-own-value.h"

#include "core/kli-decimal.h"
#include "core/kli-fold.h"
#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "core/kli-link.h"
#include "core/kli-money.h"
#include "core/kli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHARACTERS_MAX 1000

const char *const kli_own_types[] = {
  KLI_OWN_TYPE_TEXT,    KLI_OWN_TYPE_NUMBER, KLI_OWN_TYPE_MONEY, KLI_OWN_TYPE_DATE,   KLI_OWN_TYPE_CHOICE,
  KLI_OWN_TYPE_CHOICES, KLI_OWN_TYPE_YES_NO, KLI_OWN_TYPE_LINK,  KLI_OWN_TYPE_PERSON, NULL,
};

/* Both fill what they give only when they succeed; otherwise they name the reason, a msgid. */
typedef char *(*ReadFunc) (const char *currency, const char *typed, KliLanguage language, const char **reason);
typedef gboolean (*SetFunc) (KliRow *value, const char *currency, const char *plain, const char **reason);
typedef char *(*PlainFunc) (const KliRow *value);
typedef char *(*FormatFunc) (const KliRow *value, const char *unit, KliLanguage language);

/* --- text --------------------------------------------------------------------------------------------- */

static char *
read_text (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  return kli_text_single_line (typed);
}

static gboolean
set_text (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  g_autofree char *line = kli_text_single_line (plain);
  g_autofree char *folded = kli_fold (line);

  if (g_utf8_strlen (line, -1) > CHARACTERS_MAX)
    {
      *reason = N_ ("A text has at most 1,000 characters.");
      return FALSE;
    }
  kli_row_set_text (value, KLI_OWN_VALUE_TEXT, line);
  kli_row_set_text (value, KLI_OWN_VALUE_NORMAL, folded);

  return TRUE;
}

static char *
plain_text (const KliRow *value)
{
  return g_strdup (kli_row_get_text (value, KLI_OWN_VALUE_TEXT));
}

static char *
format_text (const KliRow *value, const char *unit, KliLanguage language)
{
  return plain_text (value);
}

/* --- numbers ------------------------------------------------------------------------------------------ */

static char *
read_number (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  gint64 number;
  KliParseProblem problem;

  if (kli_decimal_parse (typed, language, &number, &problem))
    return kli_decimal_to_plain (number);
  *reason = kli_decimal_problem_text (problem);

  return NULL;
}

static gboolean
set_number (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  gint64 number;
  KliParseProblem problem;

  if (!kli_decimal_from_plain (plain, &number, &problem))
    {
      *reason = kli_decimal_problem_text (problem);
      return FALSE;
    }
  kli_row_set_integer (value, KLI_OWN_VALUE_NUMBER, number);

  return TRUE;
}

static char *
plain_number (const KliRow *value)
{
  return kli_decimal_to_plain (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER));
}

static char *
format_number (const KliRow *value, const char *unit, KliLanguage language)
{
  g_autofree char *number = kli_decimal_format (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER), language);

  return *unit != '\0' ? g_strdup_printf ("%s\302\240%s", number, unit) : g_steal_pointer (&number);
}

/* --- money -------------------------------------------------------------------------------------------- */

static char *
read_money (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  g_autofree char *named = kli_money_find_currency (typed);
  const char *used = named != NULL ? named : currency;
  gint64 minor;
  KliParseProblem problem;

  if (!kli_money_parse (typed, *used != '\0' ? used : NULL, language, &minor, &problem))
    {
      *reason = kli_parse_problem_text (problem);
      return NULL;
    }
  if (*used != '\0')
    return kli_money_to_plain (minor, used);
  *reason = N_ ("An amount needs a currency, such as PLN.");

  return NULL;
}

/* 1500.00 PLN, where the currency or the decimals may be missing. */
static gboolean
set_money (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  g_auto (GStrv) pieces = g_strsplit (plain, " ", 2);
  const char *used = pieces[1] != NULL ? pieces[1] : currency;
  gint64 minor;
  KliParseProblem problem = KLI_PARSE_OK;

  if (!kli_money_is_currency (used))
    *reason = N_ ("An amount needs a currency, such as PLN.");
  else if (pieces[0][strspn (pieces[0], "-.0123456789")] != '\0')
    *reason = kli_parse_problem_text (KLI_PARSE_INVALID);
  else if (!kli_money_parse (pieces[0], used, KLI_LANGUAGE_EN, &minor, &problem))
    *reason = kli_parse_problem_text (problem);
  else
    {
      kli_row_set_integer (value, KLI_OWN_VALUE_NUMBER, minor);
      kli_row_set_text (value, KLI_OWN_VALUE_CURRENCY, used);
      return TRUE;
    }

  return FALSE;
}

static char *
plain_money (const KliRow *value)
{
  return kli_money_to_plain (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER),
                             kli_row_get_text (value, KLI_OWN_VALUE_CURRENCY));
}

static char *
format_money (const KliRow *value, const char *unit, KliLanguage language)
{
  return kli_money_format (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER),
                           kli_row_get_text (value, KLI_OWN_VALUE_CURRENCY), language);
}

/* --- dates -------------------------------------------------------------------------------------------- */

static char *
read_date (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  KliDay day;

  if (kli_format_parse_day (typed, language, &day))
    return kli_day_to_string (day);
  *reason = N_ ("This is not a date.");

  return NULL;
}

static gboolean
set_date (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  KliDay day = kli_day_parse (plain);
  g_autofree char *text = NULL;

  if (!kli_day_is_valid (day))
    {
      *reason = N_ ("This is not a day such as 2026-11-22.");
      return FALSE;
    }
  text = kli_day_to_string (day);
  kli_row_set_text (value, KLI_OWN_VALUE_TEXT, text);
  kli_row_set_text (value, KLI_OWN_VALUE_NORMAL, text);

  return TRUE;
}

static char *
format_date (const KliRow *value, const char *unit, KliLanguage language)
{
  return kli_format_day (kli_day_parse (kli_row_get_text (value, KLI_OWN_VALUE_TEXT)), KLI_DAY_STYLE_LONG, language);
}

/* --- yes or no ---------------------------------------------------------------------------------------- */

static gboolean
set_yes_no (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  static const char *const yes[] = { "1", "true", "yes", NULL };
  static const char *const no[] = { "0", "false", "no", NULL };

  if (!g_strv_contains (yes, plain) && !g_strv_contains (no, plain))
    {
      *reason = N_ ("This is neither yes nor no.");
      return FALSE;
    }
  kli_row_set_integer (value, KLI_OWN_VALUE_NUMBER, g_strv_contains (yes, plain));

  return TRUE;
}

/* In the language of the process, or in English. */
static char *
read_yes_no (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  g_autofree char *folded = kli_fold (typed);
  g_autofree char *yes = kli_fold (C_ ("yes or no", "yes"));
  g_autofree char *no = kli_fold (C_ ("yes or no", "no"));

  if (*folded == '\0')
    return g_strdup ("");
  if (g_str_equal (folded, yes) || g_str_equal (folded, "yes"))
    return g_strdup ("yes");
  if (g_str_equal (folded, no) || g_str_equal (folded, "no"))
    return g_strdup ("no");
  *reason = N_ ("This is neither yes nor no.");

  return NULL;
}

static char *
plain_yes_no (const KliRow *value)
{
  return g_strdup (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER) != 0 ? "yes" : "no");
}

static char *
format_yes_no (const KliRow *value, const char *unit, KliLanguage language)
{
  return g_strdup (kli_row_get_integer (value, KLI_OWN_VALUE_NUMBER) != 0 ? C_ ("yes or no", "yes")
                                                                          : C_ ("yes or no", "no"));
}

/* --- links -------------------------------------------------------------------------------------------- */

/* What may be opened (RELIABILITY D5); a bare domain is a website. Returns: (transfer full) (nullable) */
static char *
find_link (const char *text, const char **reason)
{
  g_autofree char *stripped = kli_text_strip (text);
  char *link = kli_link_is_safe (stripped) ? g_strdup (stripped) : kli_link_for_website (stripped);

  if (link == NULL)
    *reason = N_ ("This is not a link to a website, an email address or a phone number.");

  return link;
}

static char *
read_link (const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  return find_link (typed, reason);
}

static gboolean
set_link (KliRow *value, const char *currency, const char *plain, const char **reason)
{
  g_autofree char *link = find_link (plain, reason);

  return link != NULL && set_text (value, currency, link, reason);
}

/* --- types -------------------------------------------------------------------------------------------- */

/* References have no functions of their own. */
static const struct
{
  const char *type;
  const char *name;
  ReadFunc read;
  SetFunc set;
  PlainFunc plain;
  FormatFunc format;
} types[] = {
  { KLI_OWN_TYPE_TEXT, NC_ ("type of field", "Text"), read_text, set_text, plain_text, format_text },
  { KLI_OWN_TYPE_NUMBER, NC_ ("type of field", "Number"), read_number, set_number, plain_number, format_number },
  { KLI_OWN_TYPE_MONEY, NC_ ("type of field", "Amount of money"), read_money, set_money, plain_money, format_money },
  { KLI_OWN_TYPE_DATE, NC_ ("type of field", "Date"), read_date, set_date, plain_text, format_date },
  { KLI_OWN_TYPE_CHOICE, NC_ ("type of field", "Choice"), NULL, NULL, NULL, NULL },
  { KLI_OWN_TYPE_CHOICES, NC_ ("type of field", "Several choices"), NULL, NULL, NULL, NULL },
  { KLI_OWN_TYPE_YES_NO, NC_ ("type of field", "Yes or no"), read_yes_no, set_yes_no, plain_yes_no, format_yes_no },
  { KLI_OWN_TYPE_LINK, NC_ ("type of field", "Link"), read_link, set_link, plain_text, format_text },
  { KLI_OWN_TYPE_PERSON, NC_ ("type of field", "Another contact"), NULL, NULL, NULL, NULL },
};

/* The place of @type in the table, its length when there is none. */
static guint
find_type (const char *type)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (types) && strcmp (types[i].type, type) != 0)
    i++;

  return i;
}

static guint
type_of (const KliRow *value)
{
  return find_type (kli_row_get_text (value, KLI_OWN_VALUE_TYPE));
}

const char *
kli_own_type_name (const char *type)
{
  guint i;

  g_return_val_if_fail (type != NULL, "");

  i = find_type (type);

  return i < G_N_ELEMENTS (types) ? g_dpgettext2 (GETTEXT_PACKAGE, "type of field", types[i].name) : type;
}

gboolean
kli_own_type_has_choices (const char *type)
{
  return g_strcmp0 (type, KLI_OWN_TYPE_CHOICE) == 0 || g_strcmp0 (type, KLI_OWN_TYPE_CHOICES) == 0;
}

gboolean
kli_own_type_is_reference (const char *type)
{
  return kli_own_type_has_choices (type) || g_strcmp0 (type, KLI_OWN_TYPE_PERSON) == 0;
}

char *
kli_own_value_read (
    const char *type, const char *currency, const char *typed, KliLanguage language, const char **reason)
{
  guint i;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (type != NULL && currency != NULL && typed != NULL && reason != NULL, NULL);

  i = find_type (type);
  g_return_val_if_fail (i < G_N_ELEMENTS (types) && types[i].read != NULL, NULL);

  stripped = kli_text_strip (typed);

  return *stripped == '\0' ? g_strdup ("") : types[i].read (currency, stripped, language, reason);
}

gboolean
kli_own_value_set (KliRow *value, const char *type, const char *currency, const char *plain, const char **reason)
{
  guint i;

  g_return_val_if_fail (value != NULL && value->kind == &kli_own_value_kind && type != NULL, FALSE);
  g_return_val_if_fail (currency != NULL && plain != NULL && reason != NULL, FALSE);

  i = find_type (type);
  g_return_val_if_fail (i < G_N_ELEMENTS (types) && types[i].set != NULL, FALSE);

  if (!kli_text_is_valid (plain, -1))
    {
      *reason = N_ ("This is not valid text.");
      return FALSE;
    }
  if (!types[i].set (value, currency, plain, reason))
    return FALSE;
  kli_row_set_text (value, KLI_OWN_VALUE_TYPE, type);

  return TRUE;
}

char *
kli_own_value_plain (const KliRow *value)
{
  guint i;

  g_return_val_if_fail (value != NULL && value->kind == &kli_own_value_kind, NULL);

  i = type_of (value);

  return i < G_N_ELEMENTS (types) && types[i].plain != NULL ? types[i].plain (value) : g_strdup ("");
}

char *
kli_own_value_format (const KliRow *value, const char *unit, KliLanguage language)
{
  guint i;

  g_return_val_if_fail (value != NULL && value->kind == &kli_own_value_kind && unit != NULL, NULL);

  i = type_of (value);

  return i < G_N_ELEMENTS (types) && types[i].format != NULL ? types[i].format (value, unit, language) : g_strdup ("");
}

gint64
kli_own_value_get_other (const KliRow *value)
{
  gint64 choice;

  g_return_val_if_fail (value != NULL && value->kind == &kli_own_value_kind, 0);

  choice = kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE);

  return choice != 0 ? choice : kli_row_get_integer (value, KLI_OWN_VALUE_PERSON);
}

gboolean
kli_own_value_same (const KliRow *a, const KliRow *b)
{
  static const guint texts[] = { KLI_OWN_VALUE_TYPE, KLI_OWN_VALUE_TEXT, KLI_OWN_VALUE_CURRENCY };
  static const guint integers[] = { KLI_OWN_VALUE_NUMBER, KLI_OWN_VALUE_CHOICE, KLI_OWN_VALUE_PERSON };

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (kli_row_get_text (a, texts[i]), kli_row_get_text (b, texts[i])))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    if (kli_row_get_integer (a, integers[i]) != kli_row_get_integer (b, integers[i]))
      return FALSE;

  return TRUE;
}
