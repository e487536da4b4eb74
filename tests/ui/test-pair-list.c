/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of contacts that may be one follows what is done with them, and a search can be stopped. Needs no window. */
#include "../operations/operation-fixture.h"

#include "model/kli-pair-list.h"
#include "operations/kli-merge.h"
#include "operations/kli-trash.h"
#include "store/kli-history.h"

#define WAIT_SECONDS 60

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("waited in vain for %s", (const char *)user_data);

  return G_SOURCE_REMOVE;
}

static void
wait_for_state (KliPairList *list, KliPairListState state)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, (gpointer) "a state");

  while (kli_pair_list_get_state (list) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
wait_for_pairs (KliPairList *list, guint n)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, (gpointer) "pairs");

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gint64
add (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, &kli_contact_kind, line);
}

static void
undo (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kli_undo (fixture->store, entry, FALSE, &error), >, 0);
  g_assert_no_error (error);
}

static void
assert_pair (KliPairList *list, guint position, gint64 first, gint64 second)
{
  g_autoptr (KliPair) pair = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpint (kli_pair_get (pair)->first, ==, first);
  g_assert_cmpint (kli_pair_get (pair)->second, ==, second);
}

static gint64
merge (Fixture *fixture, gint64 staying, gint64 going)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  return fixture_run (fixture, kli_merge_contacts (staying, going, chosen));
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add (fixture, "name=Anna Kosowska ; phone+=512 345 678");
  gint64 twin = add (fixture, "name=Anna Kosowska ; phone+=512 345 678");
  gint64 budi = add (fixture, "name=Budi Hartanto");
  gint64 again = add (fixture, "name=Budi Hartanto");
  g_autoptr (KliPairList) list = kli_pair_list_new (fixture->store);
  g_autoptr (KliPair) held = NULL;
  gint64 merged, distinct;

  g_assert_cmpuint (kli_pair_list_get_state (list), ==, KLI_PAIR_LIST_NEW);
  kli_pair_list_search (list);
  wait_for_state (list, KLI_PAIR_LIST_FOUND);
  wait_for_pairs (list, 2);
  assert_pair (list, 0, anna, twin);
  assert_pair (list, 1, budi, again);

  merged = merge (fixture, anna, twin);
  wait_for_pairs (list, 1);
  assert_pair (list, 0, budi, again);
  distinct = fixture_run (fixture, kli_distinguish_contacts (again, budi));
  wait_for_pairs (list, 0);
  undo (fixture, merged);
  wait_for_pairs (list, 1);
  assert_pair (list, 0, anna, twin);
  undo (fixture, distinct);
  wait_for_pairs (list, 2);
  assert_pair (list, 1, budi, again);

  held = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (kli_pair_get_second (held)->name, ==, "Budi Hartanto");
  fixture_set (fixture, &kli_contact_kind, again, "name=Budi Hartono");
  while (!g_str_equal (kli_pair_get_second (held)->name, "Budi Hartono"))
    g_main_context_iteration (NULL, TRUE);
  fixture_run (fixture, kli_trash (&kli_contact_kind, &twin, 1));
  wait_for_pairs (list, 1);
}

/* What is stopped is found when it is looked for again. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliPairList) list = kli_pair_list_new (fixture->store);

  add (fixture, "name=Anna Kosowska");
  add (fixture, "name=Anna Kosowska");
  kli_pair_list_search (list);
  kli_pair_list_cancel (list);
  wait_for_state (list, KLI_PAIR_LIST_STOPPED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  kli_pair_list_search (list);
  g_assert_cmpuint (kli_pair_list_get_state (list), ==, KLI_PAIR_LIST_SEARCHING);
  wait_for_state (list, KLI_PAIR_LIST_FOUND);
  wait_for_pairs (list, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pair-list/follows", Fixture, NULL, fixture_set_up, test_follows, fixture_tear_down);
  g_test_add ("/pair-list/stopped", Fixture, NULL, fixture_set_up, test_stopped, fixture_tear_down);

  return g_test_run ();
}
