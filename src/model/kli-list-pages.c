/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a list, and their rows. GTK holds two hundred items, of which twenty are seen: only pages that somebody
 * looks at are read. */
#include "model/kli-list-pages.h"

#include "model/kli-list-items.h"

/* Pages kept although nobody holds their items: scrolling back and forth reads nothing. */
#define PAGES_KEPT 8

struct _KliListPages
{
  KliQueryList *list;    /* borrowed */
  KliListSource *source; /* owned */
  KliListItems *items;   /* owned: those that live, by their places */
  GQueue pages;          /* GPtrArray of KliListItem: strong references, newest first */
  GPtrArray *pointed;    /* KliListItem: to be told */
  KliQueryTarget target;
  gboolean cells; /* rows are read with them */
  GArray *fields; /* gint64: of the business, that the cells show */
};

KliListPages *
kli_list_pages_new (KliQueryList *list, KliListSource *source)
{
  KliListPages *self;

  g_return_val_if_fail (KLI_IS_QUERY_LIST (list) && KLI_IS_LIST_SOURCE (source), NULL);

  self = g_new0 (KliListPages, 1);
  self->list = list;
  self->source = g_object_ref (source);
  self->items = kli_list_items_new ();
  self->pointed = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->pages);

  return self;
}

void
kli_list_pages_free (KliListPages *self)
{
  if (self == NULL)
    return;

  kli_list_pages_drop (self);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->pointed);
  kli_list_items_free (self->items);
  g_object_unref (self->source);
  g_free (self);
}

void
kli_list_pages_set_target (KliListPages *self, KliQueryTarget target)
{
  g_return_if_fail (self != NULL);

  self->target = target;
}

/* --- reading ---------------------------------------------------------------------------------------------- */

/* Gives the @items their rows, at most a page. Those that could not be read, or were removed this moment, are left. */
static void
read_rows (KliListPages *self, const GPtrArray *items)
{
  const KliListCells cells = { (const gint64 *)self->fields->data, self->fields->len };
  gint64 ids[KLI_LIST_PAGE_SIZE];
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < items->len; i++)
    ids[i] = kli_list_item_get_id (g_ptr_array_index (items, i));
  rows = kli_list_source_read_page (self->source, self->target, ids, items->len, self->cells ? &cells : NULL, &error);
  if (rows == NULL)
    {
      g_signal_emit_by_name (self->list, "failed", error);
      return;
    }

  for (guint i = 0; i < items->len; i++)
    if (rows->pdata[i] != NULL)
      kli_list_item_take_row (g_ptr_array_index (items, i), g_steal_pointer (&rows->pdata[i]));
}

static void
keep_page (KliListPages *self, GPtrArray *page)
{
  g_queue_push_head (&self->pages, page);
  while (self->pages.length > PAGES_KEPT)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

/* Reads what was not read yet of the page around @position. */
static void
read_page (KliListPages *self, guint position)
{
  guint first = position - position % KLI_LIST_PAGE_SIZE;
  guint end = MIN (first + KLI_LIST_PAGE_SIZE, kli_query_list_get_n_items (self->list));
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < end; i++)
    {
      g_autoptr (KliListItem) item = kli_list_pages_get_item (self, i);

      if (!kli_list_item_is_read (item))
        g_ptr_array_add (page, g_steal_pointer (&item));
    }
  read_rows (self, page);
  keep_page (self, page);
}

/* KliListItemReadFunc. An item that has no place any more is read by itself. */
static void
read_item (GObject *list, KliListItem *item)
{
  KliListPages *self = kli_query_list_get_pages (KLI_QUERY_LIST (list));
  guint position;

  if (self == NULL)
    return;

  if (kli_list_items_find (self->items, item, &position))
    read_page (self, position);
  else
    {
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, item);
      read_rows (self, alone);
    }
}

/* --- items ------------------------------------------------------------------------------------------------ */

KliListItem *
kli_list_pages_get_item (KliListPages *self, guint position)
{
  KliListItem *item;

  g_return_val_if_fail (self != NULL, NULL);

  item = kli_list_items_dup (self->items, position);
  if (item == NULL)
    {
      item = kli_list_item_new (kli_query_list_get_id (self->list, position), read_item, G_OBJECT (self->list));
      kli_list_items_add (self->items, position, item);
    }

  return item;
}

void
kli_list_pages_shift (KliListPages *self, guint position, guint n_removed, guint n_added)
{
  g_return_if_fail (self != NULL);

  kli_list_items_shift (self->items, position, n_removed, n_added);
}

guint
kli_list_pages_find_first (KliListPages *self, guint position)
{
  g_autoptr (GArray) positions = NULL;

  g_return_val_if_fail (self != NULL, G_MAXUINT);

  positions = kli_list_items_list (self->items);
  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) >= position)
      return g_array_index (positions, guint, i);

  return G_MAXUINT;
}

void
kli_list_pages_point (KliListPages *self, guint n)
{
  g_autoptr (GArray) positions = NULL;

  g_return_if_fail (self != NULL);

  positions = kli_list_items_list (self->items);
  g_ptr_array_set_size (self->pointed, 0);
  for (guint i = 0; i < positions->len && g_array_index (positions, guint, i) < n; i++)
    {
      guint position = g_array_index (positions, guint, i);
      KliListItem *item = kli_list_items_dup (self->items, position);

      kli_list_item_point_at (item, kli_query_list_get_id (self->list, position));
      g_ptr_array_add (self->pointed, item);
    }
}

void
kli_list_pages_tell (KliListPages *self)
{
  g_autoptr (GPtrArray) pointed = NULL;

  g_return_if_fail (self != NULL);

  pointed = g_steal_pointer (&self->pointed);
  self->pointed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < pointed->len; i++)
    kli_list_item_tell (g_ptr_array_index (pointed, i));
}

void
kli_list_pages_drop (KliListPages *self)
{
  GPtrArray *page;

  g_return_if_fail (self != NULL);

  while ((page = g_queue_pop_head (&self->pages)) != NULL)
    g_ptr_array_unref (page);
}

static void
read_again (KliListPages *self)
{
  kli_list_pages_drop (self);
  kli_list_pages_point (self, kli_query_list_get_n_items (self->list));
  kli_list_pages_tell (self);
}

/* Rows that were read with their cells are good without, too. */
void
kli_list_pages_set_cells (KliListPages *self, gboolean cells)
{
  g_return_if_fail (self != NULL);

  if (self->cells == cells)
    return;

  self->cells = cells;
  if (cells)
    read_again (self);
  else
    kli_list_pages_drop (self);
}

static gboolean
has_field (const GArray *fields, gint64 field)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, gint64, i) == field)
      return TRUE;

  return FALSE;
}

void
kli_list_pages_set_fields (KliListPages *self, const GArray *fields)
{
  g_autoptr (GArray) before = NULL;
  gboolean is_more = FALSE;

  g_return_if_fail (self != NULL);

  before = g_steal_pointer (&self->fields);
  self->fields = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (fields != NULL)
    g_array_append_vals (self->fields, fields->data, fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    is_more |= !has_field (before, g_array_index (self->fields, gint64, i));
  if (is_more && self->cells)
    read_again (self);
}
