/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the rows that a view keeps, those on the screen show their records in every frame that is painted, and no others
 * are made, filled in or read before there is time. */
#include "../model/fake-source.h"

#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-lazy-row.h"
#include "ui/shared/kli-list-anchor.h"

#define ROW_HEIGHT 50
#define VIEW_HEIGHT 500
#define N_ROWS 5000

/* As many as may be on the screen, with those that stand ready. */
#define N_SEEN (VIEW_HEIGHT / ROW_HEIGHT + 1 + 4)

#define PLACE_KEY "place"

typedef struct
{
  FakeSource *source;
  KliQueryList *list;
  KliIdSelection *selection;
  KliLazyRows *rows;
  GtkWidget *window;
  GtkWidget *view;
  guint n_created, n_shown;
  guint first_shown, first_pages; /* when the first frame was painted since something was done */
  guint n_frames;                 /* that were painted since something was done */
  char *wrong;                    /* nullable: with the last of them */
  GRand *rand;
} Fixture;

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static GtkWidget *
create_content (GtkListItem *item, gpointer user_data)
{
  ((Fixture *)user_data)->n_created++;

  return gtk_label_new (NULL);
}

static void
show_content (GtkWidget *content, const KliListRow *row, gpointer user_data)
{
  ((Fixture *)user_data)->n_shown++;
  gtk_label_set_text (GTK_LABEL (content), row->name);
}

static char *
describe (const KliListRow *row, gpointer user_data)
{
  return g_strdup (row->name);
}

static const KliRowContent row_content = { create_content, show_content, describe, 1 };

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Fixture *fixture)
{
  GtkWidget *row = kli_lazy_row_new (fixture->rows, item, &row_content, fixture);

  g_object_set_data (G_OBJECT (row), PLACE_KEY, item);
  gtk_widget_set_size_request (row, -1, ROW_HEIGHT);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- what is painted -------------------------------------------------------------------------------------- */

/* What the row shows. Returns: NULL for nothing */
static const char *
shown_by (GtkWidget *row)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (row));

  return content != NULL && gtk_widget_get_child_visible (content) ? gtk_label_get_text (GTK_LABEL (content)) : NULL;
}

/* Returns: (transfer full) (nullable): what is wrong with it */
static char *
judge_row (Fixture *fixture, GtkWidget *row, guint position)
{
  g_autofree char *wanted = g_strdup_printf ("%" G_GINT64_FORMAT, kli_query_list_get_id (fixture->list, position));
  const char *shown = shown_by (row);

  if (g_strcmp0 (shown, wanted) == 0)
    return NULL;

  return g_strdup_printf ("row %u shows %s, not %s", position, shown != NULL ? shown : "nothing", wanted);
}

/* The rows of which something is on the screen, in their order. @top: (out): of the first. Returns: (transfer full) */
static GPtrArray *
list_seen (Fixture *fixture, double *top, double *pitch)
{
  GPtrArray *seen = g_ptr_array_new ();
  graphene_rect_t bounds;

  for (GtkWidget *around = gtk_widget_get_first_child (fixture->view); around != NULL;
       around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (!KLI_IS_LAZY_ROW (row) || !gtk_widget_get_mapped (row)
          || !gtk_widget_compute_bounds (row, fixture->view, &bounds) || bounds.origin.y + bounds.size.height <= 0
          || bounds.origin.y >= gtk_widget_get_height (fixture->view))
        continue;
      if (seen->len == 0)
        *top = bounds.origin.y;
      else if (seen->len == 1)
        *pitch = bounds.origin.y - *top;
      g_ptr_array_add (seen, row);
    }

  return seen;
}

/* Every row of which something is on the screen shows the record that has its place. Returns: (transfer full)
 * (nullable): what is wrong */
