/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with a list and the record that is chosen. */
#include "ui/shared/kli-list-detail.h"

#include "core/kli-format.h"
#include "ui/shared/kli-detail-pane.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-selection-bar.h"
#include "ui/shared/kli-sidebar-button.h"

#include <glib/gi18n.h>

/* Narrower than this, there are rows only (LOOK 8). */
#define TABLE_WIDTH 720

typedef struct
{
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  AdwWindowTitle *title;
  GtkWidget *add;
  GtkWidget *select;
  GtkToggleButton *table;
  KliRecordList *list;
  GtkWidget *detail_pane;
  AdwHeaderBar *detail_header;
  GtkWidget *back;
  GtkMenuButton *menu;
  GtkStack *details; /* "one", "many" */
  AdwBin *detail;
  AdwStatusPage *many; /* NULL before there were some */
  KliSelectionBar *bar;

  const KliPageLook *look;      /* static */
  const KliListLook *list_look; /* static */
  KliStore *store;
  GSettings *settings;
  gboolean filled; /* a record is shown */
  gboolean narrow; /* too narrow for a table */
  guint narrow_idle;
  gboolean in_detail; /* what is seen of the two when folded */
} KliListDetailPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KliListDetail, kli_list_detail, ADW_TYPE_BIN)

static KliListDetailPrivate *
get_private (KliListDetail *self)
{
  return kli_list_detail_get_instance_private (self);
}

/* --- folding ------------------------------------------------------------------------------------ */

/* Side by side, a change of the visible child would only take the focus out of the list. */
static void
folded_cb (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);

  if (adw_leaflet_get_folded (priv->leaflet))
    adw_leaflet_set_visible_child (priv->leaflet, priv->in_detail ? priv->detail_pane : priv->list_pane);
}

/* By a swipe, too. */
static void
visible_child_cb (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);

  if (adw_leaflet_get_folded (priv->leaflet))
    priv->in_detail = adw_leaflet_get_visible_child (priv->leaflet) == priv->detail_pane;
}

static void
set_in_detail (KliListDetail *self, gboolean in_detail)
{
  get_private (self)->in_detail = in_detail;
  folded_cb (self);
}

/* --- the list ----------------------------------------------------------------------------------- */

static void
chosen_cb (KliListDetail *self, gint64 id)
{
  KLI_LIST_DETAIL_GET_CLASS (self)->chosen (self, id);
}

static void
opened_cb (KliListDetail *self, gint64 id)
{
  set_in_detail (self, TRUE);
  if (KLI_LIST_DETAIL_GET_CLASS (self)->opened != NULL)
    KLI_LIST_DETAIL_GET_CLASS (self)->opened (self, id);
}

void
kli_list_detail_show (KliListDetail *self, gint64 id)
{
  g_return_if_fail (KLI_IS_LIST_DETAIL (self));

  kli_record_list_end_selecting (get_private (self)->list);
  kli_record_list_choose (get_private (self)->list, id);
  opened_cb (self, id);
}

/* --- many records ------------------------------------------------------------------------------- */

/* In the place of one record: how many there are. */
static void
count_many (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);
  KliIdSelection *selection = kli_record_list_get_selection (priv->list);
  guint n = kli_id_selection_get_n_selected (selection);
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *title = g_strdup_printf (ngettext ("%s selected", "%s selected", n), number);

  adw_status_page_set_title (priv->many, n > 0 ? title : _ ("Nothing Selected"));
  adw_status_page_set_description (priv->many, n > 0 ? _ ("What is done now is done to all of them.")
                                                     : _ ("Press the rows that belong together."));
}

static void
make_many (KliListDetail *self, AdwBin *place)
{
  KliListDetailPrivate *priv = get_private (self);

  priv->many = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (priv->many, "selection-mode-symbolic");
  adw_bin_set_child (place, GTK_WIDGET (priv->many));
  count_many (self);
}

static void
show_many (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);
  gboolean is_selecting = kli_id_selection_is_selecting (kli_record_list_get_selection (priv->list));

  if (priv->many != NULL)
    count_many (self);
  gtk_stack_set_visible_child_name (priv->details, is_selecting ? "many" : "one");
  kli_list_detail_set_filled (self, priv->filled);
}

