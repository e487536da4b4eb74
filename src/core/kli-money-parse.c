/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as people type them. What two languages would read differently is asked about, never guessed. */
#include "core/kli-format-words.h"
#include "core/kli-money.h"

#include <string.h>

/* More digits than G_MAXINT64 hundredths have are not looked at. */
#define MOST_DIGITS 17

/* An amount on its way from text to number. */
typedef struct
{
  gboolean negative;
  char *number; /* owned: digits, full stops and commas only */
  char *before; /* owned: letters and signs around the number */
  char *behind;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->number);
  g_free (typed->before);
  g_free (typed->behind);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* @text without spaces of any width, and with an ASCII minus. Returns: (transfer full) */
static char *
close_up (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212 || c == 0x2013) /* minus sign; the dash people type for it */
        g_string_append_c (out, '-');
      else if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* How long the ",-" of "Rp2.750.000,-" is, which says that no decimals follow. */
static gsize
price_dash_length (const char *text)
{
  static const char *const dashes[] = { ",--", ".--", ",-", ".-" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text, dashes[i]))
      return strlen (dashes[i]);
  return 0;
}

/* Takes one minus off *@text. */
static gboolean
take_minus (char **text)
{
  if (**text != '-')
    return FALSE;
  (*text)++;
  return TRUE;
}

/* Cuts "-Rp1.500jt" into its parts. Returns: FALSE when there is no number, or more than one. */
static gboolean
typed_init (Typed *typed, const char *text)
{
  g_autofree char *closed_up = close_up (text);
  char *rest = closed_up;
  gsize length;

  typed->negative = take_minus (&rest);
  length = strcspn (rest, "0123456789-");
  typed->before = g_strndup (rest, length);
  rest += length;
  if (!typed->negative)
    typed->negative = take_minus (&rest);
  length = strspn (rest, "0123456789.,");
  while (length > 0 && !g_ascii_isdigit (rest[length - 1]))
    length--;
  typed->number = g_strndup (rest, length);
  rest += length;
  typed->behind = g_strdup (rest + price_dash_length (rest));
  return length > 0 && strpbrk (typed->behind, "0123456789") == NULL;
}

/* The code that a sign or word beside a number stands for.
 * Returns: (transfer full) (nullable): NULL when it is none */
static char *
read_currency (const char *word)
{
  static const struct
  {
    const char *sign;
    const char *code;
  } signs[] = {
    { "rp", "IDR" }, { "rp.", "IDR" }, { "zł", "PLN" }, { "zł.", "PLN" },
    { "zl", "PLN" }, { "€", "EUR" },   { "$", "USD" },  { "£", "GBP" },
  };
  g_autofree char *lower = g_ascii_strdown (word, -1);
  g_autofree char *upper = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i].sign, lower) == 0)
      return g_strdup (signs[i].code);
  upper = g_ascii_strup (word, -1);
  return kli_money_is_currency (upper) ? g_steal_pointer (&upper) : NULL;
}

static KliParseProblem
check_currency (const char *word, const char *currency)
{
  g_autofree char *code = NULL;

  if (*word == '\0')
    return KLI_PARSE_OK;
  code = read_currency (word);
  if (code == NULL)
    return KLI_PARSE_INVALID;
  return currency == NULL || *currency == '\0' || strcmp (code, currency) == 0 ? KLI_PARSE_OK
                                                                               : KLI_PARSE_OTHER_CURRENCY;
}

/* rb and jt behind an Indonesian number: 1 when there is none. What remains of @behind is in *@rest. */
static guint64
read_multiplier (const char *behind, KliLanguage language, const char **rest)
{
  static const struct
  {
    const char *word;
    guint64 factor;
  } multipliers[] = { { "ribu", 1000 }, { "rb", 1000 }, { "juta", 1000000 }, { "jt", 1000000 } };

  *rest = behind;
  if (language != KLI_LANGUAGE_ID)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (multipliers); i++)
    {
      gsize length = strlen (multipliers[i].word);

      if (g_ascii_strncasecmp (behind, multipliers[i].word, length) == 0)
        {
          *rest = behind + length;
          return multipliers[i].factor;
        }
    }
  return 1;
}

/* Whether @number up to @end is cut in threes by @separator: 1 to 3 digits, then groups of exactly three. */
static gboolean
is_grouped (const char *number, const char *end, char separator)
{
  gsize run = 0;

  for (const char *p = number; p < end; p++)
    {
      if (*p != separator)
        {
          run++;
          continue;
        }
      if (run < 1 || run > 3 || (run != 3 && memchr (number, separator, (gsize)(p - number)) != NULL))
        return FALSE;
      run = 0;
    }
  return memchr (number, separator, (gsize)(end - number)) == NULL ? run > 0 : run == 3;
}

static gsize
count_character (const char *number, char c)
{
  gsize n = 0;

  for (; *number != '\0'; number++)
    n += *number == c;
  return n;
}

