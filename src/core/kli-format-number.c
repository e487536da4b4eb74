/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers, and counts that must be short. */
#include "core/kli-format-words.h"
#include "core/kli-format.h"

#define SHORT_FROM 10000
#define THOUSAND 1000
#define MILLION 1000000

guint64
kli_format_magnitude (gint64 number)
{
  return number < 0 ? -(guint64)number : (guint64)number;
}

void
kli_format_append_grouped (GString *out, guint64 number, const KliFormatWords *words)
{
  if (number >= 1000)
    {
      kli_format_append_grouped (out, number / 1000, words);
      g_string_append_printf (out, "%s%03u", words->group_separator, (guint)(number % 1000));
    }
  else
    g_string_append_printf (out, "%u", (guint)number);
}

char *
kli_format_number (gint64 number, KliLanguage language)
{
  const KliFormatWords *words = kli_format_words (language);
  GString *out = g_string_new (number < 0 ? words->minus : NULL);

  kli_format_append_grouped (out, kli_format_magnitude (number), words);
  return g_string_free (out, FALSE);
}

/* @count in @units: with one decimal, which is left out when it is 0, and rounded whole from 100 units on. */
static void
append_short (GString *out, guint64 count, guint64 unit, const KliFormatWords *words)
{
  guint64 step = count >= unit * 100 - unit / 20 ? unit : unit / 10;
  guint64 tenths = (count / step + (count % step >= step / 2)) * (step * 10 / unit);

  kli_format_append_grouped (out, tenths / 10, words);
  if (tenths % 10 != 0)
    g_string_append_printf (out, "%c%u", words->decimal_separator, (guint)(tenths % 10));
}

char *
kli_format_count_short (guint64 count, KliLanguage language)
{
  const KliFormatWords *words = kli_format_words (language);
  GString *out = g_string_new (NULL);

  if (count < SHORT_FROM)
    kli_format_append_grouped (out, count, words);
  else if (count < MILLION - THOUSAND / 2) /* what would be rounded to 1000 thousand is a million */
    {
      append_short (out, count, THOUSAND, words);
      g_string_append (out, words->thousand);
    }
  else
    {
      append_short (out, count, MILLION, words);
      g_string_append (out, words->million);
    }
  return g_string_free (out, FALSE);
}
