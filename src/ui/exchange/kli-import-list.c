/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of an import that have one result. Only their numbers are kept, and the items somebody holds. */
#include "ui/exchange/kli-import-list.h"

#include <string.h>

struct _KliImportList
{
  GObject parent_instance;

  KliImportPreview *preview;
  int result;
  GArray *numbers;   /* guint: the records shown */
  GHashTable *items; /* record → KliImportItem, borrowed: its weak reference takes it out */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KliImportList,
                               kli_import_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- items ------------------------------------------------------------------------------------------ */

static gboolean
is_item (gpointer n, gpointer item, gpointer where_it_was)
{
  return item == where_it_was;
}

static void
item_gone_cb (gpointer user_data, GObject *where_it_was)
{
  g_hash_table_foreach_remove (KLI_IMPORT_LIST (user_data)->items, is_item, where_it_was);
}

static KliImportItem *
dup_item (KliImportList *self, guint n)
{
  KliImportItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (n));

  if (item != NULL)
    return g_object_ref (item);

  item = kli_import_item_new (self->preview, n);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (n), item);

  return item;
}

static void
forget_items (KliImportList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
}

static void
tell_items (KliImportList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  /* held while they are told: somebody may let one go */
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    kli_import_item_changed (g_ptr_array_index (items, i));
}

/* --- which records ---------------------------------------------------------------------------------- */

static gboolean
is_shown (KliImportList *self, guint n)
{
  if (self->result == KLI_IMPORT_ALL)
    return TRUE;
  if (self->result == KLI_IMPORT_DOUBTFUL && kli_import_preview_is_doubtful (self->preview, n))
    return TRUE;

  return (int)kli_import_preview_get_result (self->preview, n) == self->result;
}

static GArray *
select_numbers (KliImportList *self)
{
  KliImport *import = kli_import_preview_get_import (self->preview);
  guint n_cards = import != NULL ? kli_import_get_n_cards (import) : 0;
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint n = 0; n < n_cards; n++)
    if (is_shown (self, n))
      g_array_append_val (numbers, n);

  return numbers;
}

static gboolean
numbers_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

/* The same records with other things said of them keep their items, and the view its place. */
static void
update (KliImportList *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->numbers);

  self->numbers = select_numbers (self);
  if (numbers_equal (before, self->numbers))
    tell_items (self);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->numbers->len);
}

void
kli_import_list_set_result (KliImportList *self, int result)
{
  g_return_if_fail (KLI_IS_IMPORT_LIST (self));

  if (self->result == result)
    return;

  self->result = result;
  update (self);
}

int
kli_import_list_get_result (KliImportList *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_LIST (self), KLI_IMPORT_ALL);

  return self->result;
}

/* --- the list model --------------------------------------------------------------------------------- */

static GType
kli_import_list_get_item_type (GListModel *model)
{
  return KLI_TYPE_IMPORT_ITEM;
}

static guint
kli_import_list_get_n_items (GListModel *model)
{
  return KLI_IMPORT_LIST (model)->numbers->len;
}

static gpointer
kli_import_list_get_item (GListModel *model, guint position)
{
  KliImportList *self = KLI_IMPORT_LIST (model);

  return position < self->numbers->len ? dup_item (self, g_array_index (self->numbers, guint, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kli_import_list_get_item_type;
  iface->get_n_items = kli_import_list_get_n_items;
  iface->get_item = kli_import_list_get_item;
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_list_dispose (GObject *object)
{
  KliImportList *self = KLI_IMPORT_LIST (object);

  forget_items (self);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (kli_import_list_parent_class)->dispose (object);
}

static void
kli_import_list_finalize (GObject *object)
{
  KliImportList *self = KLI_IMPORT_LIST (object);

  g_array_unref (self->numbers);
  g_hash_table_unref (self->items);
  G_OBJECT_CLASS (kli_import_list_parent_class)->finalize (object);
}

static void
kli_import_list_class_init (KliImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_import_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_import_list_finalize;
}

static void
kli_import_list_init (KliImportList *self)
{
  self->result = KLI_IMPORT_ALL;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new (NULL, NULL);
}

KliImportList *
kli_import_list_new (KliImportPreview *preview)
{
  KliImportList *self = g_object_new (KLI_TYPE_IMPORT_LIST, NULL);

  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (preview), self);

  self->preview = g_object_ref (preview);
  g_signal_connect_object (preview, "planned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "decided", G_CALLBACK (tell_items), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
