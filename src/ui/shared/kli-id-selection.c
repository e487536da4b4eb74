/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a list are selected, by their ids. */
#include "ui/shared/kli-id-selection.h"

#include "model/kli-selected.h"

struct _KliIdSelection
{
  GObject parent_instance;
  KliQueryList *list; /* owned, nullable */
  gint64 id;          /* the one that is open; 0: none is */
  guint position;     /* of id; GTK_INVALID_LIST_POSITION when it is not in the list */

  gboolean many; /* whether more than the open one can be selected at all */
  gboolean is_selecting;
  KliSelected *selected; /* owned: empty while nothing is being selected */
  guint range_position;  /* selected last, with Shift: the next range from its end takes its place */
  guint range_n;         /* 0: none */
};

typedef enum
{
  PROP_MODEL = 1,
  PROP_SELECTED_ID,
  PROP_N_ITEMS,
  PROP_SELECTING,
  PROP_N_SELECTED,
} KliIdSelectionProp;

static GParamSpec *props[PROP_N_SELECTED + 1];

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

  if (self->is_selecting)
    return self->list != NULL
           && kli_selected_contains (self->selected, position, kli_query_list_get_id (self->list, position));

  return self->position != GTK_INVALID_LIST_POSITION && position == self->position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();

  if (self->is_selecting)
    {
      for (guint i = position; i < position + n_items; i++)
        if (is_selected (model, i))
          gtk_bitset_add (selected, i);
    }
  else if (self->position != GTK_INVALID_LIST_POSITION && self->position >= position
           && self->position - position < n_items)
    gtk_bitset_add (selected, self->position);

  return selected;
}

/* Only the two rows that may look different are announced. */
static void
move_mark (KliIdSelection *self, guint position)
{
  guint old = self->position;

  self->position = position;
  if (old == position || self->is_selecting)
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

/* --- selecting many ------------------------------------------------------------------------------------- */

static void
announce (KliIdSelection *self, guint position, guint n)
{
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}

static void
announce_all (KliIdSelection *self)
{
  announce (self, 0, get_n_items (G_LIST_MODEL (self)));
}

static void
set_selecting (KliIdSelection *self, gboolean is_selecting)
{
  if (self->is_selecting == is_selecting || !self->many)
    return;

  self->is_selecting = is_selecting;
  self->range_n = 0;
  kli_selected_clear (self->selected);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTING]);
  announce_all (self);
}

static void
select_rows (KliIdSelection *self, guint position, guint n, gboolean selected)
{
  self->range_n = 0;
  if (kli_selected_set_range (self->selected, position, n, selected))
    announce (self, position, n);
}

/* The first record that is taken beside the one that is open: it joins, as in other lists. */
static void
begin_with_open (KliIdSelection *self)
{
  if (self->is_selecting)
    return;

  set_selecting (self, TRUE);
  if (self->position != GTK_INVALID_LIST_POSITION)
    select_rows (self, self->position, 1, TRUE);
}

/* A plain click and the arrow keys open a record; while many are being selected a click is taken by the press of the
 * row, and the keys only move. */
static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (position >= get_n_items (G_LIST_MODEL (self)) || (unselect_rest && self->is_selecting))
    return FALSE;

  if (unselect_rest || !self->many)
    kli_id_selection_set_selected_id (self, kli_query_list_get_id (self->list, position));
  else
    {
      begin_with_open (self);
      select_rows (self, position, 1, TRUE);
    }

  return TRUE;
}

/* Ctrl and a click on the record that is open begins with it. */
static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;

  if (self->is_selecting)
    select_rows (self, position, 1, FALSE);
  else if (self->many)
    begin_with_open (self);
  else if (is_selected (model, position))
    kli_id_selection_set_selected_id (self, 0);

  return TRUE;
}

/* Whether @n_items rows from @position on can be selected. */
static gboolean
can_select (KliIdSelection *self, guint position, guint n_items)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  return self->many && position < n && n_items <= n - position;
}

/* A range from the same end as the one before takes its place, so that Shift and the arrow keys make it smaller, too;
 * what was selected outside stays. */
static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);
  guint old_end = self->range_position + self->range_n;
  gboolean replaces
      = unselect_rest && self->range_n > 0 && (self->range_position == position || old_end == position + n_items);

  if (!can_select (self, position, n_items))
    return FALSE;

  set_selecting (self, TRUE);
  if (replaces)
    select_rows (self, self->range_position, old_end - self->range_position, FALSE);
  select_rows (self, position, n_items, TRUE);
  self->range_position = position;
  self->range_n = n_items;

  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (!can_select (self, position, n_items))
    return FALSE;

  set_selecting (self, TRUE);
  select_rows (self, position, n_items, FALSE);

  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (!can_select (self, 0, 0))
    return FALSE;

  set_selecting (self, TRUE);
  self->range_n = 0;
  kli_selected_set_all (self->selected);
  announce_all (self);

  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  KliIdSelection *self = KLI_ID_SELECTION (model);

  if (!self->is_selecting)
    return FALSE;

  self->range_n = 0;
  kli_selected_clear (self->selected);
  announce_all (self);

  return TRUE;
}

