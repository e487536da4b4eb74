/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of the history page by page, newest first, and who made them. */
#include "store/kli-history-private.h"

/* Entries that one reading looks at, at most: a rare one must not hold a read transaction for long. */
#define LOOK_MAX 4000

/* Lends the statement that gives the ids of the entries that may be wanted. */
static KliStatement *
lend_ids (KliConnection *connection, const KliHistoryWanted *wanted, gint64 before, gint64 after, GError **error)
{
  KliStatement *ids
      = kli_connection_lend (connection, wanted->owner != 0 ? "history-page-of-card" : "history-page", error);

  if (ids == NULL)
    return NULL;

  kli_statement_bind_integer (ids, 1, before);
  kli_statement_bind_integer (ids, 2, after);
  kli_statement_bind_integer (ids, 3, wanted->since);
  kli_statement_bind_integer (ids, 4, wanted->until);
  kli_statement_bind_text (ids, 5, wanted->who != NULL ? wanted->who : "");
  if (wanted->owner != 0)
    kli_statement_bind_integer (ids, 6, wanted->owner);

  return ids;
}

/* Adds the entry when it fits. Returns: FALSE with @error set. */
static gboolean
look_at (KliConnection *connection, const KliHistoryWanted *wanted, gint64 id, GPtrArray *entries, GError **error)
{
  g_autoptr (KliHistoryEntry) entry = kli_history_read_entry (connection, id, error);

  if (entry == NULL)
    return FALSE;
  if (wanted->fits == NULL || wanted->fits (entry, wanted->user_data))
    g_ptr_array_add (entries, g_steal_pointer (&entry));

  return TRUE;
}

GPtrArray *
kli_history_page (KliConnection *connection,
                  const KliHistoryWanted *wanted,
                  gint64 before,
                  gint64 after,
                  guint limit,
                  gint64 *next,
                  GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_entry_free);
  g_autoptr (KliStatement) ids = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n_looked = 0;
  gint64 id = 0;

  g_return_val_if_fail (connection != NULL && wanted != NULL && next != NULL, NULL);

  ids = lend_ids (connection, wanted, before, after, error);
  if (ids == NULL)
    return NULL;

  *next = 0;
  while (*next == 0 && kli_statement_step (ids, &local_error))
    {
      id = kli_statement_get_integer (ids, 0);
      if (!look_at (connection, wanted, id, entries, error))
        return NULL;
      if (entries->len >= limit || ++n_looked >= LOOK_MAX)
        *next = id;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&entries);
}

GPtrArray *
kli_history_read_list (KliConnection *connection, gint64 owner, guint limit, GError **error)
{
  const KliHistoryWanted wanted = { .owner = owner, .until = G_MAXINT64 };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_entry_free);
  gint64 next = G_MAXINT64;

  g_return_val_if_fail (connection != NULL, NULL);

  while (next != 0 && all->len < limit)
    {
      GPtrArray *page = kli_history_page (connection, &wanted, next, 0, limit - all->len, &next, error);

      if (page == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, page);
    }

  return g_steal_pointer (&all);
}

gint64
kli_history_newest (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL, -1);

  statement = kli_connection_lend (connection, "history-newest", error);

  return statement != NULL && kli_statement_step (statement, error) ? kli_statement_get_integer (statement, 0) : -1;
}

char **
kli_history_people (KliConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "history-people", error);
  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    g_strv_builder_add (people, kli_statement_get_text (statement, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_strv_builder_end (people);
}
