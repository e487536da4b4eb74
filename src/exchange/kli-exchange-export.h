/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts of the store into a file. */
#pragma once

#include "exchange/kli-exchange-writer.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

typedef enum
{
  KLI_EXPORT_PLAIN = 0,
  KLI_EXPORT_PERSONAL_NUMBERS = 1 << 0, /* numbers of natural persons (PESEL, NIK), too */
  KLI_EXPORT_BY_HOUSEHOLD = 1 << 1,     /* a household once, in the place of those who live in it: for letters */
} KliExportFlags;

/* Called now and then in the thread that writes. */
typedef void (*KliExportProgress) (double fraction, gpointer user_data);

/* Writes the contacts @ids, one at a time, into @file, which is replaced when everything has been written and
 * not before, and can be read by the person alone. @progress: (nullable). @n_written: (out)
 * (optional): how many contacts there are in it. Any thread: inside one read.
 * Returns: FALSE with @error set; then @file is as it was. */
gboolean kli_exchange_export (KliConnection *connection,
                              const gint64 *ids,
                              guint n_ids,
                              GFile *file,
                              KliExchangeTarget target,
                              char separator,
                              KliExportFlags flags,
                              KliExportProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              guint *n_written,
                              GError **error);

/* The same in the background. @ids: (element-type gint64): must not be changed any more. @progress_data lives
 * until the callback. */
void kli_exchange_export_async (KliStore *store,
                                GArray *ids,
                                GFile *file,
                                KliExchangeTarget target,
                                char separator,
                                KliExportFlags flags,
                                KliExportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean kli_exchange_export_finish (KliStore *store, GAsyncResult *result, guint *n_written, GError **error);
/* The same, waiting for it: for the command line. */
gboolean kli_exchange_export_now (KliStore *store,
                                  GArray *ids,
                                  GFile *file,
                                  KliExchangeTarget target,
                                  char separator,
                                  KliExportFlags flags,
                                  GError **error);

G_END_DECLS
