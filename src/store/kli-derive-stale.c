/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is too dear for an edit: the rows of all who show the name of a record, when they are many. They are marked, and
 * reckoned a few at a time between the edits; and an index of words that was found damaged, which is filled again. */
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

/* In the table. */
#define NAMES "names"

/* So many at a time: an edit that comes meanwhile waits for them. */
#define AT_A_TIME 100

/* Runs the statement @name for @id. */
static gboolean
run_for (KliConnection *connection, const char *name, gint64 id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, NAMES);
  kli_statement_bind_integer (statement, 2, id);

  return kli_statement_run (statement, error);
}

gboolean
kli_derive_mark_stale (KliConnection *connection, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!run_for (connection, "stale-insert", g_array_index (ids, gint64, i), error))
      return FALSE;
  connection->is_behind = TRUE;

  return TRUE;
}

gboolean
kli_derive_clear_stale (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "stale-clear", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, NAMES);

  return kli_statement_run (statement, error);
}

GArray *
kli_derive_list_stale (KliConnection *connection, gint64 n_max, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "stale-some", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, NAMES);
  kli_statement_bind_integer (statement, 2, n_max);
  while (kli_statement_step (statement, &local_error))
    g_array_append_val (ids, (gint64){ kli_statement_get_integer (statement, 0) });

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&ids) : NULL;
}

gboolean
kli_derive_is_behind (KliConnection *connection, gboolean *behind, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  gint64 place;

  g_return_val_if_fail (connection != NULL && behind != NULL, FALSE);

  ids = kli_derive_list_stale (connection, 1, error);
  if (ids == NULL || !kli_search_index_get_place (connection, &place, error))
    return FALSE;
  *behind = ids->len > 0 || place != KLI_SEARCH_INDEX_WHOLE;

  return TRUE;
}

gboolean
kli_derive_catch_up (KliConnection *connection, gboolean *more, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  *more = FALSE;
  ids = kli_derive_list_stale (connection, AT_A_TIME, error);
  if (ids == NULL || ids->len == 0)
    return ids != NULL && kli_search_index_fill (connection, more, error);
  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;

  if (!kli_derive_subjects (&context, ids, kli_derive_bits_of_names (), error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!run_for (connection, "stale-delete", g_array_index (ids, gint64, i), error))
      return FALSE;
  *more = TRUE;

  return kli_derive_finish (&context, error);
}
