/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows, and the virtual table as which SQLite reads them. It is there for every connection, has no name in any
 * file, and is empty but while kli_feed_run () runs. */
#include "store/kli-feed.h"

#include "store/kli-connection-private.h"

#include <string.h>

typedef struct
{
  int type; /* SQLITE_INTEGER, SQLITE_TEXT or SQLITE_BLOB */
  guint size;
  union
  {
    gint64 integer;
    gsize at; /* in the bytes */
  };
} Value;

/* Where a row stands among the others, and the beginning of what it is sorted by. */
typedef struct
{
  guint64 start;
  guint row;
} Place;

struct _KliFeed
{
  guint n_columns;
  GArray *values; /* Value */
  GByteArray *bytes;
  GArray *places; /* Place: in which order the rows are read; empty: as they were added */
};

KliFeed *
kli_feed_new (guint n_columns)
{
  KliFeed *feed;

  g_return_val_if_fail (n_columns > 0 && n_columns <= KLI_FEED_COLUMNS_MAX, NULL);

  feed = g_new0 (KliFeed, 1);
  feed->n_columns = n_columns;
  feed->values = g_array_new (FALSE, FALSE, sizeof (Value));
  feed->bytes = g_byte_array_new ();
  feed->places = g_array_new (FALSE, FALSE, sizeof (Place));

  return feed;
}

void
kli_feed_free (KliFeed *feed)
{
  if (feed == NULL)
    return;

  g_array_unref (feed->values);
  g_byte_array_unref (feed->bytes);
  g_array_unref (feed->places);
  g_free (feed);
}

guint
kli_feed_get_length (const KliFeed *feed)
{
  g_return_val_if_fail (feed != NULL, 0);

  return feed->values->len / feed->n_columns;
}

/* --- filling ------------------------------------------------------------------------------------------------ */

void
kli_feed_add_integer (KliFeed *feed, gint64 value)
{
  Value added = { .type = SQLITE_INTEGER, .integer = value };

  g_return_if_fail (feed != NULL);

  g_array_append_val (feed->values, added);
}

static void
add (KliFeed *feed, int type, gconstpointer bytes, gsize size)
{
  Value added = { .type = type, .size = (guint)size, .at = feed->bytes->len };

  g_array_append_val (feed->values, added);
  g_byte_array_append (feed->bytes, bytes, (guint)size);
}

void
kli_feed_add_text (KliFeed *feed, const char *text)
{
  g_return_if_fail (feed != NULL && text != NULL);

  add (feed, SQLITE_TEXT, text, strlen (text));
}

void
kli_feed_add_bytes (KliFeed *feed, gconstpointer bytes, gsize size)
{
  g_return_if_fail (feed != NULL && (bytes != NULL || size == 0));

  add (feed, SQLITE_BLOB, bytes, size);
}

static const Value *
get_value (const KliFeed *feed, guint row, guint column)
{
  return &g_array_index (feed->values, Value, row * feed->n_columns + column);
}

/* --- sorting ------------------------------------------------------------------------------------------------ */

/* The first eight bytes as a number, which sorts as they do. */
static guint64
read_start (const KliFeed *feed, const Value *value)
{
  guint64 start = 0;

  memcpy (&start, feed->bytes->data + value->at, MIN (value->size, sizeof start));

  return GUINT64_FROM_BE (start);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KliFeed *feed = user_data;
  const Place *first = a, *second = b;
  const Value *x, *y;
  int order;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  x = get_value (feed, first->row, 0);
  y = get_value (feed, second->row, 0);
  order = memcmp (feed->bytes->data + x->at, feed->bytes->data + y->at, MIN (x->size, y->size));
  if (order == 0)
    order = (x->size > y->size) - (x->size < y->size);

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

void
kli_feed_sort (KliFeed *feed)
{
  guint n;

  g_return_if_fail (feed != NULL);

  n = kli_feed_get_length (feed);
  g_array_set_size (feed->places, n);
  for (guint i = 0; i < n; i++)
    g_array_index (feed->places, Place, i) = (Place){ read_start (feed, get_value (feed, i, 0)), i };
  g_array_sort_with_data (feed->places, compare_places, feed);
}

/* --- as a table --------------------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3_vtab base;
  KliConnection *connection;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const KliFeed *feed; /* nullable: there is none */
  guint n;
  guint at;
} Cursor;

