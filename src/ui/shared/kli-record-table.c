/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of records. GTK shows the columns and notices which head was pressed; nothing is sorted here, the query is
 * asked in another order. */
#include "ui/shared/kli-record-table.h"

#include "ui/shared/kli-column-width.h"
#include "ui/shared/kli-lazy-row.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-own-columns.h"
#include "ui/shared/kli-table-cell.h"
#include "ui/shared/kli-table-columns.h"

#include <glib/gi18n.h>

#define TABLE_KEY "kli-table"

/* While a column is being resized its width changes with every step. */
#define SAVE_AFTER_MS 300

struct _KliRecordTable
{
  AdwBin parent_instance;

  GtkColumnView *view; /* borrowed: below us */

  const KliListLook *look; /* static */
  KliStore *store;         /* owned */
  KliRowChecks *checks;    /* owned */
  KliLazyRows *rows;       /* owned */
  KliOwnColumns *own;      /* owned; NULL where the look has none */
  GMenu *own_menu;         /* those */
  KliQueryList *list;      /* owned; NULL before it was in view */
  GSettings *settings;
  GSimpleActionGroup *actions;
  char *order;
  const KliListColumn *asked; /* whose head was pressed last, while GTK is being asked */
  gboolean setting;           /* we are sorting or arranging ourselves */
  guint save_timeout;
};

typedef enum
{
  PROP_ORDER = 1,
} KliRecordTableProp;

static GParamSpec *props[PROP_ORDER + 1];

G_DEFINE_FINAL_TYPE (KliRecordTable, kli_record_table, ADW_TYPE_BIN)

static const KliListColumn *
column_of (GtkColumnViewColumn *column)
{
  return kli_table_column_get_described (column);
}

/* --- sorting ------------------------------------------------------------------------------------ */

/* The sorter of a column compares nothing: GTK 4.8 does not tell whose head was pressed, but asks its sorter first. */
static int
note_asked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GtkColumnViewColumn *column = user_data;
  KliRecordTable *self = KLI_RECORD_TABLE (
      gtk_widget_get_ancestor (GTK_WIDGET (gtk_column_view_column_get_column_view (column)), KLI_TYPE_RECORD_TABLE));

  if (self->asked == NULL)
    self->asked = column_of (column);

  return -1;
}

/* The order of a column from its beginning, or backwards. Returns: (transfer full) */
static char *
order_of (const KliListColumn *column, gboolean descending)
{
  return descending != column->descends ? g_strconcat ("-", column->order, NULL) : g_strdup (column->order);
}

static void
sorter_changed_cb (KliRecordTable *self)
{
  GtkOrdering ordering;
  g_autofree char *order = NULL;

  if (self->setting || self->view == NULL)
    return;

  self->asked = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->store);
  if (self->asked == NULL)
    return;

  order = order_of (self->asked, ordering == GTK_ORDERING_LARGER);
  if (g_strcmp0 (self->order, order) == 0)
    return;
  g_free (self->order);
  self->order = g_steal_pointer (&order);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
}

/* Marks the head of the column that is sorted by; none for an order without a column. */
static void
show_order (KliRecordTable *self)
{
  const char *order = self->order != NULL ? self->order : "";
  gboolean backwards = *order == '-';
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const KliListColumn *described = column_of (column);

      if (g_strcmp0 (described->order, backwards ? order + 1 : order) == 0)
        gtk_column_view_sort_by_column (self->view, column,
                                        backwards != described->descends ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  self->setting = FALSE;
}

static void
set_order (KliRecordTable *self, const char *order)
{
  if (g_strcmp0 (self->order, order) == 0)
    return;

  g_free (self->order);
  self->order = g_strdup (order);
  show_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
}

/* --- columns ------------------------------------------------------------------------------------ */

static KliRecordTable *
table_of (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), TABLE_KEY);
}

static GtkWidget *
create_content (GtkListItem *item, gpointer column)
{
  KliRecordTable *self = table_of (column);
  GtkWidget *cell = kli_table_cell_new (column_of (column), self->store);

  if (column_of (column)->kind == KLI_LIST_COLUMN_NAME)
    kli_row_checks_add (self->checks, item, GTK_BOX (cell));

  return cell;
}

static void
show_content (GtkWidget *cell, const KliListRow *row, gpointer column)
{
  kli_table_cell_show (KLI_TABLE_CELL (cell), row);
}

