/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of email addresses, a little wider than RFC 5321 and 6531: what people really have is let through. */
#include "core/kli-mail.h"

#include "core/kli-text.h"
#include "core/kli-utf16.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOCAL_LONGEST 64 /* octets, RFC 5321 */
#define DOMAIN_LONGEST 253
#define LABEL_LONGEST 63

char *
kli_mail_normalise (const char *typed)
{
  g_autofree char *text = kli_text_strip (typed);
  g_autofree char *address = NULL;
  const char *open = strrchr (text, '<');
  const char *start = text;

  if (open != NULL && g_str_has_suffix (text, ">"))
    {
      text[strlen (text) - 1] = '\0';
      start = open + 1;
    }
  if (g_ascii_strncasecmp (start, "mailto:", 7) == 0)
    {
      start += 7;
      address = g_strndup (start, strcspn (start, "?"));
    }
  else
    address = g_strdup (start);
  return kli_utf16_lower (g_strstrip (address));
}

static gboolean
has_impossible_character (const char *address)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isgraph (c) || g_unichar_isspace (c) || c == 0xfffd
          || (c < 0x80 && strchr ("()<>[]:;,\\\"", (int)c) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > LABEL_LONGEST || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  for (const char *p = label; *p != '\0'; p++)
    if ((guchar)*p < 0x80 && !g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  guint n_labels = g_strv_length (labels);

  if (strlen (domain) > DOMAIN_LONGEST || n_labels < 2)
    return FALSE;
  for (guint i = 0; i < n_labels; i++)
    if (!is_label (labels[i]))
      return FALSE;
  /* A last label of digits would be an IPv4 address. */
  return strspn (labels[n_labels - 1], "0123456789") < strlen (labels[n_labels - 1]);
}

/* Returns: (transfer none) (nullable): what is wrong */
static const char *
find_fault (const char *address)
{
  const char *at = strchr (address, '@');

  if (at == NULL)
    return N_ ("An email address needs an @ sign.");
  if (at == address)
    return N_ ("The part of the email address before the @ sign is missing.");
  if (strchr (at + 1, '@') != NULL)
    return N_ ("An email address has only one @ sign.");
  if (has_impossible_character (address))
    return N_ ("There is a character here that an email address cannot have.");
  if (at - address > LOCAL_LONGEST)
    return N_ ("The part of the email address before the @ sign is too long.");
  if (!is_domain (at + 1))
    return N_ ("The part of the email address after the @ sign is not a complete domain, such as example.com.");
  return NULL;
}

gboolean
kli_mail_is_valid (const char *typed, const char **reason)
{
  g_autofree char *address = kli_mail_normalise (typed);
  const char *fault = find_fault (address);

  if (reason != NULL)
    *reason = fault;
  return fault == NULL;
}
