/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the business as keys of searches, kept up to date. */
#include "model/kli-live-keys.h"

#include "core/kli-kinds.h"
#include "operations/kli-own-fields.h"

struct _KliLiveKeys
{
  GObject parent_instance;

  KliStore *store; /* borrowed: the store owns us */
  KliQueryKeys *keys;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliLiveKeys, kli_live_keys, G_TYPE_OBJECT)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliLiveKeys) self = user_data;
  g_autoptr (GError) error = NULL;
  KliQueryKeys *keys = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (keys == NULL)
    {
      if (!g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED))
        g_info ("The fields of the business could not be read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->keys, kli_query_keys_unref);
  self->keys = keys;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin_reading (KliLiveKeys *self)
{
  kli_store_read_async (self->store, kli_own_fields_read_keys_func, NULL, NULL, (GDestroyNotify)kli_query_keys_unref,
                        NULL, read_cb, g_object_ref (self));
}

static void
store_changed_cb (KliLiveKeys *self, KliChanges *changes)
{
  if (kli_changes_is_everything (changes) || kli_changes_concern_kind (changes, &kli_own_field_kind)
      || kli_changes_concern_kind (changes, &kli_setting_kind))
    begin_reading (self);
}

KliLiveKeys *
kli_live_keys_of (KliStore *store)
{
  KliLiveKeys *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_get_data (G_OBJECT (store), "kli-live-keys");
  if (self == NULL)
    {
      self = g_object_new (KLI_TYPE_LIVE_KEYS, NULL);
      self->store = store;
      g_object_set_data_full (G_OBJECT (store), "kli-live-keys", self, g_object_unref);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      begin_reading (self);
    }

  return self;
}

const KliQueryKeys *
kli_live_keys_get (KliLiveKeys *self)
{
  g_return_val_if_fail (KLI_IS_LIVE_KEYS (self), NULL);

  return self->keys;
}

static void
kli_live_keys_finalize (GObject *object)
{
  g_clear_pointer (&KLI_LIVE_KEYS (object)->keys, kli_query_keys_unref);
  G_OBJECT_CLASS (kli_live_keys_parent_class)->finalize (object);
}

static void
kli_live_keys_class_init (KliLiveKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_live_keys_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_live_keys_init (KliLiveKeys *self)
{
}
