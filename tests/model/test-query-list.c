/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists over a source that answers when it is told to: no threads, no waiting. A second model follows the
 * announcements alone and must come to the same. */
#include "fake-source.h"

#include "model/kli-query-list.h"

/* --- a list and somebody who follows it ------------------------------------------------------------------- */

typedef struct
{
  FakeSource *source;
  KliQueryList *list;
  GArray *followed; /* gint64: the ids, by the announcements alone */
  guint n_announced;
  guint largest;      /* announcement */
  gboolean was_mixed; /* something removed and added at once */
  guint n_relabelled; /* signals of the list */
  gint position;      /* of the last one */
  guint n_failed;
} Fixture;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_announced++;
  fixture->largest = MAX (fixture->largest, MAX (removed, added));
  fixture->was_mixed |= removed > 0 && added > 0;
  if (removed > 0)
    g_array_remove_range (fixture->followed, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = kli_query_list_get_id (fixture->list, position + i);

      g_array_insert_val (fixture->followed, position + i, id);
    }
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, fixture->followed->len);
}

static void
relabelling_cb (KliQueryList *list, gint position, gpointer user_data)
{
  ((Fixture *)user_data)->position = position;
}

static void
relabelled_cb (KliQueryList *list, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_relabelled++;
  for (guint i = 0; i < fixture->followed->len; i++) /* whoever keeps ids looks again */
    g_array_index (fixture->followed, gint64, i) = kli_query_list_get_id (list, i);
}

static void
failed_cb (KliQueryList *list, GError *error, gpointer user_data)
{
  ((Fixture *)user_data)->n_failed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = g_object_new (FAKE_TYPE_SOURCE, NULL);
  fixture->list = kli_query_list_new (KLI_LIST_SOURCE (fixture->source));
  fixture->followed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "relabelling", G_CALLBACK (relabelling_cb), fixture);
  g_signal_connect (fixture->list, "relabelled", G_CALLBACK (relabelled_cb), fixture);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_false (fixture->was_mixed);
  g_assert_finalize_object (fixture->list);
  while (!g_queue_is_empty (&fixture->source->questions))
    fake_source_answer (fixture->source, 0); /* to a list that is gone */
  g_assert_finalize_object (fixture->source);
  g_array_unref (fixture->followed);
}

static void
set_search (Fixture *fixture, const char *search)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, search, NULL);

  kli_query_list_set_query (fixture->list, query);
}

/* Shows n records with the ids from @first on. */
static void
show_range (Fixture *fixture, const char *search, gint64 first, guint n)
{
  set_search (fixture, search);
  fake_source_set_range (fixture->source, first, n);
  fake_source_answer (fixture->source, 0);
}

/* The data changed: what the source holds now is answered. */
static void
change_data (Fixture *fixture)
{
  fixture->source->stamp++;
  kli_list_source_changed (KLI_LIST_SOURCE (fixture->source));
  fake_source_answer (fixture->source, 0);
}

