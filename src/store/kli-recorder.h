/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit changes in the tracked tables, as a changeset.
 *
 * The bytes are those of SQLite's session extension, of which it is the opposite number: sqlite3changeset_apply takes
 * them. The extension itself does not know the tables. It asks for their columns and prepares a statement for each of
 * them anew, twice in every edit, and that was a third of a small one. */
#pragma once

#include "store/kli-changeset.h"
#include "store/kli-connection.h"

G_BEGIN_DECLS

typedef struct _KliRecorder KliRecorder;

/* Listens to what is written through @connection, which it borrows, until it is freed: one at a time. Returns:
 * (transfer full) */
KliRecorder *kli_recorder_new (KliConnection *connection);
void kli_recorder_free (KliRecorder *recorder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliRecorder, kli_recorder_free)

/* Tells it of a row that is to be inserted as it is: many new ones need not be listened to one by one, and read again.
 * They are written while it is paused. Whatever happens to such a row afterwards is heard as ever. */
void kli_recorder_tell (KliRecorder *recorder, const KliRow *row);
void kli_recorder_set_paused (KliRecorder *recorder, gboolean paused);

/* Compares what was written with what was there before: a row that is as it was is no change, whatever happened to it
 * in between. The tables come in the order of kli_kinds, the rows of each in the order in which they were first
 * changed, new ones last, by their ids. Returns: (transfer full) (nullable): of no bytes when nothing is different;
 * NULL with @error set. */
GBytes *kli_recorder_read (KliRecorder *recorder, GError **error);

G_END_DECLS
