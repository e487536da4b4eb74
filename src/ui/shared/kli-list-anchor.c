/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scroll place of a list, kept by the record seen first and by how far its row is scrolled off. */
#include "ui/shared/kli-list-anchor.h"

typedef struct
{
  GtkAdjustment *adjustment; /* borrowed: we go with it */
  KliQueryList *list;
  double height; /* of a row, gap included, as they were laid out last; 0 while that is not known */
  double offset; /* of the first row's top above the view's */
  gboolean moving;
  gboolean is_at_top; /* and stays there until somebody scrolls */
  guint to_top;       /* moves it there */
} Anchor;

#define ANCHOR_KEY "kli-list-anchor"

/* The height of a row, gap included; 0 while there is none. */
static double
row_height (GtkAdjustment *adjustment, guint n_items)
{
  return n_items > 0 ? gtk_adjustment_get_upper (adjustment) / n_items : 0;
}

static void
move_to (Anchor *anchor, double value)
{
  anchor->moving = TRUE;
  gtk_adjustment_set_value (anchor->adjustment, value);
  anchor->moving = FALSE;
}

static gboolean
to_top_cb (gpointer user_data)
{
  Anchor *anchor = user_data;

  anchor->to_top = 0;
  if (anchor->is_at_top)
    move_to (anchor, 0);

  return G_SOURCE_REMOVE;
}

/* The view was laid out. Rows that do not fill it say nothing of their height. With more rows than before it keeps to
 * the one that had the focus, which did not matter while all were on the screen: then it goes to the top again. */
static void
laid_out_cb (GtkAdjustment *adjustment, Anchor *anchor)
{
  if (anchor->is_at_top && gtk_adjustment_get_value (adjustment) > 0 && anchor->to_top == 0)
    anchor->to_top = g_idle_add_full (G_PRIORITY_DEFAULT, to_top_cb, anchor, NULL);
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    anchor->height = row_height (adjustment, kli_query_list_get_n_items (anchor->list));
}

static void
scrolled_cb (GtkAdjustment *adjustment, Anchor *anchor)
{
  double value = gtk_adjustment_get_value (adjustment);
  guint position;

  if (anchor->moving || anchor->height <= 0 || anchor->to_top != 0)
    return;

  anchor->is_at_top = value <= 0;
  position = (guint)(value / anchor->height);
  anchor->offset = value - position * anchor->height;
  /* At the top the list keeps to its top, not to the record that happens to be first. */
  kli_query_list_set_anchor (anchor->list, value <= 0 ? 0 : kli_query_list_get_id (anchor->list, position));
}

/* GTK 4.8 warns of a place in an empty list. */
static void
relabelling_cb (KliQueryList *list, int position, Anchor *anchor)
{
  if (position < 0 || (position > 0 && anchor->height <= 0))
    return;

  anchor->is_at_top = position == 0;
  if (kli_query_list_get_n_items (list) > 0)
    move_to (anchor, position == 0 ? 0 : position * anchor->height + anchor->offset);
}

static void
anchor_free (gpointer data)
{
  Anchor *anchor = data;

  g_clear_handle_id (&anchor->to_top, g_source_remove);
  g_signal_handlers_disconnect_by_data (anchor->list, anchor);
  g_object_unref (anchor->list);
  g_free (anchor);
}

void
kli_list_anchor_follow (GtkWidget *view, KliQueryList *list)
{
  GtkAdjustment *adjustment;
  Anchor *anchor;

  g_return_if_fail (GTK_IS_SCROLLABLE (view));
  g_return_if_fail (KLI_IS_QUERY_LIST (list));

  anchor = g_new0 (Anchor, 1);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  anchor->adjustment = adjustment;
  anchor->list = g_object_ref (list);
  g_signal_connect (adjustment, "changed", G_CALLBACK (laid_out_cb), anchor);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), anchor);
  g_signal_connect (list, "relabelling", G_CALLBACK (relabelling_cb), anchor);
  g_object_set_data_full (G_OBJECT (adjustment), ANCHOR_KEY, anchor, anchor_free);
}

void
kli_list_anchor_reveal (GtkWidget *view, guint n_items, guint position)
{
  GtkAdjustment *adjustment;
  double height;

  g_return_if_fail (GTK_IS_SCROLLABLE (view));

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  height = row_height (adjustment, n_items);
  if (height > 0 && position < n_items)
    gtk_adjustment_clamp_page (adjustment, position * height, (position + 1) * height);
}
