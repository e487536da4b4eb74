/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the fields of the business. */
#include "ui/shared/kli-own-columns.h"

#include "core/kli-kinds.h"
#include "model/kli-live-own-fields.h"
#include "ui/shared/kli-plain.h"

#define ID_PREFIX "own-" /* the id of the field follows: its name may change */
#define WIDTH 140

struct _KliOwnColumns
{
  GObject parent_instance;

  KliStore *store;   /* owned */
  GHashTable *known; /* gint64 -> KliListColumn: all there ever were */
  GPtrArray *usable; /* KliListColumn: of those, in their order */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliOwnColumns, kli_own_columns, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  KliListColumn *column = data;

  g_free ((char *)column->id);
  g_free ((char *)column->order);
  g_free ((char *)column->title);
  g_free (column);
}

static KliListColumn *
column_new (gint64 field)
{
  KliListColumn *column = g_new0 (KliListColumn, 1);

  column->id = g_strdup_printf (ID_PREFIX "%" G_GINT64_FORMAT, field);
  column->kind = KLI_LIST_COLUMN_OWN;
  column->order = kli_query_order_of_field (field);
  column->hidden = TRUE;
  column->width = WIDTH;
  column->field = field;

  return column;
}

/* The column of @field, called as that is. */
static KliListColumn *
take_column (KliOwnColumns *self, const KliRow *field)
{
  KliListColumn *column = g_hash_table_lookup (self->known, &field->id);

  if (column == NULL)
    {
      column = column_new (field->id);
      g_hash_table_insert (self->known, &column->field, column);
    }
  g_free ((char *)column->title);
  column->title = kli_plain_line (kli_row_get_text (field, KLI_OWN_FIELD_NAME));

  return column;
}

static void
take_fields (KliOwnColumns *self)
{
  const KliOwnFields *fields = kli_live_own_fields_get (kli_live_own_fields_of (self->store));
  const KliRow *field;

  g_ptr_array_set_size (self->usable, 0);
  for (guint i = 0; fields != NULL && (field = kli_own_fields_get (fields, i)) != NULL; i++)
    if (!kli_row_get_integer (field, KLI_OWN_FIELD_RETIRED))
      g_ptr_array_add (self->usable, take_column (self, field));
}

static void
fields_changed_cb (KliOwnColumns *self)
{
  take_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const GPtrArray *
kli_own_columns_get (KliOwnColumns *self)
{
  g_return_val_if_fail (KLI_IS_OWN_COLUMNS (self), NULL);

  return self->usable;
}

gboolean
kli_own_columns_is_id (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return g_str_has_prefix (id, ID_PREFIX);
}

static void
kli_own_columns_finalize (GObject *object)
{
  KliOwnColumns *self = KLI_OWN_COLUMNS (object);

  g_ptr_array_unref (self->usable);
  g_hash_table_unref (self->known);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_own_columns_parent_class)->finalize (object);
}

static void
kli_own_columns_class_init (KliOwnColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_own_columns_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_own_columns_init (KliOwnColumns *self)
{
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, column_free);
  self->usable = g_ptr_array_new ();
}

KliOwnColumns *
kli_own_columns_new (KliStore *store)
{
  KliOwnColumns *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_OWN_COLUMNS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (kli_live_own_fields_of (store), "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  take_fields (self);

  return self;
}
