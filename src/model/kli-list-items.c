/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a list that somebody holds, by their places: a few hundred, whatever the length of the list. */
#include "model/kli-list-items.h"

struct _KliListItems
{
  GHashTable *by_place; /* guint → KliListItem, not owned */
  GHashTable *places;   /* KliListItem → guint */
};

KliListItems *
kli_list_items_new (void)
{
  KliListItems *self = g_new0 (KliListItems, 1);

  self->by_place = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new (NULL, NULL);

  return self;
}

/* Somebody let go of the last reference. */
static void
gone_cb (gpointer user_data, GObject *item)
{
  KliListItems *self = user_data;
  gpointer place;

  if (g_hash_table_steal_extended (self->places, item, NULL, &place))
    g_hash_table_remove (self->by_place, place);
}

static void
forget (KliListItems *self, KliListItem *item)
{
  g_object_weak_unref (G_OBJECT (item), gone_cb, self);
  gone_cb (self, G_OBJECT (item));
}

void
kli_list_items_free (KliListItems *self)
{
  GHashTableIter iter;
  gpointer item;

  if (self == NULL)
    return;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_object_weak_unref (item, gone_cb, self);
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->places);
  g_free (self);
}

KliListItem *
kli_list_items_get (KliListItems *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_place, GUINT_TO_POINTER (position));
}

KliListItem *
kli_list_items_dup (KliListItems *self, guint position)
{
  KliListItem *item = kli_list_items_get (self, position);

  return item != NULL ? g_object_ref (item) : NULL;
}

void
kli_list_items_add (KliListItems *self, guint position, KliListItem *item)
{
  g_return_if_fail (self != NULL && KLI_IS_LIST_ITEM (item) && kli_list_items_get (self, position) == NULL);

  g_hash_table_insert (self->by_place, GUINT_TO_POINTER (position), item);
  g_hash_table_insert (self->places, item, GUINT_TO_POINTER (position));
  g_object_weak_ref (G_OBJECT (item), gone_cb, self);
}

gboolean
kli_list_items_find (KliListItems *self, KliListItem *item, guint *position)
{
  gpointer place;

  g_return_val_if_fail (self != NULL && position != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->places, item, NULL, &place))
    return FALSE;

  *position = GPOINTER_TO_UINT (place);

  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

GArray *
kli_list_items_list (KliListItems *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->by_place);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    g_array_append_val (places, (guint){ GPOINTER_TO_UINT (place) });
  g_array_sort (places, compare_places);

  return places;
}

void
kli_list_items_shift (KliListItems *self, guint position, guint n_removed, guint n_added)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (self != NULL);

  places = kli_list_items_list (self);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      KliListItem *item = kli_list_items_get (self, place);

      if (place >= position && place - position < n_removed)
        {
          forget (self, item);
          continue;
        }
      if (place >= position)
        place = place - n_removed + n_added;
      g_hash_table_insert (by_place, GUINT_TO_POINTER (place), item);
      g_hash_table_insert (self->places, item, GUINT_TO_POINTER (place));
    }
  g_hash_table_unref (self->by_place);
  self->by_place = g_steal_pointer (&by_place);
}
