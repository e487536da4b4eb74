/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a view are on the screen, or nearly. */
#include "ui/shared/kli-sight.h"

#include "ui/shared/kli-first-screen.h"
#include "ui/shared/kli-lazy-row.h"

/* So many rows beyond each end of the screen are ready. */
#define MARGIN 2
/* So many rows out of sight are named between two looks at what else there is to do. */
#define AT_ONCE 8

struct _KliSight
{
  GObject parent_instance;

  GtkWidget *view; /* weak */
  GtkAdjustment *adjustment;
  GtkWidget *sample;   /* weak */
  GHashTable *waiting; /* KliLazyRow, borrowed */
  GHashTable *unnamed; /* those of them that are still called as before */
  guint idle;          /* names them */
  double least_height;
  double row_height; /* as they were laid out last */
};

G_DEFINE_FINAL_TYPE (KliSight, kli_sight, G_TYPE_OBJECT)

gboolean
kli_sight_contains (KliSight *self, guint position)
{
  double value, page;

  g_return_val_if_fail (KLI_IS_SIGHT (self), FALSE);

  value = gtk_adjustment_get_value (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (page <= 0) /* it was not laid out yet */
    return position < kli_first_screen_count ((int)self->least_height);

  return (position + 1.0 + MARGIN) * self->row_height > value
         && (position - (double)MARGIN) * self->row_height < value + page;
}

/* The rows of one page come together: the first of them has it read. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint first = kli_lazy_row_get_position (*(KliLazyRow *const *)a);
  guint second = kli_lazy_row_get_position (*(KliLazyRow *const *)b);

  return first < second ? -1 : first > second;
}

static gboolean
name_cb (gpointer user_data)
{
  KliSight *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->unnamed);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_ptr_array_add (rows, row);
  g_ptr_array_sort (rows, compare_positions);
  for (guint i = 0; i < MIN (rows->len, AT_ONCE); i++)
    {
      g_hash_table_remove (self->unnamed, rows->pdata[i]);
      kli_lazy_row_name (rows->pdata[i]);
    }
  if (g_hash_table_size (self->unnamed) > 0)
    return G_SOURCE_CONTINUE;

  self->idle = 0;

  return G_SOURCE_REMOVE;
}

void
kli_sight_wait (KliSight *self, KliLazyRow *row)
{
  g_return_if_fail (KLI_IS_SIGHT (self));
  g_return_if_fail (KLI_IS_LAZY_ROW (row));

  g_hash_table_add (self->waiting, row);
  g_hash_table_add (self->unnamed, row);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, name_cb, self, NULL);
}

void
kli_sight_forget (KliSight *self, KliLazyRow *row)
{
  g_return_if_fail (KLI_IS_SIGHT (self));

  g_hash_table_remove (self->waiting, row);
  g_hash_table_remove (self->unnamed, row);
}

GtkWidget *
kli_sight_get_sample (KliSight *self)
{
  g_return_val_if_fail (KLI_IS_SIGHT (self), NULL);

  return self->sample;
}

void
kli_sight_set_sample (KliSight *self, GtkWidget *content)
{
  g_return_if_fail (KLI_IS_SIGHT (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  g_set_weak_pointer (&self->sample, content);
}

static void
update (KliSight *self)
{
  g_autoptr (GPtrArray) come = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (kli_sight_contains (self, kli_lazy_row_get_position (row)))
      g_ptr_array_add (come, row);
  for (guint i = 0; i < come->len; i++)
    kli_lazy_row_come (g_ptr_array_index (come, i));
}

static guint
count_rows (KliSight *self)
{
  GtkSelectionModel *model = GTK_IS_LIST_VIEW (self->view) ? gtk_list_view_get_model (GTK_LIST_VIEW (self->view))
                                                           : gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* The view was laid out. A list that does not fill its view says nothing of the height of its rows. */
static void
laid_out_cb (KliSight *self)
{
  double upper = gtk_adjustment_get_upper (self->adjustment);
  guint n_rows = self->view != NULL ? count_rows (self) : 0;

  if (n_rows > 0 && upper > gtk_adjustment_get_page_size (self->adjustment))
    self->row_height = MAX (upper / n_rows, self->least_height);
  update (self);
}

static void
kli_sight_finalize (GObject *object)
{
  KliSight *self = KLI_SIGHT (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->sample);
  g_object_unref (self->adjustment);
  g_hash_table_unref (self->waiting);
  g_hash_table_unref (self->unnamed);
  G_OBJECT_CLASS (kli_sight_parent_class)->finalize (object);
}

static void
kli_sight_class_init (KliSightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_sight_finalize;
}

static void
kli_sight_init (KliSight *self)
{
  self->waiting = g_hash_table_new (NULL, NULL);
  self->unnamed = g_hash_table_new (NULL, NULL);
}

KliSight *
kli_sight_new (GtkWidget *view, int row_height)
{
  KliSight *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view) || GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (row_height > 0, NULL);

  self = g_object_new (KLI_TYPE_SIGHT, NULL);
  g_set_weak_pointer (&self->view, view);
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  self->least_height = self->row_height = row_height;
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);

  return self;
}