static void
follow_selection (KliListDetail *self, const KliListLook *look)
{
  KliListDetailPrivate *priv = get_private (self);
  KliIdSelection *selection = kli_record_list_get_selection (priv->list);

  gtk_widget_set_visible (priv->select, look->n_many_deeds > 0);
  if (look->n_many_deeds == 0)
    return;

  kli_selection_bar_set_up (priv->bar, GTK_WIDGET (self), selection, look->many_deeds, look->n_many_deeds);
  g_object_bind_property (selection, "selecting", priv->select, "active", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (show_many), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::n-selected", G_CALLBACK (show_many), self, G_CONNECT_SWAPPED);
}

/* --- keys of the list --------------------------------------------------------------------------- */

/* The deed that is done by @key. Returns: (nullable) */
static const KliListDeed *
find_deed (const KliListDeed *deeds, guint n_deeds, guint key)
{
  for (guint i = 0; i < n_deeds; i++)
    if (deeds[i].key == key)
      return &deeds[i];

  return NULL;
}

/* Keys are the text's then, also those that it has no use for: Ctrl+A while it is empty. */
static gboolean
is_typing (KliListDetail *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* With the open record where its row is, or with all that are selected; not while something is typed. */
static gboolean
key_pressed_cb (KliListDetail *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  KliListDetailPrivate *priv = get_private (self);
  KliIdSelection *selection = kli_record_list_get_selection (priv->list);
  gint64 id = kli_id_selection_get_selected_id (selection);
  const KliListDeed *one = find_deed (priv->look->deeds, priv->look->n_deeds, keyval);
  const KliListDeed *many = find_deed (priv->list_look->many_deeds, priv->list_look->n_many_deeds, keyval);

  if (is_typing (self) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (kli_id_selection_is_selecting (selection))
    return many != NULL && gtk_widget_activate_action (GTK_WIDGET (self), many->action, NULL);

  return one != NULL && kli_id_selection_get_position (selection) != GTK_INVALID_LIST_POSITION
         && gtk_widget_activate_action (GTK_WIDGET (self), one->action, "x", id);
}

/* The rows have this key already; here it is that of the whole page. */
static gboolean
select_all_cb (GtkWidget *page, GVariant *args, gpointer user_data)
{
  KliListDetail *self = KLI_LIST_DETAIL (page);
  KliListDetailPrivate *priv = get_private (self);

  return !is_typing (self) && priv->list_look->n_many_deeds > 0
         && gtk_selection_model_select_all (GTK_SELECTION_MODEL (kli_record_list_get_selection (priv->list)));
}

/* Before the rows hand keys on to the search entry. */
static void
listen_for_keys (KliListDetail *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_a, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (select_all_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (get_private (self)->list), keys);
}

/* --- as a table --------------------------------------------------------------------------------- */

/* A table takes the whole page; what is opened in it takes its place, with a way back. */
static void
update_table (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);
  gboolean has_table = priv->list_look->n_columns > 0 && !priv->narrow;
  gboolean is_table = has_table && gtk_toggle_button_get_active (priv->table);

  gtk_widget_set_visible (GTK_WIDGET (priv->table), has_table);
  kli_record_list_set_table (priv->list, is_table);
  gtk_widget_set_hexpand (priv->list_pane, is_table);
  adw_leaflet_set_can_unfold (priv->leaflet, !is_table);
}

static void
follow_table (KliListDetail *self, const KliListLook *look)
{
  KliListDetailPrivate *priv = get_private (self);

  if (look->table_key != NULL)
    {
      priv->settings = g_settings_new ("org.klientela.Klientela");
      g_settings_bind (priv->settings, look->table_key, priv->table, "active", G_SETTINGS_BIND_DEFAULT);
    }
  g_signal_connect_object (priv->table, "toggled", G_CALLBACK (update_table), self, G_CONNECT_SWAPPED);
  update_table (self);
}

static gboolean
narrow_cb (gpointer user_data)
{
  KliListDetail *self = user_data;
  KliListDetailPrivate *priv = get_private (self);

  priv->narrow_idle = 0;
  priv->narrow = gtk_widget_get_width (GTK_WIDGET (self)) < TABLE_WIDTH;
  update_table (self);

  return G_SOURCE_REMOVE;
}

/* Not in the middle of giving out the room. */
static void
kli_list_detail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KliListDetailPrivate *priv = get_private (KLI_LIST_DETAIL (widget));

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (priv->list_look != NULL && priv->narrow != (width < TABLE_WIDTH) && priv->narrow_idle == 0)
    priv->narrow_idle = g_idle_add (narrow_cb, widget);
}

static void
kli_list_detail_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static GtkSizeRequestMode
kli_list_detail_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliListDetail *self = KLI_LIST_DETAIL (widget);

  set_in_detail (self, FALSE);
  kli_record_list_search (get_private (self)->list);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_in_detail (KLI_LIST_DETAIL (widget), FALSE);
}

/* F6: from the list to the record, and from there back to the sidebar. */
static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliListDetailPrivate *priv = get_private (KLI_LIST_DETAIL (widget));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, priv->list_pane) && !adw_leaflet_get_folded (priv->leaflet))
    gtk_widget_child_focus (GTK_WIDGET (priv->details), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_activate_action (widget, "win.focus-sidebar", NULL);
}

