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
  static const char *names[32];

  if (g_once_init_enter (&names[0]))
    {
      guint n = 1;

      for (guint i = 0; kli_derivers[i] != NULL; i++)
        names[n++] = kli_derivers[i]->name;
      g_once_init_leave (&names[0], LOCAL_NUMBER);
    }

  return names;
}

static const KliDeriver *
find_deriver (const char *name)
{
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (g_str_equal (kli_derivers[i]->name, name))
      return kli_derivers[i];

  return NULL;
}

static gboolean
rebuild_table (KliDeriveContext *context, const KliDeriver *deriver, KliDeriveWalk *walk, GError **error)
{
  for (guint i = 0; deriver->empty_statements[i] != NULL; i++)
    if (!kli_connection_run (context->connection, deriver->empty_statements[i], error))
      return FALSE;

  context->rebuilding = TRUE;
  if (!kli_derive_all_subjects (context, deriver, walk, error))
    return FALSE;
  context->rebuilding = FALSE;

  return (deriver->finish_rebuild == NULL || deriver->finish_rebuild (context, error))
         && kli_derive_note_maker (context, deriver, error);
}

gboolean
kli_derive_rebuild (
    KliConnection *connection, const char *name, KliDeriveProgress progress, gpointer user_data, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  KliDeriveWalk walk = { .progress = progress, .user_data = user_data };

  g_return_val_if_fail (connection != NULL, FALSE);
  g_return_val_if_fail (name == NULL || g_strv_contains (kli_derive_get_names (), name), FALSE);

  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;
  if (name == NULL || g_str_equal (name, LOCAL_NUMBER))
    {
      if (!kli_connection_run (connection, "local-remove-surplus", error)
          || !kli_connection_run (connection, "local-insert-missing", error))
        return FALSE;
    }

  context.n_notes = G_MAXUINT / 2; /* every number may stand elsewhere now, or mean another record */
  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (name == NULL || kli_derivers[i] == find_deriver (name))
      if (!rebuild_table (&context, kli_derivers[i], &walk, error))
        return FALSE;

  return kli_derive_finish (&context, error);
}

static gboolean
check_local_numbers (KliDeriveContext *context, char **detail, GError **error)
{
  gint64 wrong = 0;

  if (!kli_connection_get_integer (context->connection, "local-count-wrong", &wrong, error))
    return FALSE;
  if (wrong > 0)
    *detail = g_strdup_printf ("%" G_GINT64_FORMAT " records and numbers do not belong together", wrong);

  return TRUE;
}

static gboolean
check_table (KliDeriveContext *context, const KliDeriver *deriver, char **detail, GError **error)
{
  KliDeriveWalk walk = { .only_compare = TRUE };
  gint64 n_rows = 0;

  if (!kli_derive_all_subjects (context, deriver, &walk, error)
      || !kli_connection_get_integer (context->connection, deriver->count_statement, &n_rows, error))
    return FALSE;

  if (walk.n_differing > 0)
    *detail = g_strdup_printf ("%u rows are not as they should be", walk.n_differing);
  else if (n_rows != walk.n_rows)
    *detail = g_strdup_printf ("%" G_GINT64_FORMAT " rows belong to nothing", n_rows - walk.n_rows);
  else if (deriver->check_index != NULL)
    return deriver->check_index (context, detail, error);

  return TRUE;
}

gboolean
kli_derive_check (KliConnection *connection, const char *name, char **detail, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };

  g_return_val_if_fail (connection != NULL && detail != NULL, FALSE);
  g_return_val_if_fail (g_strv_contains (kli_derive_get_names (), name), FALSE);

  *detail = NULL;
  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;
  if (g_str_equal (name, LOCAL_NUMBER))
    return check_local_numbers (&context, detail, error);

  return check_table (&context, find_deriver (name), detail, error);
}
