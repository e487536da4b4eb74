/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof that long work survives its process. */
#include "long-death.h"

#include "long-fixture.h"
#include "store-fixture.h"

/* Continues what is unfinished, or takes it back. Returns: what is to be seen then. */
static const char *
settle (LongDeath *death, const LongDeathWork *work, KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GError) error = NULL;

  death->n_unfinished++;
  if (g_test_rand_bit ())
    {
      g_autoptr (KliLongEdit) rest = work->go_on (store, unfinished);

      g_assert_cmpint (kli_long_edit_run (rest, &error), >, 0);
      g_assert_no_error (error);
      return death->after;
    }

  g_assert_cmpint (kli_undo (store, unfinished->entry->id, TRUE, &error), >=, 0);
  g_assert_no_error (error);

  return death->before;
}

static void
look (LongDeath *death, const LongDeathWork *work)
{
  g_autoptr (KliStore) store = store_fixture_open (death->deaths.folder, "test.db");
  g_autoptr (KliUnfinished) unfinished = long_fixture_read_unfinished (store);
  const char *expected = unfinished != NULL ? settle (death, work, store, unfinished) : NULL;
  g_autofree char *now = work->print (store);

  if (expected != NULL)
    g_assert_cmpstr (now, ==, expected);
  else if (!g_str_equal (now, death->before)) /* it died before it began or after it ended */
    g_assert_cmpstr (now, ==, death->after);
  g_assert_null (long_fixture_read_unfinished (store));
  long_fixture_check (store);
}

void
long_death_prove (LongDeath *death, const LongDeathWork *work, const char *what, const char *how)
{
  guint cycles = store_fixture_cycles (work->cycles);

  for (guint i = 0; i < cycles; i++)
    {
      death_fixture_run (&death->deaths, what, how, i, cycles, work->operations_max);
      look (death, work);
    }
  g_test_message ("%s %s: %u runs, %u deaths, %u in the middle", what, how, cycles, death->deaths.n_dead,
                  death->n_unfinished);
  g_assert_cmpuint (death->n_unfinished, >, 0); /* something was at stake */
  death_fixture_tear_down (&death->deaths);
  g_free (death->before);
  g_free (death->after);
}
