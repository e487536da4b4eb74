/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of a store: asks it, and passes its changes on. */
#include "model/kli-list-source.h"

#define KLI_TYPE_STORE_SOURCE (kli_store_source_get_type ())
G_DECLARE_FINAL_TYPE (KliStoreSource, kli_store_source, KLI, STORE_SOURCE, GObject)

struct _KliStoreSource
{
  GObject parent_instance;
  KliStore *store; /* owned */
};

static void
store_source_answer_async (KliListSource *source,
                           const KliQuery *query,
                           guint n_first,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  kli_store_answer_soon_async (KLI_STORE_SOURCE (source)->store, query, n_first, cancellable, callback, user_data);
}

static KliAnswer *
store_source_answer_finish (KliListSource *source, GAsyncResult *result, GError **error)
{
  return kli_store_answer_finish (KLI_STORE_SOURCE (source)->store, result, error);
}

static GPtrArray *
store_source_read_page (KliListSource *source,
                        KliQueryTarget target,
                        const gint64 *ids,
                        guint n_ids,
                        const KliListCells *cells,
                        GError **error)
{
  return kli_store_read_page_with (KLI_STORE_SOURCE (source)->store, target, ids, n_ids, cells, error);
}

static void
kli_store_source_list_source_init (KliListSourceInterface *iface)
{
  iface->answer_async = store_source_answer_async;
  iface->answer_finish = store_source_answer_finish;
  iface->read_page = store_source_read_page;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KliStoreSource,
                               kli_store_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KLI_TYPE_LIST_SOURCE, kli_store_source_list_source_init))

static void
kli_store_source_dispose (GObject *object)
{
  g_clear_object (&KLI_STORE_SOURCE (object)->store);

  G_OBJECT_CLASS (kli_store_source_parent_class)->dispose (object);
}

static void
kli_store_source_class_init (KliStoreSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_store_source_dispose;
}

static void
kli_store_source_init (KliStoreSource *self)
{
}

KliListSource *
kli_list_source_new_for_store (KliStore *store)
{
  KliStoreSource *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_STORE_SOURCE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (kli_list_source_changed), self, G_CONNECT_SWAPPED);

  return KLI_LIST_SOURCE (self);
}
