/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of the history: every slice is what was written, and every card it touched knows of it. */
#include "store/kli-history-private.h"

#include "store/kli-changeset-kinds.h"
#include "store/kli-check-private.h"
#include "store/kli-store-error-private.h"

typedef struct
{
  KliConnection *connection;
  gint64 edit;
  gint64 n; /* of the slice */
  GHashTable *cards;
  char **detail;
} SliceCheck;

static gboolean
has_owners (const KliKind *kind)
{
  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].flags & KLI_COLUMN_OWNER)
      return TRUE;

  return FALSE;
}

/* The cards that a row names itself: an UPDATE of a part may not, and its owner may be another by now. */
static gboolean
note_cards_cb (const KliChangesetRow *row, const KliKind *kind, gpointer user_data, GError **error)
{
  SliceCheck *check = user_data;

  if (row->operation == KLI_CHANGE_UPDATE && has_owners (kind))
    return TRUE;

  return kli_changeset_row_foreach_card (row, kind, check->connection, kli_id_set_add, check->cards, error);
}

static gboolean
check_touch (SliceCheck *check, gint64 card, GError **error)
{
  g_autoptr (KliStatement) touch = kli_connection_lend (check->connection, "history-touch-select", error);
  g_autoptr (GError) local_error = NULL;

  if (touch == NULL)
    return FALSE;

  kli_statement_bind_integer (touch, 1, card);
  kli_statement_bind_integer (touch, 2, check->edit);
  kli_statement_bind_integer (touch, 3, check->n);
  if (!kli_statement_step (touch, &local_error) && local_error == NULL && *check->detail == NULL)
    *check->detail = g_strdup_printf ("the record %" G_GINT64_FORMAT " does not know of entry %" G_GINT64_FORMAT, card,
                                      check->edit);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
check_slice_cb (GBytes *changeset, gpointer user_data, GError **error)
{
  SliceCheck *check = user_data;
  GHashTableIter iter;
  gpointer card;

  g_hash_table_remove_all (check->cards);
  if (!kli_changeset_foreach (changeset, note_cards_cb, check, error))
    return FALSE;

  g_hash_table_iter_init (&iter, check->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    if (!check_touch (check, *(gint64 *)card, error))
      return FALSE;
  check->n++;

  return TRUE;
}

static gboolean
check_entry (KliConnection *connection, gint64 edit, char **detail, GError **error)
{
  g_autoptr (GHashTable) cards = kli_id_set_new ();
  SliceCheck check = { connection, edit, 0, cards, detail };
  g_autoptr (GError) local_error = NULL;

  if (kli_history_foreach_slice (connection, edit, 0, check_slice_cb, &check, &local_error))
    return TRUE;

  if (!g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (*detail == NULL)
    *detail = g_strdup_printf ("entry %" G_GINT64_FORMAT ": %s", edit, local_error->message);

  return TRUE;
}

static gboolean
check_tables (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (KliStatement) faults = kli_connection_lend (connection, "history-faults", error);
  g_autoptr (GError) local_error = NULL;

  if (faults == NULL)
    return FALSE;

  if (kli_statement_step (faults, &local_error))
    *detail = g_strdup_printf ("entry %" G_GINT64_FORMAT " %s", kli_statement_get_integer (faults, 0),
                               kli_statement_get_text (faults, 1));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_check_history (KliConnection *connection, char **detail, GError **error)
{
  g_autoptr (KliStatement) ids = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && detail != NULL, FALSE);

  if (!check_tables (connection, detail, error))
    return FALSE;

  ids = kli_connection_lend (connection, "history-ids", error);
  if (ids == NULL)
    return FALSE;

  while (*detail == NULL && kli_statement_step (ids, &local_error))
    if (!check_entry (connection, kli_statement_get_integer (ids, 0), detail, error))
      return FALSE;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}
