/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts that may be one: all pairs as they were found, and which of them somebody still has to look at. */
#include "model/kli-pair-list.h"

#include "core/kli-kinds.h"

#include <string.h>

#define PROGRESS_MS 100
/* Pairs whose rows are read at once. */
#define PAIRS_PER_PAGE (KLI_LIST_PAGE_SIZE / 2)
/* More changes than these are announced as one. */
#define CHANGES_MAX 200

struct _KliPairList
{
  GObject parent_instance;

  KliStore *store;   /* owned */
  GArray *found;     /* KliDuplicatePair: as they were found */
  GByteArray *still; /* of each of them: whether somebody still has to look at it */
  GArray *shown;     /* guint: places in found of those that are listed, ascending */
  GHashTable *pairs; /* place in found → KliPair that somebody holds, not owned */

  KliPairListState state;
  double fraction;
  GCancellable *cancellable; /* of the search and of looking again */
  int *permille;             /* (nullable): how far the search is; atomic, shared with its thread */
  guint progress;            /* timeout */
  GHashTable *doubtful;      /* (nullable): places in found that have to be looked at again */
  gboolean all_doubtful;
  gboolean looking;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_FRACTION,
} KliPairListProp;

static GParamSpec *props[PROP_FRACTION + 1];
static guint failed_signal;

static void kli_pair_list_model_init (GListModelInterface *iface);
static void look_again (KliPairList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (KliPairList,
                               kli_pair_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kli_pair_list_model_init))

/* --- the list ----------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return KLI_TYPE_PAIR;
}

static guint
get_n_items (GListModel *list)
{
  return KLI_PAIR_LIST (list)->shown->len;
}

static guint
place_at (KliPairList *self, guint position)
{
  return g_array_index (self->shown, guint, position);
}

static const KliDuplicatePair *
pair_at (KliPairList *self, guint place)
{
  return &g_array_index (self->found, KliDuplicatePair, place);
}

static KliListRow *
steal_row (GPtrArray *rows, guint n)
{
  return rows != NULL && n < rows->len ? g_steal_pointer (&g_ptr_array_index (rows, n)) : NULL;
}

/* Reads the rows of @n pairs, at most PAIRS_PER_PAGE. */
static void
read_rows (KliPairList *self, KliPair **pairs, guint n)
{
  gint64 ids[KLI_LIST_PAGE_SIZE];
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < n; i++)
    {
      ids[2 * i] = kli_pair_get (pairs[i])->first;
      ids[2 * i + 1] = kli_pair_get (pairs[i])->second;
    }
  rows = kli_store_read_page (self->store, KLI_QUERY_CONTACTS, ids, 2 * n, NULL);
  for (guint i = 0; i < n; i++)
    kli_pair_take_rows (pairs[i], steal_row (rows, 2 * i), steal_row (rows, 2 * i + 1));
}

static void
let_go_cb (gpointer data, GObject *pair)
{
  GHashTable *pairs = data;
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    if (held == pair)
      g_hash_table_iter_remove (&iter);
}

/* Only for those who listen already: a list view asks for one after the other. */
static gpointer
get_item (GListModel *list, guint position)
{
  KliPairList *self = KLI_PAIR_LIST (list);
  gpointer place;
  KliPair *pair;

  if (position >= self->shown->len)
    return NULL;
  place = GUINT_TO_POINTER (place_at (self, position));
  pair = g_hash_table_lookup (self->pairs, place);
  if (pair != NULL)
    return g_object_ref (pair);
  pair = kli_pair_new (pair_at (self, GPOINTER_TO_UINT (place)));
  g_hash_table_insert (self->pairs, place, pair);
  g_object_weak_ref (G_OBJECT (pair), let_go_cb, self->pairs);
  read_rows (self, &pair, 1);

  return pair;
}

static void
kli_pair_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- what is listed ----------------------------------------------------------------------------------- */

static void
forget_pairs (KliPairList *self)
{
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    g_object_weak_unref (pair, let_go_cb, self->pairs);
  g_hash_table_remove_all (self->pairs);
}

/* @found: (transfer full) */
static void
set_found (KliPairList *self, GArray *found)
{
  guint n_before = self->shown->len;

  forget_pairs (self);
  g_array_unref (self->found);
  self->found = found;
  g_byte_array_set_size (self->still, found->len);
  if (found->len > 0)
    memset (self->still->data, TRUE, found->len);
  g_array_set_size (self->shown, found->len);
  for (guint i = 0; i < found->len; i++)
    g_array_index (self->shown, guint, i) = i;
  if (n_before > 0 || found->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, found->len);
}

