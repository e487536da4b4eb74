/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a query as a list for GTK.
 *
 *   set_query, source "changed" ─→ KliListAsker ─→ source ─→ answered_cb ─→ waiting ─→ show (not while held)
 *                                       ↑                                               ├ few differences: take_steps
 *                                       │                                               ├ behind a beginning: append
 *                                       │                                               └ otherwise: relabel
 *                                       └── continue: the rest, after a beginning ────────┘
 *   get_item ─→ items by place (KliListPages) ─→ when somebody looks at one, its page is read from the source */
#include "model/kli-query-list.h"

#include "model/kli-list-asker.h"
#include "model/kli-list-diff.h"
#include "model/kli-list-pages.h"

/* More differences than this are not told row by row: each costs GTK a pass over the rows it keeps. */
#define STEPS_MAX 200
/* So many records are asked for at first of a list that shows nothing yet: if there are no more it is whole. */
#define FIRST_SCREEN 40
/* Of a list that shows more, GTK holds at most so many rows: it need not give them up for another order. */
#define ROWS_HELD 256

/* An answer that is not shown yet. */
typedef struct
{
  KliAnswer *answer; /* nullable: nothing waits */
  KliQuery *query;
} Waiting;

struct _KliQueryList
{
  GObject parent_instance;

  KliListPages *pages; /* owned; NULL after dispose */

  /* What is shown: the new answer up to front, then the old one from rest to end. Usually all of the new one. */
  KliQuery *shown_query; /* nullable: nothing was answered yet */
  KliAnswer *answer;     /* nullable */
  KliAnswer *old_answer; /* nullable: only while it is announced what goes and comes */
  guint front, rest, end;

  KliQuery *query;     /* nullable: what is asked */
  KliListAsker *asker; /* owned; NULL after dispose */
  guint screen;        /* so many rows fill it: of a beginning no more are announced */

  Waiting waiting;
  guint n_holds;
  gboolean showing; /* inside show (): what comes now waits for its end */
  gint64 anchor;
};

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_LOADING,
  PROP_QUERY,
} KliQueryListProp;

static GParamSpec *props[PROP_QUERY + 1];

enum
{
  RELABELLING,
  RELABELLED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void kli_query_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KliQueryList,
                               kli_query_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kli_query_list_list_model_init))

/* --- places and ids --------------------------------------------------------------------------------------- */

guint
kli_query_list_get_n_items (KliQueryList *self)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), 0);

  if (self->old_answer == NULL)
    return self->front;

  return self->front + self->end - self->rest;
}

guint
kli_query_list_get_count (KliQueryList *self)
{
  guint n = kli_query_list_get_n_items (self);

  return self->answer != NULL && self->old_answer == NULL ? kli_answer_get_count (self->answer) : n;
}

gint64
kli_query_list_get_id (KliQueryList *self, guint position)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), 0);

  if (position < self->front)
    return kli_answer_get_id (self->answer, position);
  if (position < kli_query_list_get_n_items (self))
    return kli_answer_get_id (self->old_answer, self->rest + position - self->front);

  return 0;
}

gint
kli_query_list_find (KliQueryList *self, gint64 id)
{
  gint place;

  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), -1);

  place = self->answer != NULL ? kli_answer_find (self->answer, id) : -1;
  if (place >= 0 && (guint)place < self->front)
    return place;
  place = self->old_answer != NULL ? kli_answer_find (self->old_answer, id) : -1;
  if (place >= 0 && (guint)place >= self->rest && (guint)place < self->end)
    return (gint)((guint)place - self->rest + self->front);

  return -1;
}

/* --- showing an answer ------------------------------------------------------------------------------------ */