static void
kli_id_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KliIdSelection,
                               kli_id_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kli_id_selection_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          kli_id_selection_selection_model_init))

/* --- following the list --------------------------------------------------------------------------------- */

/* What is shown of the list is about to be, or has become, another answer: what is selected of it is counted.
 * Returns: whether it is. */
static gboolean
follow_answer (KliIdSelection *self)
{
  const KliQuery *query = NULL;
  KliAnswer *answer = self->list != NULL ? kli_query_list_get_shown (self->list, &query) : NULL;

  if (kli_selected_get_answer (self->selected) == answer)
    return FALSE;

  self->range_n = 0;
  kli_selected_show (self->selected, answer, query);

  return TRUE;
}

/* Where the open record stands among the @n rows from @position on. */
static guint
find_in_range (KliIdSelection *self, guint position, guint n)
{
  guint row = find_position (self);

  return row != GTK_INVALID_LIST_POSITION && row >= position && row - position < n ? row : GTK_INVALID_LIST_POSITION;
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
  gboolean other_answer = follow_answer (self);

  self->position = come != GTK_INVALID_LIST_POSITION ? come : old;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (!self->is_selecting && old != GTK_INVALID_LIST_POSITION && old != self->position)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  if (other_answer)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/* Other records stand in the same rows. */
static void
relabelled_cb (KliIdSelection *self)
{
  follow_answer (self);
  move_mark (self, find_position (self));
  if (self->is_selecting)
    announce_all (self);
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
    case PROP_SELECTING: g_value_set_boolean (value, self->is_selecting); break;
    case PROP_N_SELECTED: g_value_set_uint (value, kli_selected_count (self->selected)); break;
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
    case PROP_SELECTING: set_selecting (self, g_value_get_boolean (value)); break;
    case PROP_N_ITEMS:
    case PROP_N_SELECTED:
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
kli_id_selection_finalize (GObject *object)
{
  kli_selected_free (KLI_ID_SELECTION (object)->selected);

  G_OBJECT_CLASS (kli_id_selection_parent_class)->finalize (object);
}

static void
kli_id_selection_class_init (KliIdSelectionClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_id_selection_get_property;
  object_class->set_property = kli_id_selection_set_property;
  object_class->dispose = kli_id_selection_dispose;
  object_class->finalize = kli_id_selection_finalize;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, KLI_TYPE_QUERY_LIST, flags);
  props[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_N_ITEMS]
      = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  props[PROP_N_SELECTED]
      = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_id_selection_init (KliIdSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->selected = kli_selected_new ();
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
  follow_answer (self);
  self->position = find_position (self);
  new_n = get_n_items (G_LIST_MODEL (self));
  if (new_n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, new_n);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
  if (old_n != new_n)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
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

void
kli_id_selection_set_many (KliIdSelection *self, gboolean many)
{
  g_return_if_fail (KLI_IS_ID_SELECTION (self));

  set_selecting (self, FALSE);
  self->many = many;
}

gboolean
kli_id_selection_is_selecting (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), FALSE);

  return self->is_selecting;
}

void
kli_id_selection_set_selecting (KliIdSelection *self, gboolean is_selecting)
{
  g_return_if_fail (KLI_IS_ID_SELECTION (self));

  set_selecting (self, is_selecting);
}

void
kli_id_selection_toggle (KliIdSelection *self, gint64 id)
{
  gint position;

  g_return_if_fail (KLI_IS_ID_SELECTION (self));

  position = self->list != NULL ? kli_query_list_find (self->list, id) : -1;
  if (position < 0 || !self->many)
    return;

  set_selecting (self, TRUE);
  select_rows (self, (guint)position, 1, !kli_selected_contains (self->selected, (guint)position, id));
}

guint
kli_id_selection_get_n_selected (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), 0);

  return kli_selected_count (self->selected);
}

gboolean
kli_id_selection_contains_any (KliIdSelection *self, KliAnswer *records)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), FALSE);

  return kli_selected_contains_any (self->selected, records);
}

KliAnswer *
kli_id_selection_dup_selected (KliIdSelection *self)
{
  g_return_val_if_fail (KLI_IS_ID_SELECTION (self), NULL);

  return kli_selected_dup_shown (self->selected);
}
