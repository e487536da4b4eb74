/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many subjects at once: everything they derive from is read, what is pure is reckoned on the other processors while
 * the ones before are written, and then one table is written after the other. Rows of one table that come together find
 * their pages in the cache. */
#include "core/kli-parallel.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"
#include "store/kli-owner-scan.h"
#include "store/kli-store-error-private.h"

/* So many subjects are reckoned by one thread in a row: several of them live in one city. */
#define RECKONED_AT_ONCE 125
/* Of so many the rows are written together. */
#define GATHERED_MIN 16

typedef struct
{
  KliDeriveContext *context;
  guint active;
  const KliDeriveWalk *walk; /* nullable */
  GArray *subjects;          /* KliDeriveSubject; each owns its row */
  KliDerivePile *pile;
  GBytes **wanted;        /* of what is pure: for each of kli_derivers one for each subject */
  KliParallel *reckoning; /* of that; nullable: ended */
} Batch;

static void
subject_clear (gpointer data)
{
  KliDeriveSubject *subject = data;

  kli_row_free ((KliRow *)subject->row);
}

static void
batch_free (Batch *batch)
{
  kli_parallel_end (batch->reckoning);
  for (guint i = 0; batch->wanted != NULL && i < batch->subjects->len * KLI_DERIVERS_MAX; i++)
    g_clear_pointer (&batch->wanted[i], g_bytes_unref);
  g_free (batch->wanted);
  g_clear_pointer (&batch->pile, kli_derive_pile_free);
  g_clear_pointer (&batch->subjects, g_array_unref);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static KliDeriveSubject *
get_subject (const Batch *batch, guint i)
{
  return &g_array_index (batch->subjects, KliDeriveSubject, i);
}

/* Whether the deriver @which is at work and makes rows of @subject. */
static gboolean
is_at_work (const Batch *batch, guint which, const KliDeriveSubject *subject)
{
  const KliDeriver *deriver = kli_derivers[which];

  return (batch->active & 1u << which) != 0 && (deriver->subject == NULL || deriver->subject == subject->row->kind);
}

/* --- reading ------------------------------------------------------------------------------------------------ */

/* @kept: (out): whether @id is a record of @kind, which @scan lists. */
static gboolean
read_row (Batch *batch, KliOwnerScan *scan, const KliKind *kind, gint64 id, gboolean *kept, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *kept = kli_owner_scan_next (scan, id, &local_error);
  if (*kept)
    g_array_append_val (batch->subjects,
                        ((KliDeriveSubject){ .id = id, .row = kli_statement_get_row (scan->statement, 0, kind) }));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Contacts, of which there are the most by far, are found at once. */
static gboolean
read_rows (Batch *batch, const gint64 *ids, guint n, GError **error)
{
  KliConnection *connection = batch->context->connection;
  g_auto (KliOwnerScan) contacts = { 0 };
  g_auto (KliOwnerScan) contracts = { 0 };

  if (!kli_owner_scan_init (&contacts, kli_connection_lend (connection, "derive-contact-rows", error), ids[n - 1])
      || !kli_owner_scan_init (&contracts, kli_connection_lend (connection, "derive-contract-rows", error), ids[n - 1]))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean kept = FALSE;

      if (!read_row (batch, &contacts, &kli_contact_kind, ids[i], &kept, error)
          || (!kept && !read_row (batch, &contracts, &kli_contract_kind, ids[i], &kept, error)))
        return FALSE;
      if (!kept && batch->walk == NULL && !kli_derive_remove (batch->context, ids[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What is only compared gets no number. */
static gboolean
read_numbers (Batch *batch, gint64 last, GError **error)
{
  gboolean writes = batch->walk == NULL || batch->walk->tallies == NULL;
  g_auto (KliOwnerScan) numbers = { 0 };
  g_autoptr (GError) local_error = NULL;

  if (!kli_owner_scan_init (&numbers, kli_connection_lend (batch->context->connection, "derive-numbers", error), last))
    return FALSE;
  for (guint i = 0; i < batch->subjects->len && local_error == NULL; i++)
    if (kli_owner_scan_next (&numbers, get_subject (batch, i)->id, &local_error))
      get_subject (batch, i)->local = (guint32)kli_statement_get_integer (numbers.statement, 1);
  if (local_error != NULL)
    return kli_store_error_pass (error, g_steal_pointer (&local_error));

  for (guint i = 0; writes && i < batch->subjects->len; i++)
    if (get_subject (batch, i)->local == 0 && !kli_derive_number (batch->context, get_subject (batch, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_parts (Batch *batch, GError **error)
{
  guint needs = 0;

  for (guint which = 0; kli_derivers[which] != NULL; which++)
    if (batch->active & 1u << which)
      needs |= kli_derivers[which]->needs;
  batch->pile = kli_derive_pile_read (batch->context->connection, (KliDeriveSubject *)batch->subjects->data,
                                      batch->subjects->len, needs, error);

  return batch->pile != NULL;
}

/* --- reckoning ---------------------------------------------------------------------------------------------- */

static GBytes **
wanted_of (const Batch *batch, guint which, guint i)
{
  return &batch->wanted[which * batch->subjects->len + i];
}

static void
reckon_subject (Batch *batch, KliDeriveContext *context, guint i)
{
  const KliDeriveSubject *subject = get_subject (batch, i);

  for (guint which = 0; kli_derivers[which] != NULL; which++)
    if (kli_derivers[which]->is_pure && is_at_work (batch, which, subject))
      *wanted_of (batch, which, i) = kli_derivers[which]->reckon (context, subject, NULL);
}

/* KliParallelFunc */
static void
reckon_some (guint first, guint end, gpointer user_data)
{
  Batch *batch = user_data;
  g_auto (KliDeriveContext) context = { 0 };

  kli_derive_context_init_pure (&context, batch->context);
  for (guint i = first; i < end; i++)
    reckon_subject (batch, &context, i);
}

/* --- settling ----------------------------------------------------------------------------------------------- */

static gboolean
settle_row (Batch *batch, guint which, guint i, KliDeriveTally *tally, GError **error)
{
  const KliDeriver *deriver = kli_derivers[which];
  const KliDeriveSubject *subject = get_subject (batch, i);

  if (!is_at_work (batch, which, subject))
    return TRUE;
  if (deriver->is_pure)
    return kli_derive_settle (batch->context, deriver, subject, *wanted_of (batch, which, i), tally, error);

  return kli_derive_row (batch->context, deriver, subject, tally, error);
}

/* Whether the names that @deriver shows of @subject may be old ones. */
static gboolean
is_stale (const KliDeriveWalk *walk, const KliDeriver *deriver, const KliDeriveSubject *subject)
{
  return deriver->of_names && walk->stale != NULL && kli_id_table_contains (walk->stale, subject->id);
}

/* A table that cannot be read keeps nobody from comparing the others. */
static void
compare_row (Batch *batch, guint which, guint i)
{
  KliDeriveTally *tally = &batch->walk->tallies[which];
  guint n_differing = tally->n_differing;

  if (tally->error == NULL)
    settle_row (batch, which, i, tally, &tally->error);
  if (tally->n_differing > n_differing && is_stale (batch->walk, kli_derivers[which], get_subject (batch, i)))
    tally->n_differing = n_differing;
}

static gboolean
settle (Batch *batch, GError **error)
{
  gboolean compares = batch->walk != NULL && batch->walk->tallies != NULL;

  for (guint which = 0; kli_derivers[which] != NULL; which++)
    for (guint i = 0; (batch->active & 1u << which) != 0 && i < batch->subjects->len; i++)
      if (compares)
        compare_row (batch, which, i);
      else if (!settle_row (batch, which, i, NULL, error))
        return FALSE;

  return TRUE;
}

/* --- one after the other ------------------------------------------------------------------------------------ */

/* Reads what the @n subjects @ids derive from, and begins to reckon. Returns: (nullable): NULL with @error set. */
static Batch *
begin (KliDeriveContext *context, const gint64 *ids, guint n, guint active, const KliDeriveWalk *walk, GError **error)
{
  g_autoptr (Batch) batch = g_new0 (Batch, 1);

  batch->context = context;
  batch->active = active;
  batch->walk = walk;
  batch->subjects = g_array_sized_new (FALSE, TRUE, sizeof (KliDeriveSubject), n);
  g_array_set_clear_func (batch->subjects, subject_clear);
  if (!read_rows (batch, ids, n, error) || !read_numbers (batch, ids[n - 1], error) || !read_parts (batch, error))
    return NULL;

  batch->wanted = g_new0 (GBytes *, (gsize)batch->subjects->len * KLI_DERIVERS_MAX);
  batch->reckoning = kli_parallel_begin (batch->subjects->len, RECKONED_AT_ONCE, reckon_some, batch);

  return g_steal_pointer (&batch);
}

static gboolean
end (Batch *batch, GError **error)
{
  kli_parallel_end (g_steal_pointer (&batch->reckoning));
  batch->context->gathers = batch->subjects->len >= GATHERED_MIN;

  return settle (batch, error) && kli_derive_write_feeds_if_many (batch->context, error);
}

gboolean
kli_derive_batches (
    KliDeriveContext *context, const GArray *ids, guint active, const KliDeriveWalk *walk, GError **error)
{
  g_autoptr (Batch) before = NULL;

  for (guint i = 0; i < ids->len; i += KLI_DERIVE_AT_ONCE)
    {
      guint n = MIN (KLI_DERIVE_AT_ONCE, ids->len - i);
      g_autoptr (Batch) next = NULL;

      if (walk != NULL && kli_connection_is_cancelled (context->connection, error))
        return FALSE;
      next = begin (context, &g_array_index (ids, gint64, i), n, active, walk, error);
      if (next == NULL || (before != NULL && !end (before, error)))
        return FALSE;
      g_clear_pointer (&before, batch_free);
      before = g_steal_pointer (&next);
      if (walk != NULL && walk->progress != NULL)
        walk->progress (i + n, ids->len, walk->user_data);
    }

  return (before == NULL || end (before, error)) && kli_derive_write_feeds (context, error);
}
