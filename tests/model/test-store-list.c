/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list over a real store: it shows every edit, whoever made it, and what it says is what the store says. */
#include "record-fixture.h"
#include "store-fixture.h"
#include "wait-fixture.h"

#include "model/kli-query-list.h"
#include "store/kli-history.h"

typedef struct
{
  char *folder;
  KliStore *store;
  KliQueryList *list;
  GPtrArray *held; /* KliListItem: what a view would show */
  guint n_relabelled;
} Fixture;

static void
relabelled_cb (KliQueryList *list, gpointer user_data)
{
  ((Fixture *)user_data)->n_relabelled++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "test.db");
  kli_store_set_today (fixture->store, kli_day_new (2026, 11, 22));
  kli_store_set_language (fixture->store, KLI_LANGUAGE_PL);
  kli_store_settle (fixture->store);
  fixture->list = kli_query_list_new_for_store (fixture->store);
  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->list, "relabelled", G_CALLBACK (relabelled_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->held);
  g_assert_finalize_object (fixture->list);
  store_fixture_let_go (fixture->store);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
set_query (Fixture *fixture, KliQueryTarget target, const char *search)
{
  g_autoptr (KliQuery) query = kli_query_new (target, search, NULL);

  kli_query_list_set_query (fixture->list, query);
  wait_fixture_until_loaded (fixture->list);
}

/* The list, row by row, is what the store answers; then holds the first rows, as a view does. */
static void
assert_shows_answer (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, kli_query_list_get_query (fixture->list), &error);
  guint n = kli_answer_get_n_items (answer);

  g_assert_no_error (error);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, n);
  g_ptr_array_set_size (fixture->held, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KliListItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_assert_cmpint (kli_list_item_get_id (item), ==, kli_answer_get_id (answer, i));
      if (i < 100)
        g_ptr_array_add (fixture->held, g_steal_pointer (&item));
    }
}

static const char *
name_at (Fixture *fixture, guint position)
{
  g_autoptr (KliListItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  return kli_list_item_get_row (item)->name; /* the item is held */
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  gint64 ids[130];

  set_query (fixture, KLI_QUERY_CONTACTS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("Anna %c%c", 'A' + i / 26, 'a' + i % 26);

      ids[i] = record_add_person (fixture->store, name);
    }
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Anna Aa");
  fixture->n_relabelled = 0;

  record_set (fixture->store, &kli_contact_kind, ids[0], KLI_CONTACT_NAME, "Anna Zz", RECORD_END);
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Anna Ab");

  record_set_deleted (fixture->store, &kli_contact_kind, ids[1], TRUE);
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, G_N_ELEMENTS (ids) - 1);

  record_set (fixture->store, &kli_contact_kind, ids[2], KLI_CONTACT_COMPANY, "Studio", RECORD_END);
  wait_fixture_until_loaded (fixture->list);
  g_assert_cmpstr (kli_list_item_get_row (fixture->held->pdata[0])->second, ==, "Studio");
  g_assert_cmpuint (fixture->n_relabelled, ==, 0); /* small changes are told row by row */
}

static void
test_searching (Fixture *fixture, gconstpointer data)
{
  record_add_person (fixture->store, "Łucja Ćwik");
  record_add_person (fixture->store, "Lucjan Nowak");
  record_add_person (fixture->store, "Adam Nowak");
  set_query (fixture, KLI_QUERY_CONTACTS, NULL);
  assert_shows_answer (fixture);
  set_query (fixture, KLI_QUERY_CONTACTS, "luc");
  assert_shows_answer (fixture);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 2);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Łucja Ćwik");
  set_query (fixture, KLI_QUERY_CONTACTS, "nowak");
  g_assert_cmpstr (name_at (fixture, 0), ==, "Adam Nowak");
  record_add_person (fixture->store, "Abel Nowak"); /* found at once */
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Abel Nowak");
}

/* Another page of the window: another target in the same list. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  gint64 id = record_add_person (fixture->store, "Anna");
  gint64 edit;
  g_autoptr (GError) error = NULL;

  record_add (fixture->store, &kli_contract_kind, KLI_CONTRACT_TITLE, "Umowa", RECORD_END);
  set_query (fixture, KLI_QUERY_CONTACTS, NULL);
  assert_shows_answer (fixture);
  set_query (fixture, KLI_QUERY_CONTRACTS, NULL);
  assert_shows_answer (fixture);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Umowa");
  set_query (fixture, KLI_QUERY_TRASH, NULL);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 0);

  record_set_deleted (fixture->store, &kli_contact_kind, id, TRUE);
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Anna");
  g_assert_true (kli_list_item_get_row (fixture->held->pdata[0])->in_trash);

  {
    g_autoptr (KliUndoPlan) plan = kli_undo_plan (fixture->store, KLI_UNDO_NEWEST, 0, &error);

    g_assert_no_error (error);
    edit = plan->entry->id;
  }
  g_assert_cmpint (kli_undo (fixture->store, edit, FALSE, &error), >, 0);
  wait_fixture_until_loaded (fixture->list);
  assert_shows_answer (fixture);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 0);
}

#define add(name, func) g_test_add ("/store-list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  store_fixture_init (&argc, &argv);

  add ("follows-edits", test_follows_edits);
  add ("searching", test_searching);
  add ("targets", test_targets);

  return g_test_run ();
}
