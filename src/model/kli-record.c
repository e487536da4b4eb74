/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live record:
 *
 *   store::changed --(touches me, or somebody whose name I show)--> read in the background
 *   whole read --> columns that differ notify --> class->changed --> "reloaded"
 *
 * While a reading is under way further changes ask for one more after it, so that what is shown last is what
 * the store holds. */
#include "model/kli-record.h"

#include "core/kli-kinds.h"
#include "store/kli-answer.h"

/* Numbers of the generated properties; a subclass has those below for its own. */
#define COLUMN_BASE 0x100

typedef struct
{
  KliStore *store;
  gint64 id;
  KliWhole *whole;     /* NULL until read */
  GHashTable *mention; /* gint64* ids of other records whose names are shown */
  GCancellable *cancellable;
  gboolean reading;
  gboolean again;
  gboolean gone;
} KliRecordPrivate;

typedef enum
{
  PROP_STORE = 1,
  PROP_ID,
  PROP_READY,
  PROP_GONE,
  PROP_IN_TRASH,
} KliRecordProp;

static GParamSpec *props[PROP_IN_TRASH + 1];

enum
{
  RELOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KliRecord, kli_record, G_TYPE_OBJECT)

typedef struct
{
  const KliKind *kind;
  gint64 id;
} Wanted;

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = user_data;

  return kli_whole_read (connection, wanted->kind, wanted->id, error);
}

static KliRecordPrivate *
get_private (KliRecord *self)
{
  return kli_record_get_instance_private (self);
}

static const KliRow *
get_row (KliRecord *self)
{
  KliRecordPrivate *priv = get_private (self);

  return priv->whole != NULL ? kli_whole_get_root (priv->whole) : NULL;
}

static gboolean
column_differs (const KliRow *before, const KliRow *after, guint column)
{
  if (before == NULL)
    return TRUE;
  if (kli_row_is_text (after, column))
    return g_strcmp0 (kli_row_get_text (before, column), kli_row_get_text (after, column)) != 0;

  return kli_row_get_integer (before, column) != kli_row_get_integer (after, column);
}

static void
notify_columns (KliRecord *self, const KliRow *before, const KliRow *after)
{
  KliRecordClass *klass = KLI_RECORD_GET_CLASS (self);

  for (guint column = 0; column < klass->kind->n_columns; column++)
    if (column_differs (before, after, column))
      g_object_notify_by_pspec (G_OBJECT (self), klass->columns[column]);
}

static void
collect_mentions_of (KliRecordPrivate *priv, const KliRow *row)
{
  for (guint column = 0; column < row->kind->n_columns; column++)
    {
      gint64 id = row->kind->columns[column].type == KLI_COLUMN_ID ? kli_row_get_integer (row, column) : 0;

      if (id != 0 && id != priv->id)
        g_hash_table_add (priv->mention, g_memdup2 (&id, sizeof id));
    }
}

/* Every record that @whole points at, itself or by its parts. */
static void
collect_mentions (KliRecordPrivate *priv, const KliWhole *whole)
{
  g_hash_table_remove_all (priv->mention);
  collect_mentions_of (priv, kli_whole_get_root (whole));
  for (guint k = 0; kli_kinds[k] != NULL; k++)
    for (guint n = 0; n < kli_whole_count_parts (whole, kli_kinds[k]); n++)
      collect_mentions_of (priv, kli_whole_get_part (whole, kli_kinds[k], n));
}

static void
take_whole (KliRecord *self, KliWhole *whole)
{
  KliRecordPrivate *priv = get_private (self);
  g_autoptr (KliWhole) before = g_steal_pointer (&priv->whole);
  const KliRow *old = before != NULL ? kli_whole_get_root (before) : NULL;
  const KliRow *new = kli_whole_get_root (whole);
  gboolean was_gone = priv->gone;

  priv->whole = whole;
  priv->gone = FALSE;
  collect_mentions (priv, whole);

  g_object_freeze_notify (G_OBJECT (self));
  notify_columns (self, old, new);
  if (old == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
  if (was_gone)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GONE]);
  if (old == NULL || (old->deleted_at != 0) != (new->deleted_at != 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IN_TRASH]);
  if (KLI_RECORD_GET_CLASS (self)->changed != NULL)
    KLI_RECORD_GET_CLASS (self)->changed (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[RELOADED], 0);
}

