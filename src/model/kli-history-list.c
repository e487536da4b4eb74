/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list for GTK.
 *
 *   set_filter ─→ ask (BEGIN)  ─┐                          ┌ BEGIN:  all lines anew
 *   load_more  ─→ ask (GO_ON)  ─┼→ background ─→ replied_cb ┼ GO_ON:  lines at the end
 *   "changed"  ─→ ask (FOLLOW) ─┘                          └ FOLLOW: lines at the beginning, and others read again
 *
 * One question is under way at a time; a new filter drops it, a change of the store waits for it. */
#include "model/kli-history-list.h"

#include "model/kli-history-item-private.h"
#include "model/kli-history-read.h"

#define PAGE 64
/* When a change may concern more lines than this, all are read anew. */
#define AGAIN_MAX 500

typedef enum
{
  BEGIN,
  GO_ON,
  FOLLOW,
  NOTHING,
} Purpose;

struct _KliHistoryList
{
  GObject parent_instance;

  KliStore *store;          /* owned */
  KliHistoryFilter *filter; /* nullable: nothing was asked yet */
  GPtrArray *items;         /* KliHistoryItem, newest first */
  gint64 next;              /* where the next page begins, 0 when there is none */
  gint64 newest;            /* newer entries are not known yet */
  gboolean answered;

  GCancellable *cancellable; /* of the question under way; nullable: none is */
  GPtrArray *changes;        /* KliChanges that came meanwhile */
};

typedef enum
{
  PROP_LOADING = 1,
} KliHistoryListProp;

static GParamSpec *props[PROP_LOADING + 1];

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void kli_history_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KliHistoryList,
                               kli_history_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kli_history_list_list_model_init))

static KliHistoryItem *
item_at (KliHistoryList *self, guint position)
{
  return g_ptr_array_index (self->items, position);
}

/* --- lines ------------------------------------------------------------------------------------------------ */

/* Tells the lines where a day begins and ends. */
static void
set_places (KliHistoryList *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      KliDay day = kli_history_item_get_day (item_at (self, i));
      gboolean first = i == 0 || kli_history_item_get_day (item_at (self, i - 1)) != day;
      gboolean last = i + 1 == self->items->len || kli_history_item_get_day (item_at (self, i + 1)) != day;

      kli_history_item_set_place (item_at (self, i), first, last);
    }
}

static KliHistoryItem *
make_item (KliHistoryFound *found)
{
  return kli_history_item_new (g_steal_pointer (&found->entry), found->count.n_made, found->count.n_changed);
}

/* Older entries, behind all others. Returns: how many lines came */
static guint
add_older (KliHistoryList *self, GPtrArray *all)
{
  guint n_before = self->items->len;

  for (guint i = 0; i < all->len; i++)
    {
      KliHistoryFound *found = g_ptr_array_index (all, i);

      if (self->items->len > 0 && kli_history_item_continues (item_at (self, self->items->len - 1), found->entry))
        kli_history_item_add (item_at (self, self->items->len - 1), g_steal_pointer (&found->entry));
      else
        g_ptr_array_add (self->items, make_item (found));
    }

  return self->items->len - n_before;
}

/* Newer entries, before all others. Returns: how many lines came */
static guint
add_newer (KliHistoryList *self, GPtrArray *all)
{
  guint n_before = self->items->len;

  for (guint i = all->len; i > 0; i--)
    {
      KliHistoryFound *found = g_ptr_array_index (all, i - 1);

      if (self->items->len > 0 && kli_history_item_continues (item_at (self, 0), found->entry))
        kli_history_item_add (item_at (self, 0), g_steal_pointer (&found->entry));
      else
        g_ptr_array_insert (self->items, 0, make_item (found));
    }

  return self->items->len - n_before;
}

/* Lines that were open stay open. */
static void
open_as_before (KliHistoryList *self, GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      KliHistoryItem *old = g_ptr_array_index (before, i);
      int place
          = kli_history_item_is_open (old) ? kli_history_list_find (self, kli_history_item_get_entry (old, 0)->id) : -1;

      if (place >= 0)
        kli_history_item_set_open (item_at (self, (guint)place), TRUE);
    }
}

static void
begin_anew (KliHistoryList *self, KliHistoryReply *reply)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->next = reply->next;
  self->answered = TRUE;
  add_older (self, reply->found);
  set_places (self);
  open_as_before (self, before);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->items->len);
}

static void
go_on (KliHistoryList *self, KliHistoryReply *reply)
{
  guint n_before = self->items->len;
  guint n_added = add_older (self, reply->found);

  self->next = reply->next;
  set_places (self);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
}