static char *
describe (const KliListRow *row, gpointer column)
{
  KliRecordTable *self = table_of (column);

  return self->look->describe (row, kli_store_get_today (self->store));
}

/* The row, around its cells, is called as a row of a list is, and so is the cell of the name; the others are called by
 * their text. */
static const KliRowContent name_content = { create_content, show_content, describe, 2 };
static const KliRowContent cell_content = { create_content, show_content, NULL, 0 };

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  gboolean is_name = column_of (column)->kind == KLI_LIST_COLUMN_NAME;

  gtk_list_item_set_child (
      item, kli_lazy_row_new (table_of (column)->rows, item, is_name ? &name_content : &cell_content, column));
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  KliRecordTable *self = table_of (column);

  if (self->checks != NULL)
    kli_row_checks_remove (self->checks, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  kli_lazy_row_set_item (KLI_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
save_cb (gpointer user_data)
{
  KliRecordTable *self = user_data;

  self->save_timeout = 0;
  kli_table_columns_save (self->view, self->settings, self->look->columns_key);

  return G_SOURCE_REMOVE;
}

static void
arranged_cb (KliRecordTable *self)
{
  /* At its end the view takes its columns out one by one: nobody arranged that. */
  if (!self->setting && self->view != NULL && self->save_timeout == 0)
    self->save_timeout = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

/* What is not shown is not read. */
static void
update_fields (KliRecordTable *self)
{
  const GPtrArray *own = self->own != NULL ? kli_own_columns_get (self->own) : NULL;
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const KliListColumn *described = g_ptr_array_index (own, i);

      if (gtk_column_view_column_get_visible (kli_table_columns_find (self->view, described->id)))
        g_array_append_val (fields, described->field);
    }
  if (self->list != NULL)
    kli_query_list_set_fields (self->list, fields);
}

static void
visible_cb (KliRecordTable *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  if (self->setting)
    return;

  self->setting = TRUE;
  kli_column_width_follow (column);
  self->setting = FALSE;
  if (column_of (column)->kind == KLI_LIST_COLUMN_OWN)
    update_fields (self);
  arranged_cb (self);
}

static void
add_column (KliRecordTable *self, const KliListColumn *described)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (kli_list_column_get_title (described), factory);
  g_autoptr (GPropertyAction) action = g_property_action_new (described->id, column, "visible");

  kli_table_column_set_described (column, described);
  g_object_set_data (G_OBJECT (column), TABLE_KEY, self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  if (described->order != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, described->kind == KLI_LIST_COLUMN_NAME);
  kli_column_width_set (column, !described->hidden, kli_column_width_scale (described->width));
  if (described->kind != KLI_LIST_COLUMN_NAME)
    g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (visible_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, column);
}

/* --- columns of the business -------------------------------------------------------------------- */

static void
remove_unused (KliRecordTable *self, const GPtrArray *own)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = g_list_model_get_n_items (columns); i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const KliListColumn *described = column_of (column);

      if (described->kind != KLI_LIST_COLUMN_OWN || g_ptr_array_find ((GPtrArray *)own, described, NULL))
        continue;
      g_action_map_remove_action (G_ACTION_MAP (self->actions), described->id);
      gtk_column_view_remove_column (self->view, column);
    }
}

/* Returns: whether any came */
static gboolean
add_used (KliRecordTable *self, const GPtrArray *own)
{
  gboolean is_new = FALSE;

  for (guint i = 0; i < own->len; i++)
    {
      const KliListColumn *described = g_ptr_array_index (own, i);
      GtkColumnViewColumn *column = kli_table_columns_find (self->view, described->id);

      if (column != NULL)
        gtk_column_view_column_set_title (column, described->title);
      else
        add_column (self, described);
      is_new |= column == NULL;
    }

  return is_new;
}

static void
append_to_menu (GMenu *menu, const KliListColumn *described)
{
  g_auto (GStrv) parts = g_strsplit (kli_list_column_get_title (described), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts); /* no mnemonic in somebody's name */
  g_autofree char *action = g_strconcat ("columns.", described->id, NULL);

  g_menu_append (menu, label, action);
}

static void
fill_own_menu (KliRecordTable *self, const GPtrArray *own)
{
  g_menu_remove_all (self->own_menu);
  for (guint i = 0; i < own->len; i++)
    append_to_menu (self->own_menu, g_ptr_array_index (own, i));
}

