/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two versions of a text differ. */
#include "core/kli-text-change.h"

#include <string.h>

#define ELLIPSIS "…"

/* Bytes that both texts begin with, up to the end of a character. */
static gsize
shared_start (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar)a[n] & 0xC0) == 0x80)
    n--;
  /* The other text may have more bytes of the same beginning of a character. */
  while (n > 0 && ((guchar)b[n] & 0xC0) == 0x80)
    n--;

  return n;
}

/* Bytes that both texts end with, without reaching into their shared start. */
static gsize
shared_end (const char *a, gsize a_size, const char *b, gsize b_size, gsize start)
{
  gsize n = 0;

  while (n < a_size - start && n < b_size - start && a[a_size - n - 1] == b[b_size - n - 1])
    n++;
  while (n > 0 && ((guchar)a[a_size - n] & 0xC0) == 0x80)
    n--;

  return n;
}

/* Goes back @n characters from @from. */
static const char *
go_back (const char *text, const char *from, guint n)
{
  while (n-- > 0 && from > text)
    from = g_utf8_find_prev_char (text, from);

  return from;
}

/* Goes on @n characters from @from. */
static const char *
go_on (const char *from, guint n)
{
  while (n-- > 0 && *from != '\0')
    from = g_utf8_next_char (from);

  return from;
}

static char *
cut (const char *text, gsize size, gsize start, gsize end, guint context)
{
  const char *first = go_back (text, text + start, context);
  const char *last = go_on (text + size - end, context);

  return g_strdup_printf ("%s%.*s%s", first > text ? ELLIPSIS : "", (int)(last - first), first,
                          *last != '\0' ? ELLIPSIS : "");
}

void
kli_text_changed_passage (const char *before, const char *after, guint context, char **old_passage, char **new_passage)
{
  gsize start, end, old_size, new_size;

  g_return_if_fail (before != NULL && after != NULL);
  g_return_if_fail (old_passage != NULL && new_passage != NULL);

  old_size = strlen (before);
  new_size = strlen (after);
  start = shared_start (before, after);
  end = shared_end (before, old_size, after, new_size, start);
  *old_passage = cut (before, old_size, start, end, context);
  *new_passage = cut (after, new_size, start, end, context);
}
