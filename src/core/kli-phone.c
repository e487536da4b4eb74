/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads, shows and indexes telephone numbers by the numbering plans we know; never refuses one. */
#include "core/kli-phone.h"

#include "core/kli-phone-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define E164_LONGEST 15
#define FOREIGN_SHORTEST 7
#define EXTENSION_LONGEST 6
#define SHORT_NUMBER_LONGEST 8 /* 112, 19115, 14045, 1500888 */

/* What was typed, taken apart. */
typedef struct
{
  char *digits;          /* owned */
  gboolean plus;         /* began with + or 00 */
  gboolean clean;        /* nothing but digits and separators */
  const char *extension; /* where it begins in the typed text, NULL when there is none */
} Typed;

static void
typed_clear (Typed *typed)
{
  g_clear_pointer (&typed->digits, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
is_separator (gunichar c)
{
  const guint separators = 1u << G_UNICODE_SPACE_SEPARATOR | 1u << G_UNICODE_DASH_PUNCTUATION | 1u << G_UNICODE_FORMAT
                           | 1u << G_UNICODE_CONTROL;

  return (separators & 1u << g_unichar_type (c)) != 0 || (c < 0x80 && strchr ("().[]/", (int)c) != NULL);
}

/* Where the extension in @text begins: a marker followed by at most six digits and nothing else. */
static const char *
find_extension (const char *text)
{
  static const char *const markers[]
      = { ";ext=", "extension", "ext.", "ext", "wewn.", "wew.", "wew", "w.", "x", "#", ",", ";" };
  const char *digits = text + strlen (text);
  const char *end;

  while (digits > text && g_ascii_isdigit (digits[-1]))
    digits--;
  if (*digits == '\0' || strlen (digits) > EXTENSION_LONGEST)
    return NULL;
  for (end = digits; end > text && end[-1] == ' ';)
    end--;
  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      gsize length = strlen (markers[i]);

      if ((gsize)(end - text) > length && g_ascii_strncasecmp (end - length, markers[i], length) == 0)
        return end - length;
    }
  return NULL;
}

/* "+62 (0)812" and "0048 (0)12": a trunk 0 that is dialled only at home. */
static const char *
skip_bracketed_zero (const char *text)
{
  return g_str_has_prefix (text, "(0)") ? text + 3 : text;
}

static void
take_character (Typed *typed, GString *digits, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (g_ascii_isdigit (*at))
    g_string_append_c (digits, *at);
  else if (g_unichar_isdigit (c))
    g_string_append_c (digits, (char)('0' + g_unichar_digit_value (c)));
  else if (c == '+' && digits->len == 0 && !typed->plus)
    typed->plus = TRUE;
  else if (!is_separator (c))
    typed->clean = FALSE;
}

/* Takes @text apart; the extension is not among the digits. @text must be UTF-8. */
static void
typed_init (Typed *typed, const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start = g_ascii_strncasecmp (text, "tel:", 4) == 0 ? text + 4 : text;
  const char *end;

  typed->plus = FALSE;
  typed->clean = TRUE;
  typed->extension = find_extension (start);
  end = typed->extension != NULL ? typed->extension : start + strlen (start);
  for (const char *p = start; p < end;)
    {
      const char *after = p;

      if (*p == '(' && (typed->plus || g_str_has_prefix (digits->str, "00")))
        after = skip_bracketed_zero (p);
      if (after == p)
        {
          take_character (typed, digits, p);
          after = g_utf8_next_char (p);
        }
      p = after;
    }
  if (!typed->plus && g_str_has_prefix (digits->str, "00"))
    {
      typed->plus = TRUE;
      g_string_erase (digits, 0, 2);
    }
  typed->digits = g_string_free (g_steal_pointer (&digits), FALSE);
}

static gboolean
has_possible_length (const KliPhonePlan *plan, const char *national)
{
  gsize length = strlen (national);

  return length >= plan->shortest && length <= plan->longest;
}

/* The kind of an international number, or KLI_PHONE_UNREADABLE; @digits loses a trunk 0 after the country code. */
static KliPhoneKind
read_international (GString *digits)
{
  const KliPhonePlan *plan = kli_phone_plan_for_digits (digits->str);
  gsize code;

  if (plan == NULL)
    return digits->len >= FOREIGN_SHORTEST && digits->len <= E164_LONGEST && digits->str[0] != '0'
               ? KLI_PHONE_FOREIGN
               : KLI_PHONE_UNREADABLE;
  code = strlen (plan->country_code);
  if (digits->str[code] == '0')
    g_string_erase (digits, (gssize)code, 1);
  return has_possible_length (plan, digits->str + code) ? plan->kind (digits->str + code) : KLI_PHONE_UNREADABLE;
}

/* The national number in digits typed without +, or NULL. Returns: (transfer none): inside @digits */
static const char *
find_national (const KliPhonePlan *plan, const char *digits)
{
  gsize code = strlen (plan->country_code);

  /* The trunk 0, and in Poland the one that was dialled until 2005. */
  if (digits[0] == '0')
    return digits[1] != '0' && has_possible_length (plan, digits + 1) ? digits + 1 : NULL;
  if (plan->is_bare (digits))
    return digits;
  if (g_str_has_prefix (digits, plan->country_code) && strlen (digits) >= 11
      && has_possible_length (plan, digits + code))
    return digits + code;
  return NULL;
}

/* Reads what was taken apart.
 * Returns: (transfer full) (nullable): the E.164 digits without + */
static char *
reckon (const Typed *typed, const char *country, KliPhoneKind *kind)
{
  const KliPhonePlan *plan = kli_phone_plan_for_country (country);
  g_autoptr (GString) digits = g_string_new (typed->digits);

  *kind = KLI_PHONE_UNREADABLE;
  if (!typed->clean || digits->len == 0)
    return NULL;
  if (!typed->plus)
    {
      const char *national = plan != NULL ? find_national (plan, typed->digits) : NULL;

      if (national == NULL)
        {
          if (plan != NULL && digits->len >= 3 && digits->len <= SHORT_NUMBER_LONGEST && digits->str[0] == '1')
            *kind = KLI_PHONE_SHORT;
          return NULL;
        }
      g_string_printf (digits, "%s%s", plan->country_code, national);
    }
  *kind = read_international (digits);
  return *kind == KLI_PHONE_UNREADABLE ? NULL : g_string_free (g_steal_pointer (&digits), FALSE);
}

gboolean
kli_phone_normalise (const char *typed, const char *country, char **e164, KliPhoneKind *kind)
{
  g_autofree char *text = g_utf8_make_valid (typed != NULL ? typed : "", -1);
  g_auto (Typed) parts = { 0 };
  g_autofree char *digits = NULL;
  KliPhoneKind found;

  g_strstrip (text);
  typed_init (&parts, text);
  digits = reckon (&parts, country, &found);
  if (kind != NULL)
    *kind = found;
  if (e164 != NULL)
    *e164 = digits != NULL ? g_strconcat ("+", digits, NULL) : NULL;
  return digits != NULL;
}

const char *
kli_phone_warning (KliPhoneKind kind)
{
  static const char *const warnings[] = {
    [KLI_PHONE_UNREADABLE] = N_ ("This does not look like a phone number. It is kept as typed."),
    [KLI_PHONE_UNASSIGNED] = N_ ("This range of phone numbers is not in use. Check for a typing error."),
    [KLI_PHONE_FOREIGN] = NULL,
  };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (warnings), NULL);

  return warnings[kind];
}

