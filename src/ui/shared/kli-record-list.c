/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list side of a page:
 *
 *   search entry, order menu -> KliQuery -> KliQueryList -> KliIdSelection -> KliRecordRows */
#include "ui/shared/kli-record-list.h"

#include "ui/shared/kli-named.h"

#include "model/kli-live-keys.h"
#include "model/kli-query-list.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-record-rows.h"
#include "ui/shared/kli-search-limit.h"
#include "ui/shared/kli-shallow.h"

#include <glib/gi18n.h>

struct _KliRecordList
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkLabel *cut;
  AdwBin *bar;
  GtkLabel *count;
  GtkMenuButton *order_button;
  GtkLabel *order_label; /* it shortens before the count beside it does */
  GtkMenuButton *columns_button;
  GtkStack *stack; /* "list", "empty", "nothing" */
  KliRecordRows *rows;
  GtkButton *clear; /* where nothing was found; NULL before that was so */

  const KliListLook *look; /* static */
  KliStore *store;
  GSettings *settings;
  KliQueryList *list;
  KliIdSelection *selection;
  KliLive *keys; /* borrowed from the store; NULL before anything was typed */
  char *order;
  KliFilter *filter; /* nullable */
  gint64 chosen;
};

typedef enum
{
  PROP_ORDER = 1,
  PROP_FILTER,
} KliRecordListProp;

static GParamSpec *props[PROP_FILTER + 1];

enum
{
  CHOSEN,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliRecordList, kli_record_list, ADW_TYPE_BIN)

/* --- what is asked ------------------------------------------------------------------------------ */

static gboolean
is_searching (KliRecordList *self)
{
  return *gtk_editable_get_text (self->search) != '\0' || self->filter != NULL;
}

static void ask (KliRecordList *self);

/* What is typed may begin with the name of a field of the business; nobody waits for these before something is typed.
 * Returns: (nullable) */
static const KliQueryKeys *
get_keys (KliRecordList *self, const char *typed)
{
  if (*typed == '\0')
    return NULL;
  if (self->keys == NULL)
    {
      self->keys = kli_live_keys_of (self->store);
      g_signal_connect_object (self->keys, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }

  return kli_live_keys_get (self->keys);
}

static void
ask (KliRecordList *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autoptr (KliQuery) typed = NULL;
  g_autoptr (KliQuery) query = NULL;

  if (self->list == NULL)
    return;

  typed = kli_query_new_typed (self->look->target, get_keys (self, text), text, self->order);
  query = kli_query_with_filter (typed, self->filter);
  kli_query_list_set_query (self->list, query);
}

static void
set_filter (KliRecordList *self, KliFilter *filter)
{
  if (self->filter == filter)
    return;

  g_clear_pointer (&self->filter, kli_filter_unref);
  self->filter = filter != NULL ? kli_filter_ref (filter) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  ask (self);
}

/* Which order it is, maybe backwards. */
static const char *
describe_order (KliRecordList *self)
{
  const char *forwards = *self->order == '-' ? self->order + 1 : self->order;

  for (guint i = 0; i < self->look->n_orders; i++)
    if (g_str_equal (self->look->orders[i].order, forwards))
      return g_dpgettext2 (NULL, "order of the list", self->look->orders[i].label);

  return C_ ("order of the list", "By an own field");
}

static void
set_order (KliRecordList *self, const char *wanted)
{
  const char *label;

  if (self->look == NULL)
    return;

  if (wanted == NULL || !kli_query_target_has_order (self->look->target, wanted))
    wanted = self->look->orders[0].order;
  if (g_strcmp0 (self->order, wanted) == 0)
    return;
  g_free (self->order);
  self->order = g_strdup (wanted);
  label = describe_order (self);
  gtk_label_set_text (self->order_label, label);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->order_button), label);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, self->look->order_key, self->order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  ask (self);
}

static void
setting_changed_cb (KliRecordList *self)
{
  g_autofree char *order = g_settings_get_string (self->settings, self->look->order_key);

  set_order (self, order);
}

static void
fill_order_menu (KliRecordList *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->look->n_orders; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (g_dpgettext2 (NULL, "order of the list", self->look->orders[i].label), NULL);

      g_menu_item_set_action_and_target (item, "list.order", "s", self->look->orders[i].order);
      g_menu_append_item (menu, item);
    }
  kli_menu_button_set_menu_later (self->order_button, G_MENU_MODEL (menu));
}

