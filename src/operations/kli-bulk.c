/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to many records: looking, and doing it as a long edit. What the changes are is in
 * kli-bulk-changes.c. */
#include "operations/kli-bulk-private.h"

#define JOB "(ssxax)" /* the name of the change, its text and number, the records */

KliBulk *
kli_bulk_new (const KliBulkChange *change, KliAnswer *records, const char *text, gint64 number)
{
  KliBulk *bulk = g_new0 (KliBulk, 1);

  g_atomic_ref_count_init (&bulk->references);
  bulk->change = change;
  bulk->records = kli_answer_ref (records);
  bulk->text = g_strdup (text);
  bulk->number = number;

  return bulk;
}

KliBulk *
kli_bulk_add_tag (KliAnswer *records, const char *tag)
{
  g_return_val_if_fail (records != NULL && tag != NULL, NULL);

  return kli_bulk_new (&kli_bulk_tag_add, records, tag, 0);
}

KliBulk *
kli_bulk_remove_tag (KliAnswer *records, const char *tag)
{
  g_return_val_if_fail (records != NULL && tag != NULL, NULL);

  return kli_bulk_new (&kli_bulk_tag_remove, records, tag, 0);
}

KliBulk *
kli_bulk_set_field (KliAnswer *records, KliContactColumn column, const char *value)
{
  g_return_val_if_fail (records != NULL && value != NULL, NULL);

  return kli_bulk_new (&kli_bulk_field, records, value, column);
}

KliBulk *
kli_bulk_append_note (KliAnswer *records, const char *text)
{
  g_return_val_if_fail (records != NULL && text != NULL, NULL);

  return kli_bulk_new (&kli_bulk_note, records, text, 0);
}

KliBulk *
kli_bulk_archive (KliAnswer *records, gboolean archived)
{
  g_return_val_if_fail (records != NULL, NULL);

  return kli_bulk_new (archived ? &kli_bulk_archiving : &kli_bulk_unarchiving, records, "", archived);
}

KliBulk *
kli_bulk_trash (KliAnswer *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  return kli_bulk_new (&kli_bulk_trashing, records, "", 0);
}

KliBulk *
kli_bulk_untrash (KliAnswer *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  return kli_bulk_new (&kli_bulk_untrashing, records, "", 0);
}

KliBulk *
kli_bulk_ref (KliBulk *bulk)
{
  g_return_val_if_fail (bulk != NULL, NULL);

  g_atomic_ref_count_inc (&bulk->references);

  return bulk;
}

void
kli_bulk_unref (KliBulk *bulk)
{
  g_return_if_fail (bulk != NULL);

  if (!g_atomic_ref_count_dec (&bulk->references))
    return;

  kli_answer_unref (bulk->records);
  g_free (bulk->text);
  g_free (bulk);
}

/* --- looking ------------------------------------------------------------------------------------------ */

void
kli_bulk_plan_free (KliBulkPlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->reason);
  g_free (plan);
}

/* A rule refused the record, or it is gone: that stops the record and not the rest. */
static gboolean
is_refusal (const GError *error)
{
  return error->domain == KLI_OPERATION_ERROR || g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND);
}

static gboolean
count_record (KliBulk *bulk, KliConnection *connection, gint64 id, KliBulkPlan *plan, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  gboolean same = FALSE;

  if (bulk->change->look (bulk, connection, id, &same, &refusal))
    {
      plan->n_same += same;
      plan->n_changes += !same;
      return TRUE;
    }
  if (!is_refusal (refusal))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  plan->n_refused++;
  if (plan->reason == NULL)
    plan->reason = g_strdup (refusal->message);

  return TRUE;
}

KliBulkPlan *
kli_bulk_plan (KliBulk *bulk, KliConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliBulkPlan) plan = g_new0 (KliBulkPlan, 1);

  g_return_val_if_fail (bulk != NULL && connection != NULL, NULL);

  for (guint i = 0; i < kli_answer_get_n_items (bulk->records); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !count_record (bulk, connection, kli_answer_get_id (bulk->records, i), plan, error))
      return NULL;

  return g_steal_pointer (&plan);
}

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_bulk_plan (user_data, connection, cancellable, error);
}

