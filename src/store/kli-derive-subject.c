/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every derivation shares: one subject, some of them, and the walk over all. */
#include "core/kli-name.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"
#include "store/kli-store-error-private.h"

KliStatement *
kli_derive_look_up (KliDeriveContext *context, const char *name, gint64 key, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, key);
  if (!kli_statement_step (statement, error))
    return NULL;

  return g_steal_pointer (&statement);
}

char *
kli_derive_sort_text (const KliRow *contact, gboolean by_family)
{
  gboolean organisation = g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "organisation");

  return kli_name_sort_text (
      organisation ? KLI_NAME_ORGANISATION : KLI_NAME_PERSON, kli_row_get_text (contact, KLI_CONTACT_GIVEN),
      kli_row_get_text (contact, KLI_CONTACT_ADDITIONAL), kli_row_get_text (contact, KLI_CONTACT_FAMILY),
      kli_row_get_text (contact, KLI_CONTACT_NAME), by_family);
}

GBytes *
kli_derive_collate_all (KliDeriveContext *context, const char *const *texts, guint n)
{
  KliDerivePiece pieces[4] = { 0 };
  GBytes *keys[G_N_ELEMENTS (pieces)];
  GBytes *row;

  g_assert (n <= G_N_ELEMENTS (pieces));
  for (guint i = 0; i < n; i++)
    {
      keys[i] = kli_derive_collate (context, texts[i]);
      pieces[i].bytes = g_bytes_get_data (keys[i], &pieces[i].size);
    }
  row = kli_derive_pack (pieces, n);
  for (guint i = 0; i < n; i++)
    g_bytes_unref (keys[i]);

  return row;
}

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == NULL || b == NULL ? a == b : g_bytes_equal (a, b);
}

gboolean
kli_derive_settle (KliDeriveContext *context,
                   const KliDeriver *deriver,
                   const KliDeriveSubject *subject,
                   GBytes *wanted,
                   KliDeriveTally *tally,
                   GError **error)
{
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!context->rebuilding && !subject->is_new)
    stored = deriver->read (context, subject, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (tally != NULL)
    {
      tally->n_differing += !is_same (wanted, stored);
      tally->n_rows += wanted != NULL;
    }
  if (tally != NULL && !tally->mends)
    return TRUE;
  if (is_same (wanted, stored))
    return TRUE;

  return deriver->write != NULL ? deriver->write (context, subject, stored, wanted, error)
                                : kli_derive_put (context, deriver, subject, wanted, error);
}

gboolean
kli_derive_row (KliDeriveContext *context,
                const KliDeriver *deriver,
                const KliDeriveSubject *subject,
                KliDeriveTally *tally,
                GError **error)
{
  g_autoptr (GBytes) wanted = NULL;
  g_autoptr (GError) local_error = NULL;

  if (subject->row != NULL)
    wanted = deriver->reckon (context, subject, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return kli_derive_settle (context, deriver, subject, wanted, tally, error);
}

/* Returns: FALSE with @error set; the number is 0 when the subject has none. */
static gboolean
find_local (KliDeriveContext *context, KliDeriveSubject *subject, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "local-of", subject->id, &local_error);

  subject->local = statement != NULL ? (guint32)kli_statement_get_integer (statement, 0) : 0;

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

gboolean
kli_derive_number (KliDeriveContext *context, KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, "local-insert", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->id);
  if (!kli_statement_run (statement, error))
    return FALSE;
  subject->local = (guint32)sqlite3_last_insert_rowid (kli_connection_get_handle (context->connection));
  subject->is_new = TRUE;

  return TRUE;
}

gboolean
kli_derive_remove (KliDeriveContext *context, gint64 id, GError **error)
{
  KliDeriveSubject subject = { .id = id };
  g_autoptr (KliStatement) statement = NULL;

  if (!find_local (context, &subject, error))
    return FALSE;
  if (subject.local == 0)
    return TRUE;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (!kli_derive_row (context, kli_derivers[i], &subject, NULL, error))
      return FALSE;

  statement = kli_connection_lend (context->connection, "local-delete", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, id);

  return kli_statement_run (statement, error) && kli_derive_note_order (context, &subject, error);
}

static gboolean
mend_row (KliDeriveContext *context,
          const KliDeriver *deriver,
          const KliDeriveSubject *subject,
          guint *mended,
          GError **error)
{
  KliDeriveTally tally = { .mends = TRUE };
  g_autoptr (GError) local_error = NULL;

  if (!kli_derive_row (context, deriver, subject, &tally, &local_error))
    {
      if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
        context->unreadable |= kli_derive_bit_of (deriver);
      return kli_store_error_pass (error, g_steal_pointer (&local_error));
    }
  if (tally.n_differing > 0)
    *mended |= kli_derive_bit_of (deriver);

  return TRUE;
}

gboolean
kli_derive_mend_subject (
    KliDeriveContext *context, const KliKind *kind, gint64 id, guint *mended, guint32 *local, GError **error)
{
  KliDeriveSubject subject = { .id = id };
  g_autoptr (KliRow) row = kli_connection_load (context->connection, kind, id, error);
  g_autoptr (KliDerivePile) pile = NULL;

  subject.row = row;
  pile = row != NULL ? kli_derive_pile_read (context->connection, &subject, 1, G_MAXUINT, error) : NULL;
  if (pile == NULL || !find_local (context, &subject, error)
      || (subject.local == 0 && !kli_derive_number (context, &subject, error)))
    return FALSE;
  if (subject.is_new)
    *mended |= KLI_DERIVE_BIT_OF_NUMBERS;
  subject.is_new = FALSE; /* rows may be left of who had the number before */
  *local = subject.local;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if ((kli_derivers[i]->subject == NULL || kli_derivers[i]->subject == kind)
        && !mend_row (context, kli_derivers[i], &subject, mended, error))
      return FALSE;

  return TRUE;
}

/* The ids of all contacts or contracts. */
static GArray *
list_ids (KliDeriveContext *context, const KliKind *kind, GError **error)
{
  const char *name = kind == &kli_contact_kind ? "derive-contacts" : "derive-contracts";
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    g_array_append_val (ids, (gint64){ kli_statement_get_integer (statement, 0) });

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&ids) : NULL;
}

/* Those of @active that have rows of @kind. */
static guint
active_of_kind (guint active, const KliKind *kind)
{
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (kli_derivers[i]->subject != NULL && kli_derivers[i]->subject != kind)
      active &= ~(1u << i);

  return active;
}

static gboolean
walk_kind (KliDeriveContext *context, guint active, const KliKind *kind, KliDeriveWalk *walk, GError **error)
{
  g_autoptr (GArray) ids = list_ids (context, kind, error);

  return ids != NULL && kli_derive_batches (context, ids, active, walk, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

/* New records get their numbers in the order in which they were made. */
gboolean
kli_derive_subjects (KliDeriveContext *context, const GArray *ids, guint active, GError **error)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)ids);

  g_array_sort (sorted, compare_ids);

  return kli_derive_batches (context, sorted, active, NULL, error);
}

gboolean
kli_derive_all_subjects (KliDeriveContext *context, guint active, KliDeriveWalk *walk, GError **error)
{
  static const KliKind *const kinds[] = { &kli_contact_kind, &kli_contract_kind };
  KliDeriveWalk own_walk = { 0 };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint of_kind = active_of_kind (active, kinds[k]);

      if (of_kind != 0 && !walk_kind (context, of_kind, kinds[k], walk != NULL ? walk : &own_walk, error))
        return FALSE;
    }

  return TRUE;
}
