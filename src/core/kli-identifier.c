/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers: kept without separators, compared in one form, grouped for reading. */
#include "core/kli-identifier.h"

#include "core/kli-text.h"

#include <string.h>

#define MASK "•"
#define SHOWN_OF_MASKED 4

const char *const kli_identifier_kinds[]
    = { "nip", "regon", "krs", "iban", "npwp", "nib", "account", "pesel", "nik", "other", NULL };

static gboolean
is_kind (const char *kind, const char *wanted)
{
  return g_strcmp0 (kind, wanted) == 0;
}

const char *const *
kli_identifier_kinds_at_home (const char *country)
{
  static const char *const poland[] = { "nip", "regon", "krs", "iban", NULL };
  static const char *const indonesia[] = { "npwp", "nib", "account", NULL };
  static const char *const elsewhere[] = { "iban", NULL };

  if (g_strcmp0 (country, "PL") == 0)
    return poland;

  return g_strcmp0 (country, "ID") == 0 ? indonesia : elsewhere;
}

const char *const *
kli_identifier_kinds_abroad (const char *country)
{
  static const char *const of_poland[] = { "npwp", "nib", "account", NULL };
  static const char *const of_indonesia[] = { "nip", "regon", "krs", "iban", NULL };
  static const char *const of_others[] = { "nip", "regon", "krs", "npwp", "nib", "account", NULL };

  if (g_strcmp0 (country, "PL") == 0)
    return of_poland;

  return g_strcmp0 (country, "ID") == 0 ? of_indonesia : of_others;
}

static gboolean
is_digits (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

gboolean
kli_identifier_is_personal (const char *kind, const char *value)
{
  g_autofree char *kept = NULL;

  if (is_kind (kind, "pesel") || is_kind (kind, "nik"))
    return TRUE;
  if (!is_kind (kind, "npwp") || value == NULL)
    return FALSE;
  kept = kli_identifier_clean (kind, value);

  /* 22 digits are a place of business of such a person. */
  return (is_digits (kept, 16) || is_digits (kept, 22)) && *kept != '0';
}

/* --- what is kept ------------------------------------------------------------------------------------------- */

static gboolean
is_separator (gunichar c)
{
  const guint separators = 1u << G_UNICODE_SPACE_SEPARATOR | 1u << G_UNICODE_DASH_PUNCTUATION | 1u << G_UNICODE_FORMAT
                           | 1u << G_UNICODE_CONTROL | 1u << G_UNICODE_LINE_SEPARATOR
                           | 1u << G_UNICODE_PARAGRAPH_SEPARATOR;

  return (separators & 1u << g_unichar_type (c)) != 0 || (c < 0x80 && strchr (".,:/()[]_", (int)c) != NULL);
}

static char *
without_separators (const char *typed)
{
  g_autofree char *valid = kli_text_make_valid (typed, -1);
  GString *kept = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (kept, (char)('0' + g_unichar_digit_value (c)));
      else if (!is_separator (c))
        g_string_append_unichar (kept, c < 0x80 ? (gunichar)g_ascii_toupper ((char)c) : c);
    }

  return g_string_free (kept, FALSE);
}

/* Where the number begins behind @prefix, however often that stands there; a prefix alone is being typed, and stays. */
static const char *
skip_prefix (const char *kept, const char *prefix)
{
  gsize length = strlen (prefix);

  while (g_ascii_strncasecmp (kept, prefix, length) == 0 && kept[length] != '\0')
    kept += length;

  return kept;
}

char *
kli_identifier_clean (const char *kind, const char *typed)
{
  g_autofree char *kept = NULL;
  const char *number;
  const char *before = NULL;

  if (typed == NULL)
    return g_strdup ("");
  if (is_kind (kind, "other"))
    return kli_text_single_line (typed);

  kept = without_separators (typed);
  number = kind != NULL ? skip_prefix (kept, kind) : kept;
  if (is_kind (kind, "nip") && g_str_has_prefix (number, "PL") && g_ascii_isdigit (number[2]))
    number += 2;
  while (is_kind (kind, "iban") && number != before)
    {
      before = number;
      number = skip_prefix (skip_prefix (number, "NRB"), "IBAN");
    }

  return g_strdup (number);
}

/* --- what is compared --------------------------------------------------------------------------------------- */

char *
kli_identifier_normal (const char *kind, const char *value)
{
  g_autofree char *kept = kli_identifier_clean (kind, value);
  gsize length = strlen (kept);

  if (is_kind (kind, "other"))
    return without_separators (kept);
  if (is_kind (kind, "iban") && is_digits (kept, 26))
    return g_strconcat ("PL", kept, NULL);
  if (is_kind (kind, "npwp") && is_digits (kept, 15))
    return g_strconcat ("0", kept, NULL);
  if (is_kind (kind, "krs") && length > 0 && length < 10 && is_digits (kept, length))
    return g_strdup_printf ("%.*s%s", (int)(10 - length), "0000000000", kept);

  return g_steal_pointer (&kept);
}

/* --- what is read ------------------------------------------------------------------------------------------- */

/* Puts the digits of @kept in the places of 9 in @pattern. */
static char *
fill_pattern (const char *pattern, const char *kept)
{
  GString *text = g_string_new (NULL);

  for (; *pattern != '\0'; pattern++)
    g_string_append_c (text, *pattern == '9' ? *kept++ : *pattern);

  return g_string_free (text, FALSE);
}