static int
connect_cb (sqlite3 *handle, void *connection, int argc, const char *const *argv, sqlite3_vtab **vtab, char **message)
{
  const char *file = kli_connection_get_sql ("sql/feed-columns.sql");
  const char *sql = file != NULL ? strstr (file, "CREATE") : NULL; /* a newer SQLite takes no comment before it */
  int code = sql != NULL ? sqlite3_declare_vtab (handle, sql) : SQLITE_ERROR;
  Table *table;

  if (code != SQLITE_OK)
    return code;
  table = g_new0 (Table, 1);
  table->connection = connection;
  *vtab = &table->base;

  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *vtab)
{
  g_free (vtab);

  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *vtab, sqlite3_index_info *info)
{
  return SQLITE_OK; /* from the first row to the last */
}

static int
open_cb (sqlite3_vtab *vtab, sqlite3_vtab_cursor **cursor)
{
  Cursor *opened = g_new0 (Cursor, 1);

  *cursor = &opened->base;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);

  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int number, const char *text, int argc, sqlite3_value **argv)
{
  Cursor *cursor = (Cursor *)base;

  cursor->feed = ((Table *)base->pVtab)->connection->feed;
  cursor->n = cursor->feed != NULL ? kli_feed_get_length (cursor->feed) : 0;
  cursor->at = 0;

  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *)cursor)->at++;

  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  const Cursor *cursor = (const Cursor *)base;

  return cursor->at >= cursor->n;
}

static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *result, int column)
{
  const Cursor *cursor = (const Cursor *)base;
  const KliFeed *feed = cursor->feed;
  guint row = feed->places->len > 0 ? g_array_index (feed->places, Place, cursor->at).row : cursor->at;
  const Value *value;

  if ((guint)column >= feed->n_columns)
    return SQLITE_OK; /* NULL */
  value = get_value (feed, row, (guint)column);
  if (value->type == SQLITE_INTEGER)
    sqlite3_result_int64 (result, value->integer);
  else if (value->type == SQLITE_TEXT)
    sqlite3_result_text (result, value->size > 0 ? (const char *)feed->bytes->data + value->at : "", (int)value->size,
                         SQLITE_STATIC);
  else
    sqlite3_result_blob (result, value->size > 0 ? (const char *)feed->bytes->data + value->at : "", (int)value->size,
                         SQLITE_STATIC);

  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
  *rowid = ((const Cursor *)cursor)->at;

  return SQLITE_OK;
}

/* Without xCreate: it is there without CREATE VIRTUAL TABLE, and can have no other name. */
static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = rowid_cb,
};

int
kli_feed_register (KliConnection *connection)
{
  g_return_val_if_fail (connection != NULL, SQLITE_MISUSE);

  return sqlite3_create_module (connection->handle, "feed", &module, connection);
}

static void
forget_rows (KliFeed *feed)
{
  g_array_set_size (feed->values, 0);
  g_array_set_size (feed->places, 0);
  g_byte_array_set_size (feed->bytes, 0);
}

/* @lent: (transfer full) (nullable) */
static gboolean
run (KliFeed *feed, KliConnection *connection, KliStatement *lent, GError **error)
{
  g_autoptr (KliStatement) statement = lent;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  connection->feed = feed;
  done = kli_statement_run (statement, error);
  connection->feed = NULL;
  forget_rows (feed);

  return done;
}

gboolean
kli_feed_run (KliFeed *feed, KliConnection *connection, const char *name, GError **error)
{
  g_return_val_if_fail (feed != NULL && connection != NULL && connection->feed == NULL, FALSE);

  return feed->values->len == 0 || run (feed, connection, kli_connection_lend (connection, name, error), error);
}

gboolean
kli_feed_run_for (KliFeed *feed, KliConnection *connection, const char *name, const KliKind *kind, GError **error)
{
  g_return_val_if_fail (feed != NULL && connection != NULL && connection->feed == NULL, FALSE);

  return feed->values->len == 0
         || run (feed, connection, kli_connection_lend_feed (connection, name, kind, feed->n_columns, error), error);
}
