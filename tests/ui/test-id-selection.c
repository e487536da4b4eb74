/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected stays selected, wherever its row goes, and GTK is told exactly what looks different. Needs no
 * window. */
#include "../model/fake-source.h"

#include "ui/shared/kli-id-selection.h"

typedef struct
{
  FakeSource *source;
  KliQueryList *list;
  KliIdSelection *selection;
  GtkBitset *marked; /* by the announcements alone, as a view knows it */
} Fixture;

static void
items_changed_cb (GtkSelectionModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  gtk_bitset_splice (fixture->marked, position, removed, added);
  for (guint i = position; i < position + added; i++)
    if (gtk_selection_model_is_selected (model, i))
      gtk_bitset_add (fixture->marked, i);
}

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, Fixture *fixture)
{
  g_autoptr (GtkBitset) now = gtk_selection_model_get_selection_in_range (model, position, n_items);

  gtk_bitset_remove_range (fixture->marked, position, n_items);
  gtk_bitset_union (fixture->marked, now);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = g_object_new (FAKE_TYPE_SOURCE, NULL);
  fixture->list = kli_query_list_new (KLI_LIST_SOURCE (fixture->source));
  fixture->selection = kli_id_selection_new (fixture->list);
  fixture->marked = gtk_bitset_new_empty ();
  g_signal_connect (fixture->selection, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->source);
  gtk_bitset_unref (fixture->marked);
}

static void
show_range (Fixture *fixture, const char *search, gint64 first, guint n)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, search, NULL);

  kli_query_list_set_query (fixture->list, query);
  fake_source_set_range (fixture->source, first, n);
  fake_source_answer (fixture->source, 0);
}

static void
change_data (Fixture *fixture)
{
  kli_list_source_changed (KLI_LIST_SOURCE (fixture->source));
  fake_source_answer (fixture->source, 0);
}

/* @position: -1 when no row is marked. */
static void
assert_marked (Fixture *fixture, gint position)
{
  guint wanted = position < 0 ? GTK_INVALID_LIST_POSITION : (guint)position;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (fixture->selection));

  g_assert_cmpuint (kli_id_selection_get_position (fixture->selection), ==, wanted);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, position < 0 ? 0 : 1);
  g_assert_true (gtk_bitset_equals (selected, fixture->marked));
  if (position >= 0)
    g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), wanted));
}

static void
test_follows_its_record (Fixture *fixture, gconstpointer data)
{
  GArray *ids = fixture->source->ids;
  gint64 id = 51;

  show_range (fixture, "", 1, 100);
  assert_marked (fixture, -1);
  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 50, TRUE));
  g_assert_cmpint (kli_id_selection_get_selected_id (fixture->selection), ==, id);
  assert_marked (fixture, 50);

  g_array_remove_index (ids, 10);
  change_data (fixture);
  assert_marked (fixture, 49);

  g_array_remove_index (ids, 49); /* renamed: stands at the end now */
  g_array_append_val (ids, id);
  change_data (fixture);
  assert_marked (fixture, 98);

  g_array_remove_index (ids, 98);
  g_array_insert_val (ids, 0, id);
  change_data (fixture);
  assert_marked (fixture, 0);

  g_array_remove_index (ids, 0); /* gone: still selected, nowhere marked */
  change_data (fixture);
  assert_marked (fixture, -1);
  g_assert_cmpint (kli_id_selection_get_selected_id (fixture->selection), ==, id);

  g_array_insert_val (ids, 5, id); /* undone */
  change_data (fixture);
  assert_marked (fixture, 5);
}

static void
test_searching (Fixture *fixture, gconstpointer data)
{
  show_range (fixture, "", 1, 1000);
  kli_id_selection_set_selected_id (fixture->selection, 500);
  assert_marked (fixture, 499);
  show_range (fixture, "a", 400, 200);
  assert_marked (fixture, 100);
  show_range (fixture, "ab", 700, 200);
  assert_marked (fixture, -1);
  show_range (fixture, "", 1, 1000);
  assert_marked (fixture, 499);
  show_range (fixture, "none", 1, 0);
  assert_marked (fixture, -1);
}

static void
test_unselect (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  show_range (fixture, "", 1, 10);
  gtk_selection_model_select_item (model, 3, TRUE);
  gtk_selection_model_select_item (model, 4, TRUE);
  assert_marked (fixture, 4);
  g_assert_false (gtk_selection_model_select_item (model, 10, TRUE));
  assert_marked (fixture, 4);
  gtk_selection_model_unselect_item (model, 4);
  assert_marked (fixture, -1);
  g_assert_cmpint (kli_id_selection_get_selected_id (fixture->selection), ==, 0);
}

static void
test_other_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KliQueryList) other = kli_query_list_new (KLI_LIST_SOURCE (fixture->source));

  show_range (fixture, "", 1, 10);
  kli_id_selection_set_selected_id (fixture->selection, 4);
  kli_id_selection_set_list (fixture->selection, other);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)), ==, 0);
  assert_marked (fixture, -1);
  kli_id_selection_set_list (fixture->selection, fixture->list);
  assert_marked (fixture, 3);
  kli_id_selection_set_list (fixture->selection, NULL);
  assert_marked (fixture, -1);
}

/* --- many ----------------------------------------------------------------------------------------------- */

/* The rows that are marked are the @n given ones, as a view was told of them. */
static void
assert_rows (Fixture *fixture, const guint *rows, guint n)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (fixture->selection));
  g_autoptr (KliAnswer) taken = kli_id_selection_dup_selected (fixture->selection);

  for (guint i = 0; i < n; i++)
    {
      gtk_bitset_add (wanted, rows[i]);
      g_assert_cmpint (kli_answer_get_id (taken, i), ==, kli_query_list_get_id (fixture->list, rows[i]));
    }
  g_assert_true (gtk_bitset_equals (selected, wanted));
  g_assert_true (gtk_bitset_equals (fixture->marked, wanted));
  g_assert_cmpuint (kli_id_selection_get_n_selected (fixture->selection), ==, n);
  g_assert_cmpuint (taken != NULL ? kli_answer_get_n_items (taken) : 0, ==, n);
}

