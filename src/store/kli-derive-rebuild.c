/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes derived tables anew, and compares them with what they derive from. */
#include "store/kli-derive.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"

/* The numbers themselves: everything else is keyed by them, so they are repaired, never made anew. */
#define LOCAL_NUMBER "local-number"

const char *const *
kli_derive_get_names (void)
{
  static const char *names[KLI_DERIVERS_MAX + 2];

  if (g_once_init_enter (&names[0]))
    {
      guint n = 1;

      for (guint i = 0; kli_derivers[i] != NULL; i++)
        names[n++] = kli_derivers[i]->name;
      g_once_init_leave (&names[0], LOCAL_NUMBER);
    }

  return names;
}

/* The bits of the tables called @name; NULL: of all. */
static guint
bits_of (const char *name)
{
  guint bits = 0;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (name == NULL || g_str_equal (kli_derivers[i]->name, name))
      bits |= 1u << i;

  return bits;
}

/* --- anew --------------------------------------------------------------------------------------------------- */

static gboolean
empty_table (KliDeriveContext *context, const KliDeriver *deriver, GError **error)
{
  for (guint i = 0; deriver->empty_statements[i] != NULL; i++)
    if (!kli_connection_run (context->connection, deriver->empty_statements[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
finish_table (KliDeriveContext *context, const KliDeriver *deriver, GError **error)
{
  return (deriver->finish_rebuild == NULL || deriver->finish_rebuild (context, error))
         && kli_derive_note_maker (context, deriver, error);
}

/* Calls @func with each deriver whose bit is set in @active. */
static gboolean
foreach_active (KliDeriveContext *context,
                guint active,
                gboolean (*func) (KliDeriveContext *context, const KliDeriver *deriver, GError **error),
                GError **error)
{
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if ((active & 1u << i) && !func (context, kli_derivers[i], error))
      return FALSE;

  return TRUE;
}

gboolean
kli_derive_rebuild_some (
    KliConnection *connection, guint active, KliDeriveProgress progress, gpointer user_data, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  KliDeriveWalk walk = { .progress = progress, .user_data = user_data };

  if (!kli_derive_context_init (&context, connection, error) || !foreach_active (&context, active, empty_table, error))
    return FALSE;

  context.n_notes = G_MAXUINT / 2; /* every number may stand elsewhere now, or mean another record */
  context.rebuilding = TRUE;
  if (!kli_derive_all_subjects (&context, active, &walk, error))
    return FALSE;
  context.rebuilding = FALSE;

  if ((active & kli_derive_bits_of_names ()) == kli_derive_bits_of_names ()
      && !kli_derive_clear_stale (connection, error))
    return FALSE;

  return foreach_active (&context, active, finish_table, error) && kli_derive_finish (&context, error);
}

gboolean
kli_derive_rebuild (
    KliConnection *connection, const char *name, KliDeriveProgress progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);
  g_return_val_if_fail (name == NULL || g_strv_contains (kli_derive_get_names (), name), FALSE);

  if (name == NULL || g_str_equal (name, LOCAL_NUMBER))
    {
      if (!kli_connection_run (connection, "local-remove-surplus", error)
          || !kli_connection_run (connection, "local-insert-missing", error))
        return FALSE;
    }

  return kli_derive_rebuild_some (connection, bits_of (name), progress, user_data, error);
}

/* --- compared ----------------------------------------------------------------------------------------------- */

static gboolean
check_local_numbers (KliConnection *connection, char **detail, GError **error)
{
  gint64 wrong = 0;

  if (!kli_connection_get_integer (connection, "local-count-wrong", &wrong, error))
    return FALSE;
  if (wrong > 0)
    *detail = g_strdup_printf ("%" G_GINT64_FORMAT " records and numbers do not belong together", wrong);

  return TRUE;
}

/* What the walk over the subjects found of the table, and what no subject leads to. */
static gboolean
check_table (KliDeriveContext *context, const KliDeriver *deriver, KliDeriveTally *tally, char **detail, GError **error)
{
  const char *index_detail = NULL;
  gint64 n_rows = 0;

  if (tally->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&tally->error));
      return FALSE;
    }
  if (!kli_connection_get_integer (context->connection, deriver->count_statement, &n_rows, error))
    return FALSE;

  if (tally->n_differing > 0)
    *detail = g_strdup_printf ("%u rows are not as they should be", tally->n_differing);
  else if (n_rows != tally->n_rows)
    *detail = g_strdup_printf ("%" G_GINT64_FORMAT " rows belong to nothing", n_rows - tally->n_rows);
  else if (!kli_derive_check_index (context, deriver, &index_detail, error))
    return FALSE;
  else
    *detail = g_strdup (index_detail);

  return TRUE;
}

static void
clear_tallies (KliDeriveTally *tallies)
{
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    g_clear_error (&tallies[i].error);
}

/* When the records themselves cannot be read, nothing could be compared with them. */
static void
compare (KliDeriveContext *context, guint active, KliDeriveTally *tallies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = kli_derive_list_stale (context->connection, -1, &error);
  g_autoptr (KliIdTable) stale = kli_id_table_new ();
  KliDeriveWalk walk = { .tallies = tallies, .stale = stale };

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    kli_id_table_add (stale, g_array_index (ids, gint64, i));
  if (ids != NULL)
    kli_derive_all_subjects (context, active, &walk, &error);
  for (guint i = 0; error != NULL && kli_derivers[i] != NULL; i++)
    if (tallies[i].error == NULL)
      tallies[i].error = g_error_copy (error);
}

gboolean
kli_derive_check (KliConnection *connection, const char *name, char **detail, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  KliDeriveTally tallies[KLI_DERIVERS_MAX] = { 0 };
  gboolean done = TRUE;

  g_return_val_if_fail (connection != NULL && detail != NULL, FALSE);
  g_return_val_if_fail (g_strv_contains (kli_derive_get_names (), name), FALSE);

  *detail = NULL;
  if (g_str_equal (name, LOCAL_NUMBER))
    return check_local_numbers (connection, detail, error);
  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;

  compare (&context, bits_of (name), tallies);
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (g_str_equal (kli_derivers[i]->name, name))
      done = check_table (&context, kli_derivers[i], &tallies[i], detail, error);
  clear_tallies (tallies);

  return done;
}

gboolean
kli_derive_check_all (KliConnection *connection, KliDeriveFound found, gpointer user_data, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  KliDeriveTally tallies[KLI_DERIVERS_MAX] = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (connection != NULL && found != NULL, FALSE);

  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;

  check_local_numbers (connection, &detail, &local_error);
  found (LOCAL_NUMBER, detail, local_error, user_data);

  compare (&context, bits_of (NULL), tallies);
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    {
      g_autoptr (GError) table_error = NULL;
      g_autofree char *table_detail = NULL;

      check_table (&context, kli_derivers[i], &tallies[i], &table_detail, &table_error);
      found (kli_derivers[i]->name, table_detail, table_error, user_data);
    }
  clear_tallies (tallies);

  return TRUE;
}
