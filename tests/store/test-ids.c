/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids only grow: within a millisecond, when the clock jumps back, and after a restart. */
#include "store-fixture.h"

#include "store/kli-edit-private.h"
#include "store/kli-ids.h"

#include <string.h>

#define START G_GINT64_CONSTANT (1790000000000) /* in 2026 */

static gint64 fake_now = START;

static gint64
fake_clock (void)
{
  return fake_now;
}

static void
test_standing_clock (void)
{
  g_autoptr (KliIds) ids = kli_ids_new (0, fake_clock);
  gint64 last = 0;

  /* More than fit into one millisecond's 22 bits. */
  for (guint i = 0; i < 5000000; i++)
    {
      gint64 id = kli_ids_next (ids);

      if (id <= last)
        g_error ("the id %" G_GINT64_FORMAT " came after %" G_GINT64_FORMAT, id, last);
      last = id;
    }
}

static void
test_jumping_clock (void)
{
  static const gint64 jumps[]
      = { 0, -3600000, 3600000, G_GINT64_CONSTANT (-315360000000), G_GINT64_CONSTANT (315360000000), 1 };
  g_autoptr (KliIds) ids = kli_ids_new (0, fake_clock);
  gint64 last = 0;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 id;

      fake_now = START + jumps[g_test_rand_int_range (0, G_N_ELEMENTS (jumps))];
      id = kli_ids_next (ids);
      g_assert_cmpint (id, >, last);
      last = id;
    }
  fake_now = START;
}

static void
test_before_the_epoch (void)
{
  g_autoptr (KliIds) ids = kli_ids_new (0, fake_clock);

  fake_now = 0; /* a dead battery */
  g_assert_cmpint (kli_ids_next (ids), >, 0);
  fake_now = START;
}

static void
test_highest (void)
{
  g_autoptr (KliIds) before = kli_ids_new (0, fake_clock);
  gint64 highest = kli_ids_next (before);
  g_autoptr (KliIds) after = NULL;

  fake_now = START - 1000;
  after = kli_ids_new (highest, fake_clock);
  g_assert_cmpint (kli_ids_next (after), >, highest);
  fake_now = START;
}

typedef struct
{
  KliIds *ids;
  GArray *made;
} Maker;

static gpointer
make_many (gpointer data)
{
  Maker *maker = data;

  for (guint i = 0; i < 20000; i++)
    {
      gint64 id = kli_ids_next (maker->ids);

      g_array_append_val (maker->made, id);
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (KliIds) ids = kli_ids_new (0, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  Maker makers[4];
  GThread *threads[4];

  for (guint i = 0; i < 4; i++)
    {
      makers[i] = (Maker){ ids, g_array_new (FALSE, FALSE, sizeof (gint64)) };
      threads[i] = g_thread_new ("maker", make_many, &makers[i]);
    }
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < makers[i].made->len; j++)
      g_assert_true (g_hash_table_add (seen, &g_array_index (makers[i].made, gint64, j)));
  for (guint i = 0; i < 4; i++)
    g_array_unref (makers[i].made);
}

/* Every id of a session is above every id of the one before. */
static void
test_restart (void)
{
  g_autofree char *folder = store_fixture_make_folder ();
  gint64 last = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KliStore) store = store_fixture_open (folder, "test.db");
      gint64 id = store_fixture_add_person (store, "Anna");

      g_assert_cmpint (kli_store_get_first_id (store), >, last);
      g_assert_cmpint (id, >, kli_store_get_first_id (store));
      last = store_fixture_rename (store, id, "Hanna", NULL);
      g_assert_cmpint (last, >, id);
    }
  store_fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/store/ids/standing-clock", test_standing_clock);
  g_test_add_func ("/store/ids/jumping-clock", test_jumping_clock);
  g_test_add_func ("/store/ids/before-the-epoch", test_before_the_epoch);
  g_test_add_func ("/store/ids/highest", test_highest);
  g_test_add_func ("/store/ids/threads", test_threads);
  g_test_add_func ("/store/ids/restart", test_restart);

  return g_test_run ();
}