/* The heads of a table say by what it is sorted. */
static void
update_buttons (KliRecordList *self)
{
  gboolean is_table;

  g_object_get (self->rows, "table", &is_table, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->order_button), !is_table && self->look->n_orders > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), is_table);
  if (is_table && gtk_menu_button_get_menu_model (self->columns_button) == NULL)
    {
      g_autoptr (GMenuModel) menu = kli_record_rows_create_columns_menu (self->rows);

      gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", kli_record_rows_get_columns (self->rows));
      gtk_menu_button_set_menu_model (self->columns_button, menu);
    }
}

void
kli_record_list_set_table (KliRecordList *self, gboolean is_table)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  g_object_set (self->rows, "table", is_table, NULL);
}

/* --- what is shown ------------------------------------------------------------------------------ */

static void
update_clear (KliRecordList *self)
{
  if (self->clear != NULL)
    gtk_button_set_label (self->clear, self->filter != NULL ? _ ("_Clear Filters") : _ ("_Clear the Search"));
}

static void
update_state (KliRecordList *self)
{
  guint n = kli_query_list_get_count (self->list);
  g_autofree char *count = self->look->count (n, is_searching (self));

  gtk_label_set_text (self->count, count);
  update_clear (self);
  if (n > 0 || !kli_query_list_is_answered (self->list))
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_searching (self) ? "nothing" : "empty");
}

/* --- searching ---------------------------------------------------------------------------------- */

/* Takes away whatever could hide a record. */
static void
show_all (KliRecordList *self)
{
  set_filter (self, NULL);
  gtk_editable_set_text (self->search, "");
}

/* Escape takes what was typed away first, then the selection, and leaves the entry then. */
static void
stop_search_cb (KliRecordList *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else if (kli_id_selection_is_selecting (self->selection))
    kli_record_list_end_selecting (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

static void
clear_cb (KliRecordList *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
make_nothing (KliRecordList *self, AdwBin *place)
{
  adw_bin_set_child (place, kli_list_look_create_nothing (&self->clear));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  update_clear (self);
}

static void
make_empty (KliRecordList *self, AdwBin *place)
{
  adw_bin_set_child (place, kli_list_look_create_empty (self->look));
}

static void
open_record (KliRecordList *self, gint64 id)
{
  kli_record_list_end_selecting (self);
  kli_record_list_choose (self, id);
  g_signal_emit (self, signals[OPENED], 0, id);
}

/* Enter opens the first record that was found, unless many are being selected. */
static void
search_activate_cb (KliRecordList *self)
{
  gint64 id = self->list != NULL ? kli_query_list_get_id (self->list, 0) : 0;

  if (id != 0 && !kli_id_selection_is_selecting (self->selection))
    open_record (self, id);
}

/* From the entry, Down goes into the list. */
static gboolean
search_key_cb (KliRecordList *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down || gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->rows))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_DOWN);

  return GDK_EVENT_STOP;
}

/* --- choosing ----------------------------------------------------------------------------------- */

static void
set_chosen (KliRecordList *self, gint64 id)
{
  if (self->chosen == id)
    return;

  self->chosen = id;
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
selection_changed_cb (KliRecordList *self)
{
  gint64 id = kli_id_selection_get_selected_id (self->selection);

  /* A search that hides the chosen record does not close it. */
  if (id != 0)
    set_chosen (self, id);
}

/* While many are being selected, a row that is pressed joins them or leaves them. */
static void
opened_cb (KliRecordList *self, gint64 id)
{
  if (kli_id_selection_is_selecting (self->selection))
    kli_id_selection_toggle (self->selection, id);
  else
    open_record (self, id);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_id_selection_toggle (KLI_RECORD_LIST (widget)->selection, g_variant_get_int64 (parameter));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_record (KLI_RECORD_LIST (widget), g_variant_get_int64 (parameter));
}

GMenuModel *
kli_record_list_create_menu (KliRecordList *self, const KliListDeed *deeds, guint n_deeds, gint64 id)
{
  g_return_val_if_fail (KLI_IS_RECORD_LIST (self), NULL);

  return kli_list_look_create_menu (self->look, self->store, deeds, n_deeds, id);
}

/* --- the interface ------------------------------------------------------------------------------ */

static void
follow_settings (KliRecordList *self)
{
  g_autofree char *detail = NULL;

  if (self->look->order_key == NULL)
    {
      set_order (self, NULL);
      return;
    }

  self->settings = g_settings_new ("org.klientela.Klientela");
  detail = g_strconcat ("changed::", self->look->order_key, NULL);
  g_signal_connect_object (self->settings, detail, G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  setting_changed_cb (self);
}

static void
name_parts (KliRecordList *self)
{
  const char *placeholder = _ (self->look->placeholder);

  g_object_set (self->search, "placeholder-text", placeholder, NULL);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->search), placeholder);
}