static KliListItem *
get_item (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

/* As whoever is on the screen. */
static void
look_at (Fixture *fixture, guint position)
{
  g_autoptr (KliListItem) item = get_item (fixture, position);

  kli_list_item_get_row (item);
}

/* @item shows what stands at @position, and is what the list gives there. */
static void
assert_stands (Fixture *fixture, KliListItem *item, guint position)
{
  g_autoptr (KliListItem) there = get_item (fixture, position);

  g_assert_true (there == item);
  g_assert_cmpint (kli_list_item_get_id (item), ==, g_array_index (fixture->source->ids, gint64, position));
  g_assert_cmpint (kli_list_item_get_id (item), ==, kli_query_list_get_id (fixture->list, position));
  if (!fixture->source->fails)
    g_assert_cmpint (kli_list_item_get_row (item)->id, ==, kli_list_item_get_id (item));
}

static void
assert_followed (Fixture *fixture)
{
  g_assert_cmpmem (fixture->followed->data, fixture->followed->len * sizeof (gint64), fixture->source->ids->data,
                   fixture->source->ids->len * sizeof (gint64));
}

/* --- tests ------------------------------------------------------------------------------------------------ */

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) first = NULL;
  g_autoptr (KliListItem) last = NULL;

  g_assert_false (kli_query_list_is_answered (fixture->list));
  show_range (fixture, "", 1, 1000000);
  g_assert_true (kli_query_list_is_answered (fixture->list));
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 1000000);
  g_assert_cmpuint (fixture->source->n_pages, ==, 0); /* nothing is read that nobody looks at */

  first = get_item (fixture, 0);
  g_assert_cmpint (kli_list_item_get_id (first), ==, 1);
  g_assert_cmpuint (fixture->source->n_pages, ==, 0); /* nor that nobody sees */
  assert_stands (fixture, first, 0);
  for (guint i = 1; i < 64; i++)
    look_at (fixture, i);
  g_assert_cmpuint (fixture->source->n_pages, ==, 1);

  last = get_item (fixture, 999999);
  assert_stands (fixture, last, 999999);
  g_assert_cmpuint (fixture->source->n_pages, ==, 2);
  g_assert_null (get_item (fixture, 1000000));
  g_assert_cmpint (kli_query_list_find (fixture->list, 500001), ==, 500000);
  g_assert_cmpint (kli_query_list_find (fixture->list, 1000001), ==, -1);
}

/* The same item for a place while it is held, however many pages went by; forgotten when nobody holds it. */
static void
test_same_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) held = NULL;
  KliListItem *let_go;

  show_range (fixture, "", 1, 64 * 40);
  held = get_item (fixture, 3);
  let_go = get_item (fixture, 4);
  kli_list_item_get_row (let_go);
  g_object_add_weak_pointer (G_OBJECT (let_go), (gpointer *)&let_go);
  g_object_unref (let_go);
  g_assert_nonnull (let_go); /* its page is kept */
  for (guint page = 1; page < 40; page++)
    look_at (fixture, page * 64);
  g_assert_null (let_go);
  assert_stands (fixture, held, 3);
}

static void
test_newest_wins (Fixture *fixture, gconstpointer data)
{
  set_search (fixture, "a");
  set_search (fixture, "an");
  set_search (fixture, "ann");
  g_assert_true (kli_query_list_is_loading (fixture->list));

  fake_source_set_range (fixture->source, 100, 5);
  fake_source_answer (fixture->source, 2); /* the newest comes first */
  g_assert_false (kli_query_list_is_loading (fixture->list));
  fake_source_set_range (fixture->source, 200, 50);
  fake_source_answer (fixture->source, 1);
  fake_source_answer (fixture->source, 0);

  fake_source_set_range (fixture->source, 100, 5);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_announced, ==, 1);
}

/* The same question twice is one. */
static void
test_same_query (Fixture *fixture, gconstpointer data)
{
  show_range (fixture, "a", 1, 10);
  set_search (fixture, "a");
  g_assert_cmpuint (fixture->source->n_asked, ==, 1);
}

static void
count_cb (gpointer user_data)
{
  (*(guint *)user_data)++;
}

/* A new query relabels what lives and announces the tail only. */
static void
test_new_query (Fixture *fixture, gconstpointer data)
{
  static const guint lengths[] = { 1000, 300, 250, 900, 0, 5, 1000 };
  gint64 first = 1;

  show_range (fixture, "0", first, 1000);
  for (guint i = 1; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *search = g_strdup_printf ("%u", i);
      guint n_live = MIN (205, MIN (lengths[i - 1], lengths[i]));
      g_autoptr (GPtrArray) live = g_ptr_array_new_with_free_func (g_object_unref);
      guint n_notified = 0;

      for (guint n = 0; n < n_live; n++)
        {
          g_ptr_array_add (live, get_item (fixture, n));
          g_signal_connect_swapped (live->pdata[n], "relabelled", G_CALLBACK (count_cb), &n_notified);
        }
      fixture->largest = 0;
      first += 5000;
      fixture->source->n_read = 0;
      show_range (fixture, search, first, lengths[i]);

      g_assert_cmpuint (fixture->largest, ==, MAX (lengths[i], lengths[i - 1]) - MIN (lengths[i], lengths[i - 1]));
      g_assert_cmpuint (n_notified, ==, n_live);
      g_assert_cmpuint (fixture->source->n_read, <=, 205); /* only what is held is read again */
      for (guint n = 0; n < n_live; n++)
        {
          assert_stands (fixture, live->pdata[n], n);
          g_signal_handlers_disconnect_by_data (live->pdata[n], &n_notified);
        }
      g_assert_cmpint (fixture->position, ==, 0);
    }
}

