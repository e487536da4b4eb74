/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection with our pragmas and its prepared statements, by name. */
#pragma once

#include "core/kli-row.h"
#include "store/kli-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_CONNECTION_WRITER,  /* read and write, creates the file when it is missing */
  KLI_CONNECTION_READER,  /* SQLITE_OPEN_READONLY, NO_CKPT_ON_CLOSE, mmap */
  KLI_CONNECTION_FOREIGN, /* read-only and distrustful: a file that somebody offers (RELIABILITY C15) */
  KLI_CONNECTION_COPY,    /* read and write, one file without a log: a copy in the making, or ":memory:" */
} KliConnectionMode;

/* Used by one thread at a time. */
typedef struct _KliConnection KliConnection;

/* Opens @path with the pragmas and limits of RELIABILITY 7 and checks the answers.
 * Returns: (transfer full) (nullable): NULL with a KLI_STORE_ERROR. */
KliConnection *kli_connection_open (const char *path, KliConnectionMode mode, GError **error);
void kli_connection_close (KliConnection *connection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliConnection, kli_connection_close)

/* Returns: (transfer none): for the changeset and backup interfaces, inside store/ only. */
sqlite3 *kli_connection_get_handle (KliConnection *connection);

/* A prepared statement lent out of the connection's cache. Ending it (kli_statement_end, or the
 * automatic clean-up) resets it and gives it back; lent twice at once, it is prepared anew. */
typedef struct _KliStatement KliStatement;

/* @name: of a file in store/sql without ".sql". An unknown name is a programming error.
 * Returns: (transfer full) (nullable): NULL with a KLI_STORE_ERROR. */
KliStatement *kli_connection_lend (KliConnection *connection, const char *name, GError **error);
void kli_statement_end (KliStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliStatement, kli_statement_end)

/* Parameters count from 1. Text and bytes are copied. */
void kli_statement_bind_integer (KliStatement *statement, int parameter, gint64 value);
void kli_statement_bind_text (KliStatement *statement, int parameter, const char *text);
void kli_statement_bind_bytes (KliStatement *statement, int parameter, gconstpointer bytes, gsize size);
/* Many as one parameter: a JSON array, which json_each () reads. */
void kli_statement_bind_integers (KliStatement *statement, int parameter, const gint64 *values, guint n);

/* Runs to the next row. Returns: TRUE when there is a row; FALSE at the end, or on an error with
 * @error set. */
gboolean kli_statement_step (KliStatement *statement, GError **error);
/* Runs a statement that gives no rows. Returns: FALSE with @error set. */
gboolean kli_statement_run (KliStatement *statement, GError **error);

/* Begins anew, so that other values may be bound. */
void kli_statement_rewind (KliStatement *statement);

/* Columns count from 0; valid until the next step. Text is never NULL. */
gint64 kli_statement_get_integer (KliStatement *statement, int column);
const char *kli_statement_get_text (KliStatement *statement, int column);
gconstpointer kli_statement_get_bytes (KliStatement *statement, int column, gsize *size);
/* A row of @kind whose id stands in @column, followed by deleted_at and the declared columns.
 * Returns: (transfer full) */
KliRow *kli_statement_get_row (KliStatement *statement, int column, const KliKind *kind);
/* All that are left, each from column 0 on. Returns: (transfer full) (element-type KliRow) (nullable): NULL with @error
 * set */
GPtrArray *kli_statement_read_rows (KliStatement *statement, const KliKind *kind, GError **error);
/* Binds id, deleted_at and the declared columns to parameters 1, 2, 3 … @row stays as it is until the statement ends.
 */
void kli_statement_bind_row (KliStatement *statement, const KliRow *row);

/* Reads one record, in the trash or not. Returns: (transfer full) (nullable): NULL with @error set
 * (KLI_STORE_ERROR_NOT_FOUND when there is none). */
KliRow *kli_connection_load (KliConnection *connection, const KliKind *kind, gint64 id, GError **error);

/* Begins and ends a read transaction, so that several statements see one state. Keep it short. */
gboolean kli_connection_begin_read (KliConnection *connection, GError **error);
void kli_connection_end_read (KliConnection *connection);

G_END_DECLS
