/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that one statement writes together: it says SELECT c0, c1 FROM feed, and costs a third of what a statement for
 * each of them costs. Inside store/ only. */
#pragma once

#include "store/kli-connection.h"

G_BEGIN_DECLS

#define KLI_FEED_COLUMNS_MAX 64

typedef struct _KliFeed KliFeed;

/* @n_columns: of each row, at most KLI_FEED_COLUMNS_MAX. */
KliFeed *kli_feed_new (guint n_columns);
void kli_feed_free (KliFeed *feed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliFeed, kli_feed_free)

/* Adds the next value, column by column and row by row. Text and bytes are copied. */
void kli_feed_add_integer (KliFeed *feed, gint64 value);
void kli_feed_add_text (KliFeed *feed, const char *text);
void kli_feed_add_bytes (KliFeed *feed, gconstpointer bytes, gsize size);

/* How many rows there are. */
guint kli_feed_get_length (const KliFeed *feed);

/* Puts the rows in the order of their first column, which is a text, as SQLite has it, and of those with the same one
 * in that in which they were added: an index takes neighbours faster than strangers. */
void kli_feed_sort (KliFeed *feed);

/* Runs the statement @name, which selects from the table feed, with the rows of @feed, and forgets them; runs nothing
 * when there are none. Returns: FALSE with @error set. */
gboolean kli_feed_run (KliFeed *feed, KliConnection *connection, const char *name, GError **error);

/* The same with a statement that is written for any kind, whose table has a column for each of @feed. */
gboolean
kli_feed_run_for (KliFeed *feed, KliConnection *connection, const char *name, const KliKind *kind, GError **error);

/* Makes the table feed of @connection. Returns: SQLite's result code. */
int kli_feed_register (KliConnection *connection);

G_END_DECLS
