/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps from one answer to another lead there, whatever the two are, and are few when little differs. */
#include "model/kli-list-diff.h"

#define LIMIT 200

static GArray *
make_ids (GRand *rand, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, (gint64){ i + 1 });
  for (guint i = 0; i + 1 < n; i++) /* shuffled: ids are not in order on the screen */
    {
      guint other = (guint)g_rand_int_range (rand, (gint32)i, (gint32)n);
      gint64 id = g_array_index (ids, gint64, i);

      g_array_index (ids, gint64, i) = g_array_index (ids, gint64, other);
      g_array_index (ids, gint64, other) = id;
    }

  return ids;
}

/* Takes the steps one by one; each must say where it stands. */
static void
assert_leads (const GArray *old, const GArray *new, const GArray *steps)
{
  g_autoptr (GArray) list = g_array_copy ((GArray *)old);

  for (guint i = 0; i < steps->len; i++)
    {
      const KliListStep *step = &g_array_index (steps, KliListStep, i);

      g_assert_true (step->n_removed == 0 || step->n_added == 0);
      g_assert_cmpuint (step->n_removed + step->n_added, >, 0);
      if (step->n_removed > 0)
        g_array_remove_range (list, step->position, step->n_removed);
      else
        g_array_insert_vals (list, step->position, &g_array_index (new, gint64, step->position), step->n_added);

      g_assert_cmpuint (list->len, ==, step->front + old->len - step->rest);
      for (guint place = 0; place < list->len; place++)
        g_assert_cmpint (g_array_index (list, gint64, place), ==,
                         place < step->front ? g_array_index (new, gint64, place)
                                             : g_array_index (old, gint64, step->rest + place - step->front));
    }
  g_assert_cmpmem (list->data, list->len * sizeof (gint64), new->data, new->len * sizeof (gint64));
}

static guint
count_rows (const GArray *steps)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += g_array_index (steps, KliListStep, i).n_removed + g_array_index (steps, KliListStep, i).n_added;

  return n;
}

static gboolean
diff (const GArray *old, const GArray *new, GArray *steps)
{
  g_autoptr (KliAnswer) old_answer = kli_answer_new ((const gint64 *)(gpointer)old->data, old->len);
  g_autoptr (KliAnswer) new_answer = kli_answer_new ((const gint64 *)(gpointer) new->data, new->len);

  return kli_list_diff (old_answer, new_answer, LIMIT, steps);
}

/* A few random insertions, removals and moves. Returns: at most how many rows leave and come. */
static guint
change (GRand *rand, GArray *ids, gint64 *next_id)
{
  guint n_changes = (guint)g_rand_int_range (rand, 0, 8);
  guint rows = 0;

  for (guint i = 0; i < n_changes; i++)
    {
      guint place = ids->len > 0 ? (guint)g_rand_int_range (rand, 0, (gint32)ids->len) : 0;
      gint64 id = ids->len > 0 ? g_array_index (ids, gint64, place) : 0;
      guint deed = (guint)g_rand_int_range (rand, 0, 3);

      if (deed > 0 && ids->len > 0)
        g_array_remove_index (ids, place);
      if (deed == 0)
        id = (*next_id)++;
      if (deed != 1 && id != 0)
        g_array_insert_val (ids, (guint)g_rand_int_range (rand, 0, (gint32)ids->len + 1), id);
      rows += 2;
    }

  return rows;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 next_id = 100000;

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GArray) old = make_ids (rand, (guint)g_rand_int_range (rand, 0, 120));
      g_autoptr (GArray) new = g_array_copy (old);
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KliListStep));
      guint at_most = change (rand, new, &next_id);

      g_assert_true (diff (old, new, steps));
      assert_leads (old, new, steps);
      g_assert_cmpuint (count_rows (steps), <=, 2 * at_most); /* seldom the fewest, never many */
    }
}

static void
test_unlike (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint n = 0; n <= 60; n += 20)
    {
      g_autoptr (GArray) old = make_ids (rand, n);
      g_autoptr (GArray) new = make_ids (rand, 50);
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KliListStep));

      if (diff (old, new, steps))
        assert_leads (old, new, steps);
    }
}

static void
test_limit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) few = make_ids (rand, LIMIT);
  g_autoptr (GArray) many = make_ids (rand, LIMIT + 1);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KliListStep));

  g_assert_true (diff (none, few, steps));
  g_assert_cmpuint (steps->len, ==, 1); /* one run, not a step a row */
  g_assert_false (diff (none, many, steps));
  g_assert_false (diff (many, none, steps));
}

/* A rename at the one end of a long list that moves the row to the other: one pass, two rows. */
static void
test_far_move (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (GArray) old = make_ids (rand, 100000);
  g_autoptr (GArray) new = g_array_copy (old);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KliListStep));
  gint64 id = g_array_index (old, gint64, 10);

  g_array_remove_index (new, 10);
  g_array_append_val (new, id);
  g_assert_true (diff (old, new, steps));
  g_assert_cmpuint (count_rows (steps), ==, 2);
  g_array_set_size (steps, 0);
  g_assert_true (diff (new, old, steps));
  g_assert_cmpuint (count_rows (steps), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/random", test_random);
  g_test_add_func ("/list-diff/unlike", test_unlike);
  g_test_add_func ("/list-diff/limit", test_limit);
  g_test_add_func ("/list-diff/far-move", test_far_move);

  return g_test_run ();
}