/* Where the pair @place stands, or would. */
static guint
find_position (KliPairList *self, guint place)
{
  guint from = 0;
  guint to = self->shown->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (place_at (self, middle) < place)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

static void
announce_one (KliPairList *self, guint place)
{
  guint position = find_position (self, place);

  if (self->still->data[place])
    g_array_insert_val (self->shown, position, place);
  else
    g_array_remove_index (self->shown, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, !self->still->data[place], self->still->data[place]);
}

static void
announce_all (KliPairList *self)
{
  guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->found->len; i++)
    if (self->still->data[i])
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

/* @changed: (element-type guint): places that are listed and should not be, or the other way round */
static void
announce (KliPairList *self, const GArray *changed)
{
  if (changed->len > CHANGES_MAX)
    announce_all (self);
  for (guint i = 0; i < changed->len && changed->len <= CHANGES_MAX; i++)
    announce_one (self, g_array_index (changed, guint, i));
}

/* --- looking again ------------------------------------------------------------------------------------ */

/* A pair, and whether it still has to be looked at. */
typedef struct
{
  guint place;
  gint64 first;
  gint64 second;
  gboolean still;
} Doubt;

static gpointer
look_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GArray *doubts = user_data;

  for (guint i = 0; i < doubts->len; i++)
    {
      Doubt *doubt = &g_array_index (doubts, Doubt, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !kli_duplicates_still (connection, doubt->first, doubt->second, &doubt->still, error))
        return NULL;
    }

  return g_array_ref (doubts);
}

static void
take_looks (KliPairList *self, const GArray *doubts)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < doubts->len; i++)
    {
      const Doubt *doubt = &g_array_index (doubts, Doubt, i);

      if (self->still->data[doubt->place] == (guint8)doubt->still)
        continue;
      self->still->data[doubt->place] = (guint8)doubt->still;
      g_array_append_val (changed, doubt->place);
    }
  announce (self, changed);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliPairList) self = user_data;
  g_autoptr (GArray) doubts = kli_store_read_finish (KLI_STORE (source), result, NULL);

  self->looking = FALSE;
  if (doubts != NULL && self->state == KLI_PAIR_LIST_FOUND)
    take_looks (self, doubts);
  look_again (self);
}

static void
add_doubt (GArray *doubts, KliPairList *self, guint place)
{
  Doubt doubt = { place, pair_at (self, place)->first, pair_at (self, place)->second, FALSE };

  g_array_append_val (doubts, doubt);
}

/* Returns: (transfer full): what has to be looked at, which is then in doubt no more */
static GArray *
gather_doubts (KliPairList *self)
{
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (Doubt));
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->doubtful);
  while (!self->all_doubtful && g_hash_table_iter_next (&iter, &place, NULL))
    add_doubt (doubts, self, GPOINTER_TO_UINT (place));
  for (guint i = 0; self->all_doubtful && i < self->found->len; i++)
    add_doubt (doubts, self, i);
  g_hash_table_remove_all (self->doubtful);
  self->all_doubtful = FALSE;

  return doubts;
}

/* One look at a time, so that an older one never has the last word. */
static void
look_again (KliPairList *self)
{
  GArray *doubts;

  if (self->looking || self->state != KLI_PAIR_LIST_FOUND
      || (!self->all_doubtful && g_hash_table_size (self->doubtful) == 0))
    return;
  self->looking = TRUE;
  doubts = gather_doubts (self);
  kli_store_read_async (self->store, look_func, doubts, (GDestroyNotify)g_array_unref, (GDestroyNotify)g_array_unref,
                        self->cancellable, looked_cb, g_object_ref (self));
}

/* What is held is read anew: it may be on the screen. */
static void
reread (KliPairList *self, KliChanges *changes)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    if (kli_changes_touch (changes, kli_pair_get (pair)->first)
        || kli_changes_touch (changes, kli_pair_get (pair)->second))
      g_ptr_array_add (held, g_object_ref (pair));
  for (guint i = 0; i < held->len; i += PAIRS_PER_PAGE)
    read_rows (self, (KliPair **)held->pdata + i, MIN (held->len - i, PAIRS_PER_PAGE));
}

static void
changed_cb (KliPairList *self, KliChanges *changes)
{
  if (self->state == KLI_PAIR_LIST_SEARCHING || kli_changes_is_everything (changes))
    self->all_doubtful = TRUE;
  else
    for (guint i = 0; i < self->found->len; i++)
      if (kli_changes_touch (changes, pair_at (self, i)->first)
          || kli_changes_touch (changes, pair_at (self, i)->second))
        g_hash_table_add (self->doubtful, GUINT_TO_POINTER (i));
  reread (self, changes);
  look_again (self);
}

