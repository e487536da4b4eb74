/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is held until its beginning was painted, and no longer than its view is on the screen. */
#include "../model/fake-source.h"

#include "ui/shared/kli-first-screen.h"

#define N_FIRST 40
#define N_ALL 1000

typedef struct
{
  FakeSource *source;
  KliQueryList *list;
  GtkWidget *window;
  GtkWidget *view; /* what stands for the rows */
} Fixture;

static void
wait_until_mapped (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
}

static void
answer (Fixture *fixture, guint n, guint count)
{
  fake_source_set_range (fixture->source, 1, n);
  fixture->source->count = count;
  fake_source_answer (fixture->source, 0);
}

static void
begin (Fixture *fixture)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "", NULL);

  kli_query_list_set_query (fixture->list, query);
  answer (fixture, N_FIRST, N_ALL);
}

/* The beginning is on its way to the screen, and the rest is there, which the list is held from showing. */
static void
begin_on_the_screen (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_mapped (fixture->view);
  begin (fixture);
  kli_list_source_changed (KLI_LIST_SOURCE (fixture->source));
  answer (fixture, N_ALL, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = g_object_new (FAKE_TYPE_SOURCE, NULL);
  fixture->list = kli_query_list_new (KLI_LIST_SOURCE (fixture->source));
  fixture->view = gtk_label_new ("");
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  kli_first_screen_follow (fixture->view, fixture->list);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *)&fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A newer GTK still tells assistive technology of it for a while, and holds it meanwhile. */
  while (fixture->view != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->source);
}

static void
test_painted (Fixture *fixture, gconstpointer data)
{
  begin_on_the_screen (fixture);

  while (kli_query_list_get_n_items (fixture->list) < N_ALL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_not_on_the_screen (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  answer (fixture, N_ALL, 0);

  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, N_ALL);
}

static void
test_leaves_the_screen (Fixture *fixture, gconstpointer data)
{
  begin_on_the_screen (fixture);
  gtk_widget_set_visible (fixture->view, FALSE);

  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, N_ALL);
}

static void
assert_whole_cb (KliQueryList *list, guint position, guint removed, guint added, Fixture *fixture)
{
  g_assert_nonnull (gtk_widget_get_root (fixture->view));
}

/* A window that is closed before it was painted: nothing is heard from the list by what is already half gone. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  begin_on_the_screen (fixture);
  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), <, N_ALL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (assert_whole_cb), fixture);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));

  g_assert_cmpuint (kli_query_list_get_n_items (fixture->list), ==, N_ALL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/first-screen/painted", Fixture, NULL, set_up, test_painted, tear_down);
  g_test_add ("/first-screen/not-on-the-screen", Fixture, NULL, set_up, test_not_on_the_screen, tear_down);
  g_test_add ("/first-screen/leaves-the-screen", Fixture, NULL, set_up, test_leaves_the_screen, tear_down);
  g_test_add ("/first-screen/ends", Fixture, NULL, set_up, test_ends, tear_down);

  return g_test_run ();
}
