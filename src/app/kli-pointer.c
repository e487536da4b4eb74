/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a layout GTK wants to know once more what the pointer is over, and asks at the next frame; GTK 4.8 does not see
 * to it that there is one. A popover that had opened under the pointer was asked about when it was closed already: then
 * GTK took the pointer to be in it, and the next click near there went into what nobody saw. */
#include "app/kli-pointer.h"

#include "ui/shared/kli-button-down.h"

/* Not while a button is down: what GTK tells its gestures of the pointer would be told with the buttons that are down
 * by then, and a gesture whose button seems to be up gives up, before it hears that it was let go. */
static void
laid_out_cb (GdkFrameClock *clock, GtkWidget *window)
{
  if (!kli_is_button_down (window))
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
}

/* The popovers of a window have its clock. */
static void
realized_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "layout", G_CALLBACK (laid_out_cb), window, 0);
}

void
kli_pointer_follow_layout (GtkWidget *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}
