/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between braces and behind an @ in the text of a sample. */
#include "operations/kli-sample-text.h"

#include <stdlib.h>
#include <string.h>

/* Reads a number with a sign, 0 when there is none, and moves @text behind it. */
static int
read_offset (const char **text)
{
  char *end = NULL;
  long offset;

  if (**text != '+' && **text != '-')
    return 0;
  offset = strtol (*text, &end, 10);
  *text = end;

  return (int)CLAMP (offset, -100000, 100000);
}

/* The first day of the month that is @months after that of @today. */
static KliDay
month_start (KliDay today, int months)
{
  int year;
  int month;

  kli_day_split (today, &year, &month, NULL);

  return kli_day_add_months (kli_day_new (year, month, 1), months);
}

KliDay
kli_sample_day (const char *expression, KliDay today)
{
  const char *text = expression;
  KliDay day = today;

  g_return_val_if_fail (expression != NULL, KLI_DAY_NONE);

  if (*text == 'M')
    {
      text++;
      day = month_start (today, read_offset (&text));
      if (*text == 'e')
        day = kli_day_month_end (day);
      else if (*text != 's')
        return KLI_DAY_NONE;
    }
  else if (*text != 'D')
    return KLI_DAY_NONE;
  text++;
  day = kli_day_add_days (day, read_offset (&text));

  return *text == '\0' ? day : KLI_DAY_NONE;
}

/* @expression: what stood between braces. Returns: (transfer full) (nullable) */
static char *
print_day (const char *expression, KliDay today)
{
  static const char *const romans[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII" };
  const char *colon = strchr (expression, ':');
  KliDay day = kli_sample_day (colon != NULL ? colon + 1 : expression, today);
  int year;
  int month;

  if (!kli_day_is_valid (day))
    return NULL;
  kli_day_split (day, &year, &month, NULL);
  if (colon == NULL)
    return kli_day_to_string (day);
  if (g_str_has_prefix (expression, "Y:"))
    return g_strdup_printf ("%04d", year);

  return g_str_has_prefix (expression, "R:") ? g_strdup (romans[month]) : NULL;
}

/* Appends what @text, just behind a brace, means. Returns: (nullable): where to go on. */
static const char *
expand_day (GString *out, const char *text, KliDay today)
{
  const char *brace = strchr (text, '}');
  g_autofree char *expression = brace != NULL ? g_strndup (text, (gsize)(brace - text)) : NULL;
  g_autofree char *day = expression != NULL ? print_day (expression, today) : NULL;

  if (day == NULL)
    return NULL;
  g_string_append (out, day);

  return brace + 1;
}

/* Appends the id of the record named at @text, just behind an @, or the @ itself where no
 * capital letter follows. Returns: (nullable): where to go on. */
static const char *
expand_name (GString *out, const char *text, GHashTable *names)
{
  gsize length = 0;
  g_autofree char *name = NULL;
  const gint64 *id;

  while (g_ascii_isalnum (text[length]))
    length++;
  name = g_strndup (text, length);
  id = g_hash_table_lookup (names, name);
  if (id == NULL && g_ascii_isupper (*text))
    return NULL;
  if (id == NULL)
    {
      g_string_append_c (out, '@');
      return text;
    }
  g_string_append_printf (out, "%" G_GINT64_FORMAT, *id);

  return text + length;
}

char *
kli_sample_expand (const char *text, KliDay today, GHashTable *names)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && names != NULL, NULL);

  while (*text != '\0')
    {
      if (*text == '{')
        text = expand_day (out, text + 1, today);
      else if (*text == '@')
        text = expand_name (out, text + 1, names);
      else
        g_string_append_c (out, *text++);
      if (text == NULL)
        return NULL;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
