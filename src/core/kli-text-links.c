/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links in a text: each word is looked at without the punctuation around it. */
#include "core/kli-text-links.h"

#include "core/kli-link.h"
#include "core/kli-mail.h"
#include "core/kli-phone.h"

#include <string.h>

/* A longer word is no link anybody follows. */
#define WORD_MAX 2000
/* Digits and what stands between them. */
#define NUMBER_MAX 30

static void
link_free (gpointer data)
{
  KliTextLink *link = data;

  g_free (link->uri);
  g_free (link);
}

/* What ends a word for good: no link has it. */
static gboolean
ends_word (gunichar c)
{
  return g_unichar_isspace (c) || c == '<' || c == '>' || c == '"';
}

static const char *
skip_word (const char *at, const char *end)
{
  while (at < end && !ends_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* Brackets, quotation marks and the like, which a link has within it at most. */
static gboolean
is_opening (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION || c == '\'' || c == '*';
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || (c < 0x80 && c != 0 && strchr (".,;:!?'*", (int)c) != NULL) || c == 0x2026;
}

/* A bracket at the end belongs to a page whose name opens it: …/wiki/Lis_(herb). */
static gboolean
is_opened (const char *from, const char *bracket)
{
  int depth = 0;

  for (const char *at = from; at < bracket; at++)
    depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;

  return *bracket == ')' && depth > 0;
}

static void
trim (const char **from, const char **to)
{
  while (*from < *to && is_opening (g_utf8_get_char (*from)))
    *from = g_utf8_next_char (*from);
  while (*from < *to)
    {
      const char *last = g_utf8_find_prev_char (*from, *to);

      if (last == NULL || !is_closing (g_utf8_get_char (last)) || is_opened (*from, last))
        return;
      *to = last;
    }
}

/* Returns: (transfer full) (nullable) */
static char *
mail_link (const char *word)
{
  g_autofree char *address = NULL;
  g_autofree char *escaped = NULL;

  if (strchr (word, '@') == NULL || strchr (word, '/') != NULL || strchr (word, ':') != NULL
      || !kli_mail_is_valid (word, NULL))
    return NULL;
  address = kli_mail_normalise (word);
  escaped = g_uri_escape_string (address, "@", TRUE);

  return g_strconcat ("mailto:", escaped, NULL);
}

/* Returns: (transfer full) (nullable) */
static char *
link_of (const char *word)
{
  char *link = NULL;

  if (kli_link_is_safe (word))
    link = g_strdup (word);
  else if (g_ascii_strncasecmp (word, "www.", 4) == 0 && strchr (word + 4, '.') != NULL)
    link = kli_link_for_website (word);
  else
    link = mail_link (word);
  if (link == NULL || kli_link_is_safe (link))
    return link;
  g_free (link);

  return NULL;
}

static void
take (GPtrArray *links, const char *text, const char *from, const char *to, char *uri)
{
  KliTextLink *link = g_new (KliTextLink, 1);

  link->start = (gsize)(from - text);
  link->end = (gsize)(to - text);
  link->uri = uri;
  g_ptr_array_add (links, link);
}

/* A + and the digits behind it, which may be grouped. Returns: (nullable): where the number ends */
static const char *
skip_number (const char *at, const char *end)
{
  const char *last = NULL;

  for (const char *p = at + 1; p < end && p - at < NUMBER_MAX; p++)
    {
      if (g_ascii_isdigit (*p))
        last = p + 1;
      else if (strchr (" -./()", *p) == NULL)
        break;
    }

  return last;
}

/* Returns: where to go on: behind the number, or @at when there is none */
static const char *
take_number (GPtrArray *links, const char *text, const char *at, const char *end)
{
  const char *last = g_ascii_isdigit (at[1]) ? skip_number (at, end) : NULL;
  g_autofree char *typed = last != NULL ? g_strndup (at, (gsize)(last - at)) : NULL;
  g_autofree char *number = NULL;
  KliPhoneKind kind;

  if (typed == NULL || !kli_phone_normalise (typed, NULL, &number, &kind) || kind == KLI_PHONE_UNASSIGNED)
    return at;
  take (links, text, at, last, g_strconcat ("tel:", number, NULL));

  return last;
}

static const char *
take_word (GPtrArray *links, const char *text, const char *at, const char *end)
{
  const char *behind = skip_word (at, end);
  const char *from = at;
  const char *to = behind;
  g_autofree char *word = NULL;
  char *uri;

  trim (&from, &to);
  if (from < to && *from == '+')
    {
      const char *next = take_number (links, text, from, end);

      return next > from ? next : behind;
    }
  if (to <= from || to - from > WORD_MAX)
    return behind;
  word = g_strndup (from, (gsize)(to - from));
  uri = link_of (word);
  if (uri != NULL)
    take (links, text, from, to, uri);

  return behind;
}

/* Returns: where the white space and the like before @end begins */
static const char *
skip_space_back (const char *text, const char *end)
{
  while (end > text && ends_word (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return end;
}

/* Returns: where the word before @end begins */
static const char *
skip_word_back (const char *text, const char *end)
{
  while (end > text && !ends_word (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return end;
}

/* Whether there is nothing else up to @end. */
static gboolean
is_number_like (const char *word, const char *end)
{
  return word + strspn (word, "+0123456789-./()") >= end;
}

/* Where to stop looking: nothing is taken for less than it is, so that a word of which only the beginning would be
 * looked at is left out, and with it the groups of a number before. */
static const char *
find_end (const char *text)
{
  const char *end = text + strnlen (text, KLI_TEXT_LINKS_LENGTH);
  const char *word;

  if (*end == '\0')
    return end;
  while (end > text && ((guchar)*end & 0xc0) == 0x80)
    end--;
  word = ends_word (g_utf8_get_char (end)) ? end : skip_word_back (text, end);
  if (!is_number_like (word, end))
    return word;
  do
    {
      const char *behind = skip_space_back (text, word);

      end = word;
      word = skip_word_back (text, behind);
      if (!is_number_like (word, behind))
        break;
    }
  while (word < end);

  return end;
}

GPtrArray *
kli_text_links_find (const char *text, guint max)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (link_free);
  const char *end;

  g_return_val_if_fail (text != NULL, links);

  end = find_end (text);
  for (const char *at = text; at < end && links->len < max;)
    if (ends_word (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    else
      at = take_word (links, text, at, end);

  return links;
}
