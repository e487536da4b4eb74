/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks and harmless forms of any text. */
#include "core/kli-text.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#define REPLACEMENT 0xfffd
#define ELLIPSIS "…"
#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"
/* More than any living script puts on one letter. */
#define MOST_MARKS 6
/* Of a megabyte of spaces or marks on one letter only the beginning is looked at. */
#define MOST_BYTES_FOR_ONE 64

gboolean
kli_text_is_valid (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return length < 0 ? g_utf8_validate (text, -1, NULL) : g_utf8_validate_len (text, (gsize)length, NULL);
}

char *
kli_text_make_valid (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  return text != NULL ? g_utf8_make_valid (text, length) : g_strdup ("");
}

/* Takes no place on paper and joins nothing: zero-width space, word joiner, byte order mark, soft hyphen, direction
 * marks. The joiners U+200C and U+200D are not among them: Persian, Hindi and emoji need them. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00ad || c == 0x061c || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x2060 && c <= 0x2064)
         || c == 0xfeff;
}

/* Turns the letters after it around until it is taken back. */
static gboolean
is_direction_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_blank (gunichar c)
{
  return (U_GET_GC_MASK ((UChar32)c) & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0;
}

static gboolean
is_mark (gunichar c)
{
  return (U_GET_GC_MASK ((UChar32)c) & U_GC_M_MASK) != 0;
}

/* The next character at *@at, which is moved behind it; a byte that is no UTF-8 is one U+FFFD. */
static gunichar
next_character (const char **at)
{
  gunichar c = g_utf8_get_char_validated (*at, -1);

  if (c == (gunichar)-1 || c == (gunichar)-2)
    {
      (*at)++;
      return REPLACEMENT;
    }
  *at = g_utf8_next_char (*at);
  return c;
}

char *
kli_text_strip (const char *text)
{
  g_autofree char *valid = kli_text_make_valid (text != NULL ? text : "", -1);
  const char *start = valid;
  const char *end;

  while (*start != '\0' && (is_blank (g_utf8_get_char (start)) || is_invisible (g_utf8_get_char (start))))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)) && !is_invisible (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, end - start);
}

/* Reads the run of blanks at *@at. A single space of any width stays itself; anything else is one plain space. */
static gunichar
skip_blanks (const char **at)
{
  gunichar first = next_character (at);
  const char *before = *at;
  gboolean several = FALSE;

  while (**at != '\0' && is_blank (next_character (at)))
    {
      before = *at;
      several = TRUE;
    }
  *at = before;
  return several || u_charType ((UChar32)first) != U_SPACE_SEPARATOR ? ' ' : first;
}

/* Whether @text is ASCII that shows, with no more than one space between two words: as most texts are. */
static gboolean
is_plain_line (const char *text)
{
  if (*text == ' ')
    return FALSE;
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~' || (*text == ' ' && (text[1] == ' ' || text[1] == '\0')))
      return FALSE;
  return TRUE;
}

char *
kli_text_single_line (const char *text)
{
  g_autofree char *stripped = NULL;
  GString *line;

  if (text != NULL && is_plain_line (text))
    return g_strdup (text);
  stripped = kli_text_strip (text);
  line = g_string_sized_new (strlen (stripped));

  for (const char *at = stripped; *at != '\0';)
    {
      const char *here = at;
      gunichar c = next_character (&at);

      if (is_blank (c))
        {
          at = here;
          c = skip_blanks (&at);
        }
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

/* The byte length of the longest beginning of @text that ends between graphemes and is no longer than @most bytes. */
static gsize
grapheme_boundary (const char *text, gsize most)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);
  int32_t boundary;

  ubrk_setUText (breaks, utext, &status);
  g_assert (U_SUCCESS (status));
  boundary = ubrk_isBoundary (breaks, (int32_t)most) ? (int32_t)most : ubrk_preceding (breaks, (int32_t)most);
  ubrk_close (breaks);
  utext_close (utext);
  return boundary == UBRK_DONE ? 0 : (gsize)boundary;
}

/* Appends what is shown for @c, if anything. @marks counts those on the present letter. */
static gboolean
append_visible (GString *out, gunichar c, guint *marks)
{
  *marks = is_mark (c) ? *marks + 1 : 0;
  if (is_invisible (c) || *marks > MOST_MARKS)
    return FALSE;
  g_string_append_unichar (out, is_direction_override (c) ? REPLACEMENT : c);
  return TRUE;
}

/* The beginning of @text, at most @most bytes; a character cut in two stays away.
 * Returns: (transfer full) */
static char *
take_beginning (const char *text, gsize most, gboolean *is_cut)
{
  gsize length = strnlen (text, most + 1);

  *is_cut = length > most;
  if (*is_cut)
    for (length = most; length > most - 4 && ((guchar)text[length] & 0xc0) == 0x80;)
      length--;
  return g_strndup (text, length);
}

char *
kli_text_visible (const char *text, gsize max)
{
  GString *out = g_string_new (NULL);
  gboolean is_cut = FALSE;
  g_autofree char *beginning
      = max > 0 ? take_beginning (text != NULL ? text : "", max * MOST_BYTES_FOR_ONE + 1024, &is_cut) : g_strdup (text);
  gsize n_characters = 0;
  gsize cut_at = 0; /* bytes of @out that leave room for the ellipsis */
  guint marks = 0;

  for (const char *at = beginning; at != NULL && *at != '\0' && (max == 0 || n_characters <= max);)
    {
      const char *here = at;
      gunichar c = next_character (&at);

      if (is_blank (c))
        {
          at = here;
          c = skip_blanks (&at);
          if (out->len == 0 || *at == '\0')
            continue;
        }
      if (n_characters + 1 == max)
        cut_at = out->len;
      n_characters += append_visible (out, c, &marks);
    }
  if (max > 0 && n_characters + is_cut > max)
    g_string_truncate (out, grapheme_boundary (out->str, cut_at));
  if (max > 0 && (is_cut || n_characters > max))
    g_string_append (out, ELLIPSIS);
  return g_string_free (out, FALSE);
}

char *
kli_text_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0';)
    {
      UCharDirection direction = u_charDirection ((UChar32)next_character (&at));

      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_ISOLATE, NULL);
    }
  return g_strdup (text);
}

char *
kli_text_within_line (const char *text)
{
  g_autofree char *valid = kli_text_make_valid (text != NULL ? text : "", -1);
  const char *rest = *valid != '\0' ? g_utf8_next_char (valid) : valid;
  GString *lowered;

  for (const char *at = rest; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isupper (g_utf8_get_char (at)))
      return g_steal_pointer (&valid);
  lowered = g_string_new (NULL);
  if (*valid != '\0')
    g_string_append_unichar (lowered, g_unichar_tolower (g_utf8_get_char (valid)));
  g_string_append (lowered, rest);

  return g_string_free (lowered, FALSE);
}

char *
kli_text_first_grapheme (const char *text)
{
  g_autofree char *valid = kli_text_make_valid (text != NULL ? text : "", -1);
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, valid, -1, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);
  int32_t end;

  ubrk_setUText (breaks, utext, &status);
  g_assert (U_SUCCESS (status));
  end = ubrk_next (breaks);
  ubrk_close (breaks);
  utext_close (utext);
  return end == UBRK_DONE ? g_strdup ("") : g_strndup (valid, end);
}