/* A few changes are told row by row; items follow their records. */
static void
test_few_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) before = NULL;
  g_autoptr (KliListItem) after = NULL;
  g_autoptr (KliListItem) removed = NULL;
  gint64 moved = 21, new = 5000;

  show_range (fixture, "", 1, 1000);
  before = get_item (fixture, 10);
  removed = get_item (fixture, 15);
  after = get_item (fixture, 500);
  fixture->n_relabelled = 0;

  g_array_remove_index (fixture->source->ids, 15);       /* gone */
  g_array_remove_index (fixture->source->ids, 19);       /* 21 … */
  g_array_insert_val (fixture->source->ids, 700, moved); /* … stands elsewhere */
  g_array_insert_val (fixture->source->ids, 0, new);
  fixture->largest = 0;
  change_data (fixture);

  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_relabelled, ==, 0);
  g_assert_cmpuint (fixture->largest, ==, 1);
  assert_stands (fixture, before, 11);
  assert_stands (fixture, after, 499);
  g_assert_cmpint (kli_list_item_get_id (removed), ==, 16);          /* acts on what it showed */
  g_assert_cmpstr (kli_list_item_get_row (removed)->name, ==, "16"); /* and can be read without a place */
  g_assert_cmpstr (kli_list_item_get_row (before)->second, ==, "1"); /* what is new is shown */
}

static void
test_no_rows_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) item = NULL;

  show_range (fixture, "", 1, 100);
  item = get_item (fixture, 50);
  fixture->n_announced = 0;
  change_data (fixture);
  g_assert_cmpuint (fixture->n_announced, ==, 0);
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "1");
}

/* Many changes of the same query: relabelled, and the view is told where its anchor went. */
static void
test_many_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) item = NULL;

  show_range (fixture, "", 1, 5000);
  item = get_item (fixture, 0);
  kli_query_list_set_anchor (fixture->list, 4000);
  fake_source_set_range (fixture->source, 1001, 5000);
  change_data (fixture);
  g_assert_cmpint (fixture->position, ==, 2999);
  assert_stands (fixture, item, 0);

  fake_source_set_range (fixture->source, 10001, 5000);
  change_data (fixture);
  g_assert_cmpint (fixture->position, ==, -1);
}

/* So many rows leave and come, each at a place of its own. */
static void
replace_rows (Fixture *fixture, guint n_leaving, guint n_coming)
{
  GArray *ids = fixture->source->ids;
  gint64 new = 100000;

  for (guint i = 0; i < n_leaving; i++)
    g_array_remove_index (ids, 3 * i + 1);
  for (guint i = 0; i < n_coming; i++, new ++)
    g_array_insert_val (ids, 2000 + 3 * i, new);
}

