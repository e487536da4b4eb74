/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a connection and its statements, shared by the two files that implement them. */
#pragma once

#include "store/kli-connection.h"
#include "store/kli-known-sets.h"

#include <gio/gio.h>

G_BEGIN_DECLS

struct _KliConnection
{
  sqlite3 *handle;
  KliConnectionMode mode;
  GHashTable *statements;    /* name → KliStatement, prepared once */
  GCancellable *cancellable; /* nullable: interrupts what is running */
  GCancellable *closing;     /* nullable: the same, for everybody at once */
  gboolean in_read;
  gboolean is_behind;       /* an edit left something to be reckoned later */
  KliKnownSets *known_sets; /* nullable: the writer's */
  struct _KliFeed *feed;    /* nullable: kli-feed.c's own: whose rows are being written */
};

struct _KliStatement
{
  KliConnection *connection;
  sqlite3_stmt *stmt;
  const char *name; /* interned */
  gboolean cached;
  gboolean lent;
  int bind_code; /* the first failed bind, told by the next step */
  gint64 began;  /* for KLI_DEBUG=sql, monotonic microseconds */
};

/* Returns: (nullable): the text of a file of the store's resource ("sql/commit.sql"). */
const char *kli_connection_get_sql (const char *path);

/* From now on cancelling either of them (both nullable) interrupts the running statement. */
void kli_connection_set_cancellable (KliConnection *connection, GCancellable *cancellable, GCancellable *closing);

/* Runs every statement of @script, one after the other. @name is for the error's message. */
gboolean kli_connection_run_script (KliConnection *connection, const char *name, const char *script, GError **error);

/* Lends a statement that gives every row of @table, which must be a table of ours or of the file's own
 * schema. */
KliStatement *kli_connection_lend_rows (KliConnection *connection, const char *table, GError **error);

/* Lends a statement that is written for any kind: its table is put in for $table, @column for $column. Kept as others
 * are. @column: of @kind, or "id". */
KliStatement *kli_connection_lend_for (
    KliConnection *connection, const char *name, const KliKind *kind, const char *column, GError **error);

/* The same with the first @n_columns columns of the table feed (kli-feed.h) for $values. */
KliStatement *kli_connection_lend_feed (
    KliConnection *connection, const char *name, const KliKind *kind, guint n_columns, GError **error);

/* Whether somebody wants what runs on @connection to stop. Returns: TRUE with @error set. */
gboolean kli_connection_is_cancelled (KliConnection *connection, GError **error);

/* Runs the statement @name, which takes no parameters and gives no rows. */
gboolean kli_connection_run (KliConnection *connection, const char *name, GError **error);
/* Runs the statement @name and reads the first column of its first row. */
gboolean kli_connection_get_integer (KliConnection *connection, const char *name, gint64 *value, GError **error);

/* Ends the running transaction, if there still is one, without keeping anything. */
void kli_connection_roll_back (KliConnection *connection);

/* Returns: the number of the newest migration the file has seen; -1 with @error set. */
int kli_connection_get_schema_version (KliConnection *connection, GError **error);

/* Lends a new statement that is not in the cache yet; with @cached it is kept when it ends. */
KliStatement *
kli_statement_prepare (KliConnection *connection, const char *name, const char *sql, gboolean cached, GError **error);
void kli_statement_free (KliStatement *statement);

G_END_DECLS