static char *
judge_seen (Fixture *fixture)
{
  double top = 0, pitch = ROW_HEIGHT;
  g_autoptr (GPtrArray) seen = list_seen (fixture, &top, &pitch);
  guint n_fitting = (guint)(gtk_widget_get_height (fixture->view) / pitch);
  guint first = (guint)((gtk_adjustment_get_value (get_adjustment (fixture)) + top) / pitch);
  char *wrong = NULL;

  if (seen->len < MIN (kli_query_list_get_n_items (fixture->list), n_fitting))
    return g_strdup_printf ("%u rows are on the screen", seen->len);

  for (guint i = 0; i < seen->len && wrong == NULL; i++)
    wrong = judge_row (fixture, seen->pdata[i], first + i);

  return wrong;
}

/* GTK 4.18 paints frames before it has given their places to the rows around one that has the focus. */
static gboolean
is_patient (void)
{
  return gtk_get_minor_version () >= 10;
}

static void
after_paint_cb (GdkFrameClock *clock, Fixture *fixture)
{
  g_free (fixture->wrong);
  fixture->wrong = judge_seen (fixture);
  if (!is_patient ())
    g_assert_cmpstr (fixture->wrong, ==, NULL);
  if (fixture->n_frames++ > 0)
    return;

  fixture->first_shown = fixture->n_shown;
  fixture->first_pages = fixture->source->n_pages;
}

/* Until what was done is painted, and nothing is left to do. */
static void
settle (Fixture *fixture)
{
  gint64 late = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  fixture->n_frames = 0;
  while (fixture->n_frames == 0 || fixture->wrong != NULL || g_main_context_pending (NULL))
    {
      if (g_get_monotonic_time () > late)
        g_assert_cmpstr (fixture->wrong, ==, NULL);
      if (fixture->n_frames == 0 || fixture->wrong != NULL)
        gtk_widget_queue_draw (fixture->view);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* --- the list --------------------------------------------------------------------------------------------- */

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
  fixture->source->stamp++;
  kli_list_source_changed (KLI_LIST_SOURCE (fixture->source));
  fake_source_answer (fixture->source, 0);
}

static void
create_view (Fixture *fixture)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->view = gtk_list_view_new (NULL, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  fixture->rows = kli_lazy_rows_new ();
  kli_list_anchor_follow (fixture->view, fixture->list);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), fixture);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (fixture->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (fixture->view), GTK_SELECTION_MODEL (fixture->selection));
  gtk_widget_set_size_request (scroller, 300, VIEW_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->rand = g_rand_new_with_seed (17);
  fixture->source = g_object_new (FAKE_TYPE_SOURCE, NULL);
  fixture->list = kli_query_list_new (KLI_LIST_SOURCE (fixture->source));
  fixture->selection = kli_id_selection_new (fixture->list);
  fixture->window = gtk_window_new ();
  create_view (fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *)&fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (after_paint_cb), fixture);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (fixture->window), after_paint_cb, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A newer GTK still tells assistive technology of it for a while, and holds it meanwhile. */
  while (fixture->view != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->rows);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->source);
  g_rand_free (fixture->rand);
  g_free (fixture->wrong);
}

/* --- tests ------------------------------------------------------------------------------------------------ */

static gboolean
is_unpainted (gpointer user_data)
{
  return ((Fixture *)user_data)->n_frames == 0;
}

/* Until the next frame is painted there is always something else to do. */
static void
begin_to_count (Fixture *fixture)
{
  fixture->n_frames = fixture->n_shown = fixture->source->n_pages = 0;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, is_unpainted, fixture, NULL);
}

/* What a key, a jump or a first screen costs until it is painted. */
static void
paint_cheaply (Fixture *fixture, guint max_pages)
{
  gtk_widget_queue_draw (fixture->view);
  while (fixture->n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->first_shown, >, 0);
  g_assert_cmpuint (fixture->first_shown, <=, N_SEEN);
  g_assert_cmpuint (fixture->first_pages, <=, max_pages);
  settle (fixture);
}