/* The 200th row is still told by itself, and nothing is read that nobody looks at; with the 201st everything is told
 * anew, and only the tail announced. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) held = NULL;

  show_range (fixture, "", 1, 5000);
  held = get_item (fixture, 4000);
  fixture->n_relabelled = fixture->n_announced = fixture->largest = fixture->source->n_pages = 0;
  replace_rows (fixture, 90, 110);
  change_data (fixture);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_relabelled, ==, 0);
  g_assert_cmpuint (fixture->n_announced, ==, 200);
  g_assert_cmpuint (fixture->largest, ==, 1);
  g_assert_cmpuint (fixture->source->n_pages, ==, 0);
  assert_stands (fixture, held, 4020);

  fake_source_set_range (fixture->source, 1, 5020);
  change_data (fixture);
  fixture->n_relabelled = fixture->n_announced = fixture->largest = fixture->source->n_pages = 0;
  replace_rows (fixture, 90, 111);
  change_data (fixture);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_relabelled, ==, 1);
  g_assert_cmpuint (fixture->n_announced, ==, 1);
  g_assert_cmpuint (fixture->largest, ==, 21);
  g_assert_cmpuint (fixture->source->n_pages, ==, 0);
}

/* A question that is not wanted any more is interrupted. It may end with that, late, or with an answer all the same:
 * neither is shown, and neither is a failure. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  show_range (fixture, "a", 1, 300);
  set_search (fixture, "ab");
  set_search (fixture, "abc");
  g_assert_cmpuint (fixture->source->questions.length, ==, 2);
  g_assert_true (fake_source_is_cancelled (fixture->source, 0));
  g_assert_false (fake_source_is_cancelled (fixture->source, 1));

  fake_source_interrupt (fixture->source, 0);
  g_assert_true (kli_query_list_is_loading (fixture->list));
  fake_source_set_range (fixture->source, 1, 300);
  assert_followed (fixture); /* as it was */
  fake_source_set_range (fixture->source, 50, 20);
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_random_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 next = 100000;

  show_range (fixture, "", 1, 500);
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint)g_rand_int_range (rand, 0, round % 20 == 0 ? 400 : 10);

      for (guint i = 0; i < n; i++)
        {
          GArray *ids = fixture->source->ids;

          if (g_rand_boolean (rand) && ids->len > 0)
            g_array_remove_index (ids, (guint)g_rand_int_range (rand, 0, (gint32)ids->len));
          else
            g_array_insert_val (ids, (guint)g_rand_int_range (rand, 0, (gint32)ids->len + 1), next);
          next++;
        }
      change_data (fixture);
      assert_followed (fixture);
      if (fixture->source->ids->len > 0)
        g_ptr_array_add (held,
                         get_item (fixture, (guint)g_rand_int_range (rand, 0, (gint32)fixture->source->ids->len)));
      for (guint i = 0; i < fixture->source->ids->len; i += 37)
        {
          g_autoptr (KliListItem) item = get_item (fixture, i);

          assert_stands (fixture, item, i);
        }
    }
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) pressed = NULL;

  show_range (fixture, "a", 1, 300);
  pressed = get_item (fixture, 7);
  fixture->n_announced = 0;
  kli_query_list_hold (fixture->list);
  kli_query_list_hold (fixture->list);
  show_range (fixture, "ab", 1000, 20);
  show_range (fixture, "abc", 2000, 10);
  g_assert_cmpint (kli_list_item_get_id (pressed), ==, 8);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 300);
  kli_query_list_release (fixture->list);
  g_assert_cmpuint (fixture->n_announced, ==, 0);
  kli_query_list_release (fixture->list);
  g_assert_cmpuint (fixture->n_announced, ==, 1); /* the last of them only */
  assert_stands (fixture, pressed, 7);
}

/* Changes that come faster than answers do not starve the list. */
static void
test_storm (Fixture *fixture, gconstpointer data)
{
  show_range (fixture, "", 1, 10);
  for (guint i = 0; i < 50; i++)
    kli_list_source_changed (KLI_LIST_SOURCE (fixture->source));
  g_assert_cmpuint (fixture->source->questions.length, ==, 1);
  fake_source_set_range (fixture->source, 1, 11);
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->source->questions.length, ==, 1); /* once more, for what came meanwhile */
  g_assert_true (kli_query_list_is_loading (fixture->list));
  fake_source_answer (fixture->source, 0);
  g_assert_false (kli_query_list_is_loading (fixture->list));
}

