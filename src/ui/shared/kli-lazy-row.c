/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a list, or a cell of a table, shows is made and filled in when it is given a place on the screen. */
#include "ui/shared/kli-lazy-row.h"

#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-named.h"

struct _KliLazyRow
{
  AdwBin parent_instance;

  KliLazyRows *rows;            /* owned */
  GtkListItem *place;           /* weak */
  KliListItem *item;            /* owned; NULL while it is unbound */
  const KliRowContent *content; /* static */
  gpointer user_data;           /* borrowed */
  gboolean is_waiting;          /* for a place on the screen: the item is not shown yet */
  gboolean is_in_turn;          /* to be named */
};

G_DEFINE_FINAL_TYPE (KliLazyRow, kli_lazy_row, ADW_TYPE_BIN)

static void
make_content (KliLazyRow *self)
{
  GtkWidget *content = self->content->create (self->place, self->user_data);

  gtk_widget_set_child_visible (content, !self->is_waiting);
  adw_bin_set_child (ADW_BIN (self), content);
  if (kli_lazy_rows_get_sample (self->rows) == NULL)
    kli_lazy_rows_set_sample (self->rows, content);
}

/* What it shows of another record is not there for assistive technology. */
static void
hide_content (KliLazyRow *self)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (self));

  if (content != NULL)
    gtk_widget_set_child_visible (content, FALSE);
}

static void
set_name (KliLazyRow *self)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (self->content->describe == NULL)
    return;

  name = self->content->describe (kli_list_item_get_row (self->item), self->user_data);
  for (guint i = 0; i < self->content->n_around && around != NULL; i++, around = gtk_widget_get_parent (around))
    kli_accessible_set_name (GTK_ACCESSIBLE (around), name);
}

void
kli_lazy_row_name (KliLazyRow *self)
{
  g_return_if_fail (KLI_IS_LAZY_ROW (self));

  self->is_in_turn = FALSE;
  if (self->is_waiting)
    set_name (self);
}

void
kli_lazy_row_come (KliLazyRow *self)
{
  g_return_if_fail (KLI_IS_LAZY_ROW (self));

  if (!self->is_waiting || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_waiting = FALSE;
  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    make_content (self);
  self->content->show (adw_bin_get_child (ADW_BIN (self)), kli_list_item_get_row (self->item), self->user_data);
  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self)), TRUE);
  set_name (self);
}

/* One that is on the screen may stay there: until then it looks as it did. */
static void
relabelled_cb (KliLazyRow *self, KliListItem *item)
{
  self->is_waiting = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else
    hide_content (self);
  if (self->content->describe == NULL || self->is_in_turn)
    return;

  self->is_in_turn = TRUE;
  kli_lazy_rows_name (self->rows, self);
}

void
kli_lazy_row_set_item (KliLazyRow *self, KliListItem *item)
{
  g_return_if_fail (KLI_IS_LAZY_ROW (self));
  g_return_if_fail (item == NULL || KLI_IS_LIST_ITEM (item));

  self->is_waiting = FALSE;
  g_set_object (&self->item, item);
  kli_list_press_set_row_item (GTK_WIDGET (self), item, G_CALLBACK (relabelled_cb));
}

/* --- a place on the screen ---------------------------------------------------------------------- */

static GtkSizeRequestMode
kli_lazy_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Without content it is as high as one that has some: all are of one height. */
static void
kli_lazy_row_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  KliLazyRow *self = KLI_LAZY_ROW (widget);
  GtkWidget *content = adw_bin_get_child (ADW_BIN (widget));

  if (content == NULL && orientation == GTK_ORIENTATION_VERTICAL)
    {
      if (kli_lazy_rows_get_sample (self->rows) == NULL)
        make_content (self);
      content = kli_lazy_rows_get_sample (self->rows);
    }
  if (content != NULL)
    gtk_widget_measure (content, orientation, for_size, minimum, natural, NULL, NULL);
}

/* GTK gives a size to what is on the screen only. */
static void
kli_lazy_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KliLazyRow *self = KLI_LAZY_ROW (widget);
  GtkWidget *content = adw_bin_get_child (ADW_BIN (widget));

  if (self->is_waiting && gtk_widget_get_mapped (widget))
    kli_lazy_rows_place (self->rows, self);
  if (content != NULL)
    gtk_widget_allocate (content, width, height, baseline, NULL);
}

/* One that had a size before may keep it, and would not be given it again. */
static void
kli_lazy_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kli_lazy_row_parent_class)->map (widget);
  if (KLI_LAZY_ROW (widget)->is_waiting)
    gtk_widget_queue_allocate (widget);
}

static void
kli_lazy_row_unmap (GtkWidget *widget)
{
  if (KLI_LAZY_ROW (widget)->is_waiting)
    hide_content (KLI_LAZY_ROW (widget));
  GTK_WIDGET_CLASS (kli_lazy_row_parent_class)->unmap (widget);
}

/* --- life --------------------------------------------------------------------------------------- */

static void
kli_lazy_row_dispose (GObject *object)
{
  KliLazyRow *self = KLI_LAZY_ROW (object);

  if (self->item != NULL)
    kli_lazy_row_set_item (self, NULL);
  g_clear_weak_pointer (&self->place);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (kli_lazy_row_parent_class)->dispose (object);
}

static void
kli_lazy_row_class_init (KliLazyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_lazy_row_dispose;
  widget_class->get_request_mode = kli_lazy_row_get_request_mode;
  widget_class->measure = kli_lazy_row_measure;
  widget_class->size_allocate = kli_lazy_row_size_allocate;
  widget_class->map = kli_lazy_row_map;
  widget_class->unmap = kli_lazy_row_unmap;
}

static void
kli_lazy_row_init (KliLazyRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

GtkWidget *
kli_lazy_row_new (KliLazyRows *rows, GtkListItem *item, const KliRowContent *content, gpointer user_data)
{
  KliLazyRow *self;

  g_return_val_if_fail (KLI_IS_LAZY_ROWS (rows), NULL);
  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  self = g_object_new (KLI_TYPE_LAZY_ROW, NULL);
  self->rows = g_object_ref (rows);
  g_set_weak_pointer (&self->place, item);
  self->content = content;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}
