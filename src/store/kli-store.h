/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store: one SQLite file, one writer thread, background readers, and the announcement of changes. */
#pragma once

#include "core/kli-changes.h"
#include "core/kli-day.h"
#include "core/kli-language.h"
#include "store/kli-connection.h"
#include "store/kli-edit.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KLI_TYPE_STORE (kli_store_get_type ())
G_DECLARE_FINAL_TYPE (KliStore, kli_store, KLI, STORE, GObject)

typedef enum
{
  KLI_STORE_OPEN_EXISTING = 0,
  KLI_STORE_OPEN_CREATE = 1 << 0, /* a missing file becomes a new store, unless a store was here before (A15) */
  KLI_STORE_OPEN_FORGET = 1 << 1, /* the person said: begin anew although a store was here before */
} KliStoreOpenFlags;

/* Opens the store at @path: takes the lock (waits up to @lock_wait_ms for it), checks what the file
 * is, makes a verified copy before a migration, migrates, starts the writer. Main thread; blocks for
 * milliseconds, longer only when it migrates.
 * Returns: (transfer full) (nullable): NULL with a KLI_STORE_ERROR; the file is then untouched. */
KliStore *kli_store_open (const char *path, KliStoreOpenFlags flags, guint lock_wait_ms, GError **error);

/* Waits for the edits under way, checkpoints, closes every connection and gives the lock back.
 * Also done by the last unref. */
void kli_store_close (KliStore *store);

const char *kli_store_get_path (KliStore *store);
/* A random id of this file, made when it was created. */
const char *kli_store_get_id (KliStore *store);
/* Whether the file can only be read (A8): edits are then refused with KLI_STORE_ERROR_READ_ONLY. */
gboolean kli_store_is_read_only (KliStore *store);

/* The day on which states are reckoned, and the language in which names are ordered. Setting them
 * recomputes what depends on them in the background and announces a change of everything. */
void kli_store_set_today (KliStore *store, KliDay today);
KliDay kli_store_get_today (KliStore *store);
void kli_store_set_language (KliStore *store, KliLanguage language);

/* Waits until everything asked so far is done, the recomputing above too, and announces it: for the
 * command line and tests. */
void kli_store_settle (KliStore *store);

/* Waits until what edits left behind is reckoned (a renamed organisation, as its many people show it), and announces
 * it: for somebody who does not stay, and for those who look at it all. */
void kli_store_catch_up (KliStore *store);

/* Does at once what is otherwise done while nobody asks for anything, and waits for it: merges the search index, makes
 * the sets of words that have become frequent. After much was written by somebody who does not stay. */
void kli_store_tidy (KliStore *store);

/* --- edits --------------------------------------------------------------------------------------
 * @verb: language-neutral and constant ("contact-set"); the history shows a translation of it.
 * @subject: the record it is about, 0 when many or still unknown.
 * @func runs on the writer thread; @user_data is freed on the main thread.
 * The callback runs on the main loop after COMMIT with synchronous=FULL: only then is the edit
 * acknowledged. */
void kli_store_edit_async (KliStore *store,
                           const char *verb,
                           gint64 subject,
                           KliEditFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer callback_data);
/* Returns: the id of the edit; 0 without @error when nothing was different and so nothing is
 * recorded; -1 with @error set. */
gint64 kli_store_edit_finish (KliStore *store, GAsyncResult *result, GError **error);
/* The same, waiting for it: for the command line and tests. */
gint64 kli_store_edit (
    KliStore *store, const char *verb, gint64 subject, KliEditFunc func, gpointer user_data, GError **error);

/* --- reading ------------------------------------------------------------------------------------ */

/* Runs on a background thread with a read-only connection, inside one read transaction.
 * Returns: (transfer full) (nullable): the result, NULL with @error set. */
typedef gpointer (*KliReadFunc) (KliConnection *connection,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/* Cancelling interrupts the running SQL. */
void kli_store_read_async (KliStore *store,
                           KliReadFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy,
                           GDestroyNotify result_destroy,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer callback_data);
gpointer kli_store_read_finish (KliStore *store, GAsyncResult *result, GError **error);
/* Reads now, on the calling (main) thread's own connection: for a page of a list, the command line
 * and tests. */
gpointer kli_store_read (KliStore *store, KliReadFunc func, gpointer user_data, GError **error);

/* signal changed (KliStore *store, KliChanges *changes): after every commit, whoever made it; on the
 * main loop, before the callback of the edit.
 * signal long-edit (KliStore *store, KliLongEdit *edit): an edit of many records begins, whoever makes it.
 * signal mending (KliStore *store, double fraction): what derives from the records was found to be wrong; so much of it
 * is made anew, 1 when it is over. Until then lists and searches may be incomplete. */

G_END_DECLS