static void
set_gone (KliRecord *self)
{
  KliRecordPrivate *priv = get_private (self);

  if (priv->gone)
    return;

  priv->gone = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GONE]);
}

static void begin_reading (KliRecord *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliRecord) self = user_data;
  KliRecordPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  KliWhole *whole = kli_store_read_finish (KLI_STORE (source), result, &error);

  priv->reading = FALSE;
  if (g_cancellable_is_cancelled (priv->cancellable))
    {
      g_clear_pointer (&whole, kli_whole_unref);
      return;
    }

  if (whole != NULL)
    take_whole (self, whole);
  else if (g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    set_gone (self);
  else if (!g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED))
    g_message ("record %" G_GINT64_FORMAT " was not read: %s", priv->id, error->message);

  if (priv->again)
    begin_reading (self);
}

static void
begin_reading (KliRecord *self)
{
  KliRecordPrivate *priv = get_private (self);
  Wanted *wanted;

  priv->again = priv->reading;
  if (priv->reading)
    return;

  priv->reading = TRUE;
  wanted = g_new (Wanted, 1);
  wanted->kind = KLI_RECORD_GET_CLASS (self)->kind;
  wanted->id = priv->id;
  kli_store_read_async (priv->store, read_func, wanted, g_free, (GDestroyNotify)kli_whole_unref, priv->cancellable,
                        read_cb, g_object_ref (self));
}

static gboolean
concerns_me (KliRecordPrivate *priv, const KliChanges *changes)
{
  GHashTableIter iter;
  gpointer id;

  /* A deleted tag takes its marks on contacts out of sight without touching them, and brings them back. */
  if (kli_changes_touch (changes, priv->id) || kli_changes_concern_kind (changes, &kli_tag_kind))
    return TRUE;

  g_hash_table_iter_init (&iter, priv->mention);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (kli_changes_touch (changes, *(gint64 *)id))
      return TRUE;

  return FALSE;
}

static void
store_changed_cb (KliRecord *self, KliChanges *changes)
{
  if (concerns_me (get_private (self), changes))
    begin_reading (self);
}

static void
get_column_property (KliRecord *self, guint column, GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, kli_record_get_text (self, column));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, kli_record_get_integer (self, column) != 0);
  else
    g_value_set_int64 (value, kli_record_get_integer (self, column));
}

