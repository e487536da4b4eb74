/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the indexes of words: by statements, which FTS5 takes as rows written to a table. */
#include "store/kli-search-index.h"

#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

typedef struct
{
  KliFrequentOf of;
  const char *learn, *forget;
  const char *merge, *merge_all, *merge_never;
  const char *rebuild;
  const char *check, *detail;
  const char *forget_some, *forget_all;
} Index;

static const Index indexes[] = {
  { KLI_FREQUENT_WORDS, "search-learn", "search-forget", "search-merge", "search-merge-all", "search-merge-never",
    "search-rebuild", "search-check", "the word index does not agree with the words", "search-forget-some",
    "search-forget-all" },
  { KLI_FREQUENT_NOTES, "search-note-learn", "search-note-forget", "search-note-merge", "search-note-merge-all",
    "search-note-merge-never", "search-note-rebuild", "search-note-check",
    "the word index of the notes does not agree with the notes", "search-note-forget-some", "search-note-forget-all" },
};

/* In store_state: the number up to which the indexes are filled, while they are made anew; "" when they are whole. */
#define PLACE "search-index"
/* What was in them is still there. */
#define UNEMPTIED (-1)
/* So many records at a time: an edit that comes meanwhile waits for them. */
#define RECORDS_A_STEP 1000

/* Runs @name for the record @local with @text, which is nothing to do when there is none. */
static gboolean
tell (KliConnection *connection, const char *name, guint32 local, const char *text, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  if (*text == '\0')
    return TRUE;
  statement = kli_connection_lend (connection, name, error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, local);
  kli_statement_bind_text (statement, 2, text);

  return kli_statement_run (statement, error);
}

gboolean
kli_search_index_get_place (KliConnection *connection, gint64 *place, GError **error)
{
  g_autofree char *state = NULL;

  g_return_val_if_fail (connection != NULL && place != NULL, FALSE);

  state = kli_derive_get_state (connection, PLACE, error);
  if (state == NULL)
    return FALSE;
  *place = *state != '\0' ? g_ascii_strtoll (state, NULL, 10) : KLI_SEARCH_INDEX_WHOLE;

  return TRUE;
}

static gboolean
set_place (KliConnection *connection, gint64 place, GError **error)
{
  g_autofree char *state
      = place != KLI_SEARCH_INDEX_WHOLE ? g_strdup_printf ("%" G_GINT64_FORMAT, place) : g_strdup ("");

  return kli_derive_set_state (connection, PLACE, state, error);
}

/* How far the indexes reach does not change while an edit is derived. */
static gboolean
ensure_place (KliDeriveContext *context, GError **error)
{
  if (!context->knows_index_place)
    context->knows_index_place = kli_search_index_get_place (context->connection, &context->index_place, error);

  return context->knows_index_place;
}

