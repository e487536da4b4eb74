/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something a person can do, ready to be done. */
#include "operations/kli-operation.h"

struct _KliOperation
{
  const char *verb;
  gint64 subject;
  KliDay today; /* set when it runs */
  KliEditFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_QUARK (kli - operation - error - quark, kli_operation_error)

KliOperation *
kli_operation_new (const char *verb, gint64 subject, KliEditFunc func, gpointer data, GDestroyNotify destroy)
{
  KliOperation *operation;

  g_return_val_if_fail (verb != NULL && func != NULL, NULL);

  operation = g_new0 (KliOperation, 1);
  operation->verb = g_intern_string (verb);
  operation->subject = subject;
  operation->func = func;
  operation->data = data;
  operation->destroy = destroy;

  return operation;
}

void
kli_operation_free (KliOperation *operation)
{
  if (operation == NULL)
    return;

  if (operation->destroy != NULL)
    operation->destroy (operation->data);
  g_free (operation);
}

gpointer
kli_operation_get_data (KliOperation *operation)
{
  g_return_val_if_fail (operation != NULL, NULL);

  return operation->data;
}

KliDay
kli_operation_get_today (const KliOperation *operation)
{
  g_return_val_if_fail (operation != NULL, KLI_DAY_NONE);

  return operation->today;
}

void
kli_operation_set_subject (KliOperation *operation, KliEdit *edit, gint64 subject)
{
  g_return_if_fail (operation != NULL && edit != NULL);

  operation->subject = subject;
  kli_edit_set_subject (edit, subject);
}

gint64
kli_operation_run (KliOperation *operation, KliStore *store, GError **error)
{
  g_return_val_if_fail (operation != NULL, -1);
  g_return_val_if_fail (KLI_IS_STORE (store), -1);

  operation->today = kli_store_get_today (store);

  return kli_store_edit (store, operation->verb, operation->subject, operation->func, operation, error);
}

typedef struct
{
  GPtrArray *steps;
  KliDay today;
  guint current;
} Together;

static gboolean
run_steps (KliEdit *edit, gpointer user_data, GError **error)
{
  Together *together = user_data;

  for (together->current = 0; together->current < together->steps->len; together->current++)
    {
      KliOperation *step = g_ptr_array_index (together->steps, together->current);

      step->today = together->today;
      if (!step->func (edit, step, error))
        return FALSE;
    }
  kli_edit_set_subject (edit, 0); /* not the last one only */

  return TRUE;
}

gint64
kli_operation_run_together (GPtrArray *steps, KliStore *store, guint *refused, GError **error)
{
  Together together = { .steps = steps };
  gint64 edit;

  g_return_val_if_fail (steps != NULL && steps->len > 0 && refused != NULL, -1);
  g_return_val_if_fail (KLI_IS_STORE (store), -1);

  *refused = 0;
  if (steps->len == 1)
    return kli_operation_run (g_ptr_array_index (steps, 0), store, error);

  together.today = kli_store_get_today (store);
  edit = kli_store_edit (store, "together", 0, run_steps, &together, error);
  *refused = MIN (together.current, steps->len - 1);

  return edit;
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gint64 edit = kli_store_edit_finish (KLI_STORE (source), result, &error);

  if (edit < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memdup2 (&edit, sizeof edit), g_free);
}

void
kli_operation_run_async (KliOperation *operation,
                         KliStore *store,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (operation != NULL);
  g_return_if_fail (KLI_IS_STORE (store));

  operation->today = kli_store_get_today (store);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, kli_operation_run_async);
  /* An edit that was committed is told as committed, however late the person changed their mind. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, operation, (GDestroyNotify)kli_operation_free);
  kli_store_edit_async (store, operation->verb, operation->subject, operation->func, operation, NULL, cancellable,
                        edited_cb, task);
}

gint64
kli_operation_run_finish (KliStore *store, GAsyncResult *result, gint64 *subject, GError **error)
{
  const KliOperation *operation;
  g_autofree gint64 *edit = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), -1);

  operation = g_task_get_task_data (G_TASK (result));
  if (subject != NULL)
    *subject = operation->subject;
  edit = g_task_propagate_pointer (G_TASK (result), error);

  return edit != NULL ? *edit : -1;
}

gint64
kli_operation_get_subject (const KliOperation *operation)
{
  g_return_val_if_fail (operation != NULL, 0);

  return operation->subject;
}

const char *
kli_operation_get_verb (const KliOperation *operation)
{
  g_return_val_if_fail (operation != NULL, NULL);

  return operation->verb;
}
