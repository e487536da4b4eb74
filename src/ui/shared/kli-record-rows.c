/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list, or of a table. A row acts on the record it showed when the press began: while a button is held or
 * a row's menu is open the list is held still. */
#include "ui/shared/kli-record-rows.h"

#include "ui/shared/kli-first-screen.h"
#include "ui/shared/kli-lazy-row.h"
#include "ui/shared/kli-list-anchor.h"
#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-record-table.h"
#include "ui/shared/kli-row-checks.h"

#include <glib/gi18n.h>

/* No row is lower than this, gap included (style.css). */
#define LIST_ROW 64
#define TABLE_ROW 42

/* One way of looking at the rows. */
typedef struct
{
  GtkWidget *child; /* owned; NULL before it was looked at */
  GtkWidget *view;  /* borrowed: in the child */
  KliListPress *press;
} Way;

struct _KliRecordRows
{
  AdwBin parent_instance;

  Way list;
  KliLazyRows *rows; /* owned: of the list */
  Way table;
  gboolean is_table;

  const KliListLook *look; /* static */
  KliStore *store;
  KliIdSelection *selection;
  KliRowChecks *checks;
  char *order; /* as the table's heads show it */
};

typedef enum
{
  PROP_TABLE = 1,
  PROP_ORDER,
} KliRecordRowsProp;

static GParamSpec *props[PROP_ORDER + 1];

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliRecordRows, kli_record_rows, ADW_TYPE_BIN)

/* --- a row of the list -------------------------------------------------------------------------- */

static GtkWidget *
create_content (GtkListItem *item, gpointer user_data)
{
  KliRecordRows *self = user_data;
  GtkWidget *content = self->look->row_new (self->store);

  kli_row_checks_add (self->checks, item, GTK_BOX (content));

  return content;
}

static void
show_content (GtkWidget *content, const KliListRow *row, gpointer user_data)
{
  KLI_RECORD_ROWS (user_data)->look->row_show (content, row);
}

static char *
describe (const KliListRow *row, gpointer user_data)
{
  KliRecordRows *self = user_data;

  return self->look->describe (row, kli_store_get_today (self->store));
}

static const KliRowContent row_content = { create_content, show_content, describe, 1 };

static void
setup_cb (KliRecordRows *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, kli_lazy_row_new (self->rows, item, &row_content, self));
}

static void
teardown_cb (KliRecordRows *self, GtkListItem *item)
{
  kli_row_checks_remove (self->checks, item);
}

static void
bind_cb (KliRecordRows *self, GtkListItem *item)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (KliRecordRows *self, GtkListItem *item)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
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

/* One click opens a row of the list and only marks one of the table; while many are selected, either way it is told of.
 */
static void
clicked_cb (KliRecordRows *self, gint64 id)
{
  if (!self->is_table || kli_id_selection_is_selecting (self->selection))
    opened_cb (self, id);
}

/* --- the two ways ------------------------------------------------------------------------------- */

