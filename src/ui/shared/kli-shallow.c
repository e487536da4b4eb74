/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that scroll when there are too many. A scrolled window does not ask its child how high it is for the width that
 * it has, so this asks in its place. */
#include "ui/shared/kli-shallow.h"

/* Four lines of chips, or two where the window is low, and the half of another, which shows that there is more. */
#define HEIGHT_MAX 186
#define HEIGHT_LOW 106

struct _KliShallow
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* borrowed: the scroller holds it */
};

G_DEFINE_FINAL_TYPE (KliShallow, kli_shallow, GTK_TYPE_WIDGET)

static void
kli_shallow_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (KLI_SHALLOW (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MIN (*minimum, HEIGHT_LOW);
      *natural = MIN (*natural, HEIGHT_MAX);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
kli_shallow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kli_shallow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (KLI_SHALLOW (widget)->scroller, width, height, baseline, NULL);
}

static void
kli_shallow_dispose (GObject *object)
{
  KliShallow *self = KLI_SHALLOW (object);

  self->child = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_shallow_parent_class)->dispose (object);
}

static void
kli_shallow_class_init (KliShallowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_shallow_dispose;
  widget_class->measure = kli_shallow_measure;
  widget_class->get_request_mode = kli_shallow_get_request_mode;
  widget_class->size_allocate = kli_shallow_size_allocate;
}

static void
kli_shallow_init (KliShallow *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
kli_shallow_new (GtkWidget *child)
{
  KliShallow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (KLI_TYPE_SHALLOW, NULL);
  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);

  return GTK_WIDGET (self);
}
