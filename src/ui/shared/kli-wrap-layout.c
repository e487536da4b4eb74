/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets on as many lines as they need. A child that is wider than the whole line is given the line. */
#include "ui/shared/kli-wrap-layout.h"

struct _KliWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KliWrapLayout, kli_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct
{
  int x;
  int y;
  int height; /* of the line so far */
} Place;

static int
width_of (GtkWidget *child, int for_width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, for_width));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Finds the place of @child on lines of @for_width, on a new line where this one is full. */
static GtkAllocation
place_child (Place *place, GtkWidget *child, int for_width)
{
  GtkAllocation area = { 0, 0, width_of (child, for_width), 0 };

  area.height = height_of (child, area.width);
  if (place->x > 0 && place->x + area.width > for_width)
    {
      place->y += place->height + KLI_WRAP_SPACING;
      place->x = place->height = 0;
    }
  area.x = place->x;
  area.y = place->y;
  place->x += area.width + KLI_WRAP_SPACING;
  place->height = MAX (place->height, area.height);

  return area;
}

static GtkSizeRequestMode
kli_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* No more than the widest child needs: what wraps is not what a pane should grow for. */
static int
measure_width (GtkWidget *widget)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
    }

  return width;
}

static int
reckon_height (GtkWidget *widget, int for_width)
{
  Place place = { 0, 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place_child (&place, child, for_width);

  return place.y + place.height;
}

static void
kli_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? measure_width (widget)
                            : reckon_height (widget, for_size < 0 ? G_MAXINT : for_size);
}

static void
kli_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Place place = { 0, 0, 0 };
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;

      if (!gtk_widget_should_layout (child))
        continue;
      area = place_child (&place, child, width);
      if (is_rtl)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (child, &area, -1);
    }
}

static void
kli_wrap_layout_class_init (KliWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = kli_wrap_layout_get_request_mode;
  layout_class->measure = kli_wrap_layout_measure;
  layout_class->allocate = kli_wrap_layout_allocate;
}

static void
kli_wrap_layout_init (KliWrapLayout *self)
{
}

GtkLayoutManager *
kli_wrap_layout_new (void)
{
  return g_object_new (KLI_TYPE_WRAP_LAYOUT, NULL);
}