static void
kli_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliRecord *self = KLI_RECORD (object);
  KliRecordPrivate *priv = get_private (self);

  if (prop_id >= COLUMN_BASE)
    {
      get_column_property (self, prop_id - COLUMN_BASE, value);
      return;
    }

  switch ((KliRecordProp)prop_id)
    {
    case PROP_STORE: g_value_set_object (value, priv->store); break;
    case PROP_ID: g_value_set_int64 (value, priv->id); break;
    case PROP_READY: g_value_set_boolean (value, priv->whole != NULL); break;
    case PROP_GONE: g_value_set_boolean (value, priv->gone); break;
    case PROP_IN_TRASH: g_value_set_boolean (value, kli_record_is_in_trash (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KliRecordPrivate *priv = get_private (KLI_RECORD (object));

  switch ((KliRecordProp)prop_id)
    {
    case PROP_STORE: priv->store = g_value_dup_object (value); break;
    case PROP_ID: priv->id = g_value_get_int64 (value); break;
    case PROP_READY:
    case PROP_GONE:
    case PROP_IN_TRASH:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_record_constructed (GObject *object)
{
  KliRecord *self = KLI_RECORD (object);
  KliRecordPrivate *priv = get_private (self);

  G_OBJECT_CLASS (kli_record_parent_class)->constructed (object);

  g_assert (KLI_RECORD_GET_CLASS (self)->kind != NULL);
  g_signal_connect_object (priv->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  begin_reading (self);
}

static void
kli_record_dispose (GObject *object)
{
  KliRecordPrivate *priv = get_private (KLI_RECORD (object));

  g_cancellable_cancel (priv->cancellable);
  G_OBJECT_CLASS (kli_record_parent_class)->dispose (object);
}

static void
kli_record_finalize (GObject *object)
{
  KliRecordPrivate *priv = get_private (KLI_RECORD (object));

  g_clear_object (&priv->store);
  g_clear_pointer (&priv->whole, kli_whole_unref);
  g_clear_pointer (&priv->mention, g_hash_table_unref);
  g_clear_object (&priv->cancellable);
  G_OBJECT_CLASS (kli_record_parent_class)->finalize (object);
}

static void
kli_record_class_init (KliRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = kli_record_constructed;
  object_class->get_property = kli_record_get_property;
  object_class->set_property = kli_record_set_property;
  object_class->dispose = kli_record_dispose;
  object_class->finalize = kli_record_finalize;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, KLI_TYPE_STORE, given);
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, given);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, told);
  props[PROP_GONE] = g_param_spec_boolean ("gone", NULL, NULL, FALSE, told);
  props[PROP_IN_TRASH] = g_param_spec_boolean ("in-trash", NULL, NULL, FALSE, told);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[RELOADED]
      = g_signal_new ("reloaded", KLI_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_record_init (KliRecord *self)
{
  KliRecordPrivate *priv = get_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->mention = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static GParamSpec *
create_column_property (const KliColumn *column)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  g_autofree char *dashed = g_strdelimit (g_strdup (column->name), "_", '-');
  const char *name = g_intern_string (dashed);

  switch (column->type)
    {
    case KLI_COLUMN_BOOLEAN: return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case KLI_COLUMN_INTEGER:
    case KLI_COLUMN_MINOR:
    case KLI_COLUMN_INSTANT:
    case KLI_COLUMN_ID: return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case KLI_COLUMN_TEXT:
    case KLI_COLUMN_LONG:
    case KLI_COLUMN_CHOICE:
    case KLI_COLUMN_DAY:
    case KLI_COLUMN_BIRTHDAY:
    default: return g_param_spec_string (name, NULL, NULL, "", flags);
    }
}

void
kli_record_class_set_kind (KliRecordClass *klass, const KliKind *kind)
{
  g_return_if_fail (KLI_IS_RECORD_CLASS (klass));
  g_return_if_fail (kind != NULL);

  klass->kind = kind;
  klass->columns = g_new0 (GParamSpec *, kind->n_columns);
  for (guint column = 0; column < kind->n_columns; column++)
    {
      klass->columns[column] = create_column_property (&kind->columns[column]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), COLUMN_BASE + column, klass->columns[column]);
    }
}

KliStore *
kli_record_get_store (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), NULL);

  return get_private (self)->store;
}

gint64
kli_record_get_id (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), 0);

  return get_private (self)->id;
}

const KliKind *
kli_record_get_kind (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), NULL);

  return KLI_RECORD_GET_CLASS (self)->kind;
}

gboolean
kli_record_is_ready (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), FALSE);

  return get_private (self)->whole != NULL;
}

gboolean
kli_record_is_gone (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), FALSE);

  return get_private (self)->gone;
}

gboolean
kli_record_is_in_trash (KliRecord *self)
{
  const KliRow *row;

  g_return_val_if_fail (KLI_IS_RECORD (self), FALSE);

  row = get_row (self);

  return row != NULL && row->deleted_at != 0;
}

KliWhole *
kli_record_get_whole (KliRecord *self)
{
  g_return_val_if_fail (KLI_IS_RECORD (self), NULL);

  return get_private (self)->whole;
}

const char *
kli_record_get_text (KliRecord *self, guint column)
{
  const KliRow *row;

  g_return_val_if_fail (KLI_IS_RECORD (self), "");

  row = get_row (self);

  return row != NULL ? kli_row_get_text (row, column) : "";
}

gint64
kli_record_get_integer (KliRecord *self, guint column)
{
  const KliRow *row;

  g_return_val_if_fail (KLI_IS_RECORD (self), 0);

  row = get_row (self);

  return row != NULL ? kli_row_get_integer (row, column) : 0;
}
