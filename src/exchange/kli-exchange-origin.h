/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cards of an import come from, and how they were read: what is kept of it while it runs, so that it can go
 * on after the end of its program. */
#pragma once

#include "exchange/kli-exchange.h"
#include "operations/kli-import.h"

G_BEGIN_DECLS

/* A file that was read, with what was chosen then. */
typedef struct
{
  GFile *file;
  KliExchangeOptions options;
} KliExchangeBook;

/* For kli_import_set_origin(). @books: in the order in which their cards follow each other.
 * Returns: (transfer floating) */
GVariant *kli_exchange_origin_new (const KliExchangeBook *books, guint n_books);

/* Whether the files of an import that stopped are there, as long as they were.
 * Returns: FALSE with a whole sentence for the person; FALSE without @error when it is no import, or was never meant to
 * be continued. */
gboolean kli_exchange_origin_check (const KliUnfinished *unfinished, GError **error);

/* Reads the files again, which kli_exchange_origin_check() found. Any thread.
 * Returns: (transfer full) (nullable): for kli_import_continue(); NULL with @error set, also when the cards are not the
 * same any more. */
KliImport *kli_exchange_origin_resume (const KliUnfinished *unfinished, GCancellable *cancellable, GError **error);
/* The same in the background. @unfinished: must stay until the callback. */
void kli_exchange_origin_resume_async (const KliUnfinished *unfinished,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
KliImport *kli_exchange_origin_resume_finish (GAsyncResult *result, GError **error);

G_END_DECLS
