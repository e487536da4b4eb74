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
} Index;

static const Index indexes[] = {
  { KLI_FREQUENT_WORDS, "search-learn", "search-forget", "search-merge", "search-merge-all", "search-merge-never",
    "search-rebuild", "search-check", "the word index does not agree with the words" },
  { KLI_FREQUENT_NOTES, "search-note-learn", "search-note-forget", "search-note-merge", "search-note-merge-all",
    "search-note-merge-never", "search-note-rebuild", "search-note-check",
    "the word index of the notes does not agree with the notes" },
};

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
kli_search_index_change (
    KliConnection *connection, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  g_return_val_if_fail (connection != NULL && old != NULL && new != NULL, FALSE);

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

  return TRUE;
}

static gboolean
check (KliConnection *connection, const Index *index, char **detail, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (kli_connection_run (connection, index->check, &local_error))
    return TRUE;
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      *detail = g_strdup (index->detail);
      return TRUE;
    }
  /* The question is a command written to the index: a store that can only be read cannot be asked. */
  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_READ_ONLY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
kli_search_index_check (KliConnection *connection, char **detail, GError **error)
{
  g_return_val_if_fail (connection != NULL && detail != NULL, FALSE);

  for (guint i = 0; *detail == NULL && i < G_N_ELEMENTS (indexes); i++)
    if (!check (connection, &indexes[i], detail, error))
      return FALSE;

  return TRUE;
}

gboolean
kli_search_index_merge (KliConnection *connection, gboolean whole, gboolean *more, GError **error)
{
  g_return_val_if_fail (connection != NULL && more != NULL, FALSE);

  *more = FALSE;
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
