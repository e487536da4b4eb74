/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One set of controllers on the list view, not one on each of its two hundred rows. */
#include "ui/shared/kli-list-press.h"

#include "ui/shared/kli-button-down.h"

#define ITEM_KEY "kli-list-item"

/* A frame, in milliseconds. */
#define OPEN_DELAY 16

struct _KliListPress
{
  GObject parent_instance;

  GtkWidget *view; /* weak */
  KliQueryList *list;
  KliListMenuFunc menu_func;
  gpointer menu_data;

  GtkWidget *popover; /* beside the view while it is open */
  gint64 pressed;     /* the record under the button that is down */
  gboolean holding;
  gint64 opened; /* to be told of by open_source */
  guint open_source;
};

enum
{
  CLICKED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliListPress, kli_list_press, G_TYPE_OBJECT)

void
kli_list_press_set_row_item (GtkWidget *row, KliListItem *item, GCallback relabelled)
{
  KliListItem *old;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (item == NULL || KLI_IS_LIST_ITEM (item));

  old = g_object_get_data (G_OBJECT (row), ITEM_KEY);
  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, relabelled, row);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY, item != NULL ? g_object_ref (item) : NULL, g_object_unref);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "relabelled", relabelled, row);
  ((void (*) (GtkWidget *, KliListItem *))relabelled) (row, item);
}

/* The record shown by the row that @widget is in, or is the list's own widget around, or around its cells; 0 for none.
 */
static gint64
find_id (GtkWidget *view, GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL && w != view; w = gtk_widget_get_parent (w))
    {
      GtkWidget *inner = w;

      for (guint depth = 0; inner != NULL && depth < 3; depth++)
        {
          KliListItem *item = g_object_get_data (G_OBJECT (inner), ITEM_KEY);

          if (item != NULL)
            return kli_list_item_get_id (item);
          inner = gtk_widget_get_first_child (inner);
        }
    }

  return 0;
}

static gint64
find_id_at (KliListPress *self, double x, double y)
{
  return find_id (self->view, gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT));
}

static void
hold (KliListPress *self)
{
  if (self->holding)
    return;

  self->holding = TRUE;
  kli_query_list_hold (self->list);
}

static void
release (KliListPress *self)
{
  if (!self->holding || self->popover != NULL)
    return;

  self->holding = FALSE;
  kli_query_list_release (self->list);
}

/* --- the menu --------------------------------------------------------------------------------------- */

static gboolean
remove_popover_cb (gpointer user_data)
{
  KliListPress *self = user_data;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  release (self);
  return G_SOURCE_REMOVE;
}

/* The item that was chosen is activated after the popover closes: it must still have its place in the tree then. */
static void
closed_cb (KliListPress *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_popover_cb, g_object_ref (self), g_object_unref);
}

/* A list view gives a popover among its children no size when that changes; a widget with a layout manager does. */
static GtkWidget *
find_menu_parent (KliListPress *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->view);

  while (gtk_widget_get_layout_manager (parent) == NULL && gtk_widget_get_parent (parent) != NULL)
    parent = gtk_widget_get_parent (parent);

  return parent;
}

static gboolean
show_menu (KliListPress *self, gint64 id, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *parent;

  if (id == 0 || self->menu_func == NULL || self->popover != NULL)
    return FALSE;

  hold (self);
  model = self->menu_func (id, self->menu_data);
  self->popover = gtk_popover_menu_new_from_model (model);
  parent = find_menu_parent (self);
  gtk_widget_set_parent (self->popover, parent);
  gtk_widget_translate_coordinates (self->view, parent, x, y, &x, &y);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return TRUE;
}

/* Not when it is pressed: GTK counts which widgets a button is down on, and it would be let go on the menu. */
static void
secondary_cb (KliListPress *self, int n_press, double x, double y)
{
  if (self->pressed == find_id_at (self, x, y))
    show_menu (self, self->pressed, x, y);
}

static void
long_press_cb (KliListPress *self, double x, double y, GtkGesture *gesture)
{
  if (show_menu (self, find_id_at (self, x, y), x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  KliListPress *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  double x = 0;
  double y = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, view))
    return FALSE;

  gtk_widget_translate_coordinates (focus, view, gtk_widget_get_width (focus) / 2.0,
                                    gtk_widget_get_height (focus) / 2.0, &x, &y);

  return show_menu (self, find_id (view, focus), x, y);
}

/* --- opening ---------------------------------------------------------------------------------------- */

static void
begin_cb (KliListPress *self)
{
  hold (self);
}

static void
end_cb (KliListPress *self)
{
  release (self);
}

static void
pressed_cb (KliListPress *self, int n_press, double x, double y)
{
  self->pressed = find_id_at (self, x, y);
}

static void
released_cb (KliListPress *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && self->pressed != 0 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0
      && find_id_at (self, x, y) == self->pressed)
    g_signal_emit (self, signals[CLICKED], 0, self->pressed);
}

static gboolean
open_cb (gpointer user_data)
{
  KliListPress *self = user_data;

  if (gtk_widget_get_mapped (self->view) && kli_is_button_down (self->view))
    return G_SOURCE_CONTINUE;

  self->open_source = 0;
  g_signal_emit (self, signals[OPENED], 0, self->opened);

  return G_SOURCE_REMOVE;
}

/* A second press activates a row. What opens may take the view's place, and GTK counts which widgets the button is
 * down on until it is let go: so that is waited for, and the event told first. */
static void
activate_cb (KliListPress *self, guint position)
{
  gint64 id = kli_query_list_get_id (self->list, position);

  if (id == 0)
    return;

  self->opened = id;
  if (self->open_source == 0)
    self->open_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, OPEN_DELAY, open_cb, self, NULL);
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
add_click (KliListPress *self, guint button, GCallback released)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", released, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
}

static void
add_menu_ways (KliListPress *self)
{
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const char *const triggers[] = { "Menu", "<Shift>F10" };

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_press_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (long_press));
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (menu_key_cb, g_object_ref (self), g_object_unref)));
  gtk_widget_add_controller (self->view, keys);
}

static void
kli_list_press_dispose (GObject *object)
{
  KliListPress *self = KLI_LIST_PRESS (object);

  g_clear_handle_id (&self->open_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->list != NULL)
    release (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (kli_list_press_parent_class)->dispose (object);
}

static void
kli_list_press_class_init (KliListPressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_list_press_dispose;
  signals[CLICKED] = g_signal_new ("clicked", KLI_TYPE_LIST_PRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", KLI_TYPE_LIST_PRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
}

static void
kli_list_press_init (KliListPress *self)
{
}

KliListPress *
kli_list_press_new (GtkWidget *view, KliQueryList *list)
{
  KliListPress *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view) || GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (KLI_IS_QUERY_LIST (list), NULL);

  self = g_object_new (KLI_TYPE_LIST_PRESS, NULL);
  g_set_weak_pointer (&self->view, view);
  self->list = g_object_ref (list);
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (released_cb));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (secondary_cb));
  add_menu_ways (self);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
kli_list_press_set_menu (KliListPress *self, KliListMenuFunc func, gpointer user_data)
{
  g_return_if_fail (KLI_IS_LIST_PRESS (self));

  self->menu_func = func;
  self->menu_data = user_data;
}
