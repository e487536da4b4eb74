/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window, driven from inside: bench-window --store=FILE. A "frame" is what the main loop does between two
 * waits, painting included: nothing of it may be longer than a frame of the screen. Prints a line for each figure as
 * bench-store does. With BENCH_BLANK set, an empty window of libadwaita instead, which only starts. */
#include "bench-series.h"

#include "app/kli-application.h"
#include "operations/kli-paths.h"
#include "store/kli-process.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-record-list.h"

#include <time.h>

/* Between two things that are done: more than what follows them takes. */
#define PAUSE_MS 120
#define STEPS 24

typedef struct
{
  GtkWidget *list;
  GtkEditable *search;
  GtkScrolledWindow *scrolled;
  BenchSeries *frames; /* nullable: nothing is measured */
  guint phase;
  guint step;
} Driver;

static Driver driver;
static gint64 woke; /* when the last wait ended, in nanoseconds; 0 for not yet */

/* Every wait of the main loop goes through here. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int n;

  if (woke != 0 && driver.frames != NULL)
    bench_series_add (driver.frames, (double)(bench_now_of_thread () - woke) / 1e6);
  n = g_poll (fds, n_fds, timeout);
  woke = bench_now_of_thread ();

  return n;
}

/* The first widget of @type in @widget that can be seen. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkAdjustment *
get_adjustment (void)
{
  return gtk_scrolled_window_get_vadjustment (driver.scrolled);
}

/* --- what is done ----------------------------------------------------------------------------------------- */

static void
type_step (guint step)
{
  static const char *const words[] = { "anna", "kowalska", "w", "studio krak", "putri" };
  const char *word = words[step / 5 % G_N_ELEMENTS (words)];
  glong length = g_utf8_strlen (word, -1);
  g_autofree char *text = g_utf8_substring (word, 0, MIN ((glong)(step % 5) + 1, length));

  gtk_editable_set_text (driver.search, text);
}

static void
clear_step (guint step)
{
  if (step == 0)
    gtk_editable_set_text (driver.search, "");
}

static void
scroll_step (guint step)
{
  GtkAdjustment *adjustment = get_adjustment ();

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 200);
}

static void
jump_step (guint step)
{
  GtkAdjustment *adjustment = get_adjustment ();
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, step % 2 == 0 ? end : end * (step % 7) / 7);
}

static void
sort_step (guint step)
{
  static const char *const orders[] = { "given", "name" };

  g_object_set (driver.list, "order", orders[step % G_N_ELEMENTS (orders)], NULL);
}

static void
select_step (guint step)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (kli_record_list_get_selection (KLI_RECORD_LIST (driver.list)));

  if (step % 2 == 0)
    gtk_selection_model_select_all (selection);
  else
    gtk_selection_model_unselect_all (selection);
}

static const struct
{
  const char *name; /* NULL: not measured */
  guint steps;
  void (*step) (guint step);
} phases[] = {
  { "frames while typing", STEPS, type_step },      { NULL, 4, clear_step },
  { "frames while scrolling", STEPS, scroll_step }, { "frames of a jump", STEPS, jump_step },
  { "frames of another order", 8, sort_step },      { "frames of select all", 6, select_step },
};

/* As a person would: the store is closed, so that the next start finds it in order. */
static void
leave (void)
{
  g_clear_pointer (&driver.frames, bench_series_free);
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
}

static gboolean
step_cb (gpointer user_data)
{
  if (driver.step == phases[driver.phase].steps)
    {
      if (driver.frames != NULL)
        bench_series_print (driver.frames);
      g_clear_pointer (&driver.frames, bench_series_free);
      driver.step = 0;
      driver.phase++;
    }
  if (driver.phase == G_N_ELEMENTS (phases))
    {
      bench_print_value ("memory of the window", bench_private_memory ());
      leave ();
      return G_SOURCE_REMOVE;
    }
  if (driver.step == 0 && phases[driver.phase].name != NULL)
    driver.frames = bench_series_new (phases[driver.phase].name);
  phases[driver.phase].step (driver.step++);

  return G_SOURCE_CONTINUE;
}

/* --- the start -------------------------------------------------------------------------------------------- */

static double
since_start (void)
{
  const char *began = g_getenv ("BENCH_BEGAN"); /* CLOCK_MONOTONIC, in seconds */

  /* On the processor, every thread counts: a busy machine would let them wait for each other. */
  if (bench_is_of_processor ())
    return (double)clock () * 1000 / CLOCKS_PER_SEC;

  return (double)g_get_monotonic_time () / 1000 - (began != NULL ? g_ascii_strtod (began, NULL) * 1000 : 0);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *window = user_data;
  GtkWidget *view = find (window, GTK_TYPE_LIST_VIEW);
  gboolean is_blank = g_getenv ("BENCH_BLANK") != NULL;
  GtkSelectionModel *model = view != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (view)) : NULL;

  if (!is_blank && (model == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) == 0))
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  bench_print_value (is_blank ? "blank start" : "start", since_start ());
  if (is_blank || g_getenv ("BENCH_ONLY_START") != NULL)
    {
      bench_print_value ("memory of a blank window", bench_private_memory ());
      if (is_blank)
        g_application_quit (g_application_get_default ());
      else
        leave ();
      return;
    }
  driver.list = find (window, KLI_TYPE_RECORD_LIST);
  driver.search = GTK_EDITABLE (find (driver.list, GTK_TYPE_SEARCH_ENTRY));
  driver.scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW));
  g_timeout_add (PAUSE_MS, step_cb, NULL);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
added_cb (GtkApplication *application, GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realized_cb (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static void
present_blank (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (application))));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  kli_process_prepare ();
  kli_paths_setup ();
  kli_locale_setup ("");
  g_main_context_set_poll_func (NULL, poll_cb);
  if (g_getenv ("BENCH_BLANK") != NULL)
    {
      application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (present_blank), NULL);
      argc = 1;
    }
  else
    application = GTK_APPLICATION (kli_application_new ());
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
