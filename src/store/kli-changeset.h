/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own reader and writer of SQLite's changeset format, as its session documentation describes it.
 *
 * SQLite trusts the bytes it is given: damaged ones can make sqlite3changeset_apply run for ever, and
 * a changeset for an unknown table vanishes without an error (RELIABILITY C16, fact 3). So everything
 * that comes out of the history is read here first. Pure functions of bytes: no SQL, any thread. */
#pragma once

#include "core/kli-changes.h"
#include "store/kli-store-error.h"

G_BEGIN_DECLS

/* No table of ours comes near it; a header that claims more is refused. */
#define KLI_CHANGESET_MAX_COLUMNS 100

/* The types of a value, as the format numbers them. */
typedef enum
{
  KLI_CHANGESET_ABSENT = 0, /* this column is not part of the record */
  KLI_CHANGESET_INTEGER = 1,
  KLI_CHANGESET_REAL = 2,
  KLI_CHANGESET_TEXT = 3,
  KLI_CHANGESET_BLOB = 4,
  KLI_CHANGESET_NULL = 5,
} KliChangesetType;

typedef struct
{
  KliChangesetType type;
  gint64 integer;    /* INTEGER; of a REAL its bits */
  const char *bytes; /* TEXT and BLOB: borrowed from the changeset, not NUL-terminated */
  gsize size;        /* of @bytes */
} KliChangesetValue;

/* One changed row. An INSERT has every value after, a DELETE every value before; an UPDATE has the
 * primary key before, and each changed column on both sides. The reader has checked that it is so. */
typedef struct
{
  const char *table; /* borrowed */
  guint n_columns;
  const guint8 *primary_key; /* borrowed: a byte a column, 0 when it is not in the primary key */
  KliChangeOperation operation;
  gboolean indirect; /* made by a trigger: never in a changeset of ours */
  KliChangesetValue before[KLI_CHANGESET_MAX_COLUMNS];
  KliChangesetValue after[KLI_CHANGESET_MAX_COLUMNS];
} KliChangesetRow;

/* Reads row by row. Lives on the stack; the bytes must outlive it. */
typedef struct
{
  const guint8 *next;
  const guint8 *end;
  const guint8 *row_start; /* where the bytes of the row begin, which end at next */
  KliChangesetRow row;
} KliChangesetReader;

void kli_changeset_reader_init (KliChangesetReader *reader, GBytes *changeset);

/* Never reads beyond the bytes, never recurses, consumes at least one byte a call.
 * Returns: (transfer none) (nullable): the next row, valid until the next call; NULL at the end, and
 * with @error set (KLI_STORE_ERROR_DAMAGED) when the bytes are not a changeset. */
const KliChangesetRow *kli_changeset_reader_next (KliChangesetReader *reader, GError **error);

/* Writes rows, with a table's header wherever the table changes. Cleared by taking the bytes. */
typedef struct
{
  GByteArray *bytes;
  char *table;
} KliChangesetWriter;

void kli_changeset_writer_init (KliChangesetWriter *writer);
void kli_changeset_writer_clear (KliChangesetWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliChangesetWriter, kli_changeset_writer_clear)
/* @row: well-formed, as the reader gives it. */
void kli_changeset_writer_append (KliChangesetWriter *writer, const KliChangesetRow *row);
/* The row that @reader gave last, as it stands there. */
void kli_changeset_writer_append_read (KliChangesetWriter *writer, const KliChangesetReader *reader);
/* Returns: (transfer full): what was written since the last call; the writer is empty afterwards. */
GBytes *kli_changeset_writer_take (KliChangesetWriter *writer);

/* Returns: (transfer full): the SHA-256 in hex under which a slice is kept. */
char *kli_changeset_hash (GBytes *changeset);

typedef gboolean (*KliChangesetFilter) (const KliChangesetRow *row, gpointer user_data);

/* Keeps the rows for which @keep says TRUE.
 * Returns: (transfer full) (nullable): of no bytes when none is left; NULL with @error set. */
GBytes *kli_changeset_filter (GBytes *changeset, KliChangesetFilter keep, gpointer user_data, GError **error);

/* Takes one part of a changeset. Returns: FALSE with @error set. */
typedef gboolean (*KliChangesetSliceFunc) (GBytes *slice, gpointer user_data, GError **error);

/* Cuts into changesets of at most @max_rows rows each, and of few enough bytes for one BLOB; no more than one of them
 * is in memory at a time. Returns: FALSE with @error set, then perhaps after some of them. */
gboolean
kli_changeset_split (GBytes *changeset, guint max_rows, KliChangesetSliceFunc func, gpointer user_data, GError **error);

/* Turns round what a changeset of an edit did: an UPDATE becomes its inverse; an INSERT becomes an
 * UPDATE that marks the row as deleted at @instant, since an edit never removes rows, and nothing if
 * the row was inserted with that mark. A DELETE cannot be taken back (KLI_STORE_ERROR_FAILED).
 * Returns: (transfer full) (nullable): NULL with @error set. */
GBytes *kli_changeset_take_back (GBytes *changeset, gint64 instant, GError **error);

/* One line a row, for logs and for people who look into a store.
 * Returns: (transfer full) (nullable): NULL with @error set. */
char *kli_changeset_print (GBytes *changeset, GError **error);

G_END_DECLS
