/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `check`: runs every check of a store, one line each. */
#include "store/kli-check-private.h"

#include "store/kli-connection-private.h"
#include "store/kli-derive.h"
#include "store/kli-store-private.h"

static const struct
{
  const char *name;
  KliCheckFunc func;
} checks[] = {
  { "structure", kli_check_structure }, { "text", kli_check_text },       { "references", kli_check_references },
  { "content", kli_check_content },     { "history", kli_check_history },
};

void
kli_check_free (KliCheck *check)
{
  if (check == NULL)
    return;

  g_free (check->detail);
  g_free (check);
}

/* A check that could not be run does not hold.
 * @name: constant. @detail: (transfer full) (nullable). @error: (nullable): why it could not be run. */
static KliCheck *
check_new (const char *name, char *detail, const GError *error)
{
  KliCheck *check = g_new0 (KliCheck, 1);

  check->name = name;
  check->holds = detail == NULL && error == NULL;
  check->detail = error != NULL ? g_strdup (error->message) : g_strdup (detail);
  g_free (detail);

  return check;
}

static KliCheck *
run_one (KliConnection *connection, const char *name, KliCheckFunc func)
{
  g_autoptr (GError) error = NULL;
  char *detail = NULL;

  func (connection, &detail, &error);

  return check_new (name, detail, error);
}

/* Each derived table against what it derives from. */
static KliCheck *
run_derived (KliConnection *connection, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *detail = NULL;

  kli_derive_check (connection, name, &detail, &error);

  return check_new (name, detail, error);
}

static gpointer
run_all (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_check_free);
  const char *const *derived = kli_derive_get_names ();

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    g_ptr_array_add (results, run_one (connection, checks[i].name, checks[i].func));
  for (guint i = 0; derived[i] != NULL; i++)
    g_ptr_array_add (results, run_derived (connection, derived[i]));

  return g_steal_pointer (&results);
}

typedef struct
{
  GPtrArray *results;
  GError *error;
} CheckJob;

/* The check of a search index writes a command to it, so it needs the writer; nothing of it is kept. */
static void
check_job (KliWriter *writer, gpointer data)
{
  CheckJob *job = data;
  KliConnection *connection = kli_writer_get_connection (writer, &job->error);

  if (connection == NULL || !kli_connection_run (connection, "begin-edit", &job->error))
    return;

  job->results = run_all (connection, NULL, NULL, &job->error);
  kli_connection_roll_back (connection);
}

GPtrArray *
kli_store_check (KliStore *store, GError **error)
{
  CheckJob job = { 0 };

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  if (kli_store_is_read_only (store))
    return kli_store_read (store, run_all, NULL, error);
  if (!kli_store_check_writable (store, error))
    return NULL;

  kli_writer_push (store->writer, check_job, &job);
  kli_writer_wait (store->writer);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.results;
}
