/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a store, shared by the files that implement it. */
#pragma once

#include "store/kli-derive-private.h"
#include "store/kli-ids.h"
#include "store/kli-lock.h"
#include "store/kli-store-readers.h"
#include "store/kli-store-writer.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* Whether what derives from the records has to be looked over (kli-store-mend.c). */
typedef enum
{
  KLI_MENDING_UNKNOWN, /* the file is asked */
  KLI_MENDING_NONE,
  KLI_MENDING_WANTED,
} KliMending;

struct _KliStore
{
  GObject parent_instance;

  GThread *thread;       /* of the main loop: where the store was opened */
  GMainContext *context; /* its loop */
  char *path;
  char *id;
  char *who;
  char *desk;
  gboolean is_read_only;
  gboolean is_closed;
  gint64 first_id; /* ids below are from before this start */

  KliLock *lock; /* NULL when read-only */
  KliIds *ids;
  KliWriter *writer; /* NULL when read-only */
  KliReaders *readers;
  KliConnection *reader; /* the main thread's */
  GPtrArray *long_edits; /* KliLongEdit, borrowed: those that run now */
  gint is_closing;       /* atomic: no further batch is begun */
  GCancellable *closing; /* cancelled with it */
  gboolean had_search;   /* the search index was made anew, once: a second time would not help */

  /* The writer thread's own, once it runs: */
  gboolean is_strange; /* the file was not as we left it, and does not know it yet */
  KliMending mending;
  KliDeriveMend mend;         /* where the looking over is */
  gboolean is_mending_queued; /* its next step waits between the edits */
  gboolean is_filling;        /* the index of words is made anew */
  gboolean is_catching_up;    /* something that an edit left behind was reckoned */

  GMutex mutex;         /* for what follows */
  GQueue announcements; /* KliChanges that were committed and not yet announced */
  KliDay today;         /* KLI_DAY_NONE until set */
  KliLanguage language;
  gboolean has_language; /* whether it was set */
  gboolean is_refresh_queued;
  double mended; /* how much of what was wrong; 1: all of it */
  gboolean is_mended_queued;
};

/* Main thread: announces what was committed and not yet announced. */
void kli_store_announce (KliStore *store);

/* Main thread: tells of a long edit that begins. @edit: a KliLongEdit */
void kli_store_announce_long_edit (KliStore *store, gpointer edit);

/* Any thread: puts a change in line to be announced; somebody has to call kli_store_announce. */
void kli_store_queue_announcement (KliStore *store, KliChanges *changes);

/* Main thread: has the writer make the derived tables fit the day, the language and today's rules. */
void kli_store_refresh (KliStore *store);

/* Any thread: announces that everything may have changed, without anybody waiting for it. */
void kli_store_announce_everything (KliStore *store);

/* Any thread: has @func called on the main loop with a GWeakRef of @store. @name: constant */
void kli_store_invoke (KliStore *store, const char *name, GSourceFunc func);

/* Main thread: tells how much of what was wrong is mended. */
void kli_store_announce_mending (KliStore *store, double fraction);

/* Has the writer reckon what edits left behind, a little at a time, when the last one on @connection did. @connection:
 * (nullable): the writer's, on its thread; NULL: any may have. */
void kli_store_follow_up (KliStore *store, KliConnection *connection);

/* Main thread: the search index was found damaged; has the writer make it anew, once. */
void kli_store_mend_search (KliStore *store);

/* On the writer's thread: keeps in the file that it has to be looked over, when it was not as we left it. */
gboolean kli_store_note_strange (KliStore *store, KliConnection *connection, GError **error);

/* KliWriterIdleFunc, with the store as its data: looks over some of the derived tables when that is wanted. */
gboolean kli_store_look_over (KliWriter *writer, GCancellable *asked, gpointer data);
/* Main thread: takes one such step behind what was asked so far, without waiting for an idle moment: for tests. */
void kli_store_look_over_soon (KliStore *store);

/* On the writer's thread, after something was reckoned that was left behind: tells how far the index of words is, when
 * that is made anew. */
void kli_store_tell_filling (KliStore *store, KliConnection *connection);

/* Main thread: whether edits are possible. Returns: FALSE with @error set. */
gboolean kli_store_check_writable (KliStore *store, GError **error);

G_END_DECLS