/* In the state of the list after that. */
static void
announce (KliQueryList *self, guint position, guint n_removed, guint n_added)
{
  kli_list_pages_shift (self->pages, position, n_removed, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* What follows the new answer up to front goes, up to the place @rest of the old one. Of rows that it keeps no widgets
 * for GTK 4.8 takes away a run from its beginning, wherever in it what is removed begins, if that reaches beyond its
 * end: so they go by themselves, up to the next widget. */
static void
remove_old (KliQueryList *self, guint rest)
{
  guint n = rest - self->rest;
  guint n_bare = MIN (kli_list_pages_find_first (self->pages, self->front) - self->front, n);

  self->rest += n_bare;
  if (n_bare > 0)
    announce (self, self->front, n_bare, 0);
  self->rest = rest;
  if (n_bare < n)
    announce (self, self->front, n - n_bare, 0);
}

/* Where the view should be: at the top of a new query, else where the anchor is now. Returns: -1 for nowhere */
static gint
find_place (KliQueryList *self, gboolean is_new_query)
{
  if (is_new_query)
    return 0;

  return self->anchor != 0 ? kli_answer_find (self->answer, self->anchor) : -1;
}

/* Takes @answer. Only the tail is announced: GTK 4.8 would ask for every item of the list otherwise. */
static void
relabel (KliQueryList *self, KliAnswer *answer, gboolean is_new_query)
{
  g_autoptr (KliAnswer) old_answer = g_steal_pointer (&self->answer);
  guint old_n = self->front;
  guint n = kli_answer_get_n_items (answer);
  guint new_n = kli_answer_is_beginning (answer) ? MIN (n, MAX (old_n, self->screen)) : n;

  kli_list_pages_drop (self->pages);
  self->answer = answer;
  self->front = new_n;
  self->old_answer = new_n < old_n ? old_answer : NULL;
  self->rest = new_n;
  self->end = MAX (old_n, new_n);
  kli_list_pages_point (self->pages, MIN (old_n, new_n));
  if (new_n > old_n)
    g_list_model_items_changed (G_LIST_MODEL (self), old_n, 0, new_n - old_n);
  g_signal_emit (self, signals[RELABELLING], 0, find_place (self, is_new_query));
  if (new_n < old_n)
    remove_old (self, old_n);
  self->old_answer = NULL;
  kli_list_pages_tell (self->pages);
  g_signal_emit (self, signals[RELABELLED], 0);
}

/* Each step is announced in the list as it is then, so that every place can be asked for in between. */
static void
take_steps (KliQueryList *self, KliAnswer *answer, const GArray *steps)
{
  self->old_answer = g_steal_pointer (&self->answer);
  self->answer = answer;
  self->front = 0;
  self->rest = 0;
  self->end = kli_answer_get_n_items (self->old_answer);
  for (guint i = 0; i < steps->len; i++)
    {
      const KliListStep *step = &g_array_index (steps, KliListStep, i);

      self->front = step->front;
      self->rest = step->rest - step->n_removed;
      if (step->n_removed > 0)
        remove_old (self, step->rest);
      else
        announce (self, step->position, 0, step->n_added);
    }
  self->front = kli_answer_get_n_items (self->answer);
  g_clear_pointer (&self->old_answer, kli_answer_unref);
  kli_list_pages_point (self->pages, self->front);
  kli_list_pages_tell (self->pages);
}

/* Takes @answer: what is shown already, and the rest behind it. */
static void
append (KliQueryList *self, KliAnswer *answer)
{
  guint old_n = self->front;

  kli_answer_unref (self->answer);
  self->answer = answer;
  self->front = kli_answer_get_n_items (answer);
  g_list_model_items_changed (G_LIST_MODEL (self), old_n, 0, self->front - old_n);
}

static gboolean
begins_with_shown (KliQueryList *self, const KliAnswer *answer)
{
  guint n = kli_answer_get_n_items (self->answer);

  return kli_answer_is_beginning (self->answer) && kli_answer_get_n_items (answer) > n
         && kli_answer_count_same (self->answer, 0, answer, 0) == n;
}

/* Takes @answer. */
static void
show_same_query (KliQueryList *self, KliAnswer *answer)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (KliListStep));

  if (begins_with_shown (self, answer))
    append (self, answer);
  else if (self->front == kli_answer_get_n_items (self->answer)
           && kli_list_diff (self->answer, answer, STEPS_MAX, steps))
    take_steps (self, answer, steps);
  else
    relabel (self, answer, FALSE);
}

