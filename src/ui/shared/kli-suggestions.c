/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggestions under an entry, which keeps the keyboard until Down is pressed. */
#include "ui/shared/kli-suggestions.h"

struct _KliSuggestions
{
  GtkPopover parent_instance;

  GtkWidget *entry; /* our parent */
  GtkListBox *list;
  gboolean takes_first;
};

enum
{
  CHOSEN,
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliSuggestions, kli_suggestions, GTK_TYPE_POPOVER)

static void
activated_cb (KliSuggestions *self, GtkListBoxRow *row)
{
  g_autoptr (GtkListBoxRow) chosen = g_object_ref (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static gboolean
has_keyboard (KliSuggestions *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->entry));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Returns: whether the key was for a list that is shown. */
static gboolean
press_shown (KliSuggestions *self, guint keyval)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (keyval == GDK_KEY_Escape)
    {
      gtk_widget_grab_focus (self->entry);
      gtk_popover_popdown (GTK_POPOVER (self));
    }
  else if (has_keyboard (self))
    return FALSE;
  else if (self->takes_first && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    activated_cb (self, first);
  else if (keyval == GDK_KEY_Down)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    return FALSE;

  return TRUE;
}

static gboolean
key_pressed_cb (KliSuggestions *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return press_shown (self, keyval);
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[WANTED], 0);

  return GDK_EVENT_STOP;
}

static void
kli_suggestions_class_init (KliSuggestionsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, GTK_TYPE_LIST_BOX_ROW);
  signals[WANTED]
      = g_signal_new ("wanted", KLI_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_suggestions_init (KliSuggestions *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "found");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
}

/* An entry is left for its own list, too; for anything else the list goes. */
static void
focus_left_cb (KliSuggestions *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

KliSuggestions *
kli_suggestions_new (GtkWidget *entry, gboolean takes_first)
{
  KliSuggestions *self;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_object_new (KLI_TYPE_SUGGESTIONS, NULL);
  self->entry = entry;
  self->takes_first = takes_first;
  gtk_widget_set_parent (GTK_WIDGET (self), entry);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (gtk_widget_unparent), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return self;
}

void
kli_suggestions_clear (KliSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (KLI_IS_SUGGESTIONS (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
kli_suggestions_append (KliSuggestions *self, GtkWidget *row)
{
  g_return_if_fail (KLI_IS_SUGGESTIONS (self));

  gtk_list_box_append (self->list, row);
}

void
kli_suggestions_show (KliSuggestions *self)
{
  g_return_if_fail (KLI_IS_SUGGESTIONS (self));

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_widget_set_size_request (GTK_WIDGET (self), MAX (240, gtk_widget_get_width (self->entry)), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}
