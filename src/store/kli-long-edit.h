/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit of many records: done in steps, with progress, and cancelled when the person has changed their mind.
 *
 * Up to KLI_LONG_EDIT_MIN records it is one transaction, as every edit is. Above that it is a transaction for
 * each KLI_LONG_EDIT_BATCH of them, with its slice of the history and how far it is, under one entry of the
 * history whose state is "running" until the last; other edits run in between (DESIGN 4, RELIABILITY A22).
 * What it needs to be continued is kept beside the entry: a program that dies leaves a KliUnfinished. */
#pragma once

#include "store/kli-history.h"

G_BEGIN_DECLS

#define KLI_LONG_EDIT_MIN 50000
#define KLI_LONG_EDIT_BATCH 5000

/* Other numbers instead, from now on: for tests. */
void kli_long_edit_tune (guint min, guint batch);
/* Whether so many records are more than one transaction takes. */
gboolean kli_long_edit_is_needed (guint n_records);

/* Does some of the records from the one with the number @done on: at least one, and not many more than @n. Runs on
 * the writer thread, as KliEditFunc. @n_done: (out): how many it were. Returns: FALSE with @error set. */
typedef gboolean (*KliLongEditFunc) (KliEdit *edit, gpointer data, guint done, guint n, guint *n_done, GError **error);

/* Has a last look before the first record, in the transaction that begins the edit; on the writer thread. Not called
 * for one that is continued. @job: (out) (transfer full) (nullable): what is kept to continue it, instead of what
 * kli_long_edit_new was given; floating ones are taken. Returns: FALSE with @error set. */
typedef gboolean (*KliLongEditPrepare) (
    KliConnection *connection, gpointer data, GVariant **job, GCancellable *cancellable, GError **error);

/* A kind of such work; constant. */
typedef struct
{
  const char *name; /* kept beside the entry: who can continue it */
  KliLongEditFunc func;
  GDestroyNotify free;        /* (nullable): of the data; main thread */
  KliLongEditPrepare prepare; /* (nullable) */
} KliLongWork;

#define KLI_TYPE_LONG_EDIT (kli_long_edit_get_type ())
G_DECLARE_FINAL_TYPE (KliLongEdit, kli_long_edit, KLI, LONG_EDIT, GObject)

/* Main thread. One that runs is announced by the signal "long-edit" of its store.
 * signal progressed (KliLongEdit *edit): at most some times a second, and at the end. */

/* @verb: as in kli_store_edit_async. @data: owned by the edit. @total: how many records it is about.
 * @job: (nullable): what is kept to continue it; floating ones are taken; NULL: it can only be taken back.
 * Returns: (transfer full) */
KliLongEdit *kli_long_edit_new (
    KliStore *store, const KliLongWork *work, gpointer data, const char *verb, guint total, GVariant *job);
/* Before it runs: makes it an edit that takes @entry back, about @subject. */
void kli_long_edit_set_undoes (KliLongEdit *self, gint64 entry, gint64 subject);

/* Runs it. The callback comes once all of it is acknowledged, was refused, or was cancelled: what a cancelled one
 * had done is taken back by then. */
void kli_long_edit_run_async (KliLongEdit *self, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: as kli_store_edit_finish; -1 with G_IO_ERROR_CANCELLED when it was cancelled. */
gint64 kli_long_edit_run_finish (KliLongEdit *self, GAsyncResult *result, GError **error);
/* The same, running the main loop until it is done: for the command line and tests. */
gint64 kli_long_edit_run (KliLongEdit *self, GError **error);
/* Asks it to stop. What cannot be stopped any more is done. */
void kli_long_edit_cancel (KliLongEdit *self);

KliStore *kli_long_edit_get_store (KliLongEdit *self);
const char *kli_long_edit_get_verb (KliLongEdit *self);
/* The entry in the history; 0 for one that is a single transaction, and before it has begun. */
gint64 kli_long_edit_get_entry (KliLongEdit *self);
guint kli_long_edit_get_done (KliLongEdit *self);
guint kli_long_edit_get_total (KliLongEdit *self);
gboolean kli_long_edit_is_cancelled (KliLongEdit *self);
/* Whether it does not run: not yet, or not any more. */
gboolean kli_long_edit_is_over (KliLongEdit *self);

/* --- those that were stopped by the end of the program ------------------------------------------------- */

typedef struct
{
  KliHistoryEntry *entry;
  char *work;    /* KliLongWork.name */
  GVariant *job; /* (nullable): of the form that the work has put there, if the file is sound */
  guint done;
  guint total;
} KliUnfinished;

void kli_unfinished_free (KliUnfinished *unfinished);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliUnfinished, kli_unfinished_free)

/* Every long edit that has not ended, those that run now too, oldest first.
 * Returns: (transfer full) (element-type KliUnfinished) (nullable): NULL with @error set. */
GPtrArray *kli_unfinished_list (KliConnection *connection, GError **error);

/* Goes on where @unfinished stopped. @data: as for kli_long_edit_new. Returns: (transfer full) */
KliLongEdit *
kli_long_edit_resume (KliStore *store, const KliLongWork *work, gpointer data, const KliUnfinished *unfinished);

/* The same for an undo or redo. Returns: (transfer full) (nullable): NULL when it is none, or cannot be continued. */
KliLongEdit *kli_undo_continue (KliStore *store, const KliUnfinished *unfinished);

/* Whether the entry @entry is being made by an edit that runs now. */
gboolean kli_long_edit_is_running (KliStore *store, gint64 entry);

G_END_DECLS
