/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's one writer: a thread that owns the read-write connection, works off jobs in order, and
 * checkpoints between them (DESIGN 4). */
#pragma once

#include "store/kli-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KliWriter KliWriter;

/* Runs on the writer's thread. */
typedef void (*KliWriterJob) (KliWriter *writer, gpointer data);

/* A step of what is done while nobody asks for anything, on the writer's thread. @asked is cancelled as soon as
 * somebody does. Returns: whether there is more to do. */
typedef gboolean (*KliWriterIdleFunc) (KliWriter *writer, GCancellable *asked, gpointer data);

/* Takes @connection; @path must be resolved and is watched: a file that was renamed, replaced or removed
 * under us takes no more writes (RELIABILITY A11). @idle is called with @data. */
KliWriter *kli_writer_new (const char *path, KliConnection *connection, KliWriterIdleFunc idle, gpointer data);
/* Does every job, checkpoints, closes the connection. */
void kli_writer_free (KliWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliWriter, kli_writer_free)

/* Any thread; never blocks. */
void kli_writer_push (KliWriter *writer, KliWriterJob job, gpointer data);
/* Waits until every job pushed before is done. Not on the writer's thread. */
void kli_writer_wait (KliWriter *writer);

/* Waits until everything is done that is otherwise left for idle moments. Not on the writer's thread. */
void kli_writer_tidy (KliWriter *writer);

/* On the writer's thread: the connection, opened anew when an I/O error made the old one doubtful (A7).
 * Returns: (transfer none) (nullable): NULL with @error set when the file must not be written. */
KliConnection *kli_writer_get_connection (KliWriter *writer, GError **error);
/* On the writer's thread: tells of a failed job, so that an I/O error is not built upon. */
void kli_writer_note_failure (KliWriter *writer, const GError *error);

/* On the writer's thread: empties the write-ahead log into the file, so that nothing is left in it.
 * Returns: whether nobody was reading from it just then. */
gboolean kli_writer_empty_log (KliWriter *writer);

G_END_DECLS
