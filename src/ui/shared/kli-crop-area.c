/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture with a square on it. Places and lengths are pixels of the picture, but for what is drawn. */
#include "ui/shared/kli-crop-area.h"

/* The longer side on the display. */
#define SHOWN_SIDE 300
/* The smallest square, of the shorter side of the picture. */
#define SMALLEST 0.25
/* A key moves the square by so much of its side, and changes its size by so much of the range. */
#define STEP 0.05

struct _KliCropArea
{
  GtkWidget parent_instance;

  GdkPixbuf *pixbuf;
  GdkTexture *texture;
  double width;
  double height;
  double x; /* of the square */
  double y;
  double side;
  double drag_x; /* where it was when a drag began */
  double drag_y;
};

G_DEFINE_FINAL_TYPE (KliCropArea, kli_crop_area, GTK_TYPE_WIDGET)

/* Of the display to a pixel of the picture. */
static double
shown_scale (KliCropArea *self)
{
  return SHOWN_SIDE / MAX (self->width, self->height);
}

static double
smallest_side (KliCropArea *self)
{
  return MAX (1, SMALLEST * MIN (self->width, self->height));
}

static void
move_to (KliCropArea *self, double x, double y)
{
  self->x = CLAMP (x, 0, self->width - self->side);
  self->y = CLAMP (y, 0, self->height - self->side);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
kli_crop_area_get_size (KliCropArea *self)
{
  double smallest, range;

  g_return_val_if_fail (KLI_IS_CROP_AREA (self), 1);

  smallest = smallest_side (self);
  range = MIN (self->width, self->height) - smallest;

  return range > 0 ? (self->side - smallest) / range : 1;
}

void
kli_crop_area_set_size (KliCropArea *self, double size)
{
  double smallest, before;

  g_return_if_fail (KLI_IS_CROP_AREA (self));

  smallest = smallest_side (self);
  before = self->side;
  self->side = smallest + CLAMP (size, 0, 1) * (MIN (self->width, self->height) - smallest);
  move_to (self, self->x + (before - self->side) / 2, self->y + (before - self->side) / 2);
}

static void
resize_by (KliCropArea *self, double change)
{
  kli_crop_area_set_size (self, kli_crop_area_get_size (self) + change);
  g_signal_emit_by_name (self, "resized");
}

GdkPixbuf *
kli_crop_area_dup_part (KliCropArea *self)
{
  g_autoptr (GdkPixbuf) part = NULL;
  int side;

  g_return_val_if_fail (KLI_IS_CROP_AREA (self), NULL);

  side = CLAMP ((int)(self->side + 0.5), 1, (int)MIN (self->width, self->height));
  part = gdk_pixbuf_new_subpixbuf (self->pixbuf, MIN ((int)self->x, (int)self->width - side),
                                   MIN ((int)self->y, (int)self->height - side), side, side);

  return gdk_pixbuf_copy (part);
}

/* --- drawing ------------------------------------------------------------------------------------------- */

static void
kli_crop_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  KliCropArea *self = KLI_CROP_AREA (widget);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = MAX (1, (int)(length * shown_scale (self)));
}

static void
shade (GtkSnapshot *snapshot, double x, double y, double width, double height)
{
  const GdkRGBA dark = { 0, 0, 0, 0.6f };

  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)MAX (width, 0), (float)MAX (height, 0)));
}

static void
kli_crop_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KliCropArea *self = KLI_CROP_AREA (widget);
  double scale = shown_scale (self);
  double width = self->width * scale;
  double height = self->height * scale;
  double x = self->x * scale;
  double y = self->y * scale;
  double side = self->side * scale;
  float line = gtk_widget_has_visible_focus (widget) ? 4 : 2;
  const float lines[] = { line, line, line, line };
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA whites[] = { white, white, white, white };
  GskRoundedRect frame;

  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  shade (snapshot, 0, 0, width, y);
  shade (snapshot, 0, y + side, width, height - y - side);
  shade (snapshot, 0, y, x, side);
  shade (snapshot, x + side, y, width - x - side, side);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)side, (float)side), 0);
  gtk_snapshot_append_border (snapshot, &frame, lines, whites);
}

/* --- mouse and keys ------------------------------------------------------------------------------------ */

static void
drag_begin_cb (KliCropArea *self)
{
  self->drag_x = self->x;
  self->drag_y = self->y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (KliCropArea *self, double x, double y)
{
  double scale = shown_scale (self);

  move_to (self, self->drag_x + x / scale, self->drag_y + y / scale);
}

static gboolean
scroll_cb (KliCropArea *self, double x, double y)
{
  resize_by (self, y > 0 ? -STEP : STEP);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (KliCropArea *self, guint keyval)
{
  double step = self->side * STEP;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    move_to (self, self->x - step, self->y);
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    move_to (self, self->x + step, self->y);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_to (self, self->x, self->y - step);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_to (self, self->x, self->y + step);
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add)
    resize_by (self, STEP);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    resize_by (self, -STEP);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- life ---------------------------------------------------------------------------------------------- */

static void
kli_crop_area_finalize (GObject *object)
{
  KliCropArea *self = KLI_CROP_AREA (object);

  g_clear_object (&self->pixbuf);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (kli_crop_area_parent_class)->finalize (object);
}

static void
kli_crop_area_class_init (KliCropAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kli_crop_area_finalize;
  widget_class->measure = kli_crop_area_measure;
  widget_class->snapshot = kli_crop_area_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  g_signal_new ("resized", KLI_TYPE_CROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_crop_area_init (KliCropArea *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
kli_crop_area_new (GdkPixbuf *pixbuf, const char *name)
{
  KliCropArea *self;

  g_return_val_if_fail (GDK_IS_PIXBUF (pixbuf) && name != NULL, NULL);

  self = g_object_new (KLI_TYPE_CROP_AREA, NULL);
  self->pixbuf = g_object_ref (pixbuf);
  self->texture = gdk_texture_new_for_pixbuf (pixbuf);
  self->width = gdk_pixbuf_get_width (pixbuf);
  self->height = gdk_pixbuf_get_height (pixbuf);
  self->side = MIN (self->width, self->height);
  move_to (self, (self->width - self->side) / 2, (self->height - self->side) / 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
