/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The next days one by one, under the bar. */
#include "ui/contracts/kli-term-strip.h"

#include "core/kli-format.h"
#include "core/kli-holiday.h"

#include <glib/gi18n.h>

#define CELL_HEIGHT 25.0
#define GAP 4.0
#define NARROW 400.0
#define DAYS_A_WEEK 7
#define DAYS_AT_LEAST 4

typedef struct
{
  cairo_t *cr;
  GtkWidget *widget;
  const KliBarColours *colours;
  const KliTermDays *days;
  double width;
  double cell_width;
  double cells_y;
} Strip;

gboolean
kli_term_strip_is_needed (const KliTermDays *days)
{
  return days->safe != KLI_DAY_NONE && days->notice_from == KLI_DAY_NONE && days->safe >= days->today
         && days->safe - days->today <= KLI_TERM_STRIP_REACH;
}

PangoLayout *
kli_term_layout (GtkWidget *widget, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (.82));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static int
text_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = kli_term_layout (widget, "Żg", TRUE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

int
kli_term_strip_measure (GtkWidget *widget)
{
  return 10 + text_height (widget) + 3 + (int)CELL_HEIGHT + 3 + text_height (widget);
}

void
kli_term_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_matrix_t matrix;
  int width;

  cairo_save (cr);
  cairo_get_matrix (cr, &matrix);
  if (matrix.xx < 0)
    {
      pango_layout_get_pixel_size (layout, &width, NULL);
      cairo_translate (cr, 2 * x + width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
paint_text_centred (
    Strip *strip, const char *text, gboolean bold, double middle, double y, const GdkRGBA *colour, double alpha)
{
  g_autoptr (PangoLayout) layout = kli_term_layout (strip->widget, text, bold);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  kli_bar_set_colour (strip->cr, colour, alpha);
  kli_term_show_layout (strip->cr, layout, CLAMP (middle - width / 2.0, 0, MAX (0, strip->width - width)), y);
}

/* A dark orange under white text in the light style, and the other way round in the dark one. */
static void
safe_ground (const Strip *strip, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (strip->widget);

  *colour = strip->colours->warn;
  if (!strip->colours->dark)
    gtk_style_context_lookup_color (context, "orange_5", colour);
}

static void
paint_ground (Strip *strip, KliDay day, double x, gboolean is_free)
{
  cairo_t *cr = strip->cr;
  const KliTermDays *days = strip->days;
  gboolean is_today = day == days->today;
  GdkRGBA safe;

  safe_ground (strip, &safe);
  kli_bar_rounded (cr, x + .75, strip->cells_y + .75, strip->cell_width - 1.5, CELL_HEIGHT - 1.5, 6);
  if (day == days->safe)
    kli_bar_set_colour (cr, &safe, 1);
  else if (is_today)
    kli_bar_set_colour (cr, &strip->colours->today, .14);
  else
    kli_bar_set_colour (cr, &strip->colours->text, is_free ? .11 : .03);
  cairo_fill_preserve (cr);

  cairo_set_line_width (cr, 1.5);
  if (is_today)
    kli_bar_set_colour (cr, &strip->colours->today, 1);
  else if (day == days->statutory && day != days->safe)
    kli_bar_set_colour (cr, &strip->colours->text, .75);
  else
    kli_bar_set_colour (cr, &strip->colours->text, 0);
  cairo_stroke (cr);
}

static void
paint_cell (Strip *strip, KliDay day, double x, const char *country, KliLanguage language)
{
  const KliTermDays *days = strip->days;
  /* Saturday is no holiday, but nothing is delivered on it either (domain 5.9, art. 115). */
  gboolean is_free = kli_day_weekday (day) >= 6 || kli_holiday_is_free (day, country, NULL);
  g_autofree char *weekday = kli_format_day (day, KLI_DAY_STYLE_WEEKDAY_ABBREVIATION, language);
  g_autofree char *number = NULL;
  double middle = x + strip->cell_width / 2;
  int day_of_month;

  kli_day_split (day, NULL, NULL, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  paint_ground (strip, day, x, is_free);
  paint_text_centred (strip, weekday, FALSE, middle, strip->cells_y - 3 - text_height (strip->widget),
                      &strip->colours->text, .74);
  paint_text_centred (strip, number, day == days->today || day == days->safe || day == days->statutory, middle,
                      strip->cells_y + (CELL_HEIGHT - text_height (strip->widget)) / 2,
                      day == days->safe ? &strip->colours->on_warn : &strip->colours->text, is_free ? .8 : 1);
}

static void
paint_captions (Strip *strip, double safe_x, double statutory_x, double width)
{
  g_autoptr (PangoLayout) safe = kli_term_layout (strip->widget, _ ("last safe day"), TRUE);
  g_autoptr (PangoLayout) statutory = kli_term_layout (strip->widget, _ ("by law"), FALSE);
  double y = strip->cells_y + CELL_HEIGHT + 3;
  double right = MIN (safe_x + strip->cell_width, width);
  GdkRGBA ink;
  int safe_width, statutory_width;

  safe_ground (strip, &ink);
  pango_layout_get_pixel_size (safe, &safe_width, NULL);
  pango_layout_get_pixel_size (statutory, &statutory_width, NULL);
  kli_bar_set_colour (strip->cr, &ink, 1);
  kli_term_show_layout (strip->cr, safe, MAX (0, right - safe_width), y);
  if (statutory_x < 0 || MAX (statutory_x, right + 6) + statutory_width > width)
    return;
  kli_bar_set_colour (strip->cr, &strip->colours->text, .74);
  kli_term_show_layout (strip->cr, statutory, MAX (statutory_x, right + 6), y);
}

static void
paint_lens (
    cairo_t *cr, const KliBarColours *colours, double left, double right, double top, double bottom, double width)
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, top, 0, bottom);
  const GdkRGBA *ink = &colours->text;

  cairo_pattern_add_color_stop_rgba (fade, 0, ink->red, ink->green, ink->blue, .10);
  cairo_pattern_add_color_stop_rgba (fade, 1, ink->red, ink->green, ink->blue, .035);
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, right, top);
  cairo_line_to (cr, width, bottom);
  cairo_line_to (cr, 0, bottom);
  cairo_close_path (cr);
  cairo_set_source (cr, fade);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
}

static double
width_of_cell (double width, int n_cells)
{
  return (width - (n_cells - 1) * GAP) / n_cells;
}

/* As many days as there is room for, so that no name of one runs into the next. */
static int
count_cells (GtkWidget *widget, KliDay first, KliLanguage language, double width)
{
  int n = width < NARROW ? 10 : 14;

  for (int i = 0; i < DAYS_A_WEEK; i++)
    {
      g_autofree char *weekday = kli_format_day (first + i, KLI_DAY_STYLE_WEEKDAY_ABBREVIATION, language);
      g_autoptr (PangoLayout) layout = kli_term_layout (widget, weekday, FALSE);
      int needed;

      pango_layout_get_pixel_size (layout, &needed, NULL);
      while (n > DAYS_AT_LEAST && width_of_cell (width, n) + GAP < needed + 2)
        n--;
    }

  return n;
}

void
kli_term_strip_paint (cairo_t *cr,
                      GtkWidget *widget,
                      const KliBarColours *colours,
                      const KliTermScale *scale,
                      const KliTermDays *days,
                      const char *country,
                      KliLanguage language,
                      double lens_top,
                      double y,
                      double width)
{
  int n_cells = count_cells (widget, days->today, language, width);
  KliDay first = days->today;
  double statutory_x = -1;
  Strip strip = { cr, widget, colours, days, width, 0, 0 };

  if (days->safe - first >= n_cells)
    first = days->safe - n_cells + 2;
  strip.cell_width = width_of_cell (width, n_cells);
  strip.cells_y = y + 10 + text_height (widget) + 3;
  paint_lens (cr, colours, kli_term_scale_begin (scale, first), kli_term_scale_end (scale, first + n_cells - 1),
              lens_top, y + 6, width);

  for (int i = 0; i < n_cells; i++)
    {
      double x = i * (strip.cell_width + GAP);

      paint_cell (&strip, first + i, x, country, language);
      if (first + i == days->statutory && days->statutory != days->safe)
        statutory_x = x;
    }
  paint_captions (&strip, (days->safe - first) * (strip.cell_width + GAP), statutory_x, width);
}
