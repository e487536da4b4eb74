/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commit of an edit asks of its neighbours: the reader of changesets and the history. All run on
 * the writer thread inside the edit's transaction. */
#pragma once

#include "core/kli-changes.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

/* Adds what @changeset changed to @changes: rows, and the owners that are touched through them, by the
 * old and the new values of KLI_COLUMN_OWNER columns. @connection sees the state after the change.
 * @cards: (nullable): takes the records in whose history the change belongs. */
gboolean kli_changeset_to_changes (GBytes *changeset, KliConnection *connection, KliChanges *changes,
                                   GHashTable *cards, GError **error);

/* One entry of the history. Nothing is owned. */
typedef struct
{
  gint64 id;
  const char *verb;
  gint64 subject;
  gint64 instant; /* UTC milliseconds */
  const char *who;
  const char *desk;
  gint64 undoes; /* 0 for none */
  int schema_version;
} KliHistoryHeader;

gboolean kli_history_record (KliConnection *connection, const KliHistoryHeader *header, GBytes *changeset, GError **error);

G_END_DECLS
