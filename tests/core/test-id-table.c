/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of ids says what GLib's hash table says, however its members come and go. */
#include "core/kli-id-table.h"

static void
assert_same (const KliIdTable *set, GHashTable *model, gint64 last)
{
  g_assert_cmpuint (kli_id_table_count (set), ==, g_hash_table_size (model));
  for (gint64 id = 0; id <= last; id++)
    g_assert_cmpint (kli_id_table_contains (set, id), ==, g_hash_table_contains (model, &id));
}

/* Few possible members, so that they are added and removed often, and stand in each other's way. */
static void
test_against_model (void)
{
  for (gint64 last = 8; last <= 2048; last *= 4)
    {
      g_autoptr (KliIdTable) set = kli_id_table_new ();
      g_autoptr (GHashTable) model = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (guint i = 0; i < 20000; i++)
        {
          gint64 id = g_test_rand_int_range (1, (gint32)last + 1);

          if (g_test_rand_bit ())
            g_assert_cmpint (kli_id_table_add (set, id), ==, g_hash_table_add (model, g_memdup2 (&id, sizeof id)));
          else
            g_assert_cmpint (kli_id_table_remove (set, id), ==, g_hash_table_remove (model, &id));
          if (i % 1000 == 0)
            assert_same (set, model, last);
        }
      assert_same (set, model, last);
      kli_id_table_clear (set);
      g_hash_table_remove_all (model);
      assert_same (set, model, last);
    }
}

/* Ids as they are made: 22 bits that count up below the milliseconds. */
static void
test_real_ids (void)
{
  const guint n = 100000;
  const gint64 first = G_GINT64_CONSTANT (210000000000) << 22;
  g_autoptr (KliIdTable) set = kli_id_table_new ();

  for (guint i = 0; i < n; i++)
    g_assert_true (kli_id_table_add (set, first + ((gint64)(i / 3) << 22) + i % 3));
  g_assert_cmpuint (kli_id_table_count (set), ==, n);
  g_assert_false (kli_id_table_contains (set, first + 3));
  g_assert_true (kli_id_table_contains (set, first + ((gint64)1 << 22) + 2));
  for (guint i = 0; i < n; i += 2)
    g_assert_true (kli_id_table_remove (set, first + ((gint64)(i / 3) << 22) + i % 3));
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (kli_id_table_contains (set, first + ((gint64)(i / 3) << 22) + i % 3), ==, i % 2 == 1);
}

static void
test_no_ids (void)
{
  g_autoptr (KliIdTable) set = kli_id_table_new ();

  g_assert_false (kli_id_table_contains (set, 0));
  g_assert_false (kli_id_table_contains (set, -1));
  g_assert_false (kli_id_table_remove (set, 0));
  g_assert_true (kli_id_table_add (set, G_MAXINT64));
  g_assert_true (kli_id_table_contains (set, G_MAXINT64));
  g_assert_cmpuint (kli_id_table_count (set), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-table/against-model", test_against_model);
  g_test_add_func ("/id-table/real-ids", test_real_ids);
  g_test_add_func ("/id-table/no-ids", test_no_ids);

  return g_test_run ();
}