gboolean
kli_search_index_change (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  KliConnection *connection;

  g_return_val_if_fail (context != NULL && old != NULL && new != NULL, FALSE);

  if (!ensure_place (context, error))
    return FALSE;
  if (local > context->index_place)
    return TRUE; /* it comes in with all the others */

  connection = context->connection;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      const char *before = old[indexes[i].of], *after = new[indexes[i].of];

      if (!g_str_equal (before, after)
          && (!tell (connection, indexes[i].forget, local, before, error)
              || !tell (connection, indexes[i].learn, local, after, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
kli_search_index_rebuild (KliConnection *connection, GError **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!kli_connection_run (connection, indexes[i].merge_never, error)
        || !kli_connection_run (connection, indexes[i].rebuild, error))
      return FALSE;

  return set_place (connection, KLI_SEARCH_INDEX_WHOLE, error);
}

/* --- anew, a part at a time --------------------------------------------------------------------------------- */

gboolean
kli_search_index_begin (KliConnection *connection, GError **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  connection->is_behind = TRUE;

  return set_place (connection, UNEMPTIED, error);
}

/* FTS5 knows how to forget all at once only, and each page is overwritten before it is free: a second at a million
 * records. So some of its pages go first, behind its back, as SQLite lets nobody do who has not asked for it. */
static gboolean
forget_some (KliConnection *connection, GError **error)
{
  sqlite3 *handle = kli_connection_get_handle (connection);
  gboolean done = TRUE;

  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  for (guint i = 0; done && i < G_N_ELEMENTS (indexes); i++)
    done = kli_connection_run (connection, indexes[i].forget_some, error);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return done;
}

static gboolean
forget_all (KliConnection *connection, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!kli_connection_run (connection, indexes[i].forget_all, error)
        || !kli_connection_run (connection, indexes[i].merge_never, error))
      return FALSE;

  return set_place (connection, 0, error);
}

static gboolean
empty_some (KliConnection *connection, GError **error)
{
  int n_before = sqlite3_total_changes (kli_connection_get_handle (connection));

  if (!forget_some (connection, error))
    return FALSE;

  return sqlite3_total_changes (kli_connection_get_handle (connection)) > n_before || forget_all (connection, error);
}

/* @row: of search-texts-after. */
static gboolean
learn (KliConnection *connection, KliStatement *row, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!tell (connection, indexes[i].learn, (guint32)kli_statement_get_integer (row, 0),
               kli_statement_get_text (row, (int)indexes[i].of + 1), error))
      return FALSE;

  return TRUE;
}

static gboolean
fill_some (KliConnection *connection, gint64 place, GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend (connection, "search-texts-after", error);
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  kli_statement_bind_integer (rows, 1, place);
  kli_statement_bind_integer (rows, 2, RECORDS_A_STEP);
  for (; kli_statement_step (rows, &local_error); n++)
    {
      if (!learn (connection, rows, error))
        return FALSE;
      place = kli_statement_get_integer (rows, 0);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error))
         && set_place (connection, n < RECORDS_A_STEP ? KLI_SEARCH_INDEX_WHOLE : place, error);
}

gboolean
kli_search_index_fill (KliConnection *connection, gboolean *more, GError **error)
{
  gboolean merged = FALSE;
  gint64 place;

  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  if (!kli_search_index_get_place (connection, &place, error))
    return FALSE;
  *more = place != KLI_SEARCH_INDEX_WHOLE;
  if (!*more)
    return TRUE;
  if (place == UNEMPTIED)
    return empty_some (connection, error);
  /* Were the segments left to become many, one of the next parts would have to merge all of them. */
  if (!kli_search_index_merge (connection, FALSE, &merged, error))
    return FALSE;

  return merged || fill_some (connection, place, error);
}

/* --- compared ----------------------------------------------------------------------------------------------- */

static gboolean
check (KliConnection *connection, const Index *index, const char **detail, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (kli_connection_run (connection, index->check, &local_error))
    return TRUE;
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      *detail = index->detail;
      return TRUE;
    }
  /* The question is a command written to the index: a store that can only be read cannot be asked. */
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_READ_ONLY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
kli_search_index_check (KliConnection *connection, const char **detail, GError **error)
{
  gint64 place;

  g_return_val_if_fail (connection != NULL && detail != NULL, FALSE);

  if (!kli_search_index_get_place (connection, &place, error))
    return FALSE;
  if (place != KLI_SEARCH_INDEX_WHOLE)
    *detail = "the word index is being made anew";
  for (guint i = 0; *detail == NULL && i < G_N_ELEMENTS (indexes); i++)
    if (!check (connection, &indexes[i], detail, error))
      return FALSE;

  return TRUE;
}

gboolean
kli_search_index_merge (KliConnection *connection, gboolean whole, gboolean *more, GError **error)
{
  gint64 place;

  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  *more = FALSE;
  if (!kli_search_index_get_place (connection, &place, error))
    return FALSE;
  if (place == UNEMPTIED)
    return TRUE; /* it may be damaged, or half gone */
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      int n_before = sqlite3_total_changes (kli_connection_get_handle (connection));

      if (!kli_connection_run (connection, whole ? indexes[i].merge_all : indexes[i].merge, error))
        return FALSE;
      /* FTS5's documentation: fewer than two changes mean that nothing was left to do. */
      if (sqlite3_total_changes (kli_connection_get_handle (connection)) - n_before >= 2)
        *more = TRUE;
    }

  return TRUE;
}
