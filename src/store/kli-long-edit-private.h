/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a long edit, shared by the file of its object and that of its transactions. */
#pragma once

#include "store/kli-long-edit.h"
#include "store/kli-store-private.h"

G_BEGIN_DECLS

struct _KliLongEdit
{
  GObject parent_instance;

  KliStore *store; /* owned */
  const KliLongWork *work;
  gpointer data; /* owned by work->free */
  const char *verb;
  GVariant *job; /* nullable */
  guint total;
  guint batch;
  gboolean is_long; /* a transaction for each batch */
  gint64 undoes;    /* 0 for none */
  gint64 subject;
  GCancellable *cancellable;
  GTask *task; /* while it runs */

  /* The writer's while it runs: */
  gint64 entry;   /* of the history; 0 for a single transaction, and before it has begun */
  gint64 instant; /* of all of its transactions */
  guint committed;
  gint64 result; /* as kli_store_edit_finish */
  GError *error;
  gint64 told; /* when the main thread was last told, monotonic microseconds */

  gint done;       /* atomic: what the person sees */
  gint is_telling; /* atomic: a signal is on its way */
};

/* Has the writer do it, batch by batch. The task is referenced until kli_long_edit_end. */
void kli_long_edit_push (KliLongEdit *self);

/* Writer's thread: have the main thread emit "progressed"; go on to the end. */
void kli_long_edit_tell (KliLongEdit *self);
void kli_long_edit_end (KliLongEdit *self);

/* In a write transaction: the running entry @entry has ended where it is. One without any change is forgotten.
 * An entry that is not running stays as it is. */
gboolean kli_long_edit_close_entry (KliConnection *connection, gint64 entry, GError **error);

G_END_DECLS
