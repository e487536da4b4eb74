/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf conditions of queries. A new one is a .sql file and a line here. */
#include "store/kli-condition.h"

typedef struct _Condition Condition;

struct _Condition
{
  const char *name; /* of the condition and of its .sql file */
  /* Binds the parameters; FALSE when the argument makes no sense. */
  gboolean (*bind) (KliStatement *statement, const char *argument, KliDay today);
};

static gboolean
bind_text (KliStatement *statement, const char *argument, KliDay today)
{
  kli_statement_bind_text (statement, 1, argument);

  return TRUE;
}

static gboolean
bind_id (KliStatement *statement, const char *argument, KliDay today)
{
  gint64 id;

  if (!g_ascii_string_to_signed (argument, 10, 1, G_MAXINT64, &id, NULL))
    return FALSE;
  kli_statement_bind_integer (statement, 1, id);

  return TRUE;
}

/* The argument is a number of days: from today on so many. */
static gboolean
bind_days (KliStatement *statement, const char *argument, KliDay today)
{
  g_autofree char *first = kli_day_to_string (today);
  g_autofree char *last = NULL;
  gint64 n_days;

  if (!g_ascii_string_to_signed (argument, 10, 0, 36500, &n_days, NULL))
    return FALSE;
  last = kli_day_to_string (kli_day_add_days (today, (int)n_days));
  kli_statement_bind_text (statement, 1, first);
  kli_statement_bind_text (statement, 2, last);

  return TRUE;
}

static const Condition conditions[] = {
  { "affiliated-with", bind_id },
  { "contact-tagged", bind_text },
  { "contract-of", bind_id },
  { "contracts-ending", bind_days },
};

static const Condition *
find_condition (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (g_str_equal (conditions[i].name, name))
      return &conditions[i];

  return NULL;
}

static KliBitmap *
run (KliStatement *statement, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (GError) local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  while (kli_statement_step (statement, &local_error))
    kli_bitmap_add (found, (guint32)kli_statement_get_integer (statement, 0));
  if (local_error == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

KliBitmap *
kli_condition_answer (KliConnection *connection,
                      const char *condition,
                      const char *argument,
                      KliDay today,
                      GCancellable *cancellable,
                      GError **error)
{
  const Condition *known;
  g_autoptr (KliStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && condition != NULL && argument != NULL, NULL);

  known = find_condition (condition);
  if (known == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no condition “%s”", condition);
      return NULL;
    }
  statement = kli_connection_lend (connection, known->name, error);
  if (statement == NULL)
    return NULL;
  if (!known->bind (statement, argument, today))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "“%s” is no argument of %s", argument, condition);
      return NULL;
    }

  return run (statement, cancellable, error);
}
