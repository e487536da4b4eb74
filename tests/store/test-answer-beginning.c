/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First screens of orders that are not in memory: the beginning of the whole answer, and its exact count. */
#include "record-fixture.h"
#include "store-fixture.h"

#include "store/kli-local-notes.h"

#define N_PEOPLE 120
#define N_FIRST 40

typedef struct
{
  char *folder;
  KliStore *store;
} Fixture;

/* Opened anew, a store has no order in memory. */
static void
open_anew (Fixture *fixture)
{
  if (fixture->store != NULL)
    store_fixture_let_go (fixture->store);
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
}

/* Names that each order puts another way; some are in the trash, and contracts have numbers among theirs. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  open_anew (fixture);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %c%c", i % 3 == 0 ? "Anna" : "Jan", 'A' + i % 17, 'a' + i % 5);
      gint64 id = record_add_person (fixture->store, name);

      if (i % 7 == 0)
        kli_recent_note (fixture->store, id);
      if (i % 10 == 9)
        record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
      if (i % 20 == 0)
        record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, name, RECORD_END);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  KliAnswer **answer = user_data;

  *answer = kli_store_answer_finish (KLI_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full) */
static KliAnswer *
answer_soon (Fixture *fixture, const KliQuery *query)
{
  KliAnswer *answer = NULL;

  kli_store_answer_soon_async (fixture->store, query, N_FIRST, NULL, answered_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

/* Returns: (transfer full) */
static KliAnswer *
answer_whole (Fixture *fixture, const KliQuery *query)
{
  g_autoptr (GError) error = NULL;
  KliAnswer *answer = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);

  return answer;
}

static void
assert_begins (const KliAnswer *soon, const KliAnswer *whole)
{
  g_assert_false (kli_answer_is_beginning (whole));
  g_assert_cmpuint (kli_answer_get_count (soon), ==, kli_answer_get_n_items (whole));
  g_assert_cmpuint (kli_answer_get_n_items (soon), ==, MIN (N_FIRST, kli_answer_get_n_items (whole)));
  for (guint i = 0; i < kli_answer_get_n_items (soon); i++)
    g_assert_cmpint (kli_answer_get_id (soon, i), ==, kli_answer_get_id (whole, i));
}

static const struct
{
  KliQueryTarget target;
  const char *order;
  gboolean is_read_always;
} orders[] = {
  { KLI_QUERY_CONTACTS, "name", FALSE },    { KLI_QUERY_CONTACTS, "given", FALSE },
  { KLI_QUERY_CONTACTS, "recent", FALSE },  { KLI_QUERY_CONTACTS, "created", FALSE },
  { KLI_QUERY_CONTACTS, "city", FALSE },    { KLI_QUERY_CONTACTS, "organisation", FALSE },
  { KLI_QUERY_CONTACTS, "opened", TRUE },   { KLI_QUERY_CONTRACTS, "deadline", FALSE },
  { KLI_QUERY_CONTRACTS, "number", FALSE }, { KLI_QUERY_CONTRACTS, "title", FALSE },
};

/* Nothing in memory; then the order is, and the whole is there as soon. */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (KliQuery) query = kli_query_new (orders[i].target, NULL, orders[i].order);
      g_autoptr (KliAnswer) soon = NULL;
      g_autoptr (KliAnswer) whole = NULL;
      g_autoptr (KliAnswer) again = NULL;

      open_anew (fixture);
      soon = answer_soon (fixture, query);
      g_assert_cmpint (kli_answer_is_beginning (soon), ==, orders[i].target == KLI_QUERY_CONTACTS);
      whole = answer_whole (fixture, query);
      assert_begins (soon, whole);
      again = answer_soon (fixture, query);
      g_assert_cmpint (kli_answer_is_beginning (again), ==, orders[i].is_read_always);
    }
}

/* Returns: (transfer full): what was answered soon, which begins the whole. */
static KliAnswer *
search (Fixture *fixture, const char *text, const char *order)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, text, order);
  KliAnswer *soon = answer_soon (fixture, query);
  g_autoptr (KliAnswer) whole = answer_whole (fixture, query);

  assert_begins (soon, whole);

  return soon;
}

/* With another order in memory, what is found is known and counted; nothing of the trash is. */
static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliAnswer) everyone = search (fixture, NULL, "name");
  g_autoptr (KliAnswer) many = search (fixture, "jan", "city");
  g_autoptr (KliAnswer) few = search (fixture, "anna aa", "recent");
  g_autoptr (KliAnswer) none = search (fixture, "zenon", "given");

  g_assert_cmpuint (kli_answer_get_count (everyone), ==, N_PEOPLE - N_PEOPLE / 10);
  g_assert_true (kli_answer_is_beginning (many));
  g_assert_cmpuint (kli_answer_get_count (few), >, 0);
  g_assert_false (kli_answer_is_beginning (few));
  g_assert_cmpuint (kli_answer_get_count (none), ==, 0);
}

/* A search with nothing in memory, an order from its end, and the trash are read whole. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliQuery) searched = kli_query_new (KLI_QUERY_CONTACTS, "jan", "name");
  g_autoptr (KliQuery) backwards = kli_query_new (KLI_QUERY_CONTACTS, NULL, "-city");
  g_autoptr (KliQuery) trash = kli_query_new (KLI_QUERY_TRASH, NULL, NULL);
  const KliQuery *const queries[] = { searched, backwards, trash };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (KliAnswer) soon = NULL;

      open_anew (fixture);
      soon = answer_soon (fixture, queries[i]);
      g_assert_false (kli_answer_is_beginning (soon));
      g_assert_cmpuint (kli_answer_get_n_items (soon), >, 0);
    }
}

#define add(name, func) g_test_add ("/store/answer-beginning/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);
  add ("orders", test_orders);
  add ("found", test_found);
  add ("whole", test_whole);

  return g_test_run ();
}
