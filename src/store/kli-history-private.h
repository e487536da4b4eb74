/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the history, for the commit of an edit, for undo and for the checks. */
#pragma once

#include "store/kli-history.h"

G_BEGIN_DECLS

/* The verbs of entries that take another one back. */
#define KLI_VERB_UNDO "undo" /* of an edit */
#define KLI_VERB_REDO "redo" /* of an undo */

/* What an entry is, besides its changes. Nothing is owned. */
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

/* Writes an entry: its header, @changeset in slices, and which cards each slice touched. Inside the
 * transaction of the edit, after its changes. What is in it is added to @changes. Returns: FALSE with @error set. */
gboolean kli_history_record (
    KliConnection *connection, const KliHistoryHeader *header, GBytes *changeset, KliChanges *changes, GError **error);

/* The same in several transactions: an entry that is "running" and has no slices yet, and further slices of one. */
gboolean kli_history_begin (KliConnection *connection, const KliHistoryHeader *header, GError **error);
gboolean
kli_history_append (KliConnection *connection, gint64 entry, GBytes *changeset, KliChanges *changes, GError **error);

/* An entry that only tells what was done: it has no changes, and is never taken back. */
gboolean kli_history_tell (KliConnection *connection, const KliHistoryHeader *header, GError **error);

/* @changeset: verified, valid during the call only. Returns: FALSE with @error set to stop. */
typedef gboolean (*KliSliceFunc) (GBytes *changeset, gpointer user_data, GError **error);

/* Hands out the slices of an entry in order, each only after its hash, its form and its fit to our
 * kinds were found right. @card: only the slices that touched it, 0 for all.
 * Returns: FALSE with @error set (KLI_STORE_ERROR_DAMAGED when a slice is not what was written). */
gboolean kli_history_foreach_slice (
    KliConnection *connection, gint64 edit, gint64 card, KliSliceFunc func, gpointer user_data, GError **error);

/* The slice @n of an entry, found right as above. Returns: (transfer full) (nullable): NULL with @error set. */
GBytes *kli_history_read_slice (KliConnection *connection, gint64 edit, guint n, GError **error);

G_END_DECLS
