/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An allow-list: a scheme nobody thought of is not opened. */
#include "core/kli-link.h"

#include "core/kli-text.h"

#include <string.h>

static const struct
{
  const char *start;
  gboolean has_host;
} schemes[] = {
  { "http://", TRUE },
  { "https://", TRUE },
  { "mailto:", FALSE },
  { "tel:", FALSE },
};

/* Nothing invisible, nothing that a shell, a terminal or a careless handler could read otherwise. */
static gboolean
has_plain_characters (const char *uri)
{
  if (!kli_text_is_valid (uri, -1))
    return FALSE;
  for (const char *p = uri; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isgraph (c) || g_unichar_isspace (c) || (c < 0x80 && strchr ("\\\"<>^`{|}", (int)c) != NULL))
        return FALSE;
    }
  return TRUE;
}

/* A host begins with a letter, a digit or the bracket of an IPv6 address: no empty one, no option, no port alone. */
static gboolean
starts_like_host (const char *text)
{
  return *text == '[' || g_unichar_isalnum (g_utf8_get_char (text));
}

gboolean
kli_link_is_safe (const char *uri)
{
  if (uri == NULL || !has_plain_characters (uri))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i].start);

      if (g_ascii_strncasecmp (uri, schemes[i].start, length) == 0)
        return schemes[i].has_host ? starts_like_host (uri + length) : uri[length] != '\0' && uri[length] != '/';
    }
  return FALSE;
}

/* example.com, www.example.com/page, example.com:8080: a dot in what comes before the path, and no scheme. */
static gboolean
is_bare_domain (const char *text)
{
  gsize host = strcspn (text, "/?#");
  const char *dot = memchr (text, '.', host);
  const char *colon = memchr (text, ':', host);

  if (dot == NULL || dot == text || dot + 1 == text + host || memchr (text, '@', host) != NULL)
    return FALSE;
  return colon == NULL || (colon > dot && g_ascii_isdigit (colon[1]));
}

char *
kli_link_for_website (const char *typed)
{
  g_autofree char *text = kli_text_strip (typed);
  g_autofree char *link = NULL;

  if (g_ascii_strncasecmp (text, "http", 4) == 0 && kli_link_is_safe (text))
    return g_steal_pointer (&text);
  if (!is_bare_domain (text))
    return NULL;
  link = g_strconcat ("https://", text, NULL);
  return kli_link_is_safe (link) ? g_steal_pointer (&link) : NULL;
}