static void
test_costs (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  begin_to_count (fixture);
  show_range (fixture, "", 1, N_ROWS);
  paint_cheaply (fixture, 1);
  begin_to_count (fixture);
  show_range (fixture, "a", 10001, N_ROWS - 7);
  paint_cheaply (fixture, 1);
  begin_to_count (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  paint_cheaply (fixture, 2);
  g_assert_cmpuint (fixture->n_created, <=, 3 * N_SEEN);
}

static GtkWidget *
find_row (Fixture *fixture, guint position)
{
  for (GtkWidget *around = gtk_widget_get_first_child (fixture->view); around != NULL;
       around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (KLI_IS_LAZY_ROW (row)
          && gtk_list_item_get_position (g_object_get_data (G_OBJECT (row), PLACE_KEY)) == position)
        return row;
    }

  return NULL;
}

/* Out of sight a row has its name by and by, and nothing of the record that it showed before. */
static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show_range (fixture, "", 1, N_ROWS);
  settle (fixture);
  gtk_adjustment_set_value (get_adjustment (fixture), 40 * ROW_HEIGHT);
  settle (fixture);
  gtk_adjustment_set_value (get_adjustment (fixture), 0);
  settle (fixture);
  row = find_row (fixture, 45);
  g_assert_cmpstr (shown_by (row), ==, "46"); /* it was seen, and is the same */

  show_range (fixture, "a", 10001, N_ROWS);
  row = find_row (fixture, 45);
  g_assert_null (shown_by (row));
  settle (fixture);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "10046");
}

/* A row that is still to be named when its view is gone is the last to hold what names it. */
static void
test_outlives_its_view (Fixture *fixture, gconstpointer data)
{
  KliLazyRows *rows = kli_lazy_rows_new ();
  g_autoptr (GtkListItem) item = g_object_new (GTK_TYPE_LIST_ITEM, NULL);
  GtkWidget *row = g_object_ref_sink (kli_lazy_row_new (rows, item, &row_content, fixture));

  kli_lazy_rows_name (rows, KLI_LAZY_ROW (row));
  g_object_add_weak_pointer (G_OBJECT (rows), (gpointer *)&rows);
  g_object_unref (rows);
  g_object_unref (row);
  g_assert_nonnull (rows);
  while (rows != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* GTK 4.8 would keep the last of the old rows in the place of the first. */
static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  show_range (fixture, "", 1, 306);
  settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle (fixture);
  show_range (fixture, "a", 1001, 1);
  settle (fixture);
}

/* Not always at once. */
static void
settle_at_the_top (Fixture *fixture)
{
  settle (fixture);
  while (gtk_adjustment_get_value (get_adjustment (fixture)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* From wherever it was: from the end, a search may leave fewer rows than are above the screen, or more. */
static void
test_begins_at_the_top (Fixture *fixture, gconstpointer data)
{
  static const guint lengths[] = { 30, 56, 290, 305, 1000, 5000 };
  const guint n = G_N_ELEMENTS (lengths);
  GtkAdjustment *adjustment = get_adjustment (fixture);

  for (guint i = 0; i < n * n; i++)
    {
      show_range (fixture, "", 1, 1000);
      settle (fixture);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      settle (fixture);
      gtk_widget_grab_focus (gtk_widget_get_parent (find_row (fixture, 999)));
      settle (fixture);
      show_range (fixture, "a", 1001, lengths[i / n]);
      show_range (fixture, "an", 2001, lengths[i % n]); /* before that was painted */
      settle_at_the_top (fixture);
    }
}

/* At the top it stays there, however many come before those that are seen, also when there were few or none. */
static void
test_grows_from_its_top (Fixture *fixture, gconstpointer data)
{
  static const guint lengths[] = { 0, 1, 9, 40, 1000 };
  static const guint steps[] = { 1, 3, 8, 64, 199, 200, 500 };
  gint64 new = 1000000;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *search = g_strdup_printf ("%u", i);

      show_range (fixture, search, 1, lengths[i]);
      settle (fixture);
      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          for (guint k = 0; k < steps[j]; k++, new ++)
            g_array_prepend_val (fixture->source->ids, new);
          change_data (fixture);
          settle_at_the_top (fixture);
        }
    }
}

static void
scroll_anywhere (Fixture *fixture)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  gtk_adjustment_set_value (adjustment, g_rand_double_range (fixture->rand, 0, gtk_adjustment_get_upper (adjustment)));
}

static void
scroll_a_little (Fixture *fixture)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + g_rand_double_range (fixture->rand, -400, 400));
}

