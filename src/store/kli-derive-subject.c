/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every derivation shares: one subject, and the walk over all of them. */
#include "core/kli-name.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-store-error-private.h"

#include <string.h>

gboolean
kli_derive_write_keys (
    KliDeriveContext *context, const KliDeriveSubject *subject, const char *name, GVariant *keys, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, name, error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->local);
  for (gsize i = 0; keys != NULL && i < g_variant_n_children (keys); i++)
    {
      g_autoptr (GVariant) key = g_variant_get_child_value (keys, i);
      gsize size;
      gconstpointer bytes = g_variant_get_fixed_array (key, &size, 1);

      kli_statement_bind_bytes (statement, (int)i + 2, bytes, size);
    }

  return kli_statement_run (statement, error) && kli_derive_note_order (context, subject, error);
}

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

GVariant *
kli_derive_key (KliDeriveContext *context, const char *text)
{
  g_autoptr (GBytes) bytes = kli_derive_collate (context, text);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

GVariant *
kli_derive_read_key (KliStatement *statement, int column)
{
  gsize size;
  gconstpointer bytes = kli_statement_get_bytes (statement, column, &size);

  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, size, 1);
}

/* Both are of one type and made in one way, so that the same value is the same bytes. g_variant_equal () would
 * print them. */
static gboolean
is_same (GVariant *a, GVariant *b)
{
  gsize size;

  if (a == NULL || b == NULL)
    return a == b;

  size = g_variant_get_size (a);

  return size == g_variant_get_size (b) && memcmp (g_variant_get_data (a), g_variant_get_data (b), size) == 0;
}

gboolean
kli_derive_row (KliDeriveContext *context,
                const KliDeriver *deriver,
                const KliDeriveSubject *subject,
                KliDeriveTally *tally,
                GError **error)
{
  g_autoptr (GVariant) wanted = NULL;
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GError) local_error = NULL;

  if (subject->row != NULL)
    wanted = deriver->reckon (context, subject, &local_error);
  if (local_error == NULL && !context->rebuilding && !subject->is_new)
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

  return deriver->write (context, subject, stored, wanted, error);
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

/* The number of a contact or contract, a new one when it has none. */
static gboolean
ensure_local (KliDeriveContext *context, KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;

  if (!find_local (context, subject, error))
    return FALSE;
  if (subject->local != 0)
    return TRUE;

  statement = kli_connection_lend (context->connection, "local-insert", error);
  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, subject->id);
  if (!kli_statement_run (statement, error))
    return FALSE;
  subject->local = (guint32)sqlite3_last_insert_rowid (kli_connection_get_handle (context->connection));
  subject->is_new = TRUE;

  return TRUE;
}

/* @id is no contact or contract any more: if it was one, nothing derives from it from now on. */
static gboolean
remove_subject (KliDeriveContext *context, gint64 id, GError **error)
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

/* Returns: FALSE with @error set; *@row is NULL when @id is neither a contact nor a contract. Contacts, of which there
 * are the most by far, are found at once. */
static gboolean
load_subject (KliDeriveContext *context, gint64 id, KliRow **row, GError **error)
{
  static const KliKind *const kinds[] = { &kli_contact_kind, &kli_contract_kind };

  *row = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && *row == NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;

      *row = kli_connection_load (context->connection, kinds[i], id, &local_error);
      if (*row == NULL && !g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
        return kli_store_error_pass (error, g_steal_pointer (&local_error));
    }

  return TRUE;
}

gboolean
kli_derive_subject (KliDeriveContext *context, gint64 id, guint active, GError **error)
{
  KliDeriveSubject subject = { .id = id };
  g_autoptr (KliRow) row = NULL;

  if (!load_subject (context, id, &row, error))
    return FALSE;
  if (row == NULL)
    return remove_subject (context, id, error);
  if (!ensure_local (context, &subject, error))
    return FALSE;
  subject.row = row;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if ((active & (1u << i)) && (kli_derivers[i]->subject == NULL || kli_derivers[i]->subject == row->kind)
        && !kli_derive_row (context, kli_derivers[i], &subject, NULL, error))
      return FALSE;

  return TRUE;
}

/* A table of which a page cannot be read is made anew at once: that is damage of the file. */
static gboolean
mend_row (KliDeriveContext *context,
          const KliDeriver *deriver,
          const KliDeriveSubject *subject,
          guint *mended,
          GError **error)
{
  KliDeriveTally tally = { .mends = TRUE };
  g_autoptr (GError) local_error = NULL;
  guint bit = kli_derive_bit_of (deriver);

  if (!kli_derive_row (context, deriver, subject, &tally, &local_error))
    {
      if (!g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
        return kli_store_error_pass (error, g_steal_pointer (&local_error));
      if (!kli_derive_rebuild_some (context->connection, bit, NULL, NULL, error))
        return FALSE;
    }
  if (local_error != NULL || tally.n_differing > 0)
    *mended |= bit;

  return TRUE;
}

gboolean
kli_derive_mend_subject (
    KliDeriveContext *context, const KliKind *kind, gint64 id, guint *mended, guint32 *local, GError **error)
{
  KliDeriveSubject subject = { .id = id };
  g_autoptr (KliRow) row = kli_connection_load (context->connection, kind, id, error);

  if (row == NULL || !ensure_local (context, &subject, error))
    return FALSE;
  if (subject.is_new)
    *mended |= KLI_DERIVE_BIT_OF_NUMBERS;
  subject.is_new = FALSE; /* rows may be left of who had the number before */
  subject.row = row;
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

/* Whether the names that @deriver shows of @subject may be old ones. */
static gboolean
is_stale (const KliDeriveWalk *walk, const KliDeriver *deriver, const KliDeriveSubject *subject)
{
  return deriver->of_names && walk->stale != NULL && kli_id_table_contains (walk->stale, subject->id);
}

/* A table that cannot be read keeps nobody from comparing the others. */
static void
compare_row (KliDeriveContext *context, guint which, const KliDeriveSubject *subject, KliDeriveWalk *walk)
{
  const KliDeriver *deriver = kli_derivers[which];
  KliDeriveTally *tally = &walk->tallies[which];
  guint n_differing = tally->n_differing;

  if (tally->error == NULL)
    kli_derive_row (context, deriver, subject, tally, &tally->error);
  if (tally->n_differing > n_differing && is_stale (walk, deriver, subject))
    tally->n_differing = n_differing;
}

static gboolean
walk_subject (
    KliDeriveContext *context, guint active, const KliKind *kind, gint64 id, KliDeriveWalk *walk, GError **error)
{
  KliDeriveSubject subject = { .id = id };
  g_autoptr (KliRow) row = kli_connection_load (context->connection, kind, id, error);

  if (row == NULL || !(walk->tallies != NULL ? find_local : ensure_local) (context, &subject, error))
    return FALSE;
  subject.row = row;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    {
      if (!(active & 1u << i))
        continue;
      if (walk->tallies != NULL)
        compare_row (context, i, &subject, walk);
      else if (!kli_derive_row (context, kli_derivers[i], &subject, NULL, error))
        return FALSE;
    }

  return TRUE;
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

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if ((i % 100 == 99 && kli_connection_is_cancelled (context->connection, error))
          || !walk_subject (context, active, kind, g_array_index (ids, gint64, i), walk, error))
        return FALSE;
      if (walk->progress != NULL && (i % 1000 == 999 || i + 1 == ids->len))
        walk->progress (i + 1, ids->len, walk->user_data);
    }

  return TRUE;
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
