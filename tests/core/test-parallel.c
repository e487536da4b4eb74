/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every place is done once, however many there are, whoever does them, and from however many threads it is asked. */
#include "core/kli-parallel.h"

typedef struct
{
  guint n;
  guint at_once;
  gint *counts; /* atomic: how often each place was done */
} Places;

static void
count (guint first, guint end, gpointer user_data)
{
  Places *places = user_data;

  g_assert_cmpuint (first, <, end);
  g_assert_cmpuint (end, <=, places->n);
  g_assert_cmpuint (end - first, <=, places->at_once);
  for (guint i = first; i < end; i++)
    g_atomic_int_inc (&places->counts[i]);
}

static void
assert_each_once (guint n, guint at_once)
{
  g_autofree gint *counts = g_new0 (gint, n + 1);
  Places places = { n, at_once, counts };

  kli_parallel_run (n, at_once, count, &places);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_atomic_int_get (&counts[i]), ==, 1);
}

static void
test_each_once (void)
{
  static const guint sizes[] = { 0, 1, 2, 15, 16, 17, 1000, 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint at_once = 1; at_once <= 64; at_once *= 4)
      assert_each_once (sizes[i], at_once);
}

static gpointer
ask_often (gpointer unused)
{
  for (guint i = 0; i < 200; i++)
    assert_each_once (100 + i, 7);

  return NULL;
}

static void
test_many_callers (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("caller", ask_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The same when the caller is elsewhere meanwhile, for a short time or a longer one. */
static void
test_begun (void)
{
  for (guint i = 0; i < 500; i++)
    {
      guint n = i * 3;
      g_autofree gint *counts = g_new0 (gint, n + 1);
      g_autofree gint *others = g_new0 (gint, n + 1);
      Places places = { n, 5, counts }, other_places = { n, 7, others };
      g_autoptr (KliParallel) work = kli_parallel_begin (n, 5, count, &places);
      g_autoptr (KliParallel) other = kli_parallel_begin (n, 7, count, &other_places);

      if (i % 2 == 0)
        assert_each_once (100, 3);
      kli_parallel_end (g_steal_pointer (&work));
      for (guint at = 0; at < n; at++)
        g_assert_cmpint (g_atomic_int_get (&counts[at]), ==, 1);
      kli_parallel_end (g_steal_pointer (&other));
      for (guint at = 0; at < n; at++)
        g_assert_cmpint (g_atomic_int_get (&others[at]), ==, 1);
    }
}

/* Whoever helps may ask for help itself: nobody waits for a thread that is not there. */
static void
nested (guint first, guint end, gpointer user_data)
{
  for (guint i = first; i < end; i++)
    assert_each_once (50, 3);
  g_atomic_int_add ((gint *)user_data, (gint)(end - first));
}

static void
test_nested (void)
{
  gint n_done = 0;

  kli_parallel_run (64, 1, nested, &n_done);
  g_assert_cmpint (n_done, ==, 64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parallel/each-once", test_each_once);
  g_test_add_func ("/parallel/many-callers", test_many_callers);
  g_test_add_func ("/parallel/begun", test_begun);
  g_test_add_func ("/parallel/nested", test_nested);

  return g_test_run ();
}
