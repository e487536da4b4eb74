/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a list, or a cell of a table, shows is made and filled in when it comes into sight. */
#include "ui/shared/kli-lazy-row.h"

#include "ui/shared/kli-list-press.h"
#include "ui/shared/kli-named.h"

struct _KliLazyRow
{
  AdwBin parent_instance;

  KliSight *sight;              /* owned */
  GtkListItem *place;           /* weak */
  KliListItem *item;            /* owned; NULL while it is unbound */
  const KliRowContent *content; /* static */
  gpointer user_data;           /* borrowed */
  gboolean is_waiting;          /* to come into sight: the item is not shown yet */
  gboolean has_size;            /* or had */
};

G_DEFINE_FINAL_TYPE (KliLazyRow, kli_lazy_row, ADW_TYPE_BIN)

guint
kli_lazy_row_get_position (KliLazyRow *self)
{
  g_return_val_if_fail (KLI_IS_LAZY_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->place != NULL ? gtk_list_item_get_position (self->place) : GTK_INVALID_LIST_POSITION;
}

static void
set_waiting (KliLazyRow *self, gboolean is_waiting)
{
  if (is_waiting)
    kli_sight_wait (self->sight, self);
  else if (self->is_waiting)
    kli_sight_forget (self->sight, self);
  self->is_waiting = is_waiting;
}

static void
make_content (KliLazyRow *self)
{
  GtkWidget *content = self->content->create (self->place, self->user_data);

  adw_bin_set_child (ADW_BIN (self), content);
  if (kli_sight_get_sample (self->sight) == NULL)
    kli_sight_set_sample (self->sight, content);
}

void
kli_lazy_row_name (KliLazyRow *self)
{
  GtkWidget *around;
  g_autofree char *name = NULL;

  g_return_if_fail (KLI_IS_LAZY_ROW (self));
  g_return_if_fail (self->item != NULL);

  if (self->content->describe == NULL)
    return;

  around = gtk_widget_get_parent (GTK_WIDGET (self));
  name = self->content->describe (kli_list_item_get_row (self->item), self->user_data);
  for (guint i = 0; i < self->content->n_around && around != NULL; i++, around = gtk_widget_get_parent (around))
    kli_accessible_set_name (GTK_ACCESSIBLE (around), name);
}

void
kli_lazy_row_come (KliLazyRow *self)
{
  g_return_if_fail (KLI_IS_LAZY_ROW (self));
  g_return_if_fail (self->item != NULL);

  set_waiting (self, FALSE);
  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    make_content (self);
  self->content->show (adw_bin_get_child (ADW_BIN (self)), kli_list_item_get_row (self->item), self->user_data);
  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self)), TRUE);
  kli_lazy_row_name (self);
}

/* What it showed of another record is not there for assistive technology meanwhile. If it is on the screen all the same
 * it is given its size once more, and comes. */
static void
wait (KliLazyRow *self)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (self));

  set_waiting (self, TRUE);
  if (content != NULL)
    gtk_widget_set_child_visible (content, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
relabelled_cb (KliLazyRow *self, KliListItem *item)
{
  if (kli_sight_contains (self->sight, kli_lazy_row_get_position (self)))
    kli_lazy_row_come (self);
  else
    wait (self);
}

/* Rows before it came or went. */
static void
position_cb (KliLazyRow *self)
{
  if (self->is_waiting && kli_sight_contains (self->sight, kli_lazy_row_get_position (self)))
    kli_lazy_row_come (self);
}

void
kli_lazy_row_set_item (KliLazyRow *self, KliListItem *item)
{
  g_return_if_fail (KLI_IS_LAZY_ROW (self));
  g_return_if_fail (item == NULL || KLI_IS_LIST_ITEM (item));

  if (item == NULL)
    set_waiting (self, FALSE);
  g_set_object (&self->item, item);
  kli_list_press_set_row_item (GTK_WIDGET (self), item, G_CALLBACK (relabelled_cb));
}

/* --- size --------------------------------------------------------------------------------------- */

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
  GtkWidget *content = adw_bin_get_child (ADW_BIN (widget));

  if (content == NULL && orientation == GTK_ORIENTATION_VERTICAL)
    content = kli_sight_get_sample (KLI_LAZY_ROW (widget)->sight);
  if (content != NULL)
    gtk_widget_measure (content, orientation, for_size, minimum, natural, NULL, NULL);
}

/* GTK gives a size to what is on the screen only: whatever the sight says, no row is ever blank. */
static void
kli_lazy_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KliLazyRow *self = KLI_LAZY_ROW (widget);
  GtkWidget *content;

  self->has_size = TRUE;
  if (self->is_waiting)
    kli_lazy_row_come (self);
  content = adw_bin_get_child (ADW_BIN (widget));
  if (content != NULL)
    gtk_widget_allocate (content, width, height, baseline, NULL);
}

/* One that had a size before may keep it. One that never had may be out of sight. */
static void
kli_lazy_row_map (GtkWidget *widget)
{
  KliLazyRow *self = KLI_LAZY_ROW (widget);

  if (self->is_waiting && self->has_size)
    kli_lazy_row_come (self);
  GTK_WIDGET_CLASS (kli_lazy_row_parent_class)->map (widget);
}

/* --- life --------------------------------------------------------------------------------------- */

static void
kli_lazy_row_dispose (GObject *object)
{
  KliLazyRow *self = KLI_LAZY_ROW (object);

  if (self->sight != NULL)
    kli_lazy_row_set_item (self, NULL);
  g_clear_weak_pointer (&self->place);
  g_clear_object (&self->sight);
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
}

static void
kli_lazy_row_init (KliLazyRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

GtkWidget *
kli_lazy_row_new (KliSight *sight, GtkListItem *item, const KliRowContent *content, gpointer user_data)
{
  KliLazyRow *self;

  g_return_val_if_fail (KLI_IS_SIGHT (sight), NULL);
  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  self = g_object_new (KLI_TYPE_LAZY_ROW, NULL);
  self->sight = g_object_ref (sight);
  g_set_weak_pointer (&self->place, item);
  self->content = content;
  self->user_data = user_data;
  g_signal_connect_object (item, "notify::position", G_CALLBACK (position_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
