/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source of lists that answers when it is told to. */
#include "fake-source.h"

static void
fake_answer_async (KliListSource *source,
                   const KliQuery *query,
                   guint n_first,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  FakeSource *self = FAKE_SOURCE (source);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  /* Not the task's own: an answer that comes in spite of being cancelled is the worse case. */
  if (cancellable != NULL)
    g_task_set_task_data (task, g_object_ref (cancellable), g_object_unref);
  g_queue_push_tail (&self->questions, task);
  self->n_asked++;
  self->n_first = n_first;
}

static KliAnswer *
fake_answer_finish (KliListSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
fake_read_page (KliListSource *source,
                KliQueryTarget target,
                const gint64 *ids,
                guint n_ids,
                const KliListCells *cells,
                GError **error)
{
  FakeSource *self = FAKE_SOURCE (source);
  GPtrArray *rows;

  g_assert_cmpuint (n_ids, <=, KLI_LIST_PAGE_SIZE);
  if (self->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
      return NULL;
    }

  self->n_pages++;
  self->with_cells = cells != NULL;
  self->n_fields = cells != NULL ? cells->n_fields : 0;
  self->n_read += n_ids;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_list_row_free);
  for (guint i = 0; i < n_ids; i++)
    {
      KliListRow *row = g_new0 (KliListRow, 1);

      row->id = ids[i];
      row->name = g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]);
      row->second = g_strdup_printf ("%u", self->stamp);
      row->party = g_strdup ("");
      row->state = g_strdup ("");
      row->photo = g_strdup ("");
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
fake_source_list_source_init (KliListSourceInterface *iface)
{
  iface->answer_async = fake_answer_async;
  iface->answer_finish = fake_answer_finish;
  iface->read_page = fake_read_page;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeSource,
                               fake_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KLI_TYPE_LIST_SOURCE, fake_source_list_source_init))

static void
fake_source_finalize (GObject *object)
{
  g_array_unref (FAKE_SOURCE (object)->ids);

  G_OBJECT_CLASS (fake_source_parent_class)->finalize (object);
}

static void
fake_source_class_init (FakeSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_source_finalize;
}

static void
fake_source_init (FakeSource *self)
{
  g_queue_init (&self->questions);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fake_source_answer (FakeSource *self, guint n)
{
  g_autoptr (GTask) task = g_queue_pop_nth (&self->questions, n);

  if (self->fails)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  else
    g_task_return_pointer (
        task,
        kli_answer_new_beginning ((const gint64 *)self->ids->data, self->ids->len, MAX (self->count, self->ids->len)),
        (GDestroyNotify)kli_answer_unref);
  iterate ();
}

gboolean
fake_source_is_cancelled (FakeSource *self, guint n)
{
  return g_cancellable_is_cancelled (g_task_get_task_data (g_queue_peek_nth (&self->questions, n)));
}

void
fake_source_interrupt (FakeSource *self, guint n)
{
  g_autoptr (GTask) task = g_queue_pop_nth (&self->questions, n);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "interrupted");
  iterate ();
}

void
fake_source_set_range (FakeSource *self, gint64 first, guint n)
{
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (self->ids, (gint64){ first + i });
}