/* On a row that is on the screen. */
static void
focus_something (Fixture *fixture)
{
  double top, pitch;
  g_autoptr (GPtrArray) seen = list_seen (fixture, &top, &pitch);

  if (seen->len > 0)
    gtk_widget_grab_focus (gtk_widget_get_parent (seen->pdata[g_rand_int_range (fixture->rand, 0, (gint32)seen->len)]));
}

/* As by typing: the focus is not in the list. */
static void
ask_another (Fixture *fixture)
{
  static const guint lengths[] = { 0, 1, 3, 11, 40, 300, N_ROWS };
  guint which = (guint)g_rand_int_range (fixture->rand, 0, 1000000);
  g_autofree char *search = g_strdup_printf ("%u", which);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  show_range (fixture, search, 1 + which, lengths[which % G_N_ELEMENTS (lengths)]);
  settle_at_the_top (fixture);
}

/* Few: told row by row, or many. */
static void
change_some (Fixture *fixture, guint n)
{
  GArray *ids = fixture->source->ids;

  for (guint i = 0; i < n; i++)
    if (g_rand_boolean (fixture->rand) && ids->len > 0)
      g_array_remove_index (ids, (guint)g_rand_int_range (fixture->rand, 0, (gint32)MIN (ids->len, 60)));
    else
      {
        gint64 new = 1000000 + g_rand_int_range (fixture->rand, 0, G_MAXINT32 / 2);

        g_array_insert_val (ids, (guint)g_rand_int_range (fixture->rand, 0, (gint32)MIN (ids->len, 60) + 1), new);
      }
  change_data (fixture);
}

static void
resize (Fixture *fixture)
{
  gtk_widget_set_size_request (gtk_window_get_child (GTK_WINDOW (fixture->window)), 300,
                               g_rand_int_range (fixture->rand, VIEW_HEIGHT / 2, 2 * VIEW_HEIGHT));
}

/* Whatever is done, and in whatever order: after_paint_cb looks at each frame. */
static void
test_never_blank (Fixture *fixture, gconstpointer data)
{
  show_range (fixture, "", 1, N_ROWS);
  settle (fixture);
  for (guint i = 0; i < 300; i++)
    {
      switch (g_rand_int_range (fixture->rand, 0, 7))
        {
        case 0: scroll_anywhere (fixture); break;
        case 1: scroll_a_little (fixture); break;
        case 2: ask_another (fixture); break;
        case 3: change_some (fixture, 1 + i % 4); break;
        case 4: change_some (fixture, 250); break;
        case 5: focus_something (fixture); break;
        default: resize (fixture); break;
        }
      settle (fixture);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/lazy-row/costs", Fixture, NULL, set_up, test_costs, tear_down);
  g_test_add ("/lazy-row/out-of-sight", Fixture, NULL, set_up, test_out_of_sight, tear_down);
  g_test_add ("/lazy-row/outlives-its-view", Fixture, NULL, set_up, test_outlives_its_view, tear_down);
  g_test_add ("/lazy-row/shrinks", Fixture, NULL, set_up, test_shrinks, tear_down);
  g_test_add ("/lazy-row/begins-at-the-top", Fixture, NULL, set_up, test_begins_at_the_top, tear_down);
  g_test_add ("/lazy-row/grows-from-its-top", Fixture, NULL, set_up, test_grows_from_its_top, tear_down);
  g_test_add ("/lazy-row/never-blank", Fixture, NULL, set_up, test_never_blank, tear_down);

  return g_test_run ();
}