/* Whether an entry that was being made has ended: only now it can be counted. */
static gboolean
has_ended (KliHistoryList *self, const KliHistoryEntry *entry)
{
  int place = kli_history_list_find (self, entry->id);
  const KliHistoryEntry *before
      = place >= 0 ? kli_history_item_find_entry (item_at (self, (guint)place), entry->id) : NULL;

  return before != NULL && g_str_equal (before->state, "running") && g_str_equal (entry->state, "done");
}

/* Returns: whether all must be read anew after all */
static gboolean
follow (KliHistoryList *self, KliHistoryReply *reply)
{
  gboolean ended = FALSE;
  guint n_added;

  for (guint i = 0; i < reply->again->len; i++)
    {
      KliHistoryEntry *entry = g_ptr_array_index (reply->again, i);
      int place = kli_history_list_find (self, entry->id);

      ended = ended || has_ended (self, entry);
      if (place >= 0)
        kli_history_item_replace (item_at (self, (guint)place), g_steal_pointer (&reply->again->pdata[i]));
    }
  n_added = add_newer (self, reply->found);
  set_places (self);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_added);

  return ended;
}

/* --- asking ----------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef list;
  Purpose purpose;
  GCancellable *cancellable; /* tells whether it is still waited for */
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->list);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void replied_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static guint
count_entries (KliHistoryList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += kli_history_item_get_n_entries (item_at (self, i));

  return n;
}