#define assert_rows(fixture, ...)                                                                                      \
  (assert_rows) (fixture, (const guint[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const guint[]){ __VA_ARGS__ })))

static void
test_only_one (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  show_range (fixture, "", 1, 10);
  gtk_selection_model_select_item (model, 3, FALSE);
  assert_marked (fixture, 3);
  g_assert_false (gtk_selection_model_select_range (model, 1, 4, TRUE));
  g_assert_false (gtk_selection_model_select_all (model));
  kli_id_selection_set_selecting (fixture->selection, TRUE);
  kli_id_selection_toggle (fixture->selection, 8);
  g_assert_false (kli_id_selection_is_selecting (fixture->selection));
  assert_marked (fixture, 3);
}

/* Ctrl: the open record joins; a plain click, which the arrow keys are as well, opens nothing and takes nothing away.
 */
static void
test_ctrl (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  kli_id_selection_set_many (fixture->selection, TRUE);
  show_range (fixture, "", 1, 10);
  gtk_selection_model_select_item (model, 3, TRUE);
  gtk_selection_model_select_item (model, 6, FALSE);
  g_assert_true (kli_id_selection_is_selecting (fixture->selection));
  assert_rows (fixture, 3, 6);
  gtk_selection_model_select_item (model, 8, TRUE);
  assert_rows (fixture, 3, 6);
  g_assert_cmpint (kli_id_selection_get_selected_id (fixture->selection), ==, 4);
  kli_id_selection_toggle (fixture->selection, 9);
  gtk_selection_model_unselect_item (model, 3);
  assert_rows (fixture, 6, 8);

  kli_id_selection_set_selecting (fixture->selection, FALSE);
  assert_marked (fixture, 3);
  gtk_selection_model_unselect_item (model, 3);
  assert_rows (fixture, 3);
}

/* Shift: a range from the same end replaces the one before, and leaves alone what lies outside. */
static void
test_shift (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  kli_id_selection_set_many (fixture->selection, TRUE);
  show_range (fixture, "", 1, 10);
  gtk_selection_model_select_item (model, 9, FALSE);
  gtk_selection_model_select_range (model, 2, 4, TRUE);
  assert_rows (fixture, 2, 3, 4, 5, 9);
  gtk_selection_model_select_range (model, 2, 2, TRUE);
  assert_rows (fixture, 2, 3, 9);
  gtk_selection_model_select_range (model, 0, 4, TRUE);
  assert_rows (fixture, 0, 1, 2, 3, 9);
  gtk_selection_model_select_range (model, 6, 1, TRUE);
  gtk_selection_model_unselect_range (model, 0, 2);
  assert_rows (fixture, 2, 3, 6, 9);
  g_assert_false (gtk_selection_model_select_range (model, 8, 3, TRUE));
}

/* What is selected follows its records, and is counted where it is shown. */
static void
test_many_follow (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  GArray *ids = fixture->source->ids;
  gint64 moved = 4;

  kli_id_selection_set_many (fixture->selection, TRUE);
  show_range (fixture, "", 1, 1000);
  gtk_selection_model_select_range (model, 2, 3, TRUE); /* 3, 4, 5 */
  g_array_remove_index (ids, 3);
  g_array_insert_val (ids, 0, moved);
  change_data (fixture);
  assert_rows (fixture, 0, 3, 4);
  show_range (fixture, "a", 5, 900);
  assert_rows (fixture, 0);
  show_range (fixture, "", 1, 1000);
  assert_rows (fixture, 2, 3, 4);
  g_array_remove_range (ids, 2, 2); /* gone: 5 is left */
  change_data (fixture);
  assert_rows (fixture, 2);
}

static void
count_cb (GtkSelectionModel *model, guint position, guint n_items, guint *n)
{
  (*n)++;
}

/* Everything: told in one go, and no row is read for it. */
static void
test_everything (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  guint n_pages, n_told = 0;

  kli_id_selection_set_many (fixture->selection, TRUE);
  show_range (fixture, "", 1, 100000);
  n_pages = fixture->source->n_pages;
  g_signal_connect (model, "selection-changed", G_CALLBACK (count_cb), &n_told);
  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_cmpuint (kli_id_selection_get_n_selected (fixture->selection), ==, 100000);
  gtk_selection_model_unselect_item (model, 500);
  g_assert_cmpuint (n_told, <=, 3); /* that it selects, that everything is, and one that is not */
  g_assert_cmpuint (kli_id_selection_get_n_selected (fixture->selection), ==, 99999);
  g_assert_cmpuint (fixture->source->n_pages, ==, n_pages);

  show_range (fixture, "a", 500, 3); /* 501 is the one that was taken out */
  assert_rows (fixture, 0, 2);
  gtk_selection_model_unselect_all (model);
  g_assert_true (kli_id_selection_is_selecting (fixture->selection));
  g_assert_cmpuint (kli_id_selection_get_n_selected (fixture->selection), ==, 0);
}

#define add(name, func) g_test_add ("/id-selection/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("follows-its-record", test_follows_its_record);
  add ("searching", test_searching);
  add ("unselect", test_unselect);
  add ("other-list", test_other_list);
  add ("only-one", test_only_one);
  add ("ctrl", test_ctrl);
  add ("shift", test_shift);
  add ("many-follow", test_many_follow);
  add ("everything", test_everything);

  return g_test_run ();
}
