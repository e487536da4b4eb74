/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What official numbers are called and why one cannot be right. */
#include "core/kli-identifier-words.h"

#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *kind;
  const char *name;
  const char *meaning; /* (nullable) */
} Words;

/* TRANSLATORS: NIP, REGON, KRS, PESEL, NPWP, NIB and NIK are never translated; what they are is, for those who do not
 * know the country. It stands behind the name: “NIP · Polish tax number”. */
static const Words kinds[] = {
  { "nip", NC_ ("identifier", "NIP"), NC_ ("identifier", "Polish tax number") },
  { "regon", NC_ ("identifier", "REGON"), NC_ ("identifier", "Polish statistical number") },
  { "krs", NC_ ("identifier", "KRS"), NC_ ("identifier", "Polish court register") },
  { "iban", NC_ ("identifier", "Bank account"), NC_ ("identifier", "IBAN") },
  { "npwp", NC_ ("identifier", "NPWP"), NC_ ("identifier", "Indonesian tax number") },
  { "nib", NC_ ("identifier", "NIB"), NC_ ("identifier", "Indonesian business number") },
  { "account", NC_ ("identifier", "Account without IBAN"), NULL },
  { "pesel", NC_ ("identifier", "PESEL"), NC_ ("identifier", "Polish personal number") },
  { "nik", NC_ ("identifier", "NIK"), NC_ ("identifier", "Indonesian personal number") },
  { "other", NC_ ("identifier", "Other number"), NULL },
};

static const Words *
find_words (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return &kinds[i];

  return NULL;
}

const char *
kli_identifier_kind_name (const char *kind)
{
  const Words *words = find_words (kind);

  return words != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "identifier", words->name) : kind;
}

const char *
kli_identifier_kind_meaning (const char *kind)
{
  const Words *words = find_words (kind);

  return words != NULL && words->meaning != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "identifier", words->meaning) : "";
}

char *
kli_identifier_name (const KliRow *identifier)
{
  const char *kind;
  const char *label;
  const char *meaning;

  g_return_val_if_fail (identifier != NULL && identifier->kind == &kli_identifier_kind, NULL);

  kind = kli_row_get_text (identifier, KLI_IDENTIFIER_KIND);
  label = kli_row_get_text (identifier, KLI_IDENTIFIER_LABEL);
  meaning = *label != '\0' ? label : kli_identifier_kind_meaning (kind);
  if (*meaning == '\0')
    return g_strdup (kli_identifier_kind_name (kind));

  return g_strdup_printf (C_ ("kind and label", "%1$s · %2$s"), kli_identifier_kind_name (kind), meaning);
}

/* --- warnings ----------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *kind; /* (nullable): NULL for any other */
  KliIdentifierFault fault;
  const char *sentence;
} Warning;

static const Warning warnings[] = {
  { "nip", KLI_IDENTIFIER_SHORT, N_ ("A NIP has 10 digits; some are missing.") },
  { "nip", KLI_IDENTIFIER_LONG, N_ ("A NIP has 10 digits; these are more.") },
  { "regon", KLI_IDENTIFIER_SHORT, N_ ("A REGON has 9 or 14 digits; some are missing.") },
  { "regon", KLI_IDENTIFIER_LONG, N_ ("A REGON has 9 or 14 digits; these are more.") },
  { "krs", KLI_IDENTIFIER_SHORT, N_ ("A KRS number has 10 digits; zeros may be missing in front.") },
  { "krs", KLI_IDENTIFIER_LONG, N_ ("A KRS number has 10 digits; these are more.") },
  { "iban", KLI_IDENTIFIER_SHORT, N_ ("A Polish bank account has 26 digits; something is missing.") },
  { "iban", KLI_IDENTIFIER_LONG, N_ ("This is too long for the number of a bank account.") },
  { "iban", KLI_IDENTIFIER_COUNTRY_LENGTH, N_ ("The bank accounts of this country are shorter.") },
  { "iban", KLI_IDENTIFIER_CHARACTERS,
    N_ ("An IBAN begins with two letters and two digits; behind them stand letters and digits only.") },
  { "iban", KLI_IDENTIFIER_CHECK, N_ ("The check digits do not fit the number. Check for a typing error.") },
  { "iban", KLI_IDENTIFIER_BANK, N_ ("No bank has this sort code. Check for a typing error.") },
  { "npwp", KLI_IDENTIFIER_SHORT, N_ ("An NPWP has 15 or 16 digits; some are missing.") },
  { "npwp", KLI_IDENTIFIER_LONG, N_ ("An NPWP has 15 or 16 digits; these are more.") },
  { "npwp", KLI_IDENTIFIER_CHECK, N_ ("The ninth digit of the NPWP does not fit those before it.") },
  { "nib", KLI_IDENTIFIER_SHORT, N_ ("A NIB has 13 digits; some are missing.") },
  { "nib", KLI_IDENTIFIER_LONG, N_ ("A NIB has 13 digits; these are more.") },
  { "account", KLI_IDENTIFIER_SHORT, N_ ("A bank account has 6 to 20 digits; some are missing.") },
  { "account", KLI_IDENTIFIER_LONG, N_ ("A bank account has 6 to 20 digits; these are more.") },
  { "pesel", KLI_IDENTIFIER_SHORT, N_ ("A PESEL has 11 digits; some are missing.") },
  { "pesel", KLI_IDENTIFIER_LONG, N_ ("A PESEL has 11 digits; these are more.") },
  { "nik", KLI_IDENTIFIER_SHORT, N_ ("A NIK has 16 digits; some are missing.") },
  { "nik", KLI_IDENTIFIER_LONG, N_ ("A NIK has 16 digits; these are more.") },
  { NULL, KLI_IDENTIFIER_CHARACTERS, N_ ("Only digits belong here.") },
  { NULL, KLI_IDENTIFIER_CHECK, N_ ("The last digit does not fit the others. Check for a typing error.") },
  { NULL, KLI_IDENTIFIER_NO_CHECK, N_ ("No last digit fits the first nine. Check for a typing error.") },
  { NULL, KLI_IDENTIFIER_PART, N_ ("The first nine digits are no REGON. Check for a typing error.") },
  { NULL, KLI_IDENTIFIER_NEVER_GIVEN, N_ ("Nobody is given such a number.") },
  { NULL, KLI_IDENTIFIER_DATE, N_ ("The date of birth in the number does not exist.") },
  { NULL, KLI_IDENTIFIER_PLACE, N_ ("The number begins with no province of Indonesia.") },
};

const char *
kli_identifier_warning (const char *kind, KliIdentifierFault fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (warnings[i].fault == fault && (warnings[i].kind == NULL || g_strcmp0 (warnings[i].kind, kind) == 0))
      return _ (warnings[i].sentence);

  return NULL;
}
