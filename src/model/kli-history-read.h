/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of the history reads in the background. Inside model/ only. */
#pragma once

#include "model/kli-history-filter.h"
#include "operations/kli-history-lines.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An entry that was found, and how many records it is about when it is about many. */
typedef struct
{
  KliHistoryEntry *entry;
  KliHistoryCount count;
} KliHistoryFound;

typedef struct
{
  KliHistoryFilter *filter;
  gint64 before; /* only older ones */
  gint64 after;  /* only newer ones */
  guint limit;
  GArray *again; /* (nullable) gint64: entries to be read once more */
} KliHistoryRequest;

typedef struct
{
  GPtrArray *found; /* KliHistoryFound, newest first */
  gint64 next;      /* where to go on, 0 at the end */
  gint64 newest;    /* of all entries, whether they are wanted or not */
  GPtrArray *again; /* KliHistoryEntry; one that is gone is left out */
} KliHistoryReply;

void kli_history_request_free (KliHistoryRequest *request);
void kli_history_reply_free (KliHistoryReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliHistoryReply, kli_history_reply_free)

/* For kli_store_read_async(), with a KliHistoryRequest. Returns: a KliHistoryReply */
gpointer kli_history_read_func (KliConnection *connection, gpointer request, GCancellable *cancellable, GError **error);

G_END_DECLS
