/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list. A row acts on the record it showed when the press began: while a button is held or a row's menu
 * is open the list is held still. */
#include "ui/shared/kli-record-rows.h"

#include "ui/shared/kli-list-anchor.h"
#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-row-checks.h"

#include <glib/gi18n.h>

struct _KliRecordRows
{
  AdwBin parent_instance;

  GtkListView *view; /* borrowed: below us */

  const KliListLook *look; /* static */
  KliStore *store;
  KliListPress *press;
  KliRowChecks *checks;
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliRecordRows, kli_record_rows, ADW_TYPE_BIN)

static void
setup_cb (KliRecordRows *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, self->look->row_new ());
  kli_row_checks_add (self->checks, item);
}

static void
teardown_cb (KliRecordRows *self, GtkListItem *item)
{
  kli_row_checks_remove (self->checks, item);
}

static void
bind_cb (KliRecordRows *self, GtkListItem *item)
{
  self->look->row_set_item (gtk_list_item_get_child (item), self->store, gtk_list_item_get_item (item));
}

static void
unbind_cb (KliRecordRows *self, GtkListItem *item)
{
  self->look->row_set_item (gtk_list_item_get_child (item), NULL, NULL);
}

static GtkListItemFactory *
create_factory (KliRecordRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

static GMenuModel *
create_row_menu (gint64 id, gpointer user_data)
{
  KliRecordRows *self = user_data;

  return kli_list_look_create_menu (self->look, self->store, self->look->row_deeds, self->look->n_row_deeds, id);
}

static void
opened_cb (KliRecordRows *self, gint64 id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

void
kli_record_rows_set_up (KliRecordRows *self, const KliListLook *look, KliStore *store, KliIdSelection *selection)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  KliQueryList *list;

  g_return_if_fail (KLI_IS_RECORD_ROWS (self) && self->look == NULL);
  g_return_if_fail (look != NULL && KLI_IS_STORE (store));
  g_return_if_fail (KLI_IS_ID_SELECTION (selection));

  list = kli_id_selection_get_list (selection);
  self->look = look;
  self->store = g_object_ref (store);
  self->checks = kli_row_checks_new (selection);
  factory = create_factory (self);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->view), _ (look->name));
  gtk_list_view_set_factory (self->view, factory);
  self->press = kli_list_press_new (self->view, list);
  kli_list_press_set_menu (self->press, create_row_menu, self);
  g_signal_connect_object (self->press, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  kli_list_anchor_follow (self->view, list);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

void
kli_record_rows_reveal (KliRecordRows *self, guint position)
{
  g_return_if_fail (KLI_IS_RECORD_ROWS (self));

  kli_list_anchor_reveal (self->view, position);
}

static void
kli_record_rows_dispose (GObject *object)
{
  KliRecordRows *self = KLI_RECORD_ROWS (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->press);
  g_clear_object (&self->checks);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_record_rows_parent_class)->dispose (object);
}

static void
kli_record_rows_class_init (KliRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_record_rows_dispose;

  signals[OPENED] = g_signal_new ("opened", KLI_TYPE_RECORD_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
}

static void
kli_record_rows_init (KliRecordRows *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "rows");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}
