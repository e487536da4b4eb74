/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that is closed turns back to its first page, and where the keyboard was on another page, GTK 4.8 gives it to
 * that first page, which nobody sees any more: every key was lost until the next click. */
#include "app/kli-focus.h"

/* Not before the menu has done with closing. */
static gboolean
look_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  GtkWidget *opener = popover != NULL ? gtk_widget_get_parent (popover) : NULL;

  /* The menu of a row may have gone with what was chosen from it. */
  if (opener != NULL && !gtk_widget_get_mapped (popover))
    gtk_widget_grab_focus (opener);

  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (GtkWidget *window)
{
  gtk_widget_add_tick_callback (window, look_cb, NULL, NULL);
}

void
kli_focus_leaves_closed (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}
