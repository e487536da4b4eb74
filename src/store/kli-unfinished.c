/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long edits that have not ended: those that run, and those that a program left when it died. */
#include "store/kli-long-edit.h"

#include "store/kli-history-private.h"
#include "store/kli-store-error-private.h"

void
kli_unfinished_free (KliUnfinished *unfinished)
{
  if (unfinished == NULL)
    return;

  kli_history_entry_free (unfinished->entry);
  g_clear_pointer (&unfinished->job, g_variant_unref);
  g_free (unfinished->work);
  g_free (unfinished);
}

/* Bytes of a file are not trusted: what is not of the form it is said to have is not there. */
static GVariant *
read_job (KliStatement *statement)
{
  const char *form = kli_statement_get_text (statement, 2);
  g_autoptr (GVariant) job = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (!g_variant_type_string_is_valid (form) || !g_variant_type_is_definite (G_VARIANT_TYPE (form)))
    return NULL;

  data = kli_statement_get_bytes (statement, 3, &size);
  bytes = g_bytes_new (data, size);
  job = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (form), bytes, FALSE));

  return g_variant_is_normal_form (job) ? g_steal_pointer (&job) : NULL;
}

static KliUnfinished *
read_one (KliConnection *connection, KliStatement *statement, GError **error)
{
  g_autoptr (KliUnfinished) unfinished = g_new0 (KliUnfinished, 1);

  unfinished->entry = kli_history_read_entry (connection, kli_statement_get_integer (statement, 0), error);
  if (unfinished->entry == NULL)
    return NULL;

  unfinished->work = g_strdup (kli_statement_get_text (statement, 1));
  unfinished->job = read_job (statement);
  unfinished->done = (guint)kli_statement_get_integer (statement, 4);
  unfinished->total = (guint)kli_statement_get_integer (statement, 5);

  return g_steal_pointer (&unfinished);
}

GPtrArray *
kli_unfinished_list (KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_unfinished_free);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "long-edits", error);
  if (statement == NULL)
    return NULL;

  while (kli_statement_step (statement, &local_error))
    {
      KliUnfinished *unfinished = read_one (connection, statement, error);

      if (unfinished == NULL)
        return NULL;
      g_ptr_array_add (list, unfinished);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&list) : NULL;
}
