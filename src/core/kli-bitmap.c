/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of small whole numbers, combined a word at a time. A million members are 125 kB. */
#include "core/kli-bitmap.h"

#include <string.h>

#define BITS 64
#define WORD(number) ((number) / BITS)
#define BIT(number) (G_GUINT64_CONSTANT (1) << ((number) % BITS))

struct _KliBitmap
{
  guint64 *words;
  guint32 n_words; /* what stands behind is empty */
};

KliBitmap *
kli_bitmap_new (guint32 n_bits)
{
  KliBitmap *bitmap = g_new0 (KliBitmap, 1);

  bitmap->n_words = WORD (n_bits) + 1;
  bitmap->words = g_new0 (guint64, bitmap->n_words);

  return bitmap;
}

KliBitmap *
kli_bitmap_new_full (guint32 n_bits)
{
  KliBitmap *bitmap = kli_bitmap_new (n_bits);

  memset (bitmap->words, 0xff, WORD (n_bits) * sizeof (guint64));
  bitmap->words[WORD (n_bits)] = BIT (n_bits) - 1;

  return bitmap;
}

KliBitmap *
kli_bitmap_copy (const KliBitmap *bitmap)
{
  KliBitmap *copy;

  g_return_val_if_fail (bitmap != NULL, NULL);

  copy = g_new0 (KliBitmap, 1);
  copy->n_words = bitmap->n_words;
  copy->words = g_memdup2 (bitmap->words, bitmap->n_words * sizeof (guint64));

  return copy;
}

void
kli_bitmap_free (KliBitmap *bitmap)
{
  if (bitmap == NULL)
    return;

  g_free (bitmap->words);
  g_free (bitmap);
}

static void
make_room (KliBitmap *bitmap, guint32 n_words)
{
  if (n_words <= bitmap->n_words)
    return;

  bitmap->words = g_renew (guint64, bitmap->words, n_words);
  memset (bitmap->words + bitmap->n_words, 0, (n_words - bitmap->n_words) * sizeof (guint64));
  bitmap->n_words = n_words;
}

/* More than is needed, so that not every number that comes costs a copy. */
static void
make_room_for (KliBitmap *bitmap, guint32 number)
{
  if (WORD (number) >= bitmap->n_words)
    make_room (bitmap, MAX (WORD (number) + 1, bitmap->n_words + bitmap->n_words / 2));
}

void
kli_bitmap_add (KliBitmap *bitmap, guint32 number)
{
  g_return_if_fail (bitmap != NULL);

  make_room_for (bitmap, number);
  bitmap->words[WORD (number)] |= BIT (number);
}

void
kli_bitmap_remove (KliBitmap *bitmap, guint32 number)
{
  g_return_if_fail (bitmap != NULL);

  if (WORD (number) < bitmap->n_words)
    bitmap->words[WORD (number)] &= ~BIT (number);
}

gboolean
kli_bitmap_contains (const KliBitmap *bitmap, guint32 number)
{
  g_return_val_if_fail (bitmap != NULL, FALSE);

  return WORD (number) < bitmap->n_words && (bitmap->words[WORD (number)] & BIT (number)) != 0;
}

guint32
kli_bitmap_count (const KliBitmap *bitmap)
{
  guint32 count = 0;

  g_return_val_if_fail (bitmap != NULL, 0);

  for (guint32 i = 0; i < bitmap->n_words; i++)
    count += (guint32)__builtin_popcountll (bitmap->words[i]);

  return count;
}

void
kli_bitmap_add_bytes (KliBitmap *bitmap, guint32 first, const guint8 *bytes, gsize size)
{
  g_return_if_fail (bitmap != NULL && first % BITS == 0 && size % sizeof (guint64) == 0);

  make_room (bitmap, WORD (first) + (guint32)(size / sizeof (guint64)));
  for (gsize i = 0; i < size / sizeof (guint64); i++)
    {
      guint64 word;

      memcpy (&word, bytes + i * sizeof word, sizeof word);
      bitmap->words[WORD (first) + i] |= GUINT64_FROM_LE (word);
    }
}

static guint64
word_at (const KliBitmap *bitmap, guint32 i)
{
  return i < bitmap->n_words ? bitmap->words[i] : 0;
}

gboolean
kli_bitmap_equal (const KliBitmap *a, const KliBitmap *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint32 i = 0; i < MAX (a->n_words, b->n_words); i++)
    if (word_at (a, i) != word_at (b, i))
      return FALSE;

  return TRUE;
}

void
kli_bitmap_and (KliBitmap *bitmap, const KliBitmap *other)
{
  g_return_if_fail (bitmap != NULL && other != NULL);

  for (guint32 i = 0; i < bitmap->n_words; i++)
    bitmap->words[i] &= word_at (other, i);
}

void
kli_bitmap_or (KliBitmap *bitmap, const KliBitmap *other)
{
  g_return_if_fail (bitmap != NULL && other != NULL);

  make_room (bitmap, other->n_words);
  for (guint32 i = 0; i < other->n_words; i++)
    bitmap->words[i] |= other->words[i];
}

void
kli_bitmap_and_not (KliBitmap *bitmap, const KliBitmap *other)
{
  g_return_if_fail (bitmap != NULL && other != NULL);

  for (guint32 i = 0; i < bitmap->n_words; i++)
    bitmap->words[i] &= ~word_at (other, i);
}

gboolean
kli_bitmap_next (const KliBitmap *bitmap, guint32 *number)
{
  guint64 word;
  guint32 i;

  g_return_val_if_fail (bitmap != NULL && number != NULL, FALSE);

  i = WORD (*number);
  word = word_at (bitmap, i) & ~(BIT (*number) - 1);
  while (word == 0 && ++i < bitmap->n_words)
    word = bitmap->words[i];
  if (word == 0)
    return FALSE;

  *number = i * BITS + (guint32)__builtin_ctzll (word);

  return TRUE;
}

guint32
kli_bitmap_find_each (const KliBitmap *bitmap, const guint32 *numbers, guint32 n, guint32 *places)
{
  guint32 n_found = 0;

  g_return_val_if_fail (bitmap != NULL && (numbers != NULL || n == 0) && (places != NULL || n == 0), 0);

  for (guint32 i = 0; i < n; i++)
    {
      places[n_found] = i; /* written in any case: to jump over it would take longer */
      n_found += word_at (bitmap, WORD (numbers[i])) >> numbers[i] % BITS & 1;
    }

  return n_found;
}

guint32
kli_bitmap_put_each (KliBitmap *bitmap, const guint32 *numbers, guint32 n, gboolean member)
{
  guint32 n_new = 0, last = 0;

  g_return_val_if_fail (bitmap != NULL && (numbers != NULL || n == 0), 0);

  for (guint32 i = 0; i < n; i++)
    last = MAX (last, numbers[i]);
  make_room_for (bitmap, last);
  for (guint32 i = 0; i < n; i++)
    {
      guint64 *word = &bitmap->words[WORD (numbers[i])];
      guint64 before = *word;

      *word = member ? before | BIT (numbers[i]) : before & ~BIT (numbers[i]);
      n_new += before != *word;
    }

  return n_new;
}