static void
own_changed_cb (KliRecordTable *self)
{
  const GPtrArray *own = kli_own_columns_get (self->own);

  if (self->view == NULL)
    return;
  if (self->save_timeout != 0)
    {
      g_clear_handle_id (&self->save_timeout, g_source_remove);
      save_cb (self);
    }

  self->setting = TRUE;
  remove_unused (self, own);
  if (add_used (self, own))
    kli_table_columns_arrange (self->view, self->settings, self->look->columns_key);
  self->setting = FALSE;
  show_order (self);
  fill_own_menu (self, own);
  update_fields (self);
}

GMenuModel *
kli_record_table_create_menu (KliRecordTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_val_if_fail (KLI_IS_RECORD_TABLE (self), NULL);

  for (guint i = 0; i < self->look->n_columns; i++)
    if (self->look->columns[i].kind != KLI_LIST_COLUMN_NAME)
      append_to_menu (menu, &self->look->columns[i]);
  g_menu_append_section (menu, C_ ("contact", "Own Fields"), G_MENU_MODEL (self->own_menu));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GActionGroup *
kli_record_table_get_actions (KliRecordTable *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_TABLE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/* --- life --------------------------------------------------------------------------------------- */

GtkWidget *
kli_record_table_get_view (KliRecordTable *self)
{
  g_return_val_if_fail (KLI_IS_RECORD_TABLE (self), NULL);

  return GTK_WIDGET (self->view);
}

void
kli_record_table_set_model (KliRecordTable *self, KliIdSelection *selection)
{
  g_return_if_fail (KLI_IS_RECORD_TABLE (self));

  if (selection != NULL)
    {
      g_set_object (&self->list, kli_id_selection_get_list (selection));
      update_fields (self);
    }
  gtk_column_view_set_model (self->view, selection != NULL ? GTK_SELECTION_MODEL (selection) : NULL);
}

static void
kli_record_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliRecordTableProp)prop_id)
    {
    case PROP_ORDER: g_value_set_string (value, KLI_RECORD_TABLE (object)->order); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliRecordTableProp)prop_id)
    {
    case PROP_ORDER: set_order (KLI_RECORD_TABLE (object), g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_table_dispose (GObject *object)
{
  KliRecordTable *self = KLI_RECORD_TABLE (object);

  if (self->save_timeout != 0)
    {
      g_clear_handle_id (&self->save_timeout, g_source_remove);
      save_cb (self);
    }
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->own_menu);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_record_table_parent_class)->dispose (object);
}

static void
kli_record_table_finalize (GObject *object)
{
  KliRecordTable *self = KLI_RECORD_TABLE (object);

  g_clear_object (&self->checks);
  g_clear_object (&self->rows);
  g_clear_object (&self->own);
  g_free (self->order);
  G_OBJECT_CLASS (kli_record_table_parent_class)->finalize (object);
}

static void
kli_record_table_class_init (KliRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_record_table_get_property;
  object_class->set_property = kli_record_table_set_property;
  object_class->dispose = kli_record_table_dispose;
  object_class->finalize = kli_record_table_finalize;

  props[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_record_table_init (KliRecordTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "records");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  self->actions = g_simple_action_group_new ();
  self->own_menu = g_menu_new ();
}

GtkWidget *
kli_record_table_new (const KliListLook *look, KliStore *store, KliRowChecks *checks)
{
  KliRecordTable *self;

  g_return_val_if_fail (look != NULL && KLI_IS_STORE (store), NULL);
  g_return_val_if_fail (KLI_IS_ROW_CHECKS (checks), NULL);

  self = g_object_new (KLI_TYPE_RECORD_TABLE, NULL);
  self->look = look;
  self->store = g_object_ref (store);
  self->checks = g_object_ref (checks);
  self->rows = kli_lazy_rows_new ();
  self->settings = g_settings_new ("org.klientela.Klientela");
  self->setting = TRUE;
  for (guint i = 0; i < look->n_columns; i++)
    add_column (self, &look->columns[i]);
  kli_table_columns_arrange (self->view, self->settings, self->look->columns_key);
  self->setting = FALSE;
  kli_accessible_set_name (GTK_ACCESSIBLE (self->view), _ (look->name));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (arranged_cb), self,
                           G_CONNECT_SWAPPED);
  if (look->has_own_columns)
    {
      self->own = kli_own_columns_new (store);
      g_signal_connect_object (self->own, "changed", G_CALLBACK (own_changed_cb), self, G_CONNECT_SWAPPED);
      own_changed_cb (self);
    }

  return GTK_WIDGET (self);
}
