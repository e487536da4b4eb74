/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unfolded line of a vCard: where its parts are, and how its bytes become text. */
#include "exchange/kli-vcard-line.h"

#include <string.h>

#include "exchange/kli-charset.h"

/* Names that may stand without a ":" (some programs leave it out when there is no value). */
static const char *const known_names[] = {
  "ADR",   "AGENT",       "BDAY",   "CATEGORIES", "CLASS",    "EMAIL", "FN",  "GEO",   "IMPP",   "KEY",
  "LABEL", "LOGO",        "MAILER", "N",          "NICKNAME", "NOTE",  "ORG", "PHOTO", "PRODID", "REV",
  "ROLE",  "SORT-STRING", "SOUND",  "TEL",        "TITLE",    "TZ",    "UID", "URL",
};

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* Whether the name that begins at @name is one of somebody's own, which KAddressBook wrote with a slash:
 * "X-messaging/xmpp-All". */
static gboolean
is_own_name (const char *name, gsize length)
{
  return length >= 2 && g_ascii_strncasecmp (name, "X-", 2) == 0;
}

static gboolean
is_known_name (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (strlen (known_names[i]) == length && g_ascii_strncasecmp (text, known_names[i], length) == 0)
      return TRUE;

  return length > 2 && is_own_name (text, length);
}

/* No property of anybody has a longer name; a line of letters alone is something else. */
#define NAME_MAX_LENGTH 64

/* Lines are folded no earlier than here. */
#define FOLD_LENGTH 70

/* Whether "NAME=" follows, or its beginning before a fold: the value may stand in a line below. */
static gboolean
begins_param (const char *line, gsize at, gsize length)
{
  gsize i = at;

  while (i < length && is_name_character (line[i]))
    i++;

  return i > at && (i < length ? line[i] == '=' : length >= FOLD_LENGTH);
}

gboolean
kli_vcard_line_is_property (const char *text, gsize length)
{
  gsize name = 0;
  gsize i = 0;

  for (; i < length
         && (is_name_character (text[i]) || text[i] == '.' || (text[i] == '/' && is_own_name (text + name, i - name)));
       i++)
    if (text[i] == '.')
      name = i + 1;
  if (i == name || i > NAME_MAX_LENGTH)
    return FALSE;
  if (i == length)
    return is_known_name (text + name, i - name);
  if (text[i] == ':')
    return TRUE;

  return text[i] == ';'
         && (memchr (text + i, ':', length - i) != NULL || is_known_name (text + name, i - name)
             || begins_param (text, i + 1, length));
}

gssize
kli_vcard_line_find_colon (const char *text, gsize length, gsize *scanned, gboolean *quoted)
{
  for (; *scanned < length; (*scanned)++)
    {
      char c = text[*scanned];

      if (c == '"')
        *quoted = !*quoted;
      else if (c == ':' && !*quoted)
        return *scanned;
    }

  return -1;
}

static gboolean
text_is (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

gboolean
kli_vcard_line_next_param (const char *header, gsize length, gsize *at, KliVCardRawParam *param)
{
  gboolean quoted = FALSE;
  gsize i;

  if (*at >= length)
    return FALSE;

  *param = (KliVCardRawParam){ .value = header + *at + 1 };
  for (i = *at + 1; i < length && (quoted || header[i] != ';'); i++)
    if (header[i] == '"')
      quoted = !quoted;
    else if (header[i] == '=' && !quoted && param->name == NULL)
      {
        param->name = param->value;
        param->name_length = header + i - param->name;
        param->value = header + i + 1;
      }
  param->value_length = header + i - param->value;
  *at = i;

  return TRUE;
}

gsize
kli_vcard_line_end_of_name (const char *header, gsize length)
{
  const char *semicolon = memchr (header, ';', length);

  return semicolon != NULL ? (gsize)(semicolon - header) : length;
}

KliVCardWrapping
kli_vcard_param_get_wrapping (const KliVCardRawParam *param)
{
  if (param->name != NULL && !text_is (param->name, param->name_length, "ENCODING"))
    return KLI_VCARD_PLAIN;
  if (text_is (param->value, param->value_length, "QUOTED-PRINTABLE"))
    return KLI_VCARD_QUOTED_PRINTABLE;
  if (text_is (param->value, param->value_length, "BASE64") || text_is (param->value, param->value_length, "B"))
    return KLI_VCARD_BASE64;

  return KLI_VCARD_PLAIN;
}

KliVCardWrapping
kli_vcard_line_get_wrapping (const char *header, gsize length)
{
  gsize at = kli_vcard_line_end_of_name (header, length);
  KliVCardRawParam param;

  while (kli_vcard_line_next_param (header, length, &at, &param))
    {
      KliVCardWrapping wrapping = kli_vcard_param_get_wrapping (&param);

      if (wrapping != KLI_VCARD_PLAIN)
        return wrapping;
    }

  return KLI_VCARD_PLAIN;
}

/* A bare word is a charset too ("TEL;utf-8;…"), as a few programs write it. */
const char *
kli_vcard_param_get_charset (const KliVCardRawParam *param)
{
  const char *value = param->value;
  gsize length = param->value_length;
  char name[40];

  if (param->name != NULL && !text_is (param->name, param->name_length, "CHARSET"))
    return NULL;
  if (length >= 2 && value[0] == '"' && value[length - 1] == '"')
    {
      value++;
      length -= 2;
    }
  if (length >= sizeof name)
    return NULL;
  memcpy (name, value, length);
  name[length] = '\0';

  return kli_charset_lookup (name);
}

const char *
kli_vcard_line_get_charset (const char *header, gsize length)
{
  gsize at = kli_vcard_line_end_of_name (header, length);
  KliVCardRawParam param;

  while (kli_vcard_line_next_param (header, length, &at, &param))
    {
      const char *charset = kli_vcard_param_get_charset (&param);

      if (charset != NULL)
        return charset;
    }

  return NULL;
}

void
kli_vcard_append_quoted_printable (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      int high = text[i] == '=' && i + 2 < length ? g_ascii_xdigit_value (text[i + 1]) : -1;
      int low = high >= 0 ? g_ascii_xdigit_value (text[i + 2]) : -1;

      if (low < 0)
        {
          g_string_append_c (out, text[i]);
          continue;
        }
      g_string_append_c (out, (char)(high * 16 + low));
      i += 2;
    }
}
