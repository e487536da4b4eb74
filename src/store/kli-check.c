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

/* KliDeriveFound: a check that could not be run does not hold. @name: constant. */
static void
add_result (const char *name, const char *detail, const GError *error, gpointer user_data)
{
  GPtrArray *results = user_data;
  KliCheck *check = g_new0 (KliCheck, 1);

  check->name = name;
  check->holds = detail == NULL && error == NULL;
  check->detail = g_strdup (error != NULL ? error->message : detail);
  g_ptr_array_add (results, check);
}

static void
run_one (KliConnection *connection, const char *name, KliCheckFunc func, GPtrArray *results)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *detail = NULL;

  func (connection, &detail, &error);
  add_result (name, detail, error, results);
}

/* Each derived table against what it derives from. */
static void
run_derived (KliConnection *connection, GPtrArray *results)
{
  const char *const *names = kli_derive_get_names ();
  g_autoptr (GError) error = NULL;

  if (!kli_derive_check_all (connection, add_result, results, &error))
    for (guint i = 0; names[i] != NULL; i++)
      add_result (names[i], NULL, error, results);
}

static gpointer
run_all (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_check_free);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    run_one (connection, checks[i].name, checks[i].func, results);
  run_derived (connection, results);

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

  kli_store_catch_up (store);
  kli_writer_push (store->writer, check_job, &job);
  kli_writer_wait (store->writer);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.results;
}
