/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many letters lie between two words. */
#include "core/kli-edit-distance.h"

#include <string.h>

#define LETTERS_MAX 128

typedef struct
{
  gunichar letters[LETTERS_MAX];
  guint n;
} Text;

static gboolean
read_letters (const char *text, gsize length, Text *out)
{
  const char *end = text + length;

  for (out->n = 0; text < end; text = g_utf8_next_char (text))
    {
      if (out->n == LETTERS_MAX)
        return FALSE;
      out->letters[out->n++] = g_utf8_get_char (text);
    }

  return TRUE;
}

/* The beginning and the end that both share cost nothing and decide nothing. */
static void
trim (Text *a, Text *b)
{
  guint n = 0;

  while (a->n > 0 && b->n > 0 && a->letters[a->n - 1] == b->letters[b->n - 1])
    {
      a->n--;
      b->n--;
    }
  while (n < a->n && n < b->n && a->letters[n] == b->letters[n])
    n++;
  memmove (a->letters, a->letters + n, (a->n - n) * sizeof (gunichar));
  memmove (b->letters, b->letters + n, (b->n - n) * sizeof (gunichar));
  a->n -= n;
  b->n -= n;
}

/* One row of the table: @before and @two_before are those of the letters of @a before. */
static guint
fill_row (const Text *a, const Text *b, guint i, const guint *two_before, const guint *before, guint *row)
{
  guint least = row[0] = i;

  for (guint j = 1; j <= b->n; j++)
    {
      guint change = a->letters[i - 1] == b->letters[j - 1] ? 0 : 1;

      row[j] = MIN (MIN (before[j], row[j - 1]) + 1, before[j - 1] + change);
      if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] && a->letters[i - 2] == b->letters[j - 1])
        row[j] = MIN (row[j], two_before[j - 2] + 1);
      least = MIN (least, row[j]);
    }

  return least;
}

static guint
count_edits (const Text *a, const Text *b, guint limit)
{
  guint rows[3][LETTERS_MAX + 1];
  guint least_before = 0;

  for (guint j = 0; j <= b->n; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a->n; i++)
    {
      guint least = fill_row (a, b, i, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]);

      /* Two rows, because an exchange looks back over one. */
      if (least > limit && least_before > limit)
        return limit + 1;
      least_before = least;
    }

  return MIN (rows[a->n % 3][b->n], limit + 1);
}

guint
kli_edit_distance (const char *a, gsize a_length, const char *b, gsize b_length, guint limit)
{
  Text text_a, text_b;

  g_return_val_if_fail (a != NULL && b != NULL, limit + 1);

  if (a_length == b_length && memcmp (a, b, a_length) == 0)
    return 0;
  if (!read_letters (a, a_length, &text_a) || !read_letters (b, b_length, &text_b))
    return limit + 1;
  if (MAX (text_a.n, text_b.n) - MIN (text_a.n, text_b.n) > limit)
    return limit + 1;
  trim (&text_a, &text_b);

  return count_edits (&text_a, &text_b, limit);
}