/* Nothing is announced of an answer without rows: whoever waits for the end of the question finds it shown. */
static void
look_when_answered_cb (KliQueryList *list, GParamSpec *pspec, gboolean *was_answered)
{
  if (!kli_query_list_is_loading (list))
    *was_answered = kli_query_list_is_answered (list);
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, NULL, NULL);
  gboolean was_answered = FALSE;

  g_signal_connect (fixture->list, "notify::loading", G_CALLBACK (look_when_answered_cb), &was_answered);
  fake_source_set_range (fixture->source, 1, 0);
  kli_query_list_set_query (fixture->list, query);
  g_assert_false (kli_query_list_is_answered (fixture->list));
  fake_source_answer (fixture->source, 0);
  while (kli_query_list_is_loading (fixture->list))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (was_answered);
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) item = NULL;
  g_autoptr (KliListItem) unreadable = NULL;

  show_range (fixture, "a", 1, 300);
  item = get_item (fixture, 0);
  fixture->source->fails = TRUE;
  set_search (fixture, "b");
  fake_source_answer (fixture->source, 0);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_false (kli_query_list_is_loading (fixture->list));
  fake_source_set_range (fixture->source, 1, 300);
  assert_followed (fixture);
  assert_stands (fixture, item, 0);

  unreadable = get_item (fixture, 200); /* a page that cannot be read: the id is still right */
  g_assert_cmpstr (kli_list_item_get_row (unreadable)->name, ==, "");
  g_assert_cmpuint (fixture->n_failed, ==, 2);
  g_assert_cmpint (kli_list_item_get_id (unreadable), ==, 201);

  fixture->source->fails = FALSE;
  change_data (fixture);
  g_assert_cmpstr (kli_list_item_get_row (unreadable)->name, ==, "201");
}

/* The first @n of @count records are answered next. */
static void
set_beginning (Fixture *fixture, guint n, guint count)
{
  fake_source_set_range (fixture->source, 1, n);
  fixture->source->count = count;
}

/* The rest is asked for at once, and only what it adds is announced. */
static void
test_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) item = NULL;

  set_search (fixture, "");
  g_assert_cmpuint (fixture->source->n_first, >, 0);
  set_beginning (fixture, 40, 1000);
  fake_source_answer (fixture->source, 0);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 40);
  g_assert_cmpuint (kli_query_list_get_count (fixture->list), ==, 1000);
  g_assert_true (kli_query_list_is_loading (fixture->list));
  item = get_item (fixture, 39);
  g_assert_cmpuint (fixture->n_relabelled, ==, 1);

  g_assert_cmpuint (fixture->source->n_asked, ==, 2);
  g_assert_cmpuint (fixture->source->n_first, ==, 0);
  set_beginning (fixture, 1000, 0);
  fixture->largest = 0;
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
  assert_stands (fixture, item, 39);
  g_assert_cmpuint (kli_query_list_get_count (fixture->list), ==, 1000);
  g_assert_cmpuint (fixture->largest, ==, 960);
  g_assert_cmpuint (fixture->n_relabelled, ==, 1);
  g_assert_false (kli_query_list_is_loading (fixture->list));
}

/* What is not needed for the first screen waits until whoever holds the list has painted it. */
static void
test_beginning_is_held (Fixture *fixture, gconstpointer data)
{
  set_search (fixture, "");
  g_signal_connect (fixture->list, "relabelled", G_CALLBACK (kli_query_list_hold), NULL);
  set_beginning (fixture, 40, 1000);
  fake_source_answer (fixture->source, 0);
  g_assert_cmpuint (fixture->source->n_asked, ==, 1);
  g_assert_true (kli_query_list_is_loading (fixture->list));

  kli_query_list_release (fixture->list);
  g_assert_cmpuint (fixture->source->n_asked, ==, 2);
  set_beginning (fixture, 1000, 0);
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
}

/* Of a beginning no more is announced than fills the screen; a list that has no more than that is whole at once. */
static void
test_beginning_fits_the_screen (Fixture *fixture, gconstpointer data)
{
  const gboolean changes = data != NULL;

  kli_query_list_set_rows (fixture->list, FALSE, 16);
  set_search (fixture, "");
  set_beginning (fixture, 40, 1000);
  fake_source_answer (fixture->source, 0);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 16);
  g_assert_cmpuint (kli_query_list_get_count (fixture->list), ==, 1000);
  fixture->largest = 0;
  fake_source_set_range (fixture->source, changes ? 3 : 1, 1000);
  fixture->source->count = 0;
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->largest, ==, 984);
  g_assert_cmpuint (fixture->n_relabelled, ==, changes ? 2 : 1);
}