static void
show (KliQueryList *self)
{
  g_autoptr (KliQueryList) alive = g_object_ref (self);
  guint old_n = kli_query_list_get_n_items (self);

  if (self->showing)
    return;

  self->showing = TRUE;
  while (self->n_holds == 0 && self->waiting.answer != NULL)
    {
      KliAnswer *answer = g_steal_pointer (&self->waiting.answer);
      g_autoptr (KliQuery) query = g_steal_pointer (&self->waiting.query);
      gboolean is_new = self->shown_query == NULL || !kli_query_equal (self->shown_query, query);

      g_clear_pointer (&self->shown_query, kli_query_unref);
      self->shown_query = g_steal_pointer (&query);
      kli_list_pages_set_target (self->pages, kli_query_get_target (self->shown_query));
      if (is_new)
        relabel (self, answer, TRUE);
      else
        show_same_query (self, answer);
    }
  self->showing = FALSE;
  if (self->n_holds == 0 && self->asker != NULL)
    kli_list_asker_continue (self->asker);

  if (old_n != kli_query_list_get_n_items (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

KliListPages *
kli_query_list_get_pages (KliQueryList *self)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), NULL);

  return self->pages;
}

/* --- asking ----------------------------------------------------------------------------------------------- */

/* Takes @answer. */
static void
wait_to_show (KliQueryList *self, KliAnswer *answer, KliQuery *query)
{
  g_clear_pointer (&self->waiting.answer, kli_answer_unref);
  g_clear_pointer (&self->waiting.query, kli_query_unref);
  self->waiting.answer = answer;
  self->waiting.query = kli_query_ref (query);
}

