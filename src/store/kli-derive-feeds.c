/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of many new subjects wait until one statement a table writes them all: nothing derives from the derived rows
 * of another subject. */
#include "store/kli-derive-private.h"
#include "store/kli-feed.h"

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
