/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records what is done to the tables of records, as a changeset. Inside store/ only.
 *
 * It stands on the hook that SQLite's session extension stands on, and its changesets are those of a session. A session
 * learns the columns of every table it meets and compiles its statements anew: for an edit of one row that is a tenth
 * of all its work. We know our kinds, and have their statements at hand. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

typedef struct _KliRecorder KliRecorder;

/* Begins; there is one at a time for @connection, which must outlive it. Returns: (transfer full) */
KliRecorder *kli_recorder_new (KliConnection *connection);
/* Ends; what was recorded is forgotten. @recorder: (nullable) */
void kli_recorder_free (KliRecorder *recorder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliRecorder, kli_recorder_free)

/* What is different from when it began: of a record that came and went nothing, of one that was changed twice the first
 * and the last values. Returns: (transfer full) (nullable): of no bytes when nothing is; NULL with @error set. */
GBytes *kli_recorder_finish (KliRecorder *recorder, GError **error);

G_END_DECLS