void
kli_bulk_plan_async (
    KliBulk *bulk, KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (bulk != NULL && KLI_IS_STORE (store));

  kli_store_read_async (store, plan_func, kli_bulk_ref (bulk), (GDestroyNotify)kli_bulk_unref,
                        (GDestroyNotify)kli_bulk_plan_free, cancellable, callback, user_data);
}

KliBulkPlan *
kli_bulk_plan_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error);
}

/* --- doing it ----------------------------------------------------------------------------------------- */

static gboolean
change_record (const KliBulk *bulk, KliEdit *edit, gint64 id, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  gboolean same = FALSE;

  if (bulk->change->look (bulk, kli_edit_get_connection (edit), id, &same, &refusal))
    return same || bulk->change->write (bulk, edit, id, error);
  if (is_refusal (refusal))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

static gboolean
change_func (KliEdit *edit, gpointer data, guint done, guint n, guint *n_done, GError **error)
{
  const KliBulk *bulk = data;

  for (guint i = done; i < done + n; i++)
    if (!change_record (bulk, edit, kli_answer_get_id (bulk->records, i), error))
      return FALSE;
  *n_done = n;

  return TRUE;
}

static const KliLongWork bulk_work = { "bulk", change_func, (GDestroyNotify)kli_bulk_unref };

KliLongEdit *
kli_bulk_begin (KliBulk *bulk, KliStore *store)
{
  guint n;
  GVariant *ids;

  g_return_val_if_fail (bulk != NULL && KLI_IS_STORE (store), NULL);

  n = kli_answer_get_n_items (bulk->records);
  ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, kli_answer_get_ids (bulk->records), n, sizeof (gint64));

  return kli_long_edit_new (store, &bulk_work, kli_bulk_ref (bulk), bulk->change->verb, n,
                            g_variant_new ("(ssx@ax)", bulk->change->name, bulk->text, bulk->number, ids));
}

static const KliBulkChange *
find_change (const char *name)
{
  for (guint i = 0; kli_bulk_changes[i] != NULL; i++)
    if (g_str_equal (kli_bulk_changes[i]->name, name))
      return kli_bulk_changes[i];

  return NULL;
}

static KliLongEdit *
continue_bulk (KliStore *store, const KliUnfinished *unfinished)
{
  g_autoptr (GVariant) ids = NULL;
  g_autoptr (KliAnswer) records = NULL;
  g_autoptr (KliBulk) bulk = NULL;
  const char *name, *text;
  gint64 number;
  gsize n;
  gconstpointer bytes;

  if (!g_str_equal (unfinished->work, bulk_work.name) || unfinished->job == NULL
      || !g_variant_is_of_type (unfinished->job, G_VARIANT_TYPE (JOB)))
    return NULL;

  g_variant_get (unfinished->job, "(&s&sx@ax)", &name, &text, &number, &ids);
  bytes = g_variant_get_fixed_array (ids, &n, sizeof (gint64));
  if (find_change (name) == NULL || n != unfinished->total)
    return NULL;
  records = kli_answer_new (bytes, (guint)n);

  bulk = kli_bulk_new (find_change (name), records, text, number);
  if (bulk->change->is_sound != NULL && !bulk->change->is_sound (bulk))
    return NULL;

  return kli_long_edit_resume (store, &bulk_work, g_steal_pointer (&bulk), unfinished);
}

KliLongEdit *
kli_continue_unfinished (KliStore *store, const KliUnfinished *unfinished)
{
  KliLongEdit *edit;

  g_return_val_if_fail (KLI_IS_STORE (store) && unfinished != NULL, NULL);

  edit = continue_bulk (store, unfinished);

  return edit != NULL ? edit : kli_undo_continue (store, unfinished);
}