/* @again: (transfer full) (nullable) */
static void
ask (KliHistoryList *self, Purpose purpose, guint limit, GArray *again)
{
  gboolean was_loading = self->cancellable != NULL;
  KliHistoryRequest *request = g_new0 (KliHistoryRequest, 1);
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  request->filter = kli_history_filter_copy (self->filter);
  request->before = purpose == GO_ON ? self->next : G_MAXINT64;
  request->after = purpose == FOLLOW ? self->newest : 0;
  request->limit = limit;
  request->again = again;
  g_weak_ref_init (&question->list, self);
  question->purpose = purpose;
  question->cancellable = g_object_ref (self->cancellable);
  kli_store_read_async (self->store, kli_history_read_func, request, (GDestroyNotify)kli_history_request_free,
                        (GDestroyNotify)kli_history_reply_free, self->cancellable, replied_cb, question);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/* As much as is there now, anew. */
static void
ask_all (KliHistoryList *self)
{
  g_ptr_array_set_size (self->changes, 0);
  ask (self, BEGIN, MAX (PAGE, count_entries (self)), NULL);
}

/* Whether @changes may make @entry read differently: the name of its record, or whether it stands. */
static gboolean
concerns (GPtrArray *changes, const KliHistoryEntry *entry)
{
  if (kli_history_is_about_many (entry))
    return TRUE;
  for (guint i = 0; i < changes->len; i++)
    if (kli_changes_touch (g_ptr_array_index (changes, i), entry->subject))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (element-type gint64) */
static GArray *
gather_again (KliHistoryList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->items->len; i++)
    for (guint n = 0; n < kli_history_item_get_n_entries (item_at (self, i)); n++)
      {
        const KliHistoryEntry *entry = kli_history_item_get_entry (item_at (self, i), n);

        if (concerns (self->changes, entry))
          g_array_append_val (ids, entry->id);
      }

  return ids;
}

static gboolean
everything_changed (KliHistoryList *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (kli_changes_is_everything (g_ptr_array_index (self->changes, i)))
      return TRUE;

  return FALSE;
}

static void
follow_changes (KliHistoryList *self)
{
  g_autoptr (GArray) again = gather_again (self);

  /* A new name may be one that is searched for, or no longer. */
  if (everything_changed (self) || *self->filter->text != '\0' || again->len > AGAIN_MAX)
    {
      ask_all (self);
      return;
    }

  g_ptr_array_set_size (self->changes, 0);
  ask (self, FOLLOW, AGAIN_MAX, g_steal_pointer (&again));
}

/* --- answers ---------------------------------------------------------------------------------------------- */

/* Takes the page in. Returns: what is to be asked next, or NOTHING */
static Purpose
take_reply (KliHistoryList *self, Purpose purpose, KliHistoryReply *reply)
{
  gboolean is_short = reply->found->len < PAGE && reply->next != 0;

  if (purpose != GO_ON)
    self->newest = reply->newest;
  switch (purpose)
    {
    case BEGIN: begin_anew (self, reply); break;
    case GO_ON: go_on (self, reply); break;
    case FOLLOW: return follow (self, reply) ? BEGIN : NOTHING;
    case NOTHING:
    default: g_assert_not_reached ();
    }

  return is_short ? GO_ON : NOTHING;
}

/* Whoever looks at the list finds it as it was announced; only then does it go on. */
static void
ask_next (KliHistoryList *self, Purpose purpose)
{
  if (self->changes->len > 0)
    follow_changes (self);
  else if (purpose == BEGIN)
    ask_all (self);
  else if (purpose == GO_ON)
    ask (self, GO_ON, PAGE, NULL);
}

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (KliHistoryList) self = g_weak_ref_get (&question->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliHistoryReply) reply = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (self == NULL || question->cancellable != self->cancellable)
    return; /* nobody waits any more, or a newer question was put */

  if (reply != NULL && question->purpose == FOLLOW && reply->next != 0)
    { /* more came than one look takes in */
      ask_all (self);
      return;
    }
  g_clear_object (&self->cancellable);
  if (reply != NULL)
    ask_next (self, take_reply (self, question->purpose, reply));
  if (self->cancellable == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
store_changed_cb (KliHistoryList *self, KliChanges *changes)
{
  if (self->filter == NULL)
    return;

  g_ptr_array_add (self->changes, kli_changes_ref (changes));
  if (self->cancellable == NULL)
    follow_changes (self);
}

/* --- the object ------------------------------------------------------------------------------------------- */

static GType
history_list_get_item_type (GListModel *model)
{
  return KLI_TYPE_HISTORY_ITEM;
}

static guint
history_list_get_n_items (GListModel *model)
{
  return KLI_HISTORY_LIST (model)->items->len;
}

static gpointer
history_list_get_item (GListModel *model, guint position)
{
  KliHistoryList *self = KLI_HISTORY_LIST (model);

  return position < self->items->len ? g_object_ref (item_at (self, position)) : NULL;
}

static void
kli_history_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = history_list_get_item_type;
  iface->get_n_items = history_list_get_n_items;
  iface->get_item = history_list_get_item;
}

static void
kli_history_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliHistoryListProp)prop_id)
    {
    case PROP_LOADING: g_value_set_boolean (value, kli_history_list_is_loading (KLI_HISTORY_LIST (object))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_history_list_dispose (GObject *object)
{
  KliHistoryList *self = KLI_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (kli_history_list_parent_class)->dispose (object);
}

static void
kli_history_list_finalize (GObject *object)
{
  KliHistoryList *self = KLI_HISTORY_LIST (object);

  kli_history_filter_free (self->filter);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->changes);

  G_OBJECT_CLASS (kli_history_list_parent_class)->finalize (object);
}

static void
kli_history_list_class_init (KliHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_history_list_get_property;
  object_class->dispose = kli_history_list_dispose;
  object_class->finalize = kli_history_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FAILED] = g_signal_new ("failed", KLI_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
kli_history_list_init (KliHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_changes_unref);
}

KliHistoryList *
kli_history_list_new (KliStore *store)
{
  KliHistoryList *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_HISTORY_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
kli_history_list_set_filter (KliHistoryList *self, const KliHistoryFilter *filter)
{
  g_return_if_fail (KLI_IS_HISTORY_LIST (self) && filter != NULL);

  if (self->filter != NULL && kli_history_filter_equal (self->filter, filter))
    return;

  kli_history_filter_free (self->filter);
  self->filter = kli_history_filter_copy (filter);
  self->answered = FALSE;
  g_ptr_array_set_size (self->changes, 0);
  ask (self, BEGIN, PAGE, NULL);
}

const KliHistoryFilter *
kli_history_list_get_filter (KliHistoryList *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_LIST (self), NULL);

  return self->filter;
}

void
kli_history_list_load_more (KliHistoryList *self)
{
  g_return_if_fail (KLI_IS_HISTORY_LIST (self));

  if (self->cancellable == NULL && self->next != 0)
    ask (self, GO_ON, PAGE, NULL);
}

gboolean
kli_history_list_is_loading (KliHistoryList *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_LIST (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
kli_history_list_is_answered (KliHistoryList *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_LIST (self), FALSE);

  return self->answered;
}

gboolean
kli_history_list_is_complete (KliHistoryList *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_LIST (self), FALSE);

  return self->answered && self->next == 0;
}

int
kli_history_list_find (KliHistoryList *self, gint64 id)
{
  g_return_val_if_fail (KLI_IS_HISTORY_LIST (self), -1);

  for (guint i = 0; i < self->items->len; i++)
    if (kli_history_item_find_entry (item_at (self, i), id) != NULL)
      return (int)i;

  return -1;
}
