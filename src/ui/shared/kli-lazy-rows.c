/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a view that do not show their records yet. */
#include "ui/shared/kli-lazy-rows.h"

#include "ui/shared/kli-lazy-row.h"

/* So many rows out of sight are named between two looks at what else there is to do. */
#define AT_ONCE 8

struct _KliLazyRows
{
  GObject parent_instance;

  GdkFrameClock *clock; /* weak: its layouts are followed */
  GtkWidget *sample;    /* weak */
  GQueue placed;        /* KliLazyRow, held */
  GQueue unnamed;       /* KliLazyRow, held */
  guint idle;           /* names them */
};

G_DEFINE_FINAL_TYPE (KliLazyRows, kli_lazy_rows, G_TYPE_OBJECT)

static gboolean
name_cb (gpointer user_data)
{
  g_autoptr (KliLazyRows) self = g_object_ref (user_data); /* the last row of a view that is no more may let go of it */

  for (guint i = 0; i < AT_ONCE && self->unnamed.length > 0; i++)
    {
      g_autoptr (KliLazyRow) row = g_queue_pop_head (&self->unnamed);

      kli_lazy_row_name (row);
    }
  if (self->unnamed.length > 0)
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

void
kli_lazy_rows_name (KliLazyRows *self, KliLazyRow *row)
{
  g_return_if_fail (KLI_IS_LAZY_ROWS (self));
  g_return_if_fail (KLI_IS_LAZY_ROW (row));

  g_queue_push_tail (&self->unnamed, g_object_ref (row));
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, name_cb, self, NULL);
}

static void
laid_out_cb (KliLazyRows *self)
{
  while (self->placed.length > 0)
    {
      g_autoptr (KliLazyRow) row = g_queue_pop_head (&self->placed);

      kli_lazy_row_come (row);
    }
}

static void
follow_clock (KliLazyRows *self, GdkFrameClock *clock)
{
  if (self->clock == clock)
    return;

  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_func (self->clock, laid_out_cb, self);
  g_set_weak_pointer (&self->clock, clock);
  g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* What is changed while places are given is not seen to any more: rows come between two layouts of one frame. */
void
kli_lazy_rows_place (KliLazyRows *self, KliLazyRow *row)
{
  GdkFrameClock *clock;

  g_return_if_fail (KLI_IS_LAZY_ROWS (self));
  g_return_if_fail (KLI_IS_LAZY_ROW (row));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (row));
  g_return_if_fail (clock != NULL);

  follow_clock (self, clock);
  g_queue_push_tail (&self->placed, g_object_ref (row));
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

GtkWidget *
kli_lazy_rows_get_sample (KliLazyRows *self)
{
  g_return_val_if_fail (KLI_IS_LAZY_ROWS (self), NULL);

  return self->sample;
}

void
kli_lazy_rows_set_sample (KliLazyRows *self, GtkWidget *content)
{
  g_return_if_fail (KLI_IS_LAZY_ROWS (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  g_set_weak_pointer (&self->sample, content);
}

static void
kli_lazy_rows_finalize (GObject *object)
{
  KliLazyRows *self = KLI_LAZY_ROWS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->clock);
  g_clear_weak_pointer (&self->sample);
  g_queue_clear_full (&self->placed, g_object_unref);
  g_queue_clear_full (&self->unnamed, g_object_unref);
  G_OBJECT_CLASS (kli_lazy_rows_parent_class)->finalize (object);
}

static void
kli_lazy_rows_class_init (KliLazyRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_lazy_rows_finalize;
}

static void
kli_lazy_rows_init (KliLazyRows *self)
{
}

KliLazyRows *
kli_lazy_rows_new (void)
{
  return g_object_new (KLI_TYPE_LAZY_ROWS, NULL);
}