/* Groups of four, after a first group of @first characters. */
static char *
group_by_four (const char *kept, gsize first)
{
  GString *text = g_string_new (NULL);
  gsize group = first;

  for (; *kept != '\0'; kept++)
    {
      if (group == 0)
        {
          g_string_append_c (text, ' ');
          group = 4;
        }
      g_string_append_c (text, *kept);
      group--;
    }

  return g_string_free (text, FALSE);
}

char *
kli_identifier_display (const char *kind, const char *value)
{
  static const struct
  {
    const char *kind;
    const char *pattern;
    gsize length;
  } patterns[] = {
    { "nip", "999-999-99-99", 10 },        { "npwp", "99.999.999.9-999.999", 15 },
    { "npwp", "9999 9999 9999 9999", 16 }, { "npwp", "9999 9999 9999 9999 999999", 22 },
    { "nik", "999999 999999 9999", 16 },
  };
  g_autofree char *kept = kli_identifier_clean (kind, value);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (is_kind (kind, patterns[i].kind) && is_digits (kept, patterns[i].length))
      return fill_pattern (patterns[i].pattern, kept);
  if (is_kind (kind, "iban") && g_str_is_ascii (kept))
    return group_by_four (kept, is_digits (kept, 26) ? 2 : 4);

  return g_steal_pointer (&kept);
}

char *
kli_identifier_mask (const char *value)
{
  g_autofree char *valid = kli_text_make_valid (value, -1);
  glong length = g_utf8_strlen (valid, -1);
  /* Of what is hardly longer than its end, nothing is shown. */
  glong n_shown = length >= 2 * SHOWN_OF_MASKED ? SHOWN_OF_MASKED : 0;
  GString *text = g_string_new (NULL);

  for (glong i = 0; i < length - n_shown; i++)
    g_string_append (text, MASK);
  g_string_append (text, g_utf8_offset_to_pointer (valid, length - n_shown));

  return g_string_free (text, FALSE);
}

gboolean
kli_identifier_is_masked (const char *typed)
{
  g_return_val_if_fail (typed != NULL, FALSE);

  return strstr (typed, MASK) != NULL;
}

char *
kli_identifier_shown (const char *kind, const char *value)
{
  return kli_identifier_is_personal (kind, value) ? kli_identifier_mask (value) : kli_identifier_display (kind, value);
}

/* --- what it is --------------------------------------------------------------------------------------------- */

/* No NIP begins with a 0, and every KRS does. */
static const char *
guess_ten_digits (const char *kept, const char *country)
{
  if (kli_identifier_check ("nip", kept) == KLI_IDENTIFIER_FINE)
    return "nip";
  if (g_strcmp0 (country, "PL") != 0)
    return NULL;

  return *kept == '0' ? "krs" : "nip";
}

/* The only kind whose numbers are so long; NULL when there is none, or several. */
static const char *
guess_by_length (const char *kept, const char *country)
{
  switch (strlen (kept))
    {
    case 9: return kli_identifier_check ("regon", kept) == KLI_IDENTIFIER_FINE ? "regon" : NULL;
    case 10: return guess_ten_digits (kept, country);
    case 11: return kli_identifier_check ("pesel", kept) == KLI_IDENTIFIER_FINE ? "pesel" : NULL;
    case 13: return "nib";
    case 14: return kli_identifier_check ("regon", kept) == KLI_IDENTIFIER_FINE ? "regon" : NULL;
    case 15:
    case 22: return "npwp";
    case 16: return *kept == '0' ? "npwp" : "nik";
    case 26: return "iban";
    default: return NULL;
    }
}

const char *
kli_identifier_guess (const char *typed, const char *country)
{
  g_autofree char *kept = without_separators (typed != NULL ? typed : "");

  if (strspn (kept, "0123456789") == strlen (kept))
    return guess_by_length (kept, country);
  for (guint i = 0; kli_identifier_kinds[i] != NULL; i++)
    if (skip_prefix (kept, kli_identifier_kinds[i]) != kept)
      return kli_identifier_kinds[i];
  if (g_str_has_prefix (kept, "PL") && is_digits (kept + 2, 10))
    return "nip";

  return kli_identifier_check ("iban", kept) == KLI_IDENTIFIER_FINE ? "iban" : NULL;
}

/* --- how it is found ---------------------------------------------------------------------------------------- */

static void
add_key (GPtrArray *keys, const char *key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_ptr_array_index (keys, i), key))
      return;
  if (*key != '\0')
    g_ptr_array_add (keys, g_strdup (key));
}

/* The letters and digits, small. */
static char *
key_of (const char *text)
{
  g_autofree char *kept = without_separators (text);
  g_autofree char *small = g_utf8_strdown (kept, -1);

  return g_steal_pointer (&small);
}

char **
kli_identifier_search_keys (const char *kind, const char *value)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *kept = kli_identifier_clean (kind, value);
  g_autofree char *normal = kli_identifier_normal (kind, value);
  g_autofree char *key = key_of (kept);
  g_autofree char *normal_key = key_of (normal);
  g_autofree char *of_poland = is_kind (kind, "nip") ? g_strconcat ("pl", key, NULL) : g_strdup ("");

  if (!kli_identifier_is_personal (kind, value))
    {
      add_key (keys, key);
      add_key (keys, normal_key);
      add_key (keys, of_poland);
      /* A search for digits leaves out the zeros in front. */
      add_key (keys, normal_key + strspn (normal_key, "0"));
      if (is_kind (kind, "iban") && g_str_has_prefix (normal_key, "pl"))
        add_key (keys, normal_key + 2);
    }
  g_ptr_array_add (keys, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}
