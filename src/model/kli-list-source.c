/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a list's answers and rows come from. */
#include "model/kli-list-source.h"

G_DEFINE_INTERFACE (KliListSource, kli_list_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
kli_list_source_default_init (KliListSourceInterface *iface)
{
  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_LIST_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
kli_list_source_answer_async (KliListSource *self,
                              const KliQuery *query,
                              guint n_first,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (KLI_IS_LIST_SOURCE (self));

  KLI_LIST_SOURCE_GET_IFACE (self)->answer_async (self, query, n_first, cancellable, callback, user_data);
}

KliAnswer *
kli_list_source_answer_finish (KliListSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KLI_IS_LIST_SOURCE (self), NULL);

  return KLI_LIST_SOURCE_GET_IFACE (self)->answer_finish (self, result, error);
}

GPtrArray *
kli_list_source_read_page (KliListSource *self,
                           KliQueryTarget target,
                           const gint64 *ids,
                           guint n_ids,
                           const KliListCells *cells,
                           GError **error)
{
  g_return_val_if_fail (KLI_IS_LIST_SOURCE (self), NULL);

  return KLI_LIST_SOURCE_GET_IFACE (self)->read_page (self, target, ids, n_ids, cells, error);
}

void
kli_list_source_changed (KliListSource *self)
{
  g_return_if_fail (KLI_IS_LIST_SOURCE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
