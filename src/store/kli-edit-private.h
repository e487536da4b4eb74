/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of an edit, for the other parts of the store: undo, and the writer that runs it. */
#pragma once

#include "store/kli-edit.h"
#include "store/kli-ids.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

/* What is to be done. Nothing is owned. */
typedef struct
{
  const char *verb;
  gint64 subject;
  KliEditFunc func;
  gpointer user_data;
  GCancellable *cancellable; /* nullable: interrupts @func, never the commit */
  gint64 entry;              /* of the history, to which the changes are added; 0: one of its own */
  gint64 instant;            /* of the edit; 0: its own */
  gboolean keep;             /* commits even when no record is different: @func wrote something else */
} KliEditRequest;

/* Who is at this desk. Nothing is owned; every text is valid UTF-8. */
typedef struct
{
  const char *who;  /* account name */
  const char *desk; /* random id of this account on this machine */
} KliDesk;

/* Runs an edit on the writer's @connection: BEGIN IMMEDIATE, the function, its changeset, the derived
 * tables, the history, COMMIT. All of it or nothing.
 * @changes: (out) (transfer full) (nullable): what changed; NULL when nothing did.
 * Returns: as kli_store_edit_finish. */
gint64 kli_edit_perform (KliConnection *connection,
                         KliIds *ids,
                         const KliDesk *desk,
                         const KliEditRequest *request,
                         KliChanges **changes,
                         GError **error);

/* The entry of the history to which it belongs; 0 while it has none. */
gint64 kli_edit_get_entry (KliEdit *edit);

/* Makes it an edit that takes the entry @undoes of the history back. @verb: constant. */
void kli_edit_set_undoes (KliEdit *edit, const char *verb, gint64 undoes);

/* Applies a changeset whose bytes were verified, as part of @edit. @conflict: as for
 * sqlite3changeset_apply; SQLITE_CHANGESET_ABORT makes the edit fail with KLI_STORE_ERROR_CONFLICT. */
gboolean kli_edit_apply_changeset (KliEdit *edit,
                                   GBytes *changeset,
                                   int (*conflict) (void *user_data, int kind, sqlite3_changeset_iter *change),
                                   gpointer user_data,
                                   GError **error);

/* The random id of this account on this machine, as in history.desk: for "the newest entry of this
 * desk". Returns: (transfer none) */
const char *kli_store_get_desk (KliStore *store);
/* The first id of this session: entries of the history below it are from before this start. */
gint64 kli_store_get_first_id (KliStore *store);

G_END_DECLS
