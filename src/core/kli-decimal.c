/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with decimals, exactly. */
#include "core/kli-decimal.h"

#include "core/kli-format-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DECIMALS 6
#define IS_MARK(c) ((c) == ',' || (c) == '.')

/* --- the plain form ----------------------------------------------------------------------------------- */

/* Adds one more digit. Returns: FALSE when the number is larger than any. */
static gboolean
add_digit (guint64 *whole, char digit)
{
  *whole = *whole * 10 + (guint64)(digit - '0');

  return *whole <= (guint64)(KLI_DECIMAL_MAX / KLI_DECIMAL_ONE);
}

/* Reads up to six decimals; zeros behind them say nothing. */
static KliParseProblem
read_decimals (const char *digits, guint64 *millionths)
{
  gsize n = strlen (digits);

  while (n > MOST_DECIMALS && digits[n - 1] == '0')
    n--;
  if (n > MOST_DECIMALS)
    return KLI_PARSE_NO_FRACTION;
  *millionths = 0;
  for (gsize i = 0; i < MOST_DECIMALS; i++)
    *millionths = *millionths * 10 + (i < n ? (guint64)(digits[i] - '0') : 0);

  return KLI_PARSE_OK;
}

static KliParseProblem
read_plain (const char *plain, gint64 *decimal)
{
  gboolean negative = *plain == '-';
  const char *p = plain + negative;
  guint64 whole = 0, millionths = 0;
  gsize n_digits = strspn (p, "0123456789");
  KliParseProblem problem = KLI_PARSE_OK;

  if (*p == '\0')
    return negative ? KLI_PARSE_INVALID : KLI_PARSE_EMPTY;
  for (gsize i = 0; i < n_digits; i++)
    if (!add_digit (&whole, p[i]))
      return KLI_PARSE_TOO_LARGE;
  if (n_digits == 0 || (p[n_digits] != '\0' && p[n_digits] != '.'))
    return KLI_PARSE_INVALID;
  if (p[n_digits] == '.')
    {
      p += n_digits + 1;
      if (*p == '\0' || p[strspn (p, "0123456789")] != '\0')
        return KLI_PARSE_INVALID;
      problem = read_decimals (p, &millionths);
    }
  if (problem == KLI_PARSE_OK && whole * KLI_DECIMAL_ONE + millionths > (guint64)KLI_DECIMAL_MAX)
    problem = KLI_PARSE_TOO_LARGE;
  if (problem == KLI_PARSE_OK)
    *decimal = (gint64)(whole * KLI_DECIMAL_ONE + millionths) * (negative ? -1 : 1);

  return problem;
}

static gboolean
report (KliParseProblem found, KliParseProblem *problem)
{
  if (problem != NULL)
    *problem = found;

  return found == KLI_PARSE_OK;
}

gboolean
kli_decimal_from_plain (const char *plain, gint64 *decimal, KliParseProblem *problem)
{
  g_return_val_if_fail (plain != NULL && decimal != NULL, FALSE);

  return report (read_plain (plain, decimal), problem);
}

/* Appends the decimals of @magnitude behind @mark, without zeros at the end. */
static void
append_decimals (GString *out, guint64 magnitude, char mark)
{
  guint64 millionths = magnitude % KLI_DECIMAL_ONE;
  gsize length;

  if (millionths == 0)
    return;
  g_string_append_printf (out, "%c%06" G_GUINT64_FORMAT, mark, millionths);
  for (length = out->len; out->str[length - 1] == '0'; length--)
    ;
  g_string_truncate (out, length);
}

char *
kli_decimal_to_plain (gint64 decimal)
{
  guint64 magnitude = kli_format_magnitude (decimal);
  GString *out = g_string_new (decimal < 0 ? "-" : NULL);

  g_string_append_printf (out, "%" G_GUINT64_FORMAT, magnitude / KLI_DECIMAL_ONE);
  append_decimals (out, magnitude, '.');

  return g_string_free (out, FALSE);
}

char *
kli_decimal_format (gint64 decimal, KliLanguage language)
{
  const KliFormatWords *words = kli_format_words (language);
  guint64 magnitude = kli_format_magnitude (decimal);
  GString *out = g_string_new (decimal < 0 ? words->minus : NULL);

  kli_format_append_grouped (out, magnitude / KLI_DECIMAL_ONE, words);
  append_decimals (out, magnitude, words->decimal_separator);

  return g_string_free (out, FALSE);
}