/* Of a plan we do not know: threes, with four at the end rather than one. */
static void
append_foreign (GString *out, const char *national)
{
  gsize left = strlen (national);

  while (left > 4)
    {
      g_string_append_len (out, national, 3);
      g_string_append_c (out, ' ');
      national += 3;
      left -= 3;
    }
  g_string_append (out, national);
}

static void
append_display (GString *out, const char *digits, const char *country)
{
  const KliPhonePlan *plan = kli_phone_plan_for_digits (digits);
  gsize code = plan != NULL ? strlen (plan->country_code) : kli_phone_country_code_length (digits);
  gboolean at_home = plan != NULL && plan == kli_phone_plan_for_country (country);

  if (!at_home)
    g_string_append_printf (out, "+%.*s ", (int)code, digits);
  if (plan != NULL)
    plan->append_grouped (out, digits + code, at_home);
  else
    append_foreign (out, digits + code);
}

char *
kli_phone_display (const char *text, const char *country)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (Typed) typed = { 0 };
  g_autofree char *digits = NULL;
  GString *out;
  KliPhoneKind kind;

  g_strstrip (valid);
  typed_init (&typed, valid);
  digits = reckon (&typed, country, &kind);
  if (digits == NULL)
    return g_steal_pointer (&valid);
  out = g_string_new (NULL);
  append_display (out, digits, country);
  if (typed.extension != NULL)
    g_string_append_printf (out, " %s", typed.extension);
  return g_string_free (out, FALSE);
}

char *
kli_phone_digits (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (Typed) typed = { 0 };
  const KliPhonePlan *plan;
  g_autoptr (GString) digits = NULL;

  g_strstrip (valid);
  typed_init (&typed, valid);
  digits = g_string_new (typed.digits + strspn (typed.digits, "0"));
  plan = typed.plus ? kli_phone_plan_for_digits (digits->str) : NULL;
  if (plan != NULL && digits->str[strlen (plan->country_code)] == '0')
    g_string_erase (digits, (gssize)strlen (plan->country_code), 1);
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

char **
kli_phone_search_keys (const char *typed, const char *country)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *e164 = NULL;
  KliPhoneKind kind;

  if (kli_phone_normalise (typed, country, &e164, &kind))
    {
      const KliPhonePlan *plan = kli_phone_plan_for_digits (e164 + 1);
      gsize code = plan != NULL ? strlen (plan->country_code) : kli_phone_country_code_length (e164 + 1);
      const char *national = e164 + 1 + code;

      g_ptr_array_add (keys, g_strdup (e164 + 1));
      g_ptr_array_add (keys, g_strdup (national));
      if (kind == KLI_PHONE_FIXED)
        g_ptr_array_add (keys, g_strdup (national + plan->area_length (national)));
    }
  else
    {
      g_autofree char *digits = kli_phone_digits (typed);

      if (*digits != '\0')
        g_ptr_array_add (keys, g_steal_pointer (&digits));
    }
  g_ptr_array_add (keys, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}