/* What can be done with a record depends on how it is at that moment. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  KliListDetailPrivate *priv = get_private (user_data);
  g_autoptr (GMenuModel) menu = kli_record_list_create_menu (priv->list, priv->look->deeds, priv->look->n_deeds,
                                                             kli_record_list_get_chosen (priv->list));

  gtk_menu_button_set_menu_model (button, menu);
}

/* --- setting up --------------------------------------------------------------------------------- */

void
kli_list_detail_set_up (
    KliListDetail *self, const KliPageLook *look, const KliListLook *list_look, KliStore *store, GtkWidget *detail)
{
  KliListDetailPrivate *priv = get_private (self);

  g_return_if_fail (KLI_IS_LIST_DETAIL (self));
  g_return_if_fail (look != NULL && priv->store == NULL);

  priv->store = g_object_ref (store);
  priv->look = look;
  priv->list_look = list_look;
  kli_list_detail_set_title (self, NULL);
  gtk_widget_set_tooltip_text (priv->add, g_dpgettext2 (NULL, "tooltip", look->add));
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->menu), g_dpgettext2 (NULL, "tooltip", look->menu));
  gtk_menu_button_set_create_popup_func (priv->menu, create_menu_cb, self, NULL);
  adw_bin_set_child (priv->detail, detail);
  kli_record_list_set_up (priv->list, list_look, store);
  follow_selection (self, list_look);
  listen_for_keys (self);
  follow_table (self, list_look);
  kli_list_detail_set_filled (self, FALSE);
}

void
kli_list_detail_set_title (KliListDetail *self, const char *title)
{
  KliListDetailPrivate *priv;
  g_autofree char *plain = NULL;

  g_return_if_fail (KLI_IS_LIST_DETAIL (self));

  priv = get_private (self);
  plain = title != NULL ? kli_plain_line (title) : g_strdup (g_dpgettext2 (NULL, "page", priv->look->title));
  adw_window_title_set_title (priv->title, plain);
}

KliRecordList *
kli_list_detail_get_list (KliListDetail *self)
{
  g_return_val_if_fail (KLI_IS_LIST_DETAIL (self), NULL);

  return get_private (self)->list;
}

KliStore *
kli_list_detail_get_store (KliListDetail *self)
{
  g_return_val_if_fail (KLI_IS_LIST_DETAIL (self), NULL);

  return get_private (self)->store;
}

void
kli_list_detail_set_filled (KliListDetail *self, gboolean filled)
{
  KliListDetailPrivate *priv;
  gboolean in_view;

  g_return_if_fail (KLI_IS_LIST_DETAIL (self));

  priv = get_private (self);
  priv->filled = filled;
  in_view = filled && !kli_id_selection_is_selecting (kli_record_list_get_selection (priv->list));
  gtk_widget_set_visible (GTK_WIDGET (priv->menu), in_view);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), KLI_PAGE_PRINT, in_view);
}

static void
kli_list_detail_dispose (GObject *object)
{
  KliListDetail *self = KLI_LIST_DETAIL (object);

  g_clear_handle_id (&get_private (self)->narrow_idle, g_source_remove);
  g_clear_object (&get_private (self)->settings);
  g_clear_object (&get_private (self)->store);
  G_OBJECT_CLASS (kli_list_detail_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-list-detail.ui");
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, leaflet);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, list_pane);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, list_header);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, title);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, add);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, select);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, table);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, list);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, detail_pane);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, detail_header);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, details);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, bar);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, back);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, menu);
  gtk_widget_class_bind_template_child_private (widget_class, KliListDetail, detail);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_many);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
kli_list_detail_class_init (KliListDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_list_detail_dispose;
  widget_class->get_request_mode = kli_list_detail_get_request_mode;
  widget_class->measure = kli_list_detail_measure;
  widget_class->size_allocate = kli_list_detail_size_allocate;

  g_type_ensure (KLI_TYPE_SIDEBAR_BUTTON);
  g_type_ensure (KLI_TYPE_LATER);
  g_type_ensure (KLI_TYPE_RECORD_LIST);
  g_type_ensure (KLI_TYPE_DETAIL_PANE);
  g_type_ensure (KLI_TYPE_SELECTION_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_SEARCH, NULL, search_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_BACK, NULL, back_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEXT_PANE, NULL, next_pane_action);
}

static void
kli_list_detail_init (KliListDetail *self)
{
  KliListDetailPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The one of AdwBin would be asked instead of us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  kli_frame_follow (priv->leaflet, priv->list_header, priv->detail_header, priv->back);
}
