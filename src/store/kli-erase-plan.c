/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What emptying the trash would remove, and what stays and why. */
#include "store/kli-erase-private.h"

#include "core/kli-kinds.h"
#include "store/kli-changeset-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-store-error-private.h"

static void
held_record_free (KliHeldRecord *held)
{
  g_free (held->name);
  g_free (held->holder_name);
  g_free (held);
}

void
kli_erasure_plan_free (KliErasurePlan *plan)
{
  if (plan == NULL)
    return;

  g_array_unref (plan->ids);
  g_ptr_array_unref (plan->held);
  g_free (plan);
}

typedef struct
{
  KliConnection *connection;
  GHashTable *doomed;    /* set of gint64 */
  GHashTable *contracts; /* set of gint64: those in the trash */
  GArray *ids;           /* gint64: all in the trash */
  GPtrArray *held;       /* KliHeldRecord */
  guint next;            /* of them: whose own rows are to be looked at */
} Planning;

static gboolean
list_trash (Planning *planning, GError **error)
{
  g_autoptr (KliStatement) trash = kli_connection_lend (planning->connection, "trash-ids", error);
  g_autoptr (GError) local_error = NULL;

  if (trash == NULL)
    return FALSE;

  while (kli_statement_step (trash, &local_error))
    {
      gint64 id = kli_statement_get_integer (trash, 0);

      g_array_append_val (planning->ids, id);
      kli_id_set_add (id, planning->doomed);
      if (kli_statement_get_integer (trash, 1) != 0)
        kli_id_set_add (id, planning->contracts);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static void
hold (Planning *planning, gint64 id, gint64 holder)
{
  KliHeldRecord *held;

  if (!g_hash_table_remove (planning->doomed, &id))
    return;

  held = g_new0 (KliHeldRecord, 1);
  held->id = id;
  held->holder = holder;
  g_ptr_array_add (planning->held, held);
}

static gboolean
find_holders (Planning *planning, GError **error)
{
  g_autoptr (GHashTable) trash = kli_id_set_new ();

  for (guint i = 0; i < planning->ids->len; i++)
    kli_id_set_add (g_array_index (planning->ids, gint64, i), trash);
  for (guint i = 0; i < planning->ids->len; i++)
    {
      gint64 id = g_array_index (planning->ids, gint64, i), holder;

      if (kli_connection_is_cancelled (planning->connection, error)
          || !kli_erase_find_holder (planning->connection, id, trash, &holder, error))
        return FALSE;
      if (holder != 0)
        hold (planning, id, holder);
    }

  return TRUE;
}

/* A contract that stays keeps its parties, and so on. */
static gboolean
hold_named_cb (const KliRow *row, gpointer user_data, GError **error)
{
  Planning *planning = user_data;
  gint64 holder = ((KliHeldRecord *)g_ptr_array_index (planning->held, planning->next))->id;

  for (guint i = 0; i < row->kind->n_columns; i++)
    if (row->kind->columns[i].type == KLI_COLUMN_ID && row->deleted_at == 0 && kli_erase_first_owner (row) == holder)
      hold (planning, kli_row_get_integer (row, i), holder);

  return TRUE;
}

static gboolean
spread (Planning *planning, GError **error)
{
  for (; planning->next < planning->held->len; planning->next++)
    {
      const KliHeldRecord *held = g_ptr_array_index (planning->held, planning->next);

      if (!kli_naming_foreach (planning->connection, held->id, hold_named_cb, planning, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL with @error set */
static char *
read_name (KliConnection *connection, gint64 id, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", error);
  g_autoptr (GError) local_error = NULL;
  char *name;

  if (statement == NULL)
    return NULL;

  kli_statement_bind_integer (statement, 1, id);
  name = g_strdup (kli_statement_step (statement, &local_error) ? kli_statement_get_text (statement, 0) : "");
  if (!kli_store_error_pass (error, g_steal_pointer (&local_error)))
    g_clear_pointer (&name, g_free);

  return name;
}

static gboolean
name_held (Planning *planning, GError **error)
{
  for (guint i = 0; i < planning->held->len; i++)
    {
      KliHeldRecord *held = g_ptr_array_index (planning->held, i);

      held->name = i < KLI_ERASURE_MAX_NAMED ? read_name (planning->connection, held->id, error) : g_strdup ("");
      held->holder_name
          = i < KLI_ERASURE_MAX_NAMED ? read_name (planning->connection, held->holder, error) : g_strdup ("");
      if (held->name == NULL || held->holder_name == NULL)
        return FALSE;
    }

  return TRUE;
}

static KliErasurePlan *
to_plan (Planning *planning, GError **error)
{
  g_autoptr (KliErasurePlan) plan = g_new0 (KliErasurePlan, 1);
  gint64 unfinished;

  plan->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->held = g_ptr_array_ref (planning->held);
  for (guint i = 0; i < planning->ids->len; i++)
    {
      gint64 id = g_array_index (planning->ids, gint64, i);

      if (!g_hash_table_contains (planning->doomed, &id))
        continue;
      g_array_append_val (plan->ids, id);
      *(g_hash_table_contains (planning->contracts, &id) ? &plan->n_contracts : &plan->n_contacts) += 1;
    }
  if (!kli_connection_get_integer (planning->connection, "long-edit-any", &unfinished, error))
    return NULL;
  plan->must_wait = unfinished != 0;

  return g_steal_pointer (&plan);
}

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) doomed = kli_id_set_new ();
  g_autoptr (GHashTable) contracts = kli_id_set_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify)held_record_free);
  Planning planning = { connection, doomed, contracts, ids, held, 0 };

  if (!list_trash (&planning, error) || !find_holders (&planning, error) || !spread (&planning, error)
      || !name_held (&planning, error))
    return NULL;

  return to_plan (&planning, error);
}

KliErasurePlan *
kli_erasure_plan (KliStore *store, GError **error)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return kli_store_read (store, plan_func, NULL, error);
}

void
kli_erasure_plan_async (KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (KLI_IS_STORE (store));

  kli_store_read_async (store, plan_func, NULL, NULL, (GDestroyNotify)kli_erasure_plan_free, cancellable, callback,
                        user_data);
}

KliErasurePlan *
kli_erasure_plan_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error);
}
