/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a list are selected: a set of them, and of one query everything but some. */
#include "model/kli-selected.h"

#include "store/kli-record-set.h"

struct _KliSelected
{
  KliRecordSet *picked; /* owned: selected one by one */
  KliQuery *all_of;     /* nullable: everything of it, too; in its default order */
  KliRecordSet *but;    /* owned: of all_of, those that are not selected */
  KliAnswer *answer;    /* nullable: what is shown */
  KliQuery *query;      /* nullable: in its default order */
  guint n_shown;        /* of answer */
};

KliSelected *
kli_selected_new (void)
{
  KliSelected *self = g_new0 (KliSelected, 1);

  self->picked = kli_record_set_new ();
  self->but = kli_record_set_new ();

  return self;
}

void
kli_selected_free (KliSelected *self)
{
  if (self == NULL)
    return;

  kli_record_set_free (self->picked);
  kli_record_set_free (self->but);
  g_clear_pointer (&self->all_of, kli_query_unref);
  g_clear_pointer (&self->answer, kli_answer_unref);
  g_clear_pointer (&self->query, kli_query_unref);
  g_free (self);
}

/* Those by which the selected ones differ from everything, or from nothing. */
static KliRecordSet *
get_told (const KliSelected *self)
{
  return self->all_of != NULL ? self->but : self->picked;
}

static gboolean
is_told (const KliSelected *self, guint position)
{
  return kli_record_set_contains (get_told (self), position) == (self->all_of == NULL);
}

gboolean
kli_selected_contains (const KliSelected *self, guint position, gint64 id)
{
  gint place;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->answer == NULL || id == 0)
    return FALSE;
  if (position < kli_answer_get_n_items (self->answer) && kli_answer_get_id (self->answer, position) == id)
    return is_told (self, position);
  place = kli_answer_find (self->answer, id);

  return place >= 0 && is_told (self, (guint)place);
}

gboolean
kli_selected_contains_any (const KliSelected *self, KliAnswer *records)
{
  guint n_told;

  g_return_val_if_fail (self != NULL && records != NULL, FALSE);

  n_told = kli_record_set_count (get_told (self), records);

  return self->all_of != NULL ? n_told < kli_answer_get_n_items (records) : n_told > 0;
}

/* --- what is shown ---------------------------------------------------------------------------------------- */

/* Whether everything that can be looked at answers @query. */
static gboolean
asks_nothing (const KliQuery *query)
{
  g_autoptr (KliQuery) everything = kli_query_new (kli_query_get_target (query), NULL, NULL);

  return kli_query_equal (query, everything);
}

/* "Everything" becomes the records that it is at this moment. */
static void
settle (KliSelected *self)
{
  guint n = self->answer != NULL ? kli_answer_get_n_items (self->answer) : 0;

  for (guint i = 0, end; i < n; i = end + 1)
    {
      for (end = i; end < n && !kli_record_set_contains (self->but, end);)
        end++;
      kli_record_set_put (self->picked, i, end - i, TRUE);
    }
  g_clear_pointer (&self->all_of, kli_query_unref);
  kli_record_set_clear (self->but);
}

static void
count (KliSelected *self)
{
  guint n = self->answer != NULL ? kli_answer_get_n_items (self->answer) : 0;
  guint n_told = n > 0 ? kli_record_set_count (get_told (self), self->answer) : 0;

  self->n_shown = self->all_of != NULL ? n - n_told : n_told;
}

void
kli_selected_show (KliSelected *self, KliAnswer *answer, const KliQuery *query)
{
  g_autoptr (KliQuery) asked = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail ((answer != NULL) == (query != NULL));

  asked = query != NULL ? kli_query_with_order (query, NULL) : NULL;
  if (self->all_of != NULL && !asks_nothing (self->all_of) && (asked == NULL || !kli_query_equal (self->all_of, asked)))
    settle (self);

  if (answer != NULL)
    kli_answer_ref (answer);
  g_clear_pointer (&self->answer, kli_answer_unref);
  self->answer = answer;
  kli_record_set_look (self->picked, answer);
  kli_record_set_look (self->but, answer);
  g_clear_pointer (&self->query, kli_query_unref);
  self->query = g_steal_pointer (&asked);
  count (self);
}

KliAnswer *
kli_selected_get_answer (KliSelected *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->answer;
}

guint
kli_selected_count (const KliSelected *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_shown;
}

/* --- selecting -------------------------------------------------------------------------------------------- */

gboolean
kli_selected_set_range (KliSelected *self, guint position, guint n, gboolean selected)
{
  guint n_items, n_new;

  g_return_val_if_fail (self != NULL, FALSE);

  n_items = self->answer != NULL ? kli_answer_get_n_items (self->answer) : 0;
  g_return_val_if_fail (position <= n_items && n <= n_items - position, FALSE);

  n_new = kli_record_set_put (get_told (self), position, n, selected == (self->all_of == NULL));
  if (self->all_of != NULL && !selected)
    kli_record_set_put (self->picked, position, n, FALSE); /* not again when everything has become the rest */
  self->n_shown = selected ? self->n_shown + n_new : self->n_shown - n_new;

  return n_new > 0;
}

void
kli_selected_set_all (KliSelected *self)
{
  g_return_if_fail (self != NULL);

  if (self->query == NULL)
    return;

  if (self->all_of != NULL && !kli_query_equal (self->all_of, self->query))
    kli_selected_set_range (self, 0, kli_answer_get_n_items (self->answer), TRUE); /* of everything there is, a part */
  else
    {
      g_clear_pointer (&self->all_of, kli_query_unref);
      self->all_of = kli_query_ref (self->query);
      kli_record_set_clear (self->but);
    }
  self->n_shown = kli_answer_get_n_items (self->answer);
}

void
kli_selected_clear (KliSelected *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->all_of, kli_query_unref);
  kli_record_set_clear (self->but);
  kli_record_set_clear (self->picked);
  self->n_shown = 0;
}

/* --- what is acted on ------------------------------------------------------------------------------------- */

KliAnswer *
kli_selected_dup_shown (const KliSelected *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_shown == 0)
    return NULL;
  if (self->n_shown == kli_answer_get_n_items (self->answer))
    return kli_answer_ref (self->answer);

  return kli_record_set_pick (get_told (self), self->all_of == NULL);
}
