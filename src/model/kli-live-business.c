/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business, kept up to date. */
#include "model/kli-live-business.h"

#include "core/kli-kinds.h"

struct _KliLiveBusiness
{
  GObject parent_instance;

  KliStore *store; /* borrowed: the store owns us */
  KliBusiness *business;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliLiveBusiness, kli_live_business, G_TYPE_OBJECT)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliLiveBusiness) self = user_data;
  g_autoptr (GError) error = NULL;
  KliBusiness *business = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (business == NULL)
    {
      if (!g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CLOSED))
        g_info ("The settings of the business could not be read: %s", error->message);
      return;
    }

  g_clear_pointer (&self->business, kli_business_free);
  self->business = business;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin_reading (KliLiveBusiness *self)
{
  kli_store_read_async (self->store, kli_business_read_func, NULL, NULL, (GDestroyNotify)kli_business_free, NULL,
                        read_cb, g_object_ref (self));
}

static void
store_changed_cb (KliLiveBusiness *self, KliChanges *changes)
{
  if (kli_changes_is_everything (changes) || kli_changes_concern_kind (changes, &kli_setting_kind))
    begin_reading (self);
}

KliLiveBusiness *
kli_live_business_of (KliStore *store)
{
  KliLiveBusiness *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_get_data (G_OBJECT (store), "kli-live-business");
  if (self == NULL)
    {
      self = g_object_new (KLI_TYPE_LIVE_BUSINESS, NULL);
      self->store = store;
      g_object_set_data_full (G_OBJECT (store), "kli-live-business", self, g_object_unref);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      begin_reading (self);
    }

  return self;
}

const KliBusiness *
kli_live_business_get (KliLiveBusiness *self)
{
  g_return_val_if_fail (KLI_IS_LIVE_BUSINESS (self), NULL);

  return self->business;
}

static void
kli_live_business_finalize (GObject *object)
{
  g_clear_pointer (&KLI_LIVE_BUSINESS (object)->business, kli_business_free);
  G_OBJECT_CLASS (kli_live_business_parent_class)->finalize (object);
}

static void
kli_live_business_class_init (KliLiveBusinessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_live_business_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_live_business_init (KliLiveBusiness *self)
{
}