/* KliListAnswered */
static void
answered_cb (gpointer list, KliAnswer *answer, KliQuery *query, const GError *error)
{
  KliQueryList *self = list;

  if (answer != NULL)
    {
      wait_to_show (self, answer, query);
      show (self);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* KliListLoading */
static void
loading_cb (gpointer list)
{
  g_object_notify_by_pspec (G_OBJECT (list), props[PROP_LOADING]);
}

static void
source_changed_cb (KliQueryList *self)
{
  kli_list_asker_ask_again (self->asker);
}

/* --- the object ------------------------------------------------------------------------------------------- */

static GType
query_list_get_item_type (GListModel *model)
{
  return KLI_TYPE_LIST_ITEM;
}

static guint
query_list_get_n_items (GListModel *model)
{
  return kli_query_list_get_n_items (KLI_QUERY_LIST (model));
}

static gpointer
query_list_get_item (GListModel *model, guint position)
{
  KliQueryList *self = KLI_QUERY_LIST (model);

  if (position >= kli_query_list_get_n_items (self))
    return NULL;

  return kli_list_pages_get_item (self->pages, position);
}

static void
kli_query_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = query_list_get_item_type;
  iface->get_n_items = query_list_get_n_items;
  iface->get_item = query_list_get_item;
}

static void
kli_query_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliQueryList *self = KLI_QUERY_LIST (object);

  switch ((KliQueryListProp)prop_id)
    {
    case PROP_N_ITEMS: g_value_set_uint (value, kli_query_list_get_n_items (self)); break;
    case PROP_LOADING: g_value_set_boolean (value, kli_query_list_is_loading (self)); break;
    case PROP_QUERY: g_value_set_boxed (value, self->query); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_query_list_dispose (GObject *object)
{
  KliQueryList *self = KLI_QUERY_LIST (object);

  g_clear_pointer (&self->asker, kli_list_asker_free);
  g_clear_pointer (&self->pages, kli_list_pages_free);

  G_OBJECT_CLASS (kli_query_list_parent_class)->dispose (object);
}

static void
kli_query_list_finalize (GObject *object)
{
  KliQueryList *self = KLI_QUERY_LIST (object);

  g_clear_pointer (&self->shown_query, kli_query_unref);
  g_clear_pointer (&self->answer, kli_answer_unref);
  g_clear_pointer (&self->query, kli_query_unref);
  g_clear_pointer (&self->waiting.answer, kli_answer_unref);
  g_clear_pointer (&self->waiting.query, kli_query_unref);

  G_OBJECT_CLASS (kli_query_list_parent_class)->finalize (object);
}

static void
kli_query_list_class_init (KliQueryListClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_query_list_get_property;
  object_class->dispose = kli_query_list_dispose;
  object_class->finalize = kli_query_list_finalize;

  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, KLI_TYPE_QUERY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[RELABELLING] = g_signal_new ("relabelling", KLI_TYPE_QUERY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RELABELLED]
      = g_signal_new ("relabelled", KLI_TYPE_QUERY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", KLI_TYPE_QUERY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
kli_query_list_init (KliQueryList *self)
{
  self->screen = FIRST_SCREEN;
}

KliQueryList *
kli_query_list_new (KliListSource *source)
{
  KliQueryList *self;

  g_return_val_if_fail (KLI_IS_LIST_SOURCE (source), NULL);

  self = g_object_new (KLI_TYPE_QUERY_LIST, NULL);
  self->pages = kli_list_pages_new (self, source);
  self->asker = kli_list_asker_new (source, self, answered_cb, loading_cb);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

KliQueryList *
kli_query_list_new_for_store (KliStore *store)
{
  g_autoptr (KliListSource) source = kli_list_source_new_for_store (store);

  return kli_query_list_new (source);
}

void
kli_query_list_set_query (KliQueryList *self, const KliQuery *query)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self) && query != NULL);

  if (self->query != NULL && kli_query_equal (self->query, query))
    return;

  g_clear_pointer (&self->query, kli_query_unref);
  self->query = kli_query_ref ((KliQuery *)query);
  kli_list_asker_ask (self->asker, self->query, CLAMP (kli_query_list_get_n_items (self), FIRST_SCREEN, ROWS_HELD));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUERY]);
}

const KliQuery *
kli_query_list_get_query (KliQueryList *self)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), NULL);

  return self->query;
}

KliAnswer *
kli_query_list_get_shown (KliQueryList *self, const KliQuery **query)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), NULL);

  if (query != NULL)
    *query = self->shown_query;

  return self->answer;
}

gboolean
kli_query_list_is_loading (KliQueryList *self)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), FALSE);

  return self->asker != NULL && kli_list_asker_is_loading (self->asker);
}

gboolean
kli_query_list_is_answered (KliQueryList *self)
{
  g_return_val_if_fail (KLI_IS_QUERY_LIST (self), FALSE);

  return self->shown_query != NULL;
}

void
kli_query_list_set_rows (KliQueryList *self, gboolean cells, guint screen)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self) && screen <= ROWS_HELD);

  self->screen = screen;
  kli_list_pages_set_cells (self->pages, cells);
}

void
kli_query_list_set_fields (KliQueryList *self, const GArray *fields)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self));

  kli_list_pages_set_fields (self->pages, fields);
}

void
kli_query_list_set_anchor (KliQueryList *self, gint64 id)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self));

  self->anchor = id;
}

void
kli_query_list_hold (KliQueryList *self)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self));

  self->n_holds++;
}

void
kli_query_list_release (KliQueryList *self)
{
  g_return_if_fail (KLI_IS_QUERY_LIST (self) && self->n_holds > 0);

  self->n_holds--;
  show (self);
}
