/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts of the store into a file. */
#pragma once

#include "exchange/kli-exchange-writer.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* Called now and then in the thread that writes. */
typedef void (*KliExportProgress) (double fraction, gpointer user_data);

/* Writes the contacts @ids, one at a time, into @file, which is replaced when everything has been written and
 * not before, and can be read by the person alone. @personal_numbers: whether numbers of
 * natural persons (PESEL, NIK) are written, too. @progress: (nullable). Any thread: inside one read.
 * Returns: FALSE with @error set; then @file is as it was. */
gboolean kli_exchange_export (KliConnection *connection,
                              const gint64 *ids,
                              guint n_ids,
                              GFile *file,
                              KliExchangeTarget target,
                              char separator,
                              gboolean personal_numbers,
                              KliExportProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error);

/* The same in the background. @ids: (element-type gint64): must not be changed any more. @progress_data lives
 * until the callback. */
void kli_exchange_export_async (KliStore *store,
                                GArray *ids,
                                GFile *file,
                                KliExchangeTarget target,
                                char separator,
                                gboolean personal_numbers,
                                KliExportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean kli_exchange_export_finish (KliStore *store, GAsyncResult *result, GError **error);
/* The same, waiting for it: for the command line. */
gboolean kli_exchange_export_now (KliStore *store,
                                  GArray *ids,
                                  GFile *file,
                                  KliExchangeTarget target,
                                  char separator,
                                  gboolean personal_numbers,
                                  GError **error);

G_END_DECLS