/* Takes @child. */
static void
set_up_way (KliRecordRows *self, Way *way, GtkWidget *child, GtkWidget *view)
{
  KliQueryList *list = kli_id_selection_get_list (self->selection);

  way->child = g_object_ref_sink (child);
  way->view = view;
  way->press = kli_list_press_new (view, list);
  kli_list_press_set_menu (way->press, create_row_menu, self);
  g_signal_connect_object (way->press, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (way->press, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  kli_list_anchor_follow (view, list);
  kli_first_screen_follow (view, list);
}

static void
make_list (KliRecordRows *self)
{
  g_autoptr (GtkListItemFactory) factory = create_factory (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_list_view_new (NULL, NULL);

  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_widget_add_css_class (view, "rows");
  kli_accessible_set_name (GTK_ACCESSIBLE (view), _ (self->look->name));
  gtk_list_view_set_factory (GTK_LIST_VIEW (view), factory);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  self->rows = kli_lazy_rows_new ();
  set_up_way (self, &self->list, scroller, view);
}

static void
make_table (KliRecordRows *self)
{
  GtkWidget *table = kli_record_table_new (self->look, self->store, self->checks);

  set_up_way (self, &self->table, table, kli_record_table_get_view (KLI_RECORD_TABLE (table)));
  g_object_bind_property (self, "order", table, "order", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/* Only what is in view holds rows. */
static void
show_way (KliRecordRows *self)
{
  Way *way = self->is_table ? &self->table : &self->list;

  if (way->child == NULL && self->is_table)
    make_table (self);
  else if (way->child == NULL)
    make_list (self);

  kli_query_list_set_rows (kli_id_selection_get_list (self->selection), self->is_table,
                           kli_first_screen_count (self->is_table ? TABLE_ROW : LIST_ROW));
  if (self->list.child != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list.view),
                             self->is_table ? NULL : GTK_SELECTION_MODEL (self->selection));
  if (self->table.child != NULL)
    kli_record_table_set_model (KLI_RECORD_TABLE (self->table.child), self->is_table ? self->selection : NULL);
  adw_bin_set_child (ADW_BIN (self), way->child);
}

static void
set_table (KliRecordRows *self, gboolean is_table)
{
  if (self->is_table == is_table || self->look == NULL || self->look->n_columns == 0)
    return;

  self->is_table = is_table;
  show_way (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TABLE]);
}

void
kli_record_rows_set_up (KliRecordRows *self, const KliListLook *look, KliStore *store, KliIdSelection *selection)
{
  g_return_if_fail (KLI_IS_RECORD_ROWS (self) && self->look == NULL);
  g_return_if_fail (look != NULL && KLI_IS_STORE (store));
  g_return_if_fail (KLI_IS_ID_SELECTION (selection));

  self->look = look;
  self->store = g_object_ref (store);
  self->selection = g_object_ref (selection);
  self->checks = kli_row_checks_new (selection);
  show_way (self);
}

GMenuModel *
kli_record_rows_create_columns_menu (KliRecordRows *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_ROWS (self), NULL);

  return self->table.child != NULL ? kli_record_table_create_menu (KLI_RECORD_TABLE (self->table.child)) : NULL;
}

GActionGroup *
kli_record_rows_get_columns (KliRecordRows *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_ROWS (self), NULL);

  return self->table.child != NULL ? kli_record_table_get_actions (KLI_RECORD_TABLE (self->table.child)) : NULL;
}

void
kli_record_rows_reveal (KliRecordRows *self, guint position)
{
  Way *way;

  g_return_if_fail (KLI_IS_RECORD_ROWS (self));

  way = self->is_table ? &self->table : &self->list;
  if (way->view != NULL)
    kli_list_anchor_reveal (way->view, g_list_model_get_n_items (G_LIST_MODEL (self->selection)), position);
}

/* --- life --------------------------------------------------------------------------------------- */

static void
set_order (KliRecordRows *self, const char *order)
{
  if (g_strcmp0 (self->order, order) == 0)
    return;

  g_free (self->order);
  self->order = g_strdup (order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
}

static void
kli_record_rows_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliRecordRows *self = KLI_RECORD_ROWS (object);

  switch ((KliRecordRowsProp)prop_id)
    {
    case PROP_TABLE: g_value_set_boolean (value, self->is_table); break;
    case PROP_ORDER: g_value_set_string (value, self->order); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_rows_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KliRecordRows *self = KLI_RECORD_ROWS (object);

  switch ((KliRecordRowsProp)prop_id)
    {
    case PROP_TABLE: set_table (self, g_value_get_boolean (value)); break;
    case PROP_ORDER: set_order (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clear_way (Way *way)
{
  g_clear_object (&way->press);
  way->view = NULL;
  g_clear_object (&way->child);
}

static void
kli_record_rows_dispose (GObject *object)
{
  KliRecordRows *self = KLI_RECORD_ROWS (object);

  if (self->list.view != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list.view), NULL);
  if (self->table.child != NULL)
    kli_record_table_set_model (KLI_RECORD_TABLE (self->table.child), NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  clear_way (&self->list);
  clear_way (&self->table);
  g_clear_object (&self->rows);
  g_clear_object (&self->checks);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->order, g_free);
  G_OBJECT_CLASS (kli_record_rows_parent_class)->dispose (object);
}

static void
kli_record_rows_class_init (KliRecordRowsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_record_rows_get_property;
  object_class->set_property = kli_record_rows_set_property;
  object_class->dispose = kli_record_rows_dispose;

  props[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE, flags);
  props[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[OPENED] = g_signal_new ("opened", KLI_TYPE_RECORD_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
}

static void
kli_record_rows_init (KliRecordRows *self)
{
}
