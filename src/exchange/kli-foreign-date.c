/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as foreign files write them. */
#include "exchange/kli-foreign-date.h"

#include <string.h>

/* Apple's way to say that the year is not known. */
#define NO_YEAR 1604

static const char *const months[] = {
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
};

/* Years beside Apple's lie in the Gregorian calendar; a year of 0 is none. */
static gboolean
write_day (guint year, guint month, guint day, KliForeignDay out)
{
  gboolean no_year = year == NO_YEAR || year == 0;

  if (month < 1 || month > 12 || day < 1 || day > 31 || year > 9999 || (!no_year && year < 1700))
    return FALSE;
  if (!g_date_valid_dmy (day, month, no_year ? 2000 : year))
    return FALSE;

  if (no_year)
    g_snprintf (out, sizeof (KliForeignDay), "--%02u-%02u", month, day);
  else
    g_snprintf (out, sizeof (KliForeignDay), "%04u-%02u-%02u", year, month, day);

  return TRUE;
}

/* Reads @min to @max digits. Returns: what follows, or NULL. */
static const char *
read_number (const char *p, guint min, guint max, guint *number)
{
  guint n = 0;

  for (*number = 0; n < max && g_ascii_isdigit (p[n]); n++)
    *number = *number * 10 + (p[n] - '0');

  return n >= min ? p + n : NULL;
}

/* A time, a zone or nothing may follow a day. */
static gboolean
is_end (const char *p)
{
  return p != NULL && (*p == '\0' || *p == 'T' || *p == 't' || g_ascii_isspace (*p));
}

static gboolean
parse_iso (const char *text, KliForeignDay out)
{
  guint year = 0;
  guint month;
  guint day;
  gboolean dashed;
  const char *p = g_str_has_prefix (text, "--") ? text + 2 : read_number (text, 4, 4, &year);

  if (p == NULL)
    return FALSE;
  if (p != text + 2 && year == 0)
    return FALSE;
  dashed = *p == '-' || *p == '/';
  p = read_number (p + dashed, dashed ? 1 : 2, 2, &month);
  if (p == NULL)
    return FALSE;
  p = read_number (p + (*p == '-' || *p == '/'), dashed ? 1 : 2, 2, &day);

  return is_end (p) && write_day (year, month, day, out);
}

/* Two numbers and a year with @separator between: their places decide what they are. */
static gboolean
split_numbers (const char *text, char separator, guint *first, guint *second, guint *year)
{
  const char *p = read_number (text, 1, 2, first);
  const char *start;

  if (p == NULL || *p != separator)
    return FALSE;
  p = read_number (p + 1, 1, 2, second);
  if (p == NULL || *p != separator)
    return FALSE;
  start = p + 1;
  p = read_number (start, 2, 4, year);
  if (!is_end (p) || p - start == 3)
    return FALSE;
  if (p - start == 2) /* 80 is 1980, 05 is 2005 */
    *year += *year < 30 ? 2000 : 1900;

  return TRUE;
}

gboolean
kli_foreign_date_parse (const char *text, KliForeignDay day)
{
  guint first;
  guint second;
  guint year;

  g_return_val_if_fail (text != NULL, FALSE);

  while (g_ascii_isspace (*text))
    text++;
  if (parse_iso (text, day))
    return TRUE;

  return split_numbers (text, '.', &first, &second, &year) && write_day (year, second, first, day);
}

static guint
find_month (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (length >= 3 && g_ascii_strncasecmp (word, months[i], 3) == 0)
      return i + 1;

  return 0;
}

/* "September 12, 2008", "12 Sep 2008", "12-Sep-2008": a word and two numbers. */
static gboolean
parse_words (const char *text, KliForeignDay out)
{
  guint numbers[2] = { 0 };
  guint n = 0;
  guint month = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize letters = 0;

      while (g_ascii_isalpha (p[letters]))
        letters++;
      if (letters > 0)
        {
          if (month != 0 || (month = find_month (p, letters)) == 0)
            return FALSE;
          p += letters;
        }
      else if (g_ascii_isdigit (*p))
        {
          if (n == 2 || (p = read_number (p, 1, 4, &numbers[n++])) == NULL || g_ascii_isdigit (*p))
            return FALSE;
        }
      else if (strchr (" ,.-/", *p) != NULL)
        p++;
      else
        return FALSE;
    }
  if (n != 2 || month == 0)
    return FALSE;

  return numbers[1] > 31 ? write_day (numbers[1], month, numbers[0], out)
                         : write_day (numbers[0], month, numbers[1], out);
}

gboolean
kli_foreign_date_parse_cell (const char *text, KliDateOrder order, KliForeignDay day)
{
  guint first;
  guint second;
  guint year;

  g_return_val_if_fail (text != NULL, FALSE);

  while (g_ascii_isspace (*text))
    text++;
  if (kli_foreign_date_parse (text, day))
    return TRUE;
  if (split_numbers (text, '/', &first, &second, &year) || split_numbers (text, '-', &first, &second, &year))
    {
      gboolean month_first = second > 12 || (first <= 12 && order == KLI_DATE_ORDER_MONTH_DAY);

      return month_first ? write_day (year, first, second, day) : write_day (year, second, first, day);
    }

  return parse_words (text, day);
}

KliDateOrder
kli_foreign_date_get_evidence (const char *text, gboolean *ambiguous)
{
  guint first;
  guint second;
  guint year;

  g_return_val_if_fail (text != NULL && ambiguous != NULL, KLI_DATE_ORDER_UNKNOWN);

  while (g_ascii_isspace (*text))
    text++;
  *ambiguous = FALSE;
  if (!split_numbers (text, '/', &first, &second, &year) && !split_numbers (text, '-', &first, &second, &year))
    return KLI_DATE_ORDER_UNKNOWN;
  if (first > 12 && second <= 12)
    return KLI_DATE_ORDER_DAY_MONTH;
  if (second > 12 && first <= 12)
    return KLI_DATE_ORDER_MONTH_DAY;
  *ambiguous = first != second && first <= 12 && second <= 12;

  return KLI_DATE_ORDER_UNKNOWN;
}
