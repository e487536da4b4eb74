/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F10. The main menu hangs in the sidebar: where that is folded away it is shown for as long as the menu is open. */
#include "app/kli-window-private.h"

/* Not before the sidebar stands still: a popover stays where it was when it was opened. */
static gboolean
open_when_shown_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KliWindow *self = KLI_WINDOW (widget);
  GtkMenuButton *button = kli_sidebar_get_menu (self->sidebar);

  if (!adw_flap_get_reveal_flap (self->flap))
    {
      self->peeking = FALSE;
      return G_SOURCE_REMOVE;
    }
  if (adw_flap_get_reveal_progress (self->flap) < 1 || !gtk_widget_get_mapped (GTK_WIDGET (button)))
    return G_SOURCE_CONTINUE;

  gtk_menu_button_popup (button);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (KliWindow *self)
{
  if (!self->peeking)
    return;

  self->peeking = FALSE;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

void
kli_window_main_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store == NULL || self->peeking)
    return;

  if (adw_flap_get_reveal_flap (self->flap))
    {
      gtk_menu_button_popup (kli_sidebar_get_menu (self->sidebar));
      return;
    }
  self->peeking = TRUE;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_add_tick_callback (widget, open_when_shown_cb, NULL, NULL);
}

/* Made when it is opened for the first time. */
static void
made_cb (KliWindow *self, GParamSpec *pspec, GtkMenuButton *button)
{
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
kli_window_follow_main_menu (KliWindow *self)
{
  g_signal_connect_object (kli_sidebar_get_menu (self->sidebar), "notify::popover", G_CALLBACK (made_cb), self,
                           G_CONNECT_SWAPPED);
}
