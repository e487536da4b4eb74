/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over what stands beside the rows of search_text. */
#include "store/kli-search-stages.h"

#include "store/kli-derive-private.h"
#include "store/kli-frequent.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"
#include "store/kli-store-error-private.h"

#define WRONG_KEYS "the keys are not those that there should be"

/* So many rows at a time. */
#define ROWS_A_STEP 1000

/* @detail: (nullable): what was wrong; constant */
static void
note (KliDerivePlace *place, const char *detail)
{
  if (detail == NULL)
    return;
  place->mended |= kli_derive_bit_of (&kli_search_deriver);
  place->detail = detail;
}

/* --- keys --------------------------------------------------------------------------------------------------- */

/* The keys that search_text names. */
static gboolean
sum_named_keys (KliConnection *connection, KliMemberSum *sum, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "search-texts", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      g_auto (GStrv) keys = g_strsplit (kli_statement_get_text (statement, 2), "\n", -1);

      for (guint i = 0; keys[i] != NULL; i++)
        kli_member_sum_add (sum, keys[i], (guint32)kli_statement_get_integer (statement, 0));
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
sum_stored_keys (KliConnection *connection, KliMemberSum *sum, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "search-keys", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    kli_member_sum_add (sum, kli_statement_get_text (statement, 0), (guint32)kli_statement_get_integer (statement, 1));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* To look each key up would go through search_text as many times as people have numbers, and in no order. */
static gboolean
compare_keys (KliConnection *connection, gboolean *same, GError **error)
{
  KliMemberSum named = { 0 }, stored = { 0 };

  if (!sum_named_keys (connection, &named, error) || !sum_stored_keys (connection, &stored, error))
    return FALSE;
  *same = named.n == stored.n && named.sum == stored.sum;

  return TRUE;
}

/* Usually all is right, and nothing has to be looked up. */
static gboolean
check_keys (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  gboolean same = FALSE;

  place->ended = TRUE;
  if (place->found)
    return TRUE;
  if (!compare_keys (context->connection, &same, error))
    return FALSE;
  note (place, same ? NULL : WRONG_KEYS);
  place->skip = same || place->dry ? 2 : 0;

  return TRUE;
}

typedef struct
{
  char *key;
  gint64 local;
} Key;

static void
key_clear (gpointer data)
{
  g_free (((Key *)data)->key);
}

/* Gathers in @surplus the keys that their records do not have, and moves @place. */
static gboolean
list_surplus (KliConnection *connection, KliDerivePlace *place, GArray *surplus, GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend (connection, "search-keys-from", error);
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  kli_statement_bind_text (rows, 1, place->key != NULL ? place->key : "");
  kli_statement_bind_integer (rows, 2, place->at);
  kli_statement_bind_integer (rows, 3, ROWS_A_STEP);
  for (; kli_statement_step (rows, &local_error); n++)
    {
      Key key = { g_strdup (kli_statement_get_text (rows, 0)), kli_statement_get_integer (rows, 1) };

      g_free (place->key);
      place->key = g_strdup (key.key);
      place->at = key.local;
      if (kli_statement_get_integer (rows, 2) != 0)
        g_free (key.key);
      else
        g_array_append_val (surplus, key);
    }
  place->ended = n < ROWS_A_STEP;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Runs @name, which writes @key of the record @local. */
static gboolean
write_key (KliConnection *connection, const char *name, gint64 local, const char *key, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, local);
  kli_statement_bind_text (statement, 2, key);

  return kli_statement_run (statement, error);
}

static gboolean
remove_surplus_keys (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  g_autoptr (GArray) surplus = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (surplus, key_clear);
  if (!list_surplus (context->connection, place, surplus, error))
    return FALSE;
  note (place, surplus->len > 0 ? WRONG_KEYS : NULL);
  for (guint i = 0; i < surplus->len; i++)
    {
      const Key *key = &g_array_index (surplus, Key, i);

      if (!write_key (context->connection, "search-key-delete", key->local, key->key, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that are there already stay. */
static gboolean
insert_keys (KliConnection *connection, gint64 local, const char *keys, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (keys, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!write_key (connection, "search-key-insert", local, lines[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_missing_keys (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend (context->connection, "search-texts-after", error);
  g_autoptr (GError) local_error = NULL;
  int n_before = sqlite3_total_changes (kli_connection_get_handle (context->connection));
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  kli_statement_bind_integer (rows, 1, place->at);
  kli_statement_bind_integer (rows, 2, ROWS_A_STEP);
  for (; kli_statement_step (rows, &local_error); n++)
    {
      place->at = kli_statement_get_integer (rows, 0);
      if (!insert_keys (context->connection, place->at, kli_statement_get_text (rows, 2), error))
        return FALSE;
    }
  place->ended = n < ROWS_A_STEP;
  note (place, sqlite3_total_changes (kli_connection_get_handle (context->connection)) > n_before ? WRONG_KEYS : NULL);

  return kli_store_error_pass (error, g_steal_pointer (&local_error))
         && kli_derive_place_set_part (context, place, place->at, error);
}

/* --- words -------------------------------------------------------------------------------------------------- */

/* An index that is wrong is filled again, between the edits; one that is being filled is no news. */
static gboolean
check_index (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  const char *detail = NULL;
  gint64 filled;

  if (!kli_search_index_get_place (context->connection, &filled, error))
    return FALSE;
  place->ended = TRUE;
  if (filled != KLI_SEARCH_INDEX_WHOLE && !place->dry)
    return TRUE;
  if (place->found)
    return kli_search_index_begin (context->connection, error);
  if (!kli_search_index_check (context->connection, &detail, error))
    return FALSE;
  note (place, detail);

  return detail == NULL || place->dry || kli_search_index_begin (context->connection, error);
}

static gboolean
mend_frequent (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  gboolean mended = FALSE, done = kli_frequent_mend (context, place, &mended, error);

  note (place, mended ? "the sets of frequent words do not agree with the words" : NULL);

  return done;
}

static gboolean
mend_phrases (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  gboolean mended = FALSE, done = kli_phrases_mend (context, place, &mended, error);

  note (place, mended ? "the rows of frequent words do not agree with the words" : NULL);

  return done;
}

const KliDeriveStage kli_search_stages[] = {
  { check_keys, TRUE },  { remove_surplus_keys, FALSE }, { insert_missing_keys, FALSE },
  { check_index, TRUE }, { mend_frequent, FALSE },       { mend_phrases, FALSE },
  { NULL, FALSE },
};
