/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tick comes before its frame is painted: the second one tells that the first was. */
#include "ui/shared/kli-painted.h"

typedef struct
{
  guint n_ticks;
  void (*func) (gpointer user_data);
  gpointer user_data;
} Wait;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Wait *wait = user_data;

  if (++wait->n_ticks < 2)
    return G_SOURCE_CONTINUE;

  wait->func (wait->user_data);

  return G_SOURCE_REMOVE;
}

void
kli_when_painted (GtkWidget *widget, void (*func) (gpointer user_data), gpointer user_data)
{
  Wait *wait;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  wait = g_new0 (Wait, 1);
  wait->func = func;
  wait->user_data = user_data;
  gtk_widget_add_tick_callback (widget, tick_cb, wait, g_free);
}
