/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of numbers against the plainest possible ones: an array of booleans. */
#include "core/kli-bitmap.h"

#define SPAN 1000

typedef struct
{
  KliBitmap *bitmap;
  gboolean plain[SPAN];
} Pair;

static void
pair_fill (Pair *pair, GRand *rand)
{
  guint count = g_rand_int_range (rand, 0, SPAN);

  pair->bitmap = kli_bitmap_new (g_rand_int_range (rand, 0, SPAN)); /* too small at times: it must grow */
  for (guint i = 0; i < SPAN; i++)
    pair->plain[i] = FALSE;
  for (guint i = 0; i < count; i++)
    {
      guint32 number = g_rand_int_range (rand, 0, SPAN);

      kli_bitmap_add (pair->bitmap, number);
      pair->plain[number] = TRUE;
      number = g_rand_int_range (rand, 0, SPAN);
      if (i % 3 == 0)
        {
          kli_bitmap_remove (pair->bitmap, number);
          pair->plain[number] = FALSE;
        }
    }
}

static void
assert_same (const KliBitmap *bitmap, const gboolean *plain)
{
  guint count = 0;
  guint32 at = 0;

  for (guint32 i = 0; i < SPAN; i++)
    {
      g_assert_cmpint (kli_bitmap_contains (bitmap, i), ==, plain[i]);
      if (!plain[i])
        continue;
      count++;
      g_assert_true (kli_bitmap_next (bitmap, &at));
      g_assert_cmpuint (at, ==, i);
      at++;
    }
  g_assert_false (kli_bitmap_next (bitmap, &at));
  g_assert_cmpuint (kli_bitmap_count (bitmap), ==, count);
  g_assert_false (kli_bitmap_contains (bitmap, 1000000));
}

/* Some numbers come at once, or go: some of them twice, some into a set that is too small. */
static void
put_each (Pair *pair, GRand *rand, gboolean member)
{
  guint32 numbers[100], n = (guint32)g_rand_int_range (rand, 0, 101);
  guint n_new = 0;

  for (guint i = 0; i < n; i++)
    {
      numbers[i] = (guint32)g_rand_int_range (rand, 0, SPAN);
      n_new += pair->plain[numbers[i]] != member;
      pair->plain[numbers[i]] = member;
    }
  g_assert_cmpuint (kli_bitmap_put_each (pair->bitmap, numbers, n, member), ==, n_new);
}

static void
test_against_plain (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint round = 0; round < 200; round++)
    {
      Pair a, b;
      g_autoptr (KliBitmap) both = NULL;
      g_autoptr (KliBitmap) either = NULL;
      gboolean plain[SPAN];

      pair_fill (&a, rand);
      pair_fill (&b, rand);
      put_each (&a, rand, TRUE);
      put_each (&a, rand, FALSE);
      assert_same (a.bitmap, a.plain);

      both = kli_bitmap_copy (a.bitmap);
      kli_bitmap_and (both, b.bitmap);
      for (guint i = 0; i < SPAN; i++)
        plain[i] = a.plain[i] && b.plain[i];
      assert_same (both, plain);

      either = kli_bitmap_copy (a.bitmap);
      kli_bitmap_or (either, b.bitmap);
      for (guint i = 0; i < SPAN; i++)
        plain[i] = a.plain[i] || b.plain[i];
      assert_same (either, plain);

      kli_bitmap_and_not (either, b.bitmap); /* (a or b) without b */
      kli_bitmap_and_not (a.bitmap, both);   /* a without (a and b) */
      g_assert_true (kli_bitmap_equal (either, a.bitmap));

      kli_bitmap_free (a.bitmap);
      kli_bitmap_free (b.bitmap);
    }
}

static void
test_equal_whatever_the_room (void)
{
  g_autoptr (KliBitmap) small = kli_bitmap_new (0);
  g_autoptr (KliBitmap) large = kli_bitmap_new (5000);

  g_assert_true (kli_bitmap_equal (small, large));
  kli_bitmap_add (small, 63);
  kli_bitmap_add (large, 63);
  g_assert_true (kli_bitmap_equal (small, large));
  kli_bitmap_add (large, 64);
  g_assert_false (kli_bitmap_equal (small, large));
  g_assert_false (kli_bitmap_equal (large, small));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bitmap/against-plain", test_against_plain);
  g_test_add_func ("/bitmap/equal-whatever-the-room", test_equal_whatever_the_room);

  return g_test_run ();
}
