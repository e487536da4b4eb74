/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who shares a key with whom. */
#include "core/kli-key-blocks.h"

#include <string.h>

typedef struct
{
  guint64 key;
  guint32 member;
} Entry;

struct _KliKeyBlocks
{
  Entry *entries;
  gsize n;
  gsize n_room;
  GArray *members; /* guint32: of the group at hand */
};

KliKeyBlocks *
kli_key_blocks_new (void)
{
  KliKeyBlocks *blocks = g_new0 (KliKeyBlocks, 1);

  blocks->members = g_array_new (FALSE, FALSE, sizeof (guint32));

  return blocks;
}

void
kli_key_blocks_free (KliKeyBlocks *blocks)
{
  if (blocks == NULL)
    return;

  g_free (blocks->entries);
  g_array_unref (blocks->members);
  g_free (blocks);
}

void
kli_key_blocks_add (KliKeyBlocks *blocks, guint64 key, guint32 member)
{
  g_return_if_fail (blocks != NULL);

  if (blocks->n == blocks->n_room)
    {
      /* By a quarter: doubling what is large would be felt. */
      blocks->n_room += MAX (blocks->n_room / 4, 1024);
      blocks->entries = g_renew (Entry, blocks->entries, blocks->n_room);
    }
  blocks->entries[blocks->n++] = (Entry){ key, member };
}

/* --- sorting ------------------------------------------------------------------------------------------ */

static gboolean
is_before (const Entry *a, const Entry *b)
{
  return a->key < b->key || (a->key == b->key && a->member < b->member);
}

static void
sift (Entry *entries, gsize at, gsize n)
{
  Entry moved = entries[at];

  for (gsize child; (child = 2 * at + 1) < n; at = child)
    {
      if (child + 1 < n && is_before (&entries[child], &entries[child + 1]))
        child++;
      if (!is_before (&moved, &entries[child]))
        break;
      entries[at] = entries[child];
    }
  entries[at] = moved;
}

static void
sort_by_heap (Entry *entries, gsize n)
{
  for (gsize i = n / 2; i > 0; i--)
    sift (entries, i - 1, n);
  for (gsize last = n; last > 1; last--)
    {
      Entry first = entries[0];

      entries[0] = entries[last - 1];
      entries[last - 1] = first;
      sift (entries, 0, last - 1);
    }
}

static void
sort_by_insertion (Entry *entries, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      Entry moved = entries[i];
      gsize at = i;

      for (; at > 0 && is_before (&moved, &entries[at - 1]); at--)
        entries[at] = entries[at - 1];
      entries[at] = moved;
    }
}

#define DIGIT_BITS 8
#define N_DIGITS (1 << DIGIT_BITS)
#define SMALL 24
/* Keys that agree so far are one key, or made to be so: whoever made them shall not make it slow. */
#define LAST_SHIFT 32

/* By one byte of the key after the other, in place (American flag sort, McIlroy, Bostic and McIlroy 1993): the C
 * library's qsort takes as much memory again. */
static void
sort (Entry *entries, gsize n, guint shift)
{
  gsize ends[N_DIGITS] = { 0 };
  gsize starts[N_DIGITS];
  gsize sum = 0;

  if (n <= SMALL)
    {
      sort_by_insertion (entries, n);
      return;
    }
  for (gsize i = 0; i < n; i++)
    ends[(entries[i].key >> shift) % N_DIGITS]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      starts[digit] = sum;
      sum += ends[digit];
      ends[digit] = sum;
    }
  for (guint digit = 0; digit < N_DIGITS; digit++)
    while (starts[digit] < ends[digit])
      {
        Entry moved = entries[starts[digit]];
        guint home = (moved.key >> shift) % N_DIGITS;

        if (home == digit)
          {
            starts[digit]++;
            continue;
          }
        entries[starts[digit]] = entries[starts[home]];
        entries[starts[home]++] = moved;
      }
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      gsize start = digit == 0 ? 0 : ends[digit - 1];

      if (shift > LAST_SHIFT)
        sort (entries + start, ends[digit] - start, shift - DIGIT_BITS);
      else
        sort_by_heap (entries + start, ends[digit] - start);
    }
}

/* --- walking ------------------------------------------------------------------------------------------ */

static void
gather (KliKeyBlocks *blocks, gsize from, gsize to)
{
  g_array_set_size (blocks->members, 0);
  for (gsize i = from; i < to; i++)
    if (i == from || blocks->entries[i].member != blocks->entries[i - 1].member)
      g_array_append_val (blocks->members, blocks->entries[i].member);
}

void
kli_key_blocks_walk (KliKeyBlocks *blocks, guint n_members_min, KliKeyBlockFunc func, gpointer user_data)
{
  gsize to;

  g_return_if_fail (blocks != NULL && func != NULL);

  sort (blocks->entries, blocks->n, 64 - DIGIT_BITS);
  for (gsize from = 0; from < blocks->n; from = to)
    {
      for (to = from + 1; to < blocks->n && blocks->entries[to].key == blocks->entries[from].key;)
        to++;
      if (to - from < n_members_min)
        continue;
      gather (blocks, from, to);
      if (blocks->members->len >= n_members_min)
        func (blocks->entries[from].key, (const guint32 *)blocks->members->data, blocks->members->len, user_data);
    }
  blocks->n = 0;
}