/* Reads a number with separators of one sort: @group or the decimal one. */
static KliParseProblem
read_one_sort (const char *number, char separator, gboolean is_group, KliLanguage language, const char **decimals)
{
  const char *first = strchr (number, separator);
  gboolean in_threes = is_grouped (number, number + strlen (number), separator);
  gsize after = strlen (first + 1);
  gboolean is_fraction = strrchr (number, separator) == first && after <= 2 && first > number;

  if (is_group && in_threes)
    /* Poles group with spaces, and some write decimals behind a full stop. */
    return language == KLI_LANGUAGE_PL && strrchr (number, separator) == first ? KLI_PARSE_AMBIGUOUS : KLI_PARSE_OK;
  if (in_threes)
    return KLI_PARSE_AMBIGUOUS;
  if (!is_fraction)
    return KLI_PARSE_INVALID;
  if (is_group && language != KLI_LANGUAGE_PL)
    return KLI_PARSE_AMBIGUOUS;
  *decimals = first + 1;
  return KLI_PARSE_OK;
}

/* Finds where the decimals of @number begin, NULL when it has none. */
static KliParseProblem
find_decimals (const char *number, KliLanguage language, const char **decimals)
{
  char decimal = kli_format_words (language)->decimal_separator;
  char group = decimal == ',' ? '.' : ',';
  gsize n_decimal = count_character (number, decimal);
  gsize n_group = count_character (number, group);
  char last_separator;
  const char *last;

  *decimals = NULL;
  if (n_decimal == 0 && n_group == 0)
    return KLI_PARSE_OK;
  if (n_decimal == 0 || n_group == 0)
    return read_one_sort (number, n_group > 0 ? group : decimal, n_group > 0, language, decimals);
  last_separator = strrchr (number, decimal) > strrchr (number, group) ? decimal : group;
  last = strrchr (number, last_separator);
  if (strchr (number, last_separator) != last || strlen (last + 1) > 2
      || !is_grouped (number, last, last_separator == decimal ? group : decimal))
    return KLI_PARSE_INVALID;
  if (last_separator == group) /* the other language's way: 1,500.00 in Indonesian */
    return KLI_PARSE_AMBIGUOUS;
  *decimals = last + 1;
  return KLI_PARSE_OK;
}

/* The hundredths in @number whose decimals are at @decimals. */
static KliParseProblem
read_hundredths (const char *number, const char *decimals, guint64 *hundredths)
{
  gsize n_decimals = decimals != NULL ? strlen (decimals) : 0;
  gsize n_digits = 0;

  *hundredths = 0;
  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        *hundredths = *hundredths * 10 + (guint64)(*p - '0');
        n_digits += *hundredths > 0;
        if (n_digits > MOST_DIGITS)
          return KLI_PARSE_TOO_LARGE;
      }
  for (; n_decimals < 2; n_decimals++)
    *hundredths *= 10;
  return KLI_PARSE_OK;
}

static KliParseProblem
parse (const char *text, const char *currency, KliLanguage language, gint64 *minor)
{
  g_auto (Typed) typed = { 0 };
  const char *decimals, *behind;
  guint64 hundredths, factor;
  KliParseProblem problem;

  if (!typed_init (&typed, text))
    return *typed.before == '\0' && *typed.behind == '\0' && !typed.negative ? KLI_PARSE_EMPTY : KLI_PARSE_INVALID;
  factor = read_multiplier (typed.behind, language, &behind);
  problem = *typed.before != '\0' && *behind != '\0' ? KLI_PARSE_INVALID : KLI_PARSE_OK;
  if (problem == KLI_PARSE_OK)
    problem = check_currency (*behind != '\0' ? behind : typed.before, currency);
  if (problem == KLI_PARSE_OK)
    problem = find_decimals (typed.number, language, &decimals);
  if (problem == KLI_PARSE_OK)
    problem = read_hundredths (typed.number, decimals, &hundredths);
  if (problem != KLI_PARSE_OK)
    return problem;
  if (!g_uint64_checked_mul (&hundredths, hundredths, factor) || hundredths > G_MAXINT64)
    return KLI_PARSE_TOO_LARGE;
  if (g_strcmp0 (currency, "IDR") == 0 && hundredths % 100 != 0)
    return KLI_PARSE_NO_FRACTION;
  *minor = typed.negative ? -(gint64)hundredths : (gint64)hundredths;
  return KLI_PARSE_OK;
}

gboolean
kli_money_parse (const char *text, const char *currency, KliLanguage language, gint64 *minor, KliParseProblem *problem)
{
  KliParseProblem found;

  g_return_val_if_fail (minor != NULL, FALSE);

  found = parse (text, currency, language, minor);
  if (problem != NULL)
    *problem = found;
  return found == KLI_PARSE_OK;
}

char *
kli_money_find_currency (const char *text)
{
  g_auto (Typed) typed = { 0 };

  if (!typed_init (&typed, text))
    return NULL;

  return read_currency (*typed.behind != '\0' ? typed.behind : typed.before);
}
