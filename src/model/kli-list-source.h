/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a list's answers and rows come from: a store, or a test. */
#pragma once

#include "store/kli-answer.h"

G_BEGIN_DECLS

#define KLI_TYPE_LIST_SOURCE (kli_list_source_get_type ())
G_DECLARE_INTERFACE (KliListSource, kli_list_source, KLI, LIST_SOURCE, GObject)

struct _KliListSourceInterface
{
  GTypeInterface parent_interface;

  void (*answer_async) (KliListSource *self,
                        const KliQuery *query,
                        guint n_first,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  KliAnswer *(*answer_finish) (KliListSource *self, GAsyncResult *result, GError **error);
  GPtrArray *(*read_page) (KliListSource *self,
                           KliQueryTarget target,
                           const gint64 *ids,
                           guint n_ids,
                           const KliListCells *cells,
                           GError **error);
};

/* As kli_store_answer_soon_async (), or without @n_first kli_store_answer_async (), and kli_store_read_page_with ().
 * Main thread. */
void kli_list_source_answer_async (KliListSource *self,
                                   const KliQuery *query,
                                   guint n_first,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
KliAnswer *kli_list_source_answer_finish (KliListSource *self, GAsyncResult *result, GError **error);
GPtrArray *kli_list_source_read_page (KliListSource *self,
                                      KliQueryTarget target,
                                      const gint64 *ids,
                                      guint n_ids,
                                      const KliListCells *cells,
                                      GError **error);

/* By whoever implements it: what was answered and read may be different now. Emits "changed". */
void kli_list_source_changed (KliListSource *self);

/* The source of the lists of a store. Returns: (transfer full) */
KliListSource *kli_list_source_new_for_store (KliStore *store);

G_END_DECLS
