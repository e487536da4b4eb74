/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small signs of states and deadlines, drawn on a grid of 12 × 12. */
#include "ui/contracts/kli-glyph.h"

#include <math.h>

struct _KliGlyph
{
  GtkWidget parent_instance;

  KliGlyphSign sign;
  int size;
};

G_DEFINE_FINAL_TYPE (KliGlyph, kli_glyph, GTK_TYPE_WIDGET)

/* --- the drawings ------------------------------------------------------------------------------- */

static void
ring (cairo_t *cr, double radius, double width)
{
  cairo_set_line_width (cr, width);
  cairo_arc (cr, 6, 6, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
polygon (cairo_t *cr, const double *points, guint n_points)
{
  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

static void
draw_draft (cairo_t *cr)
{
  const double dash[] = { 2.4, 2.2 };

  cairo_set_dash (cr, dash, 2, 0);
  ring (cr, 4.6, 1.8);
}

static void
draw_sent (cairo_t *cr)
{
  ring (cr, 4.6, 1.6);
  cairo_arc (cr, 6, 6, 4.6, G_PI / 2, 3 * G_PI / 2);
  cairo_fill (cr);
}

static void
draw_signed (cairo_t *cr)
{
  ring (cr, 4.7, 1.5);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, 3.7, 6.1);
  cairo_line_to (cr, 5.4, 7.8);
  cairo_line_to (cr, 8.4, 4.4);
  cairo_stroke (cr);
}

static void
draw_active (cairo_t *cr)
{
  disc (cr, 6, 6, 5);
}

static void
draw_suspended (cairo_t *cr)
{
  cairo_rectangle (cr, 2.4, 1.5, 2.8, 9);
  cairo_rectangle (cr, 6.8, 1.5, 2.8, 9);
  cairo_fill (cr);
}

static void
draw_notice (cairo_t *cr)
{
  const double triangle[] = { 1.5, 1.5, 7.8, 6, 1.5, 10.5 };

  polygon (cr, triangle, 3);
  cairo_rectangle (cr, 8.4, 1.2, 2.2, 9.6);
  cairo_fill (cr);
}

static void
draw_expired (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.7);
  cairo_rectangle (cr, 2, 2, 8, 8);
  cairo_stroke (cr);
}

static void
draw_terminated (cairo_t *cr)
{
  cairo_rectangle (cr, 1.2, 1.2, 9.6, 9.6);
  cairo_fill (cr);
}

static void
draw_renewed (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.8);
  for (double x = 2.2; x < 8; x += 4.2)
    {
      cairo_move_to (cr, x, 2.2);
      cairo_line_to (cr, x + 3.6, 6);
      cairo_line_to (cr, x, 9.8);
      cairo_stroke (cr);
    }
}

static void
draw_withdrawn (cairo_t *cr)
{
  ring (cr, 4.6, 1.7);
  cairo_move_to (cr, 2.8, 9.2);
  cairo_line_to (cr, 9.2, 2.8);
  cairo_stroke (cr);
}

static void
draw_safe_day (cairo_t *cr)
{
  const double pennant[] = { 4, 1, 10.8, 3.8, 4, 6.6 };

  cairo_rectangle (cr, 1.6, 0.8, 2.4, 10.6);
  cairo_fill (cr);
  polygon (cr, pennant, 3);
  cairo_fill (cr);
}

static void
draw_statutory_day (cairo_t *cr)
{
  const double diamond[] = { 6, 3.6, 9.6, 7.2, 6, 10.8, 2.4, 7.2 };

  cairo_set_line_width (cr, 1.4);
  polygon (cr, diamond, 4);
  cairo_stroke (cr);
  cairo_move_to (cr, 6, 0.4);
  cairo_line_to (cr, 6, 3.6);
  cairo_stroke (cr);
}

static void
draw_start (cairo_t *cr)
{
  cairo_rectangle (cr, 1.2, 0.8, 2, 10.4);
  cairo_rectangle (cr, 3.2, 3.8, 7, 4.4);
  cairo_fill (cr);
}

static void
draw_end (cairo_t *cr)
{
  cairo_rectangle (cr, 8.8, 0.8, 2, 10.4);
  cairo_rectangle (cr, 1.8, 3.8, 7, 4.4);
  cairo_fill (cr);
}

