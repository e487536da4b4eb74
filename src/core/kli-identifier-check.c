/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that official numbers keep (domain 4). */
#include "core/kli-day.h"
#include "core/kli-identifier.h"

#include <string.h>

static int
digit (const char *kept, gsize at)
{
  return kept[at] - '0';
}

/* @count digits, from the @from-th on, as a number. */
static int
number (const char *kept, gsize from, gsize count)
{
  int value = 0;

  for (gsize i = from; i < from + count; i++)
    value = value * 10 + digit (kept, i);

  return value;
}

static int
weigh (const char *kept, const guint8 *weights, gsize n_weights)
{
  int sum = 0;

  for (gsize i = 0; i < n_weights; i++)
    sum += weights[i] * digit (kept, i);

  return sum;
}

static gboolean
is_all (const char *kept, char c)
{
  for (; *kept != '\0'; kept++)
    if (*kept != c)
      return FALSE;

  return TRUE;
}

/* --- Poland ------------------------------------------------------------------------------------------------- */

/* domain 4.1; what the pattern of the ministry leaves out is given to nobody. */
static KliIdentifierFault
check_nip (const char *kept)
{
  static const guint8 weights[] = { 6, 5, 7, 2, 3, 4, 5, 6, 7 };
  int rest = weigh (kept, weights, G_N_ELEMENTS (weights)) % 11;

  if (rest == 10)
    return KLI_IDENTIFIER_NO_CHECK;
  if (rest != digit (kept, 9))
    return KLI_IDENTIFIER_CHECK;

  return kept[0] == '0' || (kept[1] == '0' && kept[2] == '0') ? KLI_IDENTIFIER_NEVER_GIVEN : KLI_IDENTIFIER_FINE;
}

/* domain 4.2 */
static KliIdentifierFault
check_regon (const char *kept)
{
  static const guint8 of_firm[] = { 8, 9, 2, 3, 4, 5, 6, 7 };
  static const guint8 of_unit[] = { 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8 };
  gboolean has_unit = strlen (kept) == 14;

  if (is_all (kept, '0'))
    return KLI_IDENTIFIER_NEVER_GIVEN;
  if (weigh (kept, of_firm, G_N_ELEMENTS (of_firm)) % 11 % 10 != digit (kept, 8))
    return has_unit ? KLI_IDENTIFIER_PART : KLI_IDENTIFIER_CHECK;

  return has_unit && weigh (kept, of_unit, G_N_ELEMENTS (of_unit)) % 11 % 10 != digit (kept, 13) ? KLI_IDENTIFIER_CHECK
                                                                                                 : KLI_IDENTIFIER_FINE;
}

/* domain 4.3: no check digit. */
static KliIdentifierFault
check_krs (const char *kept)
{
  return is_all (kept, '0') ? KLI_IDENTIFIER_NEVER_GIVEN : KLI_IDENTIFIER_FINE;
}

/* domain 4.4: the month carries the century. */
static KliIdentifierFault
check_pesel (const char *kept)
{
  static const guint8 weights[] = { 1, 3, 7, 9, 1, 3, 7, 9, 1, 3 };
  static const int centuries[] = { 1900, 2000, 2100, 2200, 1800 };
  int month = number (kept, 2, 2);

  if ((10 - weigh (kept, weights, G_N_ELEMENTS (weights)) % 10) % 10 != digit (kept, 10))
    return KLI_IDENTIFIER_CHECK;

  return kli_day_is_valid (kli_day_new (centuries[month / 20] + number (kept, 0, 2), month % 20, number (kept, 4, 2)))
             ? KLI_IDENTIFIER_FINE
             : KLI_IDENTIFIER_DATE;
}

/* --- bank accounts ------------------------------------------------------------------------------------------ */

