/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a list are selected: a set of ids, and of one query everything but some. */
#include "model/kli-selected.h"

#include "core/kli-id-table.h"

/* In some milliseconds. */
#define LOOK_AT_MAX 100000

struct _KliSelected
{
  KliIdTable *ids;   /* owned: selected one by one */
  KliQuery *all_of;  /* nullable: everything of it, too; in its default order */
  KliIdTable *but;   /* owned: of all_of, those that are not selected */
  KliAnswer *answer; /* nullable: what is shown */
  KliQuery *query;   /* nullable: in its default order */
  guint n_shown;     /* of answer */
};

KliSelected *
kli_selected_new (void)
{
  KliSelected *self = g_new0 (KliSelected, 1);

  self->ids = kli_id_table_new ();
  self->but = kli_id_table_new ();

  return self;
}

void
kli_selected_free (KliSelected *self)
{
  if (self == NULL)
    return;

  kli_id_table_free (self->ids);
  kli_id_table_free (self->but);
  g_clear_pointer (&self->all_of, kli_query_unref);
  g_clear_pointer (&self->answer, kli_answer_unref);
  g_clear_pointer (&self->query, kli_query_unref);
  g_free (self);
}

gboolean
kli_selected_contains (const KliSelected *self, gint64 id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->all_of != NULL ? !kli_id_table_contains (self->but, id) : kli_id_table_contains (self->ids, id);
}

gboolean
kli_selected_contains_any (const KliSelected *self, KliAnswer *records)
{
  guint n;

  g_return_val_if_fail (self != NULL && records != NULL, FALSE);

  n = kli_answer_get_n_items (records);
  for (guint i = 0; i < MIN (n, LOOK_AT_MAX); i++)
    if (kli_selected_contains (self, kli_answer_get_id (records, i)))
      return TRUE;

  return n > LOOK_AT_MAX;
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

  for (guint i = 0; i < n; i++)
    {
      gint64 id = kli_answer_get_id (self->answer, i);

      if (!kli_id_table_contains (self->but, id))
        kli_id_table_add (self->ids, id);
    }
  g_clear_pointer (&self->all_of, kli_query_unref);
  kli_id_table_clear (self->but);
}

static void
count (KliSelected *self)
{
  guint n = self->answer != NULL ? kli_answer_get_n_items (self->answer) : 0;
  const KliIdTable *told = self->all_of != NULL ? self->but : self->ids;
  guint n_told = 0;

  for (guint i = 0; i < n && n_told < kli_id_table_count (told); i++)
    n_told += kli_id_table_contains (told, kli_answer_get_id (self->answer, i));
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

/* The record @id, which is shown. */
static gboolean
set_shown (KliSelected *self, gint64 id, gboolean selected)
{
  gboolean differs;

  if (self->all_of != NULL)
    differs = selected ? kli_id_table_remove (self->but, id) : kli_id_table_add (self->but, id);
  else
    differs = selected ? kli_id_table_add (self->ids, id) : kli_id_table_remove (self->ids, id);
  if (self->all_of != NULL && !selected)
    kli_id_table_remove (self->ids, id); /* not again when everything has become the rest */
  if (differs && selected)
    self->n_shown++;
  else if (differs)
    self->n_shown--;

  return differs;
}

gboolean
kli_selected_set_range (KliSelected *self, guint position, guint n, gboolean selected)
{
  gboolean differs = FALSE;
  guint n_items;

  g_return_val_if_fail (self != NULL, FALSE);

  n_items = self->answer != NULL ? kli_answer_get_n_items (self->answer) : 0;
  g_return_val_if_fail (position <= n_items && n <= n_items - position, FALSE);

  for (guint i = position; i < position + n; i++)
    differs = set_shown (self, kli_answer_get_id (self->answer, i), selected) || differs;

  return differs;
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
      kli_id_table_clear (self->but);
    }
  self->n_shown = kli_answer_get_n_items (self->answer);
}

void
kli_selected_clear (KliSelected *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->all_of, kli_query_unref);
  kli_id_table_clear (self->but);
  kli_id_table_clear (self->ids);
  self->n_shown = 0;
}

/* --- what is acted on ------------------------------------------------------------------------------------- */

KliAnswer *
kli_selected_dup_shown (const KliSelected *self)
{
  g_autofree gint64 *ids = NULL;
  guint n, n_ids = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_shown == 0)
    return NULL;
  n = kli_answer_get_n_items (self->answer);
  if (self->n_shown == n)
    return kli_answer_ref (self->answer);

  ids = g_new (gint64, self->n_shown);
  for (guint i = 0; i < n && n_ids < self->n_shown; i++)
    if (kli_selected_contains (self, kli_answer_get_id (self->answer, i)))
      ids[n_ids++] = kli_answer_get_id (self->answer, i);

  return kli_answer_new (ids, n_ids);
}