static void
draw_pen (cairo_t *cr)
{
  const double pen[] = { 1.2, 10.8, 2, 7.6, 8.2, 1.4, 10.6, 3.8, 4.4, 10 };

  polygon (cr, pen, 5);
  cairo_fill (cr);
}

/* --- the table ---------------------------------------------------------------------------------- */

typedef struct
{
  void (*draw) (cairo_t *cr);
  const char *state; /* id of the contract state, NULL for a day */
  const char *light; /* named colours; NULL: the colour of the text */
  const char *dark;
} Sign;

static const Sign signs[KLI_GLYPH_LAST] = {
  [KLI_GLYPH_DRAFT] = { draw_draft, "draft", "dark_1", "light_4" },
  [KLI_GLYPH_SENT] = { draw_sent, "sent", "blue_3", "blue_2" },
  [KLI_GLYPH_SIGNED] = { draw_signed, "signed", "blue_3", "blue_2" },
  [KLI_GLYPH_ACTIVE] = { draw_active, "active", "green_5", "green_3" },
  [KLI_GLYPH_SUSPENDED] = { draw_suspended, "suspended", "brown_3", "brown_1" },
  [KLI_GLYPH_NOTICE] = { draw_notice, "notice", "orange_4", "orange_2" },
  [KLI_GLYPH_EXPIRED] = { draw_expired, "expired", "dark_1", "light_4" },
  [KLI_GLYPH_TERMINATED] = { draw_terminated, "terminated", "dark_2", "light_3" },
  [KLI_GLYPH_RENEWED] = { draw_renewed, "renewed", "purple_3", "purple_1" },
  [KLI_GLYPH_WITHDRAWN] = { draw_withdrawn, "withdrawn", "dark_1", "light_4" },
  [KLI_GLYPH_SAFE_DAY] = { draw_safe_day, NULL, NULL, NULL },
  [KLI_GLYPH_STATUTORY_DAY] = { draw_statutory_day, NULL, NULL, NULL },
  [KLI_GLYPH_START] = { draw_start, NULL, NULL, NULL },
  [KLI_GLYPH_END] = { draw_end, NULL, NULL, NULL },
  [KLI_GLYPH_PEN] = { draw_pen, NULL, NULL, NULL },
};

KliGlyphSign
kli_glyph_for_state (const char *state_id)
{
  for (guint i = 0; i < KLI_GLYPH_LAST; i++)
    if (signs[i].state != NULL && g_strcmp0 (signs[i].state, state_id) == 0)
      return i;

  return KLI_GLYPH_NONE;
}

gboolean
kli_glyph_is_dark (GtkWidget *widget)
{
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);

  return text.red + text.green + text.blue > 1.5;
}

void
kli_glyph_get_colour (KliGlyphSign sign, GtkWidget *widget, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const char *name = kli_glyph_is_dark (widget) ? signs[sign].dark : signs[sign].light;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

void
kli_glyph_draw (cairo_t *cr, KliGlyphSign sign, double x, double y, double size, const GdkRGBA *colour)
{
  g_return_if_fail (sign < KLI_GLYPH_LAST);

  if (signs[sign].draw == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 12, size / 12);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  signs[sign].draw (cr);
  cairo_restore (cr);
}

/* --- the widget --------------------------------------------------------------------------------- */

static void
kli_glyph_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = KLI_GLYPH (widget)->size;
}

static void
kli_glyph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KliGlyph *self = KLI_GLYPH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA colour;

  kli_glyph_get_colour (self->sign, widget, &colour);
  kli_glyph_draw (cr, self->sign, (width - self->size) / 2.0, (height - self->size) / 2.0, self->size, &colour);
  cairo_destroy (cr);
}

static void
kli_glyph_class_init (KliGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = kli_glyph_measure;
  widget_class->snapshot = kli_glyph_snapshot;
  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kli_glyph_init (KliGlyph *self)
{
  self->size = 11;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
kli_glyph_new (KliGlyphSign sign, int size)
{
  KliGlyph *self = g_object_new (KLI_TYPE_GLYPH, NULL);

  self->sign = sign;
  self->size = size;

  return GTK_WIDGET (self);
}

void
kli_glyph_set_sign (KliGlyph *self, KliGlyphSign sign)
{
  g_return_if_fail (KLI_IS_GLYPH (self));

  if (self->sign == sign)
    return;

  self->sign = sign;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
