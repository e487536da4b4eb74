/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contact list:
 *
 *   search entry, order menu -> KliQuery -> KliQueryList -> KliIdSelection -> GtkListView of KliContactRow
 *
 * A row acts on the contact it showed when the press began: while a button is held or a row's menu is open the
 * list is held still. */
#include "ui/contacts/kli-contact-list.h"

#include "core/kli-format.h"
#include "model/kli-query-list.h"
#include "ui/contacts/kli-contact-row.h"
#include "ui/shared/kli-id-selection.h"
#include "ui/shared/kli-list-anchor.h"
#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

struct _KliContactList
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkLabel *count;
  GtkMenuButton *order;
  GtkStack *stack; /* "list", "empty", "nothing" */
  GtkScrolledWindow *scroller;
  GtkListView *view;

  KliStore *store;
  GSettings *settings;
  KliQueryList *list;
  KliIdSelection *selection;
  KliListPress *press;
  gint64 chosen;
};

typedef enum
{
  PROP_ORDER = 1,
} KliContactListProp;

static GParamSpec *props[PROP_ORDER + 1];

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliContactList, kli_contact_list, ADW_TYPE_BIN)

/* The orders of the menu, by the names of the query. */
static const struct
{
  const char *order;
  const char *label;
} orders[] = {
  { "name", NC_ ("order of the list", "By surname") },
  { "given", NC_ ("order of the list", "By first name") },
  { "recent", NC_ ("order of the list", "Recently opened") },
};

static guint
find_order (const char *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i].order, order) == 0)
      return i;

  return 0;
}

static char *
dup_order (KliContactList *self)
{
  return g_settings_get_string (self->settings, "contacts-order");
}

/* --- what is asked ---------------------------------------------------------------------------------- */

static gboolean
is_searching (KliContactList *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

static void
ask (KliContactList *self)
{
  g_autofree char *order = dup_order (self);
  g_autoptr (KliQuery) query = NULL;

  if (self->list == NULL)
    return;

  query = kli_query_new (KLI_QUERY_CONTACTS, gtk_editable_get_text (self->search), orders[find_order (order)].order);
  kli_query_list_set_query (self->list, query);
}

static void
order_changed_cb (KliContactList *self)
{
  g_autofree char *order = dup_order (self);

  gtk_menu_button_set_label (self->order, g_dpgettext2 (NULL, "order of the list", orders[find_order (order)].label));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  ask (self);
}

static void
set_order (KliContactList *self, const char *order)
{
  g_settings_set_string (self->settings, "contacts-order", order);
  if (!g_str_equal (order, "recent"))
    g_settings_set_boolean (self->settings, "sort-by-family", g_str_equal (order, "name"));
}

/* The preferences say how people are sorted; the order menu may say that they are not. */
static void
sort_changed_cb (KliContactList *self)
{
  g_autofree char *order = dup_order (self);

  if (!g_str_equal (order, "recent"))
    g_settings_set_string (self->settings, "contacts-order",
                           g_settings_get_boolean (self->settings, "sort-by-family") ? "name" : "given");
}

/* --- what is shown ---------------------------------------------------------------------------------- */

static void
update_count (KliContactList *self, guint n)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = NULL;

  if (is_searching (self))
    text = g_strdup_printf (g_dngettext (NULL, "%s contact found", "%s contacts found", n), number);
  else
    text = g_strdup_printf (g_dngettext (NULL, "%s contact", "%s contacts", n), number);
  gtk_label_set_text (self->count, text);
}

static void
update_state (KliContactList *self)
{
  guint n = kli_query_list_get_n_items (self->list);

  update_count (self, n);
  if (n > 0 || !kli_query_list_is_answered (self->list))
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_searching (self) ? "nothing" : "empty");
}

/* --- searching -------------------------------------------------------------------------------------- */

static void
search_changed_cb (KliContactList *self)
{
  ask (self);
}

/* Escape takes what was typed away first, and leaves the entry then. */
static void
stop_search_cb (KliContactList *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_cb (KliContactList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Enter opens the first contact that was found. */
static void
search_activate_cb (KliContactList *self)
{
  gint64 id = self->list != NULL ? kli_query_list_get_id (self->list, 0) : 0;

  if (id != 0)
    {
      kli_contact_list_choose (self, id);
      g_signal_emit (self, signals[OPENED], 0, id);
    }
}

/* From the entry, Down goes into the list. */
static gboolean
search_key_cb (KliContactList *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down || gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->scroller))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
  return GDK_EVENT_STOP;
}

