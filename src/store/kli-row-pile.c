/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New records that wait to be inserted: a feed for each kind. */
#include "store/kli-row-pile.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-feed.h"

typedef struct
{
  const KliKind *kind;
  KliFeed *feed;
} Kind;

struct _KliRowPile
{
  GArray *kinds; /* Kind, in the order in which they came */
  guint n;
};

static void
kind_clear (gpointer data)
{
  kli_feed_free (((Kind *)data)->feed);
}

KliRowPile *
kli_row_pile_new (void)
{
  KliRowPile *pile = g_new0 (KliRowPile, 1);

  pile->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  g_array_set_clear_func (pile->kinds, kind_clear);

  return pile;
}

void
kli_row_pile_free (KliRowPile *pile)
{
  if (pile == NULL)
    return;

  g_array_unref (pile->kinds);
  g_free (pile);
}

static KliFeed *
feed_of (KliRowPile *pile, const KliKind *kind)
{
  Kind added = { .kind = kind };

  for (guint i = 0; i < pile->kinds->len; i++)
    if (g_array_index (pile->kinds, Kind, i).kind == kind)
      return g_array_index (pile->kinds, Kind, i).feed;

  added.feed = kli_feed_new (KLI_TRACKED_COLUMNS + kind->n_columns);
  g_array_append_val (pile->kinds, added);

  return added.feed;
}

void
kli_row_pile_add (KliRowPile *pile, const KliRow *row)
{
  KliFeed *feed;

  g_return_if_fail (pile != NULL && row != NULL && row->id != 0);

  feed = feed_of (pile, row->kind);
  kli_feed_add_integer (feed, row->id);
  kli_feed_add_integer (feed, row->deleted_at);
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_column_is_text (&row->kind->columns[i]))
      kli_feed_add_text (feed, row->values[i].text);
    else
      kli_feed_add_integer (feed, row->values[i].integer);
  pile->n++;
}

guint
kli_row_pile_get_length (const KliRowPile *pile)
{
  g_return_val_if_fail (pile != NULL, 0);

  return pile->n;
}

gboolean
kli_row_pile_write (KliRowPile *pile, KliConnection *connection, GError **error)
{
  g_return_val_if_fail (pile != NULL && connection != NULL, FALSE);

  pile->n = 0;
  for (guint i = 0; i < pile->kinds->len; i++)
    {
      const Kind *of = &g_array_index (pile->kinds, Kind, i);

      if (!kli_feed_run_for (of->feed, connection, "rows-insert", of->kind, error))
        return FALSE;
    }

  return TRUE;
}
