/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which record of a list is selected, by its id. */
#include "ui/shared/kli-id-selection.h"

struct _KliIdSelection
{
  GObject parent_instance;
  KliQueryList *list; /* owned, nullable */
  gint64 id;          /* 0: nothing is selected */
  guint position;     /* of id; GTK_INVALID_LIST_POSITION when it is not in the list */
};

typedef enum
{
  PROP_MODEL = 1,
  PROP_SELECTED_ID,
  PROP_N_ITEMS,
} KliIdSelectionProp;

static GParamSpec *props[PROP_N_ITEMS + 1];

static guint
get_n_items (GListModel *model)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  return self->list != NULL ? kli_query_list_get_n_items (self->list) : 0;
}

static GType
get_item_type (GListModel *model)
{
  return KLI_TYPE_LIST_ITEM;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  return self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

static void
kli_id_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_n_items = get_n_items;
  iface->get_item_type = get_item_type;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  return self->position != GTK_INVALID_LIST_POSITION && position == self->position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION && self->position >= position && self->position - position < n_items)
    gtk_bitset_add (selected, self->position);

  return selected;
}

/* Only the two rows that may look different are announced. */
static void
move_mark (KliIdSelection *self, guint position)
{
  guint old = self->position;

  self->position = position;
  if (old == position)
    return;
  if (old != GTK_INVALID_LIST_POSITION && old < get_n_items (G_LIST_MODEL (self)))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static guint
find_position (KliIdSelection *self)
{
  gint position = self->list != NULL && self->id != 0 ? kli_query_list_find (self->list, self->id) : -1;

  return position >= 0 ? (guint)position : GTK_INVALID_LIST_POSITION;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  kli_id_selection_set_selected_id (self, kli_query_list_get_id (self->list, position));

  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  if (is_selected (model, position))
    kli_id_selection_set_selected_id (KLI_ID_SELECTION (model), 0);

  return TRUE;
}

static void
kli_id_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KliIdSelection,
                               kli_id_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kli_id_selection_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          kli_id_selection_selection_model_init))

/* Whether the selected record is among the @n rows from @position on. */
static guint
find_in_range (KliIdSelection *self, guint position, guint n)
{
  for (guint i = position; self->id != 0 && i < position + n; i++)
    if (kli_query_list_get_id (self->list, i) == self->id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Where @row stands after rows came and went. */
static guint
shift (guint row, guint position, guint removed, guint added)
{
  if (row == GTK_INVALID_LIST_POSITION || row < position)
    return row;

  return row - position < removed ? GTK_INVALID_LIST_POSITION : row - removed + added;
}

/* Rows came and went: GTK asks anew what is selected among those that came, and moves the others itself. A record
 * that moves up comes before it goes: then it is marked in its new place at once. */
static void
items_changed_cb (KliIdSelection *self, guint position, guint removed, guint added)
{
  guint old = shift (self->position, position, removed, added);
  guint come = find_in_range (self, position, added);

  self->position = come != GTK_INVALID_LIST_POSITION ? come : old;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (old != GTK_INVALID_LIST_POSITION && old != self->position)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/* Other records stand in the same rows. */
static void
relabelled_cb (KliIdSelection *self)
{
  move_mark (self, find_position (self));
}

static void
kli_id_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliIdSelection *self = KLI_ID_SELECTION (object);

  switch ((KliIdSelectionProp)prop_id)
    {
    case PROP_MODEL: g_value_set_object (value, self->list); break;
    case PROP_SELECTED_ID: g_value_set_int64 (value, self->id); break;
    case PROP_N_ITEMS: g_value_set_uint (value, get_n_items (G_LIST_MODEL (self))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_id_selection_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KliIdSelection *self = KLI_ID_SELECTION (object);

  switch ((KliIdSelectionProp)prop_id)
    {
    case PROP_MODEL: kli_id_selection_set_list (self, g_value_get_object (value)); break;
    case PROP_SELECTED_ID: kli_id_selection_set_selected_id (self, g_value_get_int64 (value)); break;
    case PROP_N_ITEMS:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
let_go_of_list (KliIdSelection *self)
{
  if (self->list == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
}

static void
kli_id_selection_dispose (GObject *object)
{
  let_go_of_list (KLI_ID_SELECTION (object));

  G_OBJECT_CLASS (kli_id_selection_parent_class)->dispose (object);
}

static void
kli_id_selection_class_init (KliIdSelectionClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_id_selection_get_property;
  object_class->set_property = kli_id_selection_set_property;
  object_class->dispose = kli_id_selection_dispose;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, KLI_TYPE_QUERY_LIST, flags);
  props[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_N_ITEMS]
      = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_id_selection_init (KliIdSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

KliIdSelection *
kli_id_selection_new (KliQueryList *list)
{
  KliIdSelection *self = g_object_new (KLI_TYPE_ID_SELECTION, NULL);

  kli_id_selection_set_list (self, list);

  return self;
}

KliQueryList *
kli_id_selection_get_list (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), NULL);

  return self->list;
}

void
kli_id_selection_set_list (KliIdSelection *self, KliQueryList *list)
{
  guint old_n, new_n;

  g_return_if_fail (KLI_IS_ID_SELECTION (self));
  g_return_if_fail (list == NULL || KLI_IS_QUERY_LIST (list));

  if (self->list == list)
    return;

  old_n = get_n_items (G_LIST_MODEL (self));
  let_go_of_list (self);
  self->position = GTK_INVALID_LIST_POSITION;
  if (old_n > 0) /* apart from what comes: both at once would make GTK ask for every item */
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old_n, 0);

  if (list != NULL)
    {
      self->list = g_object_ref (list);
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
      g_signal_connect_swapped (list, "relabelled", G_CALLBACK (relabelled_cb), self);
    }
  self->position = find_position (self);
  new_n = get_n_items (G_LIST_MODEL (self));
  if (new_n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, new_n);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
  if (old_n != new_n)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

gint64
kli_id_selection_get_selected_id (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), 0);

  return self->id;
}

void
kli_id_selection_set_selected_id (KliIdSelection *self, gint64 id)
{
  g_return_if_fail (KLI_IS_ID_SELECTION (self));

  if (self->id == id)
    return;

  self->id = id;
  move_mark (self, find_position (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED_ID]);
}

guint
kli_id_selection_get_position (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