/* --- choosing --------------------------------------------------------------------------------------- */

static void
set_chosen (KliContactList *self, gint64 id)
{
  if (self->chosen == id)
    return;

  self->chosen = id;
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
selection_changed_cb (KliContactList *self)
{
  set_chosen (self, kli_id_selection_get_selected_id (self->selection));
}

static void
opened_cb (KliContactList *self, gint64 id)
{
  kli_contact_list_choose (self, id);
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
add_item (GMenu *section, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (section, item);
}

static GMenuModel *
create_row_menu (gint64 id, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  g_autoptr (GMenu) leaving = g_menu_new ();

  add_item (deeds, C_ ("menu", "_Open"), "list.open", id);
  add_item (deeds, C_ ("menu", "New Con_tract"), "contact.new-contract", id);
  add_item (deeds, C_ ("menu", "_Copy"), "contact.copy", id);
  add_item (leaving, C_ ("menu", "_Move to Trash"), "contact.trash", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (leaving));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  opened_cb (KLI_CONTACT_LIST (widget), g_variant_get_int64 (parameter));
}

/* --- rows ------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, kli_contact_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  KliContactList *self = user_data;

  kli_contact_row_set_item (KLI_CONTACT_ROW (gtk_list_item_get_child (item)), self->store,
                            gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  kli_contact_row_set_item (KLI_CONTACT_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static GtkListItemFactory *
create_factory (KliContactList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  return factory;
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_contact_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliContactListProp)prop_id)
    {
    case PROP_ORDER: g_value_take_string (value, dup_order (KLI_CONTACT_LIST (object))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_contact_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliContactListProp)prop_id)
    {
    case PROP_ORDER: set_order (KLI_CONTACT_LIST (object), g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_contact_list_dispose (GObject *object)
{
  KliContactList *self = KLI_CONTACT_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->press);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kli_contact_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contact-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KliContactList, search);
  gtk_widget_class_bind_template_child (widget_class, KliContactList, count);
  gtk_widget_class_bind_template_child (widget_class, KliContactList, order);
  gtk_widget_class_bind_template_child (widget_class, KliContactList, stack);
  gtk_widget_class_bind_template_child (widget_class, KliContactList, scroller);
  gtk_widget_class_bind_template_child (widget_class, KliContactList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
kli_contact_list_class_init (KliContactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_contact_list_get_property;
  object_class->set_property = kli_contact_list_set_property;
  object_class->dispose = kli_contact_list_dispose;

  props[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "name",
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_CONTACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", KLI_TYPE_CONTACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
  gtk_widget_class_install_action (widget_class, "list.open", "x", open_action);
}

static void
kli_contact_list_init (KliContactList *self)
{
  g_autoptr (GtkListItemFactory) factory = create_factory (self);

  self->settings = g_settings_new ("org.klientela.Klientela");
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_view_set_factory (self->view, factory);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->view));
  g_signal_connect_object (self->settings, "changed::contacts-order", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sort-by-family", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  order_changed_cb (self);
}

void
kli_contact_list_set_store (KliContactList *self, KliStore *store)
{
  g_return_if_fail (KLI_IS_CONTACT_LIST (self));
  g_return_if_fail (KLI_IS_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->list = kli_query_list_new_for_store (store);
  self->selection = kli_id_selection_new (self->list);
  self->press = kli_list_press_new (self->view, self->list);
  kli_list_press_set_menu (self->press, create_row_menu, self);
  g_signal_connect_object (self->press, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  kli_list_anchor_follow (self->view, self->list);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  ask (self);
}

gint64
kli_contact_list_get_chosen (KliContactList *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT_LIST (self), 0);

  return self->chosen;
}

void
kli_contact_list_choose (KliContactList *self, gint64 id)
{
  int position;

  g_return_if_fail (KLI_IS_CONTACT_LIST (self));

  position = id != 0 ? kli_query_list_find (self->list, id) : -1;
  if (id != 0 && position < 0 && is_searching (self))
    gtk_editable_set_text (self->search, "");
  kli_id_selection_set_selected_id (self->selection, id);
  set_chosen (self, id);
  if (position >= 0)
    kli_list_anchor_reveal (self->view, (guint)position);
}

void
kli_contact_list_search (KliContactList *self)
{
  g_return_if_fail (KLI_IS_CONTACT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

const KliQuery *
kli_contact_list_get_query (KliContactList *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT_LIST (self), NULL);

  return self->list != NULL ? kli_query_list_get_query (self->list) : NULL;
}