/* --- as people type it -------------------------------------------------------------------------------- */

/* Without spaces of any width, and with an ASCII minus. Returns: (transfer full) */
static char *
close_up (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed != NULL ? typed : "", -1);
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

/* Whether the digits before @end are cut in threes by @mark: 1 to 3 of them, no 0 in front, then groups of three. */
static gboolean
is_grouped (const char *number, const char *end, char mark)
{
  const char *first = memchr (number, mark, (gsize)(end - number));

  if (first == NULL || first == number || first - number > 3 || *number == '0' || (end - first) % 4 != 0)
    return FALSE;
  for (const char *p = first; p < end; p++)
    if ((*p == mark) != ((p - first) % 4 == 0))
      return FALSE;

  return TRUE;
}

/* Where the decimals of @number begin, NULL when it has none. @number: digits and marks, a digit at both ends. */
static KliParseProblem
find_decimals (const char *number, KliLanguage language, const char **decimals)
{
  char decimal = kli_format_words (language)->decimal_separator;
  const char *last = number + strlen (number);
  gboolean is_whole;

  *decimals = NULL;
  while (last > number && !IS_MARK (last[-1]))
    last--;
  if (last == number)
    return KLI_PARSE_OK;
  is_whole = is_grouped (number, number + strlen (number), last[-1]);
  if (memchr (number, last[-1], (gsize)(last - 1 - number)) != NULL)
    return is_whole && last[-1] != decimal ? KLI_PARSE_OK : KLI_PARSE_INVALID;
  if (is_whole && last[-1] != decimal)
    /* Poles group with spaces, and some write decimals behind a full stop. */
    return language == KLI_LANGUAGE_PL ? KLI_PARSE_AMBIGUOUS : KLI_PARSE_OK;
  if (strcspn (number, ",.") < (gsize)(last - 1 - number)
      && !is_grouped (number, last - 1, last[-1] == ',' ? '.' : ','))
    return KLI_PARSE_INVALID;
  *decimals = last;

  return KLI_PARSE_OK;
}

static KliParseProblem
read_typed (const char *typed, KliLanguage language, gint64 *decimal)
{
  g_autofree char *closed_up = close_up (typed);
  const char *number = closed_up + (*closed_up == '-');
  g_autoptr (GString) plain = g_string_new (*closed_up == '-' ? "-" : NULL);
  const char *decimals;
  KliParseProblem problem;

  if (*closed_up == '\0')
    return KLI_PARSE_EMPTY;
  if (number[strspn (number, "0123456789,.")] != '\0' || !g_ascii_isdigit (*number)
      || !g_ascii_isdigit (number[strlen (number) - 1]))
    return KLI_PARSE_INVALID;
  problem = find_decimals (number, language, &decimals);
  if (problem != KLI_PARSE_OK)
    return problem;
  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (plain, *p);
    else if (p + 1 == decimals)
      g_string_append_c (plain, '.');

  return read_plain (plain->str, decimal);
}

gboolean
kli_decimal_parse (const char *typed, KliLanguage language, gint64 *decimal, KliParseProblem *problem)
{
  g_return_val_if_fail (decimal != NULL, FALSE);

  return report (read_typed (typed, language, decimal), problem);
}

const char *
kli_decimal_problem_text (KliParseProblem problem)
{
  static const char *const texts[] = {
    [KLI_PARSE_OK] = NULL,
    [KLI_PARSE_EMPTY] = N_ ("The number is missing."),
    [KLI_PARSE_INVALID] = N_ ("This is not a number."),
    [KLI_PARSE_AMBIGUOUS] = N_ ("This could mean two numbers. Write it without thousands separators."),
    [KLI_PARSE_NO_FRACTION] = N_ ("A number has at most six decimals."),
    [KLI_PARSE_OTHER_CURRENCY] = N_ ("This is not a number."),
    [KLI_PARSE_TOO_LARGE] = N_ ("This number is too large."),
  };

  g_return_val_if_fail ((guint)problem < G_N_ELEMENTS (texts), NULL);

  return texts[problem];
}