static void
test_short_list_is_whole (Fixture *fixture, gconstpointer data)
{
  kli_query_list_set_rows (fixture->list, FALSE, 16);
  show_range (fixture, "", 1, 30);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, 30);
  g_assert_false (kli_query_list_is_loading (fixture->list));
}

/* Changed meanwhile, or another question: the list follows as ever. */
static void
test_beginning_is_overtaken (Fixture *fixture, gconstpointer data)
{
  set_search (fixture, "");
  set_beginning (fixture, 40, 1000);
  fake_source_answer (fixture->source, 0);
  fake_source_set_range (fixture->source, 500, 700);
  fixture->source->count = 0;
  fake_source_answer (fixture->source, 0);
  assert_followed (fixture);
  g_assert_cmpuint (fixture->n_relabelled, ==, 2);

  set_search (fixture, "a");
  g_assert_cmpuint (fixture->source->n_first, >, 205); /* as many rows as GTK keeps */
  set_beginning (fixture, 256, 900);
  fake_source_answer (fixture->source, 0);
  set_search (fixture, "an");
  fake_source_set_range (fixture->source, 3000, 5);
  fixture->source->count = 0;
  fake_source_answer (fixture->source, 1);
  fake_source_answer (fixture->source, 0); /* the rest of the beginning, too late */
  assert_followed (fixture);
}

/* What only a table shows is read from then on, and for what is there already. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliListItem) item = NULL;

  show_range (fixture, "", 1, 100);
  item = get_item (fixture, 50);
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "0");
  g_assert_false (fixture->source->with_cells);
  fixture->source->stamp++;
  kli_query_list_set_rows (fixture->list, TRUE, 40);
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "1");
  g_assert_true (fixture->source->with_cells);
}

static void
set_fields (Fixture *fixture, const gint64 *ids, guint n)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (fields, ids, n);
  kli_query_list_set_fields (fixture->list, fields);
}

/* What a field says is read once its column is shown in a table; that one is hidden reads nothing. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 7, 8 };
  g_autoptr (KliListItem) item = NULL;

  show_range (fixture, "", 1, 100);
  item = get_item (fixture, 50);
  set_fields (fixture, ids, 1);
  fixture->source->stamp++;
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "1");
  g_assert_cmpuint (fixture->source->n_fields, ==, 0); /* a list has no columns */
  kli_query_list_set_rows (fixture->list, TRUE, 40);
  kli_list_item_get_row (item);
  g_assert_cmpuint (fixture->source->n_fields, ==, 1);
  fixture->source->stamp++;
  set_fields (fixture, ids, 2);
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "2");
  g_assert_cmpuint (fixture->source->n_fields, ==, 2);
  fixture->source->stamp++;
  set_fields (fixture, ids + 1, 1);
  g_assert_cmpstr (kli_list_item_get_row (item)->second, ==, "2");
}

#define add(name, func) g_test_add ("/query-list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("pages", test_pages);
  add ("same-item", test_same_item);
  add ("newest-wins", test_newest_wins);
  add ("same-query", test_same_query);
  add ("new-query", test_new_query);
  add ("few-changes", test_few_changes);
  add ("no-rows-changed", test_no_rows_changed);
  add ("many-changes", test_many_changes);
  add ("limit", test_limit);
  add ("interrupted", test_interrupted);
  add ("random-changes", test_random_changes);
  add ("hold", test_hold);
  add ("storm", test_storm);
  add ("nothing-found", test_nothing_found);
  add ("failures", test_failures);
  add ("cells", test_cells);
  add ("fields", test_fields);
  add ("beginning", test_beginning);
  add ("beginning-is-held", test_beginning_is_held);
  add ("beginning-is-overtaken", test_beginning_is_overtaken);
  add ("beginning-fits-the-screen", test_beginning_fits_the_screen);
  g_test_add ("/query-list/beginning-has-changed", Fixture, "changes", set_up, test_beginning_fits_the_screen,
              tear_down);
  add ("short-list-is-whole", test_short_list_is_whole);

  return g_test_run ();
}
