/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scroll place of a list, kept by the record seen first and by how far its row is scrolled off. */
#include "ui/shared/kli-list-anchor.h"

typedef struct
{
  GtkWidget *view; /* borrowed: we go with it */
  KliQueryList *list;
  double offset; /* of the first row's top above the view's */
  gboolean moving;
} Anchor;

#define ANCHOR_KEY "kli-list-anchor"

/* The height of a row, gap included; 0 while there is none. */
static double
row_height (GtkAdjustment *adjustment, guint n_items)
{
  return n_items > 0 ? gtk_adjustment_get_upper (adjustment) / n_items : 0;
}

static void
scrolled_cb (GtkAdjustment *adjustment, Anchor *anchor)
{
  double height = row_height (adjustment, kli_query_list_get_n_items (anchor->list));
  double value = gtk_adjustment_get_value (adjustment);
  guint position;

  if (anchor->moving || height <= 0)
    return;

  position = (guint)(value / height);
  anchor->offset = value - position * height;
  /* At the top the list keeps to its top, not to the record that happens to be first. */
  kli_query_list_set_anchor (anchor->list, value <= 0 ? 0 : kli_query_list_get_id (anchor->list, position));
}

static void
relabelled_cb (KliQueryList *list, int position, Anchor *anchor)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (anchor->view));
  double height = row_height (adjustment, kli_query_list_get_n_items (list));

  if (position < 0 || height <= 0) /* GTK 4.8 warns of a place in an empty list */
    return;

  anchor->moving = TRUE;
  gtk_adjustment_set_value (adjustment, position == 0 ? 0 : position * height + anchor->offset);
  anchor->moving = FALSE;
}

static void
anchor_free (gpointer data)
{
  Anchor *anchor = data;

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
  anchor->view = view;
  anchor->list = g_object_ref (list);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), anchor);
  g_signal_connect (list, "relabelled", G_CALLBACK (relabelled_cb), anchor);
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
