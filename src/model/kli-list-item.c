/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list. */
#include "model/kli-list-item.h"

struct _KliListItem
{
  GObject parent_instance;

  gint64 id;
  KliListRow *row; /* owned; NULL before it is read */
  KliListItemReadFunc read;
  GObject *list; /* weak */
};

enum
{
  RELABELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliListItem, kli_list_item, G_TYPE_OBJECT)

static void
kli_list_item_finalize (GObject *object)
{
  KliListItem *self = KLI_LIST_ITEM (object);

  kli_list_row_free (self->row);
  g_clear_weak_pointer (&self->list);

  G_OBJECT_CLASS (kli_list_item_parent_class)->finalize (object);
}

static void
kli_list_item_class_init (KliListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_list_item_finalize;

  signals[RELABELLED]
      = g_signal_new ("relabelled", KLI_TYPE_LIST_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_list_item_init (KliListItem *self)
{
}

KliListItem *
kli_list_item_new (gint64 id, KliListItemReadFunc read, GObject *list)
{
  KliListItem *self;

  g_return_val_if_fail (read != NULL && G_IS_OBJECT (list), NULL);

  self = g_object_new (KLI_TYPE_LIST_ITEM, NULL);
  self->id = id;
  self->read = read;
  g_set_weak_pointer (&self->list, list);

  return self;
}

gint64
kli_list_item_get_id (KliListItem *self)
{
  g_return_val_if_fail (KLI_IS_LIST_ITEM (self), 0);

  return self->id;
}

const KliListRow *
kli_list_item_get_row (KliListItem *self)
{
  g_return_val_if_fail (KLI_IS_LIST_ITEM (self), NULL);

  if (self->row == NULL && self->list != NULL)
    self->read (self->list, self);
  if (self->row == NULL)
    self->row = kli_list_row_new_blank (self->id);

  return self->row;
}

gboolean
kli_list_item_is_read (KliListItem *self)
{
  g_return_val_if_fail (KLI_IS_LIST_ITEM (self), FALSE);

  return self->row != NULL;
}

void
kli_list_item_take_row (KliListItem *self, KliListRow *row)
{
  g_return_if_fail (KLI_IS_LIST_ITEM (self) && row != NULL);

  kli_list_row_free (self->row);
  self->row = row;
}

void
kli_list_item_point_at (KliListItem *self, gint64 id)
{
  g_return_if_fail (KLI_IS_LIST_ITEM (self));

  self->id = id;
  g_clear_pointer (&self->row, kli_list_row_free);
}

void
kli_list_item_tell (KliListItem *self)
{
  g_return_if_fail (KLI_IS_LIST_ITEM (self));

  g_signal_emit (self, signals[RELABELLED], 0);
}