void
kli_record_list_set_up (KliRecordList *self, const KliListLook *look, KliStore *store)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));
  g_return_if_fail (KLI_IS_STORE (store));
  g_return_if_fail (look != NULL && self->look == NULL);

  self->look = look;
  self->store = g_object_ref (store);
  name_parts (self);
  fill_order_menu (self);
  self->list = kli_query_list_new_for_store (store);
  self->selection = kli_id_selection_new (self->list);
  kli_id_selection_set_many (self->selection, look->n_many_deeds > 0);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "relabelled", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  kli_record_rows_set_up (self->rows, look, store, self->selection);
  g_object_bind_property (self, "order", self->rows, "order", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->rows, "notify::table", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  update_buttons (self);
  follow_settings (self);
}

gint64
kli_record_list_get_chosen (KliRecordList *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_LIST (self), 0);

  return self->chosen;
}

void
kli_record_list_choose (KliRecordList *self, gint64 id)
{
  int position;

  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  position = id != 0 ? kli_query_list_find (self->list, id) : -1;
  if (id != 0 && position < 0 && is_searching (self))
    show_all (self);
  kli_id_selection_set_selected_id (self->selection, id);
  set_chosen (self, id);
  if (position >= 0)
    kli_record_rows_reveal (self->rows, (guint)position);
}

void
kli_record_list_search (KliRecordList *self)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

void
kli_record_list_clear (KliRecordList *self)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  show_all (self);
}

void
kli_record_list_set_bar (KliRecordList *self, GtkWidget *bar)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  adw_bin_set_child (self->bar, kli_shallow_new (bar));
  g_object_bind_property (bar, "filter", self, "filter", G_BINDING_BIDIRECTIONAL);
}

const KliQuery *
kli_record_list_get_query (KliRecordList *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_LIST (self), NULL);

  return self->list != NULL ? kli_query_list_get_query (self->list) : NULL;
}

KliIdSelection *
kli_record_list_get_selection (KliRecordList *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_LIST (self), NULL);

  return self->selection;
}

KliAnswer *
kli_record_list_dup_selected (KliRecordList *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_LIST (self), NULL);

  return self->selection != NULL ? kli_id_selection_dup_selected (self->selection) : NULL;
}

void
kli_record_list_end_selecting (KliRecordList *self)
{
  g_return_if_fail (KLI_IS_RECORD_LIST (self));

  if (self->selection != NULL)
    kli_id_selection_set_selecting (self->selection, FALSE);
}

/* --- life --------------------------------------------------------------------------------------- */

static void
kli_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliRecordListProp)prop_id)
    {
    case PROP_ORDER: g_value_set_string (value, KLI_RECORD_LIST (object)->order); break;
    case PROP_FILTER: g_value_set_boxed (value, KLI_RECORD_LIST (object)->filter); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliRecordListProp)prop_id)
    {
    case PROP_ORDER: set_order (KLI_RECORD_LIST (object), g_value_get_string (value)); break;
    case PROP_FILTER: set_filter (KLI_RECORD_LIST (object), g_value_get_boxed (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_list_dispose (GObject *object)
{
  KliRecordList *self = KLI_RECORD_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kli_record_list_parent_class)->dispose (object);
}

static void
kli_record_list_finalize (GObject *object)
{
  KliRecordList *self = KLI_RECORD_LIST (object);

  g_free (self->order);
  g_clear_pointer (&self->filter, kli_filter_unref);
  G_OBJECT_CLASS (kli_record_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, search);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, cut);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, bar);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, count);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, order_button);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, order_label);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, columns_button);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, stack);
  gtk_widget_class_bind_template_child (widget_class, KliRecordList, rows);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_nothing);
  gtk_widget_class_bind_template_callback (widget_class, make_empty);
}

static void
kli_record_list_class_init (KliRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_record_list_get_property;
  object_class->set_property = kli_record_list_set_property;
  object_class->dispose = kli_record_list_dispose;
  object_class->finalize = kli_record_list_finalize;

  props[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, KLI_TYPE_FILTER,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", KLI_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);

  g_type_ensure (KLI_TYPE_LATER);
  g_type_ensure (KLI_TYPE_RECORD_ROWS);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");
  gtk_widget_class_install_action (widget_class, "list.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "list.select", "x", select_action);
}

static void
kli_record_list_init (KliRecordList *self)
{
  self->order = g_strdup (""); /* the state of an action: never NULL */
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->rows));
  kli_search_limit (GTK_SEARCH_ENTRY (self->search), self->cut);
}
