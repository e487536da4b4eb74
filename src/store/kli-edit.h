/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which user data changes: a titled transaction, recorded as a changeset. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

/* An edit that is running. Lives on the writer thread, for the time of its function only. */
typedef struct _KliEdit KliEdit;

/* What an edit does. Runs on the store's writer thread inside BEGIN IMMEDIATE. Returns: FALSE with
 * @error set to refuse: then nothing at all is changed. */
typedef gboolean (*KliEditFunc) (KliEdit *edit, gpointer user_data, GError **error);

/* For reading what is there, this edit's own changes included: asked for anew for every reading. Returns: (transfer
 * none) */
KliConnection *kli_edit_get_connection (KliEdit *edit);
/* The moment of the edit, UTC milliseconds. */
gint64 kli_edit_get_instant (KliEdit *edit);
/* A new id, unique over all kinds. */
gint64 kli_edit_new_id (KliEdit *edit);

/* What is looked up in a derived table is found only after the commit. Until then a new record is found by any word of
 * the caller's. */
void kli_edit_note_new (KliEdit *edit, const char *word, gint64 id);
/* Returns: the one that was noted last by @word, 0 for none */
gint64 kli_edit_find_new (KliEdit *edit, const char *word);

/* Inserts @row, giving it an id when it has none. */
gboolean kli_edit_insert (KliEdit *edit, KliRow *row, GError **error);
/* From now on new rows wait for one another, so that many are inserted faster: until somebody reads through the edit,
 * changes a row, or the function ends. What goes wrong then is told at the next insertion, or at the end, instead of
 * anything that the function told after it. */
void kli_edit_gather (KliEdit *edit);
/* Writes the whole row; only columns that differ are recorded. */
gboolean kli_edit_update (KliEdit *edit, const KliRow *row, GError **error);
/* Marks a record as deleted, or takes the mark away. It is never removed here. */
gboolean kli_edit_set_deleted (KliEdit *edit, const KliKind *kind, gint64 id, gboolean deleted, GError **error);
/* Keeps @bytes under their SHA-256 (RELIABILITY C13; at most 200 MB). Returns: (transfer full)
 * (nullable): the hash in hex, NULL with @error set. */
char *kli_edit_keep_content (KliEdit *edit, GBytes *bytes, GError **error);
/* What the entry in the history is about, when it is known only now (a new record). */
void kli_edit_set_subject (KliEdit *edit, gint64 subject);

G_END_DECLS
