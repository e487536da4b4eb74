/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts for reading. Our own, because ICU and glibc each do another thing with rupiah and with four-digit zloty. */
#include "core/kli-money.h"

#include "core/kli-format-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

gboolean
kli_money_is_currency (const char *code)
{
  return code != NULL && strlen (code) == 3 && strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* The number alone. Rupiah have sen on paper only, but an amount that has some is not shown without. */
static void
append_amount (GString *out, guint64 hundredths, gboolean hide_zeroes, const KliFormatWords *words)
{
  kli_format_append_grouped (out, hundredths / 100, words);
  if (hundredths % 100 != 0 || !hide_zeroes)
    g_string_append_printf (out, "%c%02u", words->decimal_separator, (guint)(hundredths % 100));
}

char *
kli_money_format (gint64 minor, const char *currency, KliLanguage language)
{
  const KliFormatWords *words = kli_format_words (language);
  gboolean is_rupiah = g_strcmp0 (currency, "IDR") == 0;
  gboolean is_behind = language == KLI_LANGUAGE_PL;
  GString *out = g_string_new (minor < 0 ? words->minus : NULL);

  if (currency == NULL || *currency == '\0')
    append_amount (out, kli_format_magnitude (minor), FALSE, words);
  else if (is_behind)
    {
      append_amount (out, kli_format_magnitude (minor), is_rupiah, words);
      g_string_append_printf (out, NO_BREAK_SPACE "%s", strcmp (currency, "PLN") == 0 ? "zł" : currency);
    }
  else
    {
      g_string_append_printf (out, is_rupiah ? "Rp" : "%s" NO_BREAK_SPACE, currency);
      append_amount (out, kli_format_magnitude (minor), is_rupiah, words);
    }
  return g_string_free (out, FALSE);
}

char *
kli_money_to_plain (gint64 minor, const char *currency)
{
  guint64 magnitude = kli_format_magnitude (minor);

  g_return_val_if_fail (currency != NULL, NULL);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT " %s", minor < 0 ? "-" : "", magnitude / 100,
                          magnitude % 100, currency);
}

const char *
kli_parse_problem_text (KliParseProblem problem)
{
  static const char *const texts[] = {
    [KLI_PARSE_OK] = NULL,
    [KLI_PARSE_EMPTY] = N_ ("The amount is missing."),
    [KLI_PARSE_INVALID] = N_ ("This is not an amount of money."),
    [KLI_PARSE_AMBIGUOUS]
    = N_ ("This could mean two amounts. Write it without thousands separators, or with two decimals."),
    [KLI_PARSE_NO_FRACTION] = N_ ("This currency is used in whole units only."),
    [KLI_PARSE_OTHER_CURRENCY] = N_ ("This amount is in another currency."),
    [KLI_PARSE_TOO_LARGE] = N_ ("This amount is too large."),
  };

  g_return_val_if_fail ((guint)problem < G_N_ELEMENTS (texts), NULL);

  return texts[problem];
}
