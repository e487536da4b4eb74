/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's readers in the background: two threads at most, each with a read-only connection. */
#pragma once

#include "store/kli-store.h"

G_BEGIN_DECLS

typedef struct _KliReaders KliReaders;

KliReaders *kli_readers_new (const char *path);
/* Interrupts what is running, refuses what is waiting, closes the connections. */
void kli_readers_free (KliReaders *readers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliReaders, kli_readers_free)

/* Runs @func in the background and returns its result through @task, in the task's main context; there
 * @user_data is freed too. */
void kli_readers_push (KliReaders *readers,
                       GTask *task,
                       KliReadFunc func,
                       gpointer user_data,
                       GDestroyNotify destroy,
                       GDestroyNotify result_destroy);

/* The day on which the states of contracts are seen in a store that can only be read. */
void kli_readers_set_shadow_day (KliReaders *readers, KliDay day);

/* One read on a given connection, in a read transaction: what the background and the main thread share.
 * @cancellable, @closing: (nullable): either interrupts the SQL. */
gpointer kli_readers_run (KliConnection *connection,
                          KliReadFunc func,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GCancellable *closing,
                          GError **error);

G_END_DECLS
