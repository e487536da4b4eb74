/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of many new subjects wait until one statement a table writes them all: nothing derives from the derived rows
 * of another subject. */
#include "store/kli-derive-private.h"
#include "store/kli-feed.h"

#include <string.h>

/* So many rows wait before they are written. */
#define ROWS_MAX 65536

typedef struct
{
  const char *name; /* of the statement for one row */
  KliFeed *feed;
  gboolean sorts;
} Waiting;

static void
waiting_clear (gpointer data)
{
  kli_feed_free (((Waiting *)data)->feed);
}

static Waiting *
find_waiting (KliDeriveContext *context, const char *name)
{
  for (guint i = 0; i < context->waiting->len; i++)
    {
      Waiting *waiting = &g_array_index (context->waiting, Waiting, i);

      if (g_str_equal (waiting->name, name))
        return waiting;
    }

  return NULL;
}

KliFeed *
kli_derive_feed (
    KliDeriveContext *context, const KliDeriveSubject *subject, const char *name, guint n_columns, gboolean sorts)
{
  Waiting *waiting;

  g_return_val_if_fail (context != NULL && subject != NULL && name != NULL, NULL);

  if (!context->gathers || !(subject->is_new || context->rebuilding))
    return NULL;
  if (context->waiting == NULL)
    {
      context->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
      g_array_set_clear_func (context->waiting, waiting_clear);
    }
  waiting = find_waiting (context, name);
  if (waiting != NULL)
    return waiting->feed;
  g_array_append_vals (context->waiting, &(Waiting){ name, kli_feed_new (n_columns), sorts }, 1);

  return g_array_index (context->waiting, Waiting, context->waiting->len - 1).feed;
}

/* --- a row -------------------------------------------------------------------------------------------------- */

static gint64
get_integer (KliDerivePiece piece)
{
  gint64 value;

  memcpy (&value, piece.bytes, sizeof value);

  return value;
}

static void
feed_piece (KliFeed *feed, KliDeriveColumns columns, KliDerivePiece piece)
{
  switch (columns)
    {
    case KLI_DERIVE_TEXTS: kli_feed_add_text (feed, piece.bytes); break;
    case KLI_DERIVE_BYTES: kli_feed_add_bytes (feed, piece.bytes, piece.size); break;
    case KLI_DERIVE_INTEGERS: kli_feed_add_integer (feed, get_integer (piece)); break;
    }
}

static void
bind_piece (KliStatement *statement, int parameter, KliDeriveColumns columns, KliDerivePiece piece)
{
  switch (columns)
    {
    case KLI_DERIVE_TEXTS: kli_statement_bind_text (statement, parameter, piece.bytes); break;
    case KLI_DERIVE_BYTES: kli_statement_bind_bytes (statement, parameter, piece.bytes, piece.size); break;
    case KLI_DERIVE_INTEGERS: kli_statement_bind_integer (statement, parameter, get_integer (piece)); break;
    }
}

/* @row: (nullable) */
static gboolean
write_at_once (KliDeriveContext *context, const KliDeriver *deriver, gint64 key, GBytes *row, GError **error)
{
  const char *name = row != NULL ? deriver->set_statement : deriver->delete_statement;
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, key);
  for (guint i = 0; row != NULL && i < kli_derive_count_pieces (row); i++)
    bind_piece (statement, (int)i + 2, deriver->columns, kli_derive_get_piece (row, i));

  return kli_statement_run (statement, error);
}

gboolean
kli_derive_put (
    KliDeriveContext *context, const KliDeriver *deriver, const KliDeriveSubject *subject, GBytes *row, GError **error)
{
  gint64 key = deriver->by_id ? subject->id : subject->local;
  guint n = row != NULL ? kli_derive_count_pieces (row) : 0;
  KliFeed *feed = NULL;

  if (row != NULL && !deriver->at_once)
    feed = kli_derive_feed (context, subject, deriver->set_statement, 1 + n, FALSE);
  if (feed != NULL)
    kli_feed_add_integer (feed, key);
  for (guint i = 0; feed != NULL && i < n; i++)
    feed_piece (feed, deriver->columns, kli_derive_get_piece (row, i));

  return (feed != NULL || write_at_once (context, deriver, key, row, error))
         && (!deriver->is_order || kli_derive_note_order (context, subject, error));
}

/* --- those that wait ---------------------------------------------------------------------------------------- */

static gboolean
write_waiting (KliDeriveContext *context, const Waiting *waiting, GError **error)
{
  g_autofree char *name = g_strconcat (waiting->name, "-all", NULL);

  if (waiting->sorts)
    kli_feed_sort (waiting->feed);

  return kli_feed_run (waiting->feed, context->connection, name, error);
}

gboolean
kli_derive_write_feeds (KliDeriveContext *context, GError **error)
{
  for (guint i = 0; context->waiting != NULL && i < context->waiting->len; i++)
    if (!write_waiting (context, &g_array_index (context->waiting, Waiting, i), error))
      return FALSE;

  return TRUE;
}

gboolean
kli_derive_write_feeds_if_many (KliDeriveContext *context, GError **error)
{
  guint n = 0;

  for (guint i = 0; context->waiting != NULL && i < context->waiting->len; i++)
    n += kli_feed_get_length (g_array_index (context->waiting, Waiting, i).feed);

  return n < ROWS_MAX || kli_derive_write_feeds (context, error);
}
