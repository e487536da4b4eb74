/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar is made when it is first opened: most never are. */
#include "ui/shared/kli-day-button.h"

#include "ui/shared/kli-day-picker.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

struct _KliDayButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkWidget *picker; /* NULL until it was opened; in the popover of the button */
  KliDay day;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliDayButton, kli_day_button, GTK_TYPE_WIDGET)

static KliDay
find_today (KliDayButton *self)
{
  KliHost *host = kli_host_find (GTK_WIDGET (self));
  KliStore *store = host != NULL ? kli_host_get_store (host) : NULL;

  return store != NULL ? kli_store_get_today (store) : KLI_DAY_NONE;
}

static void
chosen_cb (KliDayButton *self, int day)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
make_picker (KliDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->picker = kli_day_picker_new ();
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), self->picker);
  gtk_menu_button_set_popover (self->button, popover);
}

static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  KliDayButton *self = user_data;

  if (self->picker == NULL)
    make_picker (self);
  kli_day_picker_show (KLI_DAY_PICKER (self->picker), self->day, find_today (self));
}

static void
kli_day_button_dispose (GObject *object)
{
  KliDayButton *self = KLI_DAY_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  G_OBJECT_CLASS (kli_day_button_parent_class)->dispose (object);
}

static void
kli_day_button_class_init (KliDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_day_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
}

static void
kli_day_button_init (KliDayButton *self)
{
  self->day = KLI_DAY_NONE;
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose from a Calendar"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "circular");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  kli_name_by_tooltips (GTK_WIDGET (self));
}

GtkWidget *
kli_day_button_new (void)
{
  return g_object_new (KLI_TYPE_DAY_BUTTON, NULL);
}

void
kli_day_button_set_day (KliDayButton *self, KliDay day)
{
  g_return_if_fail (KLI_IS_DAY_BUTTON (self));

  self->day = day;
}
