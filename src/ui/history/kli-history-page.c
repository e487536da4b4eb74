/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page History. */
#include "ui/history/kli-history-page.h"

#include "model/kli-history-list.h"
#include "ui/history/kli-history-entry-row.h"
#include "ui/history/kli-history-filter-bar.h"
#include "ui/shared/kli-detail-pane.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"
#include "ui/shared/kli-sidebar-button.h"

#include <glib/gi18n.h>

/* The next page is read when a line so near to the end is shown. */
#define NEAR_END 16

struct _KliHistoryPage
{
  AdwBin parent_instance;

  GtkWidget *header;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *pane;
  KliHistoryFilterBar *filter;
  GtkStack *stack; /* "list", "empty", "nothing" */
  GtkListView *view;

  KliStore *store;      /* owned */
  KliHistoryList *list; /* owned */
  gint64 record;        /* 0: everything */
  gint64 wanted;        /* an entry to be shown as soon as it is read, 0 for none */
};

G_DEFINE_FINAL_TYPE (KliHistoryPage, kli_history_page, ADW_TYPE_BIN)

/* --- what is shown ---------------------------------------------------------------------------------------- */

static void
ask (KliHistoryPage *self)
{
  g_autoptr (KliHistoryFilter) filter = NULL;

  if (self->list == NULL)
    return;

  filter = kli_history_filter_bar_dup_filter (self->filter);
  filter->owner = self->record;
  kli_history_list_set_filter (self->list, filter);
}

static void
update_state (KliHistoryPage *self)
{
  const char *state = kli_history_filter_is_set (kli_history_list_get_filter (self->list)) ? "nothing" : "empty";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 || kli_history_list_is_loading (self->list))
    state = "list";
  gtk_stack_set_visible_child_name (self->stack, state);
}

static void
show_wanted (KliHistoryPage *self)
{
  g_autoptr (KliHistoryItem) item = NULL;
  int place = self->wanted != 0 ? kli_history_list_find (self->list, self->wanted) : -1;

  /* Something older than what has been read: it is not searched for to the end of all time. */
  if (place < 0 && !kli_history_list_is_loading (self->list))
    self->wanted = 0;
  if (place < 0)
    return;

  self->wanted = 0;
  item = g_list_model_get_item (G_LIST_MODEL (self->list), (guint)place);
  kli_history_item_set_open (item, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint)place);
}

/* What is new comes into view when the beginning is looked at: the view itself keeps to what it showed. */
static void
items_changed_cb (KliHistoryPage *self, guint position, guint n_removed, guint n_added)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (position == 0 && n_added > 0 && (n_removed > 0 || gtk_adjustment_get_value (adjustment) <= 0))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0u);
  update_state (self);
  show_wanted (self);
}

static void
loading_cb (KliHistoryPage *self)
{
  update_state (self);
  if (!kli_history_list_is_loading (self->list))
    show_wanted (self);
}

static void
failed_cb (KliHistoryPage *self, const GError *error)
{
  kli_report_error (GTK_WIDGET (self), _ ("The History Cannot Be Read"), error);
}

/* --- who ---------------------------------------------------------------------------------------------------- */

static gpointer
people_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_people (connection, error);
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliHistoryPage) self = user_data;
  g_auto (GStrv) people = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (people != NULL && self->filter != NULL)
    kli_history_filter_bar_set_people (self->filter, (const char *const *)people);
}

static void
kli_history_page_map (GtkWidget *widget)
{
  KliHistoryPage *self = KLI_HISTORY_PAGE (widget);

  GTK_WIDGET_CLASS (kli_history_page_parent_class)->map (widget);

  if (self->store != NULL)
    kli_store_read_async (self->store, people_func, NULL, NULL, (GDestroyNotify)g_strfreev, NULL, people_cb,
                          g_object_ref (self));
}

/* --- rows ------------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliHistoryPage *self)
{
  gtk_list_item_set_child (item, kli_history_entry_row_new (self->store));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliHistoryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  kli_history_entry_row_set_item (KLI_HISTORY_ENTRY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                                  self->record);
  if (gtk_list_item_get_position (item) + NEAR_END >= n)
    kli_history_list_load_more (self->list);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KliHistoryPage *self)
{
  kli_history_entry_row_set_item (KLI_HISTORY_ENTRY_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

static void
activate_cb (KliHistoryPage *self, guint position)
{
  g_autoptr (KliHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    kli_history_item_set_open (item, !kli_history_item_is_open (item));
}

static void
clear_cb (KliHistoryPage *self)
{
  kli_history_filter_bar_clear (self->filter);
  kli_history_filter_bar_search (self->filter);
}

static void
narrow_cb (KliHistoryPage *self)
{
  gboolean narrow;

  g_object_get (self->pane, "narrow", &narrow, NULL);
  kli_history_filter_bar_set_narrow (self->filter, narrow);
}

/* --- actions ---------------------------------------------------------------------------------------------- */

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_history_filter_bar_search (KLI_HISTORY_PAGE (widget)->filter);
}

static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.focus-sidebar", NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (KLI_HISTORY_PAGE (widget)->record != 0)
    gtk_widget_activate_action (widget, "win.leave-changes", NULL);
}

/* --- the object ------------------------------------------------------------------------------------------- */

static void
kli_history_page_dispose (GObject *object)
{
  KliHistoryPage *self = KLI_HISTORY_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_history_page_parent_class)->dispose (object);
}

static void
kli_history_page_class_init (KliHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_history_page_dispose;
  widget_class->map = kli_history_page_map;

  g_type_ensure (KLI_TYPE_SIDEBAR_BUTTON);
  g_type_ensure (KLI_TYPE_DETAIL_PANE);
  g_type_ensure (KLI_TYPE_HISTORY_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, header);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, back);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, filter);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KliHistoryPage, view);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_SEARCH, NULL, search_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEXT_PANE, NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, KLI_PAGE_BACK, NULL, back_action);
}

static void
kli_history_page_init (KliHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  kli_frame_follow_header (ADW_HEADER_BAR (self->header));
  g_signal_connect_object (self->pane, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
}

static void
set_up_view (KliHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model
      = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, model);
}

GtkWidget *
kli_history_page_new (KliStore *store)
{
  KliHistoryPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_HISTORY_PAGE, NULL);
  self->store = g_object_ref (store);
  self->list = kli_history_list_new (store);
  set_up_view (self);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  ask (self);

  return GTK_WIDGET (self);
}

void
kli_history_page_set_record (KliHistoryPage *self, gint64 record, const char *name)
{
  g_autofree char *line = NULL;

  g_return_if_fail (KLI_IS_HISTORY_PAGE (self));

  line = kli_plain_line (name);
  self->record = record;
  adw_window_title_set_title (self->title, C_ ("page", "Changes"));
  adw_window_title_set_subtitle (self->title, line);
  gtk_widget_set_visible (self->back, TRUE);
  kli_history_filter_bar_clear (self->filter);
  ask (self);
}

gint64
kli_history_page_get_record (KliHistoryPage *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_PAGE (self), 0);

  return self->record;
}

void
kli_history_page_show_entry (KliHistoryPage *self, gint64 id)
{
  g_return_if_fail (KLI_IS_HISTORY_PAGE (self));

  kli_history_filter_bar_clear (self->filter);
  self->wanted = id;
  show_wanted (self);
}