/* How long the IBANs of the countries are that a business in Europe meets. */
static const struct
{
  const char country[3];
  guint8 length;
} ibans[] = {
  { "AD", 24 }, { "AL", 28 }, { "AT", 20 }, { "BA", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 },
  { "CZ", 24 }, { "DE", 22 }, { "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 }, { "FR", 27 }, { "GB", 22 },
  { "GR", 27 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IS", 26 }, { "IT", 27 }, { "LI", 21 }, { "LT", 20 },
  { "LU", 20 }, { "LV", 21 }, { "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MT", 31 }, { "NL", 18 },
  { "NO", 15 }, { "PL", 28 }, { "PT", 25 }, { "RO", 24 }, { "RS", 22 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 },
  { "SM", 27 }, { "TR", 26 }, { "UA", 29 },
};

#define IBAN_SHORTEST 15
#define IBAN_LONGEST 34

/* 0 when it is not known. */
static gsize
iban_length (const char *country)
{
  for (guint i = 0; i < G_N_ELEMENTS (ibans); i++)
    if (strncmp (ibans[i].country, country, 2) == 0)
      return ibans[i].length;

  return 0;
}

/* ISO 13616: the first four characters behind the others, letters as 10 to 35; digit by digit, so that no number is
 * ever big. */
static gboolean
iban_fits (const char *iban)
{
  gsize length = strlen (iban);
  int rest = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = iban[(i + 4) % length];

      rest = g_ascii_isdigit (c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
    }

  return rest == 1;
}

/* Too short is still being typed. */
static KliIdentifierFault
check_iban_length (const char *iban)
{
  gsize length = strlen (iban);
  gsize known = iban_length (iban);

  if (known == 0)
    return length < IBAN_SHORTEST  ? KLI_IDENTIFIER_SHORT
           : length > IBAN_LONGEST ? KLI_IDENTIFIER_LONG
                                   : KLI_IDENTIFIER_FINE;

  return length < known ? KLI_IDENTIFIER_SHORT : length > known ? KLI_IDENTIFIER_COUNTRY_LENGTH : KLI_IDENTIFIER_FINE;
}

static gboolean
begins_as_iban (const char *iban)
{
  static const char form[] = "AA99";

  for (gsize i = 0; i < strlen (form) && iban[i] != '\0'; i++)
    if (form[i] == 'A' ? !g_ascii_isupper (iban[i]) : !g_ascii_isdigit (iban[i]))
      return FALSE;

  return TRUE;
}

/* domain 4.5: an IBAN, or the 26 digits of a Polish one. */
static KliIdentifierFault
check_iban (const char *kept)
{
  static const guint8 weights[] = { 3, 9, 7, 1, 3, 9, 7, 1 };
  g_autofree char *iban = kli_identifier_normal ("iban", kept);
  KliIdentifierFault length;

  if (g_ascii_isdigit (*kept) && strspn (kept, "0123456789") == strlen (kept) && strlen (kept) != 26)
    return strlen (kept) < 26 ? KLI_IDENTIFIER_SHORT : KLI_IDENTIFIER_LONG;
  if (!begins_as_iban (iban))
    return KLI_IDENTIFIER_CHARACTERS;
  length = check_iban_length (iban);
  if (length != KLI_IDENTIFIER_FINE)
    return length;
  if (!iban_fits (iban))
    return KLI_IDENTIFIER_CHECK;
  if (!g_str_has_prefix (iban, "PL"))
    return KLI_IDENTIFIER_FINE;
  if (strspn (iban + 2, "0123456789") != 26)
    return KLI_IDENTIFIER_CHARACTERS;

  return weigh (iban + 4, weights, G_N_ELEMENTS (weights)) % 10 == 0 ? KLI_IDENTIFIER_FINE : KLI_IDENTIFIER_BANK;
}

/* --- Indonesia ---------------------------------------------------------------------------------------------- */

/* The nine digits at @kept, the last of which checks the others: from the right every other one is doubled. */
static gboolean
luhn_fits (const char *kept)
{
  int sum = 0;

  for (gsize i = 0; i < 9; i++)
    {
      int value = digit (kept, i) * (i % 2 == 1 ? 2 : 1);

      sum += value > 9 ? value - 9 : value;
    }

  return sum % 10 == 0;
}

/* Two digits at the start of a NIK (domain 3.2). */
static gboolean
is_province (int code)
{
  static const guint8 codes[] = { 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53,
                                  61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96 };

  return memchr (codes, code, sizeof codes) != NULL;
}

/* domain 4.7: 40 is added to the day of a woman; the century is not told. */
static KliIdentifierFault
check_nik (const char *kept)
{
  int day = number (kept, 6, 2);
  int month = number (kept, 8, 2);
  int year = number (kept, 10, 2);

  if (!is_province (number (kept, 0, 2)))
    return KLI_IDENTIFIER_PLACE;
  if (day >= 41 && day <= 71)
    day -= 40;
  if (!kli_day_is_valid (kli_day_new (1900 + year, month, day))
      && !kli_day_is_valid (kli_day_new (2000 + year, month, day)))
    return KLI_IDENTIFIER_DATE;

  return strcmp (kept + 12, "0000") == 0 ? KLI_IDENTIFIER_NEVER_GIVEN : KLI_IDENTIFIER_FINE;
}

/* domain 4.6: a firm's begins with a 0 since 2024, another one is a person's NIK; six digits behind it are a place of
 * business. */
static KliIdentifierFault
check_npwp (const char *kept)
{
  g_autofree char *whole = g_strndup (kept, 16);

  if (strlen (kept) > 15 && *kept != '0')
    return check_nik (whole);

  return luhn_fits (strlen (kept) > 15 ? kept + 1 : kept) ? KLI_IDENTIFIER_FINE : KLI_IDENTIFIER_CHECK;
}

/* domain 4.8: no check digit. */
static KliIdentifierFault
check_nib (const char *kept)
{
  return is_all (kept, '0') ? KLI_IDENTIFIER_NEVER_GIVEN : KLI_IDENTIFIER_FINE;
}

/* --- all ---------------------------------------------------------------------------------------------------- */

/* A number of digits that can be right; between @shortest and @longest every one of them when @lengths is empty. */
static const struct
{
  const char *kind;
  guint8 lengths[4];
  guint8 shortest; /* with longest: of a kind without fixed lengths */
  guint8 longest;
  KliIdentifierFault (*check) (const char *kept);
} rules[] = {
  { "nip", { 10 }, 0, 0, check_nip }, { "regon", { 9, 14 }, 0, 0, check_regon },
  { "krs", { 10 }, 0, 0, check_krs }, { "npwp", { 15, 16, 22 }, 0, 0, check_npwp },
  { "nib", { 13 }, 0, 0, check_nib }, { "pesel", { 11 }, 0, 0, check_pesel },
  { "nik", { 16 }, 0, 0, check_nik }, { "account", { 0 }, 6, 20, NULL },
};

static KliIdentifierFault
check_length (guint rule, gsize length)
{
  gsize longest = rules[rule].longest;

  if (rules[rule].lengths[0] == 0)
    return length < rules[rule].shortest ? KLI_IDENTIFIER_SHORT
           : length > longest            ? KLI_IDENTIFIER_LONG
                                         : KLI_IDENTIFIER_FINE;
  for (guint i = 0; rules[rule].lengths[i] != 0; i++)
    {
      if (rules[rule].lengths[i] == length)
        return KLI_IDENTIFIER_FINE;
      longest = rules[rule].lengths[i];
    }

  return length < longest ? KLI_IDENTIFIER_SHORT : KLI_IDENTIFIER_LONG;
}

static KliIdentifierFault
check_digits (guint rule, const char *kept)
{
  KliIdentifierFault length = check_length (rule, strlen (kept));

  if (strspn (kept, "0123456789") != strlen (kept))
    return KLI_IDENTIFIER_CHARACTERS;
  if (length != KLI_IDENTIFIER_FINE || rules[rule].check == NULL)
    return length;

  return rules[rule].check (kept);
}

KliIdentifierFault
kli_identifier_check (const char *kind, const char *value)
{
  g_autofree char *kept = kli_identifier_clean (kind, value);

  if (*kept == '\0')
    return KLI_IDENTIFIER_FINE;
  if (g_strcmp0 (kind, "iban") == 0)
    return kept[strspn (kept, G_CSET_A_2_Z G_CSET_DIGITS)] == '\0' ? check_iban (kept) : KLI_IDENTIFIER_CHARACTERS;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (kind, rules[i].kind) == 0)
      return check_digits (i, kept);

  return KLI_IDENTIFIER_FINE;
}

/* A letter in it may be the beginning of "NIP: …" as long as there is not enough for a number. */
static gboolean
is_beginning (const char *kind, const char *typed)
{
  g_autofree char *kept = kli_identifier_clean (kind, typed);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (kind, rules[i].kind) == 0)
      return strlen (kept) < MAX (rules[i].lengths[0], rules[i].shortest);

  return strlen (kept) < IBAN_SHORTEST;
}

KliIdentifierFault
kli_identifier_check_typed (const char *kind, const char *typed)
{
  KliIdentifierFault fault = kli_identifier_check (kind, typed);

  return fault == KLI_IDENTIFIER_SHORT || is_beginning (kind, typed) ? KLI_IDENTIFIER_FINE : fault;
}
