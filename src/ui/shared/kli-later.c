/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made when it is first looked at. */
#include "ui/shared/kli-later.h"

#include "ui/shared/kli-named.h"

struct _KliLater
{
  AdwBin parent_instance;
};

enum
{
  NEEDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliLater, kli_later, ADW_TYPE_BIN)

static void
kli_later_map (GtkWidget *widget)
{
  AdwBin *bin = ADW_BIN (widget);

  if (adw_bin_get_child (bin) == NULL)
    {
      g_signal_emit (widget, signals[NEEDED], 0);
      kli_name_by_tooltips (widget);
    }
  GTK_WIDGET_CLASS (kli_later_parent_class)->map (widget);
}

static void
kli_later_class_init (KliLaterClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = kli_later_map;

  signals[NEEDED] = g_signal_new ("needed", KLI_TYPE_LATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_later_init (KliLater *self)
{
}

/* --- menus ---------------------------------------------------------------------------------------- */

/* GtkMenuButtonCreatePopupFunc, each time it opens. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (user_data));
}

void
kli_menu_button_set_menu_later (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}

/* --- revealers ------------------------------------------------------------------------------------ */

/* Once it has slid out of view. */
static void
hidden_cb (GtkRevealer *revealer)
{
  if (!gtk_revealer_get_child_revealed (revealer) && !gtk_revealer_get_reveal_child (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

void
kli_reveal (GtkRevealer *revealer, gboolean revealed)
{
  g_return_if_fail (GTK_IS_REVEALER (revealer));

  g_signal_handlers_disconnect_by_func (revealer, hidden_cb, NULL);
  g_signal_connect (revealer, "notify::child-revealed", G_CALLBACK (hidden_cb), NULL);
  if (revealed)
    gtk_widget_set_visible (GTK_WIDGET (revealer), TRUE);
  gtk_revealer_set_reveal_child (revealer, revealed);
}