/* --- the search --------------------------------------------------------------------------------------- */

static void
set_state (KliPairList *self, KliPairListState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
set_fraction (KliPairList *self, double fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

/* On the thread that searches. */
static void
progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set ((int *)user_data, (int)(fraction * 1000));
}

static gpointer
search_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_duplicates_find (connection, progress_cb, user_data, cancellable, error);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  KliPairList *self = user_data;

  set_fraction (self, g_atomic_int_get (self->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
end_progress (KliPairList *self)
{
  g_clear_handle_id (&self->progress, g_source_remove);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliPairList) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *found = kli_store_read_finish (KLI_STORE (source), result, &error);

  end_progress (self);
  if (found != NULL)
    {
      set_found (self, found);
      set_state (self, KLI_PAIR_LIST_FOUND);
      look_again (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_state (self, KLI_PAIR_LIST_STOPPED);
      return;
    }
  set_state (self, KLI_PAIR_LIST_FAILED);
  g_signal_emit (self, failed_signal, 0, error);
}

void
kli_pair_list_search (KliPairList *list)
{
  int zero = 0;

  g_return_if_fail (KLI_IS_PAIR_LIST (list));

  if (list->state == KLI_PAIR_LIST_SEARCHING)
    return;
  set_state (list, KLI_PAIR_LIST_SEARCHING);
  set_found (list, g_array_new (FALSE, FALSE, sizeof (KliDuplicatePair)));
  g_hash_table_remove_all (list->doubtful);
  list->all_doubtful = FALSE;
  g_cancellable_cancel (list->cancellable);
  g_set_object (&list->cancellable, NULL);
  list->cancellable = g_cancellable_new ();
  list->permille = g_atomic_rc_box_dup (sizeof zero, &zero);
  list->progress = g_timeout_add (PROGRESS_MS, tell_progress_cb, list);
  set_fraction (list, 0);
  kli_store_read_async (list->store, search_func, g_atomic_rc_box_acquire (list->permille),
                        (GDestroyNotify)g_atomic_rc_box_release, (GDestroyNotify)g_array_unref, list->cancellable,
                        searched_cb, g_object_ref (list));
}

void
kli_pair_list_cancel (KliPairList *list)
{
  g_return_if_fail (KLI_IS_PAIR_LIST (list));

  if (list->state == KLI_PAIR_LIST_SEARCHING)
    g_cancellable_cancel (list->cancellable);
}

KliPairListState
kli_pair_list_get_state (KliPairList *list)
{
  g_return_val_if_fail (KLI_IS_PAIR_LIST (list), KLI_PAIR_LIST_NEW);

  return list->state;
}

double
kli_pair_list_get_fraction (KliPairList *list)
{
  g_return_val_if_fail (KLI_IS_PAIR_LIST (list), 0);

  return list->fraction;
}

/* --- the object --------------------------------------------------------------------------------------- */

static void
kli_pair_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliPairList *self = KLI_PAIR_LIST (object);

  switch ((KliPairListProp)prop_id)
    {
    case PROP_STATE: g_value_set_uint (value, self->state); break;
    case PROP_FRACTION: g_value_set_double (value, self->fraction); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_pair_list_finalize (GObject *object)
{
  KliPairList *self = KLI_PAIR_LIST (object);

  end_progress (self);
  forget_pairs (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_array_unref (self->found);
  g_byte_array_unref (self->still);
  g_array_unref (self->shown);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->doubtful);
  G_OBJECT_CLASS (kli_pair_list_parent_class)->finalize (object);
}

static void
kli_pair_list_class_init (KliPairListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_pair_list_get_property;
  object_class->finalize = kli_pair_list_finalize;

  props[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, KLI_PAIR_LIST_NEW, KLI_PAIR_LIST_FAILED,
                                         KLI_PAIR_LIST_NEW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FRACTION]
      = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  failed_signal = g_signal_new ("failed", KLI_TYPE_PAIR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_ERROR);
}

static void
kli_pair_list_init (KliPairList *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (KliDuplicatePair));
  self->still = g_byte_array_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pairs = g_hash_table_new (NULL, NULL);
  self->doubtful = g_hash_table_new (NULL, NULL);
}

KliPairList *
kli_pair_list_new (KliStore *store)
{
  KliPairList *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_PAIR_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
