/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list. */
#include "model/kli-list-item.h"

struct _KliListItem
{
  GObject parent_instance;
  KliListRow *row; /* owned, never NULL */
};

typedef enum
{
  PROP_ID = 1,
  PROP_IS_CONTRACT,
  PROP_IS_ORGANISATION,
  PROP_IN_TRASH,
  PROP_IS_ARCHIVED,
  PROP_NAME,
  PROP_SECOND,
  PROP_PARTY,
  PROP_STATE,
  PROP_PHOTO,
  PROP_NEXT_ON,
  PROP_END_ON,
  PROP_INSTANT,
  PROP_CELLS,
} KliListItemProp;

static GParamSpec *props[PROP_CELLS + 1];

enum
{
  RELABELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliListItem, kli_list_item, G_TYPE_OBJECT)

static void
kli_list_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const KliListRow *row = KLI_LIST_ITEM (object)->row;

  switch ((KliListItemProp)prop_id)
    {
    case PROP_ID: g_value_set_int64 (value, row->id); break;
    case PROP_IS_CONTRACT: g_value_set_boolean (value, row->is_contract); break;
    case PROP_IS_ORGANISATION: g_value_set_boolean (value, row->is_organisation); break;
    case PROP_IN_TRASH: g_value_set_boolean (value, row->in_trash); break;
    case PROP_IS_ARCHIVED: g_value_set_boolean (value, row->is_archived); break;
    case PROP_NAME: g_value_set_string (value, row->name); break;
    case PROP_SECOND: g_value_set_string (value, row->second); break;
    case PROP_PARTY: g_value_set_string (value, row->party); break;
    case PROP_STATE: g_value_set_string (value, row->state); break;
    case PROP_PHOTO: g_value_set_string (value, row->photo); break;
    case PROP_NEXT_ON: g_value_set_int (value, row->next_on); break;
    case PROP_END_ON: g_value_set_int (value, row->end_on); break;
    case PROP_INSTANT: g_value_set_int64 (value, row->instant); break;
    case PROP_CELLS: g_value_set_boxed (value, row->cells); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_list_item_finalize (GObject *object)
{
  kli_list_row_free (KLI_LIST_ITEM (object)->row);

  G_OBJECT_CLASS (kli_list_item_parent_class)->finalize (object);
}

static void
kli_list_item_class_init (KliListItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_list_item_get_property;
  object_class->finalize = kli_list_item_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_IS_CONTRACT] = g_param_spec_boolean ("is-contract", NULL, NULL, FALSE, flags);
  props[PROP_IS_ORGANISATION] = g_param_spec_boolean ("is-organisation", NULL, NULL, FALSE, flags);
  props[PROP_IN_TRASH] = g_param_spec_boolean ("in-trash", NULL, NULL, FALSE, flags);
  props[PROP_IS_ARCHIVED] = g_param_spec_boolean ("is-archived", NULL, NULL, FALSE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_SECOND] = g_param_spec_string ("second", NULL, NULL, "", flags);
  props[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, "", flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "", flags);
  props[PROP_PHOTO] = g_param_spec_string ("photo", NULL, NULL, "", flags);
  props[PROP_NEXT_ON] = g_param_spec_int ("next-on", NULL, NULL, G_MININT, G_MAXINT, KLI_DAY_NONE, flags);
  props[PROP_END_ON] = g_param_spec_int ("end-on", NULL, NULL, G_MININT, G_MAXINT, KLI_DAY_NONE, flags);
  props[PROP_INSTANT] = g_param_spec_int64 ("instant", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_CELLS] = g_param_spec_boxed ("cells", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[RELABELLED]
      = g_signal_new ("relabelled", KLI_TYPE_LIST_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_list_item_init (KliListItem *self)
{
}

KliListItem *
kli_list_item_new (KliListRow *row)
{
  KliListItem *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (KLI_TYPE_LIST_ITEM, NULL);
  self->row = row;

  return self;
}

/* Which properties differ between two rows, as a set of bits. */
static guint
compare_rows (const KliListRow *a, const KliListRow *b)
{
  guint different = 0;

#define COMPARE(prop, condition) different |= (condition) ? 1u << (prop) : 0
  COMPARE (PROP_ID, a->id != b->id);
  COMPARE (PROP_IS_CONTRACT, a->is_contract != b->is_contract);
  COMPARE (PROP_IS_ORGANISATION, a->is_organisation != b->is_organisation);
  COMPARE (PROP_IN_TRASH, a->in_trash != b->in_trash);
  COMPARE (PROP_IS_ARCHIVED, a->is_archived != b->is_archived);
  COMPARE (PROP_NAME, !g_str_equal (a->name, b->name));
  COMPARE (PROP_SECOND, !g_str_equal (a->second, b->second));
  COMPARE (PROP_PARTY, !g_str_equal (a->party, b->party));
  COMPARE (PROP_STATE, !g_str_equal (a->state, b->state));
  COMPARE (PROP_PHOTO, !g_str_equal (a->photo, b->photo));
  COMPARE (PROP_NEXT_ON, a->next_on != b->next_on);
  COMPARE (PROP_END_ON, a->end_on != b->end_on);
  COMPARE (PROP_INSTANT, a->instant != b->instant);
  for (guint i = 0; i < KLI_LIST_N_CELLS; i++)
    COMPARE (PROP_CELLS, !g_str_equal (kli_list_row_get_cell (a, i), kli_list_row_get_cell (b, i)));
#undef COMPARE

  return different;
}

gboolean
kli_list_item_take_row (KliListItem *self, KliListRow *row)
{
  guint different;

  g_return_val_if_fail (KLI_IS_LIST_ITEM (self) && row != NULL, FALSE);

  different = compare_rows (self->row, row);
  kli_list_row_free (self->row);
  self->row = row;
  if (different == 0)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ID; i < G_N_ELEMENTS (props); i++)
    if (different & (1u << i))
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[RELABELLED], 0);

  return TRUE;
}

gint64
kli_list_item_get_id (KliListItem *self)
{
  g_return_val_if_fail (KLI_IS_LIST_ITEM (self), 0);

  return self->row->id;
}

const KliListRow *
kli_list_item_get_row (KliListItem *self)
{
  g_return_val_if_fail (KLI_IS_LIST_ITEM (self), NULL);

  return self->row;
}
