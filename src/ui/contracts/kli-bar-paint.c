/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills, patterns and marks of bars (LOOK-contracts 4). All are readable without colour. */
#include "ui/contracts/kli-bar-paint.h"

#include "ui/contracts/kli-glyph.h"

#define RADIUS 4.0

static void
look_up (GtkStyleContext *context, const char *name, GdkRGBA *colour)
{
  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

void
kli_bar_colours_init (KliBarColours *colours, GtkWidget *widget, const char *state)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean dark = kli_glyph_is_dark (widget);

  colours->dark = dark;
  gtk_style_context_get_color (context, &colours->text);
  look_up (context, "card_bg_color", &colours->card);
  look_up (context, dark ? "orange_2" : "orange_4", &colours->warn);
  look_up (context, dark ? "blue_2" : "blue_4", &colours->today);
  look_up (context, dark ? "purple_1" : "purple_3", &colours->renewal);
  look_up (context, "green_4", &colours->running);
  look_up (context, dark ? "green_3" : "green_5", &colours->running_edge);
  gdk_rgba_parse (&colours->on_today, dark ? "rgba(0,0,0,.9)" : "white");
  gdk_rgba_parse (&colours->on_warn, dark ? "rgba(0,0,0,.9)" : "white");
  kli_glyph_get_colour (kli_glyph_for_state (state), widget, &colours->state);
  /* In the dark style a card is a thin white over the window: a halo must hide what is under it. */
  if (dark)
    look_up (context, "popover_bg_color", &colours->card);
}

void
kli_bar_set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

void
kli_bar_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MAX (0, MIN (radius, MIN (width, height) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace (cairo_t *cr, const KliBarSpan *span, double inset)
{
  kli_bar_rounded (cr, span->x + inset, span->y + inset, MAX (0, span->width - 2 * inset), span->height - 2 * inset,
                   RADIUS);
}

/* --- patterns, painted inside a clip ------------------------------------------------------------ */

static void
hatch (cairo_t *cr, const KliBarSpan *span)
{
  for (double x = span->x - span->height; x < span->x + span->width; x += 7)
    {
      cairo_move_to (cr, x, span->y + span->height);
      cairo_line_to (cr, x + span->height, span->y);
    }
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

static void
paired_bars (cairo_t *cr, const KliBarSpan *span)
{
  for (double x = span->x + 5; x < span->x + span->width; x += 15)
    {
      cairo_rectangle (cr, x, span->y + 4, 2, span->height - 8);
      cairo_rectangle (cr, x + 4, span->y + 4, 2, span->height - 8);
    }
  cairo_fill (cr);
}

static void
dots (cairo_t *cr, const KliBarSpan *span)
{
  for (double x = span->x + 6; x < span->x + span->width - 2; x += 9)
    {
      cairo_arc (cr, x, span->y + span->height / 2, 1.4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
cross_at_the_end (cairo_t *cr, const KliBarSpan *span)
{
  double x = span->x + span->width - 10;
  double y = span->y + span->height / 2;

  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x - 3.5, y - 3.5);
  cairo_line_to (cr, x + 3.5, y + 3.5);
  cairo_move_to (cr, x - 3.5, y + 3.5);
  cairo_line_to (cr, x + 3.5, y - 3.5);
  cairo_stroke (cr);
}

typedef struct
{
  const char *state;
  double tint;
  double outline; /* width, 0 for none */
  gboolean dashed;
  void (*pattern) (cairo_t *cr, const KliBarSpan *span);
} Fill;

static const Fill fills[] = {
  { "draft", 0, 1.5, TRUE, NULL },       { "sent", .16, 1.5, FALSE, dots },
  { "signed", .22, 1.5, FALSE, NULL },   { "suspended", .22, 1.5, FALSE, paired_bars },
  { "notice", .20, 1.5, FALSE, hatch },  { "expired", .26, 0, FALSE, NULL },
  { "renewed", .16, 1.5, FALSE, NULL },  { "terminated", .26, 0, FALSE, cross_at_the_end },
  { "withdrawn", .16, 1.5, TRUE, NULL },
};

static void
paint_fill (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span, const Fill *fill)
{
  const double dash[] = { 5, 3 };

  cairo_save (cr);
  trace (cr, span, 0);
  cairo_clip (cr);
  kli_bar_set_colour (cr, &colours->state, fill->tint);
  cairo_paint (cr);
  kli_bar_set_colour (cr, &colours->state, 1);
  if (fill->pattern != NULL)
    fill->pattern (cr, span);
  cairo_restore (cr);

  if (fill->outline <= 0)
    return;
  cairo_save (cr);
  if (fill->dashed)
    cairo_set_dash (cr, dash, 2, 0);
  trace (cr, span, fill->outline / 2);
  cairo_set_line_width (cr, fill->outline);
  kli_bar_set_colour (cr, &colours->state, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* --- spans -------------------------------------------------------------------------------------- */

void
kli_bar_paint_elapsed (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span)
{
  if (span->width <= 0)
    return;

  trace (cr, span, .5);
  kli_bar_set_colour (cr, &colours->state, .26);
  cairo_fill_preserve (cr);
  kli_bar_set_colour (cr, &colours->state, .6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
kli_bar_paint_remaining (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span, const char *state)
{
  if (span->width <= 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    if (g_strcmp0 (fills[i].state, state) == 0)
      {
        paint_fill (cr, colours, span, &fills[i]);
        return;
      }

  trace (cr, span, .5);
  kli_bar_set_colour (cr, &colours->running, 1);
  cairo_fill_preserve (cr);
  kli_bar_set_colour (cr, &colours->running_edge, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
kli_bar_paint_renewal (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span)
{
  if (span->width <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, span->x, span->y, span->width, span->height);
  cairo_clip (cr);
  for (double x = 0; x < span->width; x += 12)
    {
      double fading = .30 - .25 * x / span->width;

      cairo_rectangle (cr, span->x + x, span->y, 12, span->height);
      kli_bar_set_colour (cr, &colours->renewal, fading);
      cairo_fill (cr);
      cairo_move_to (cr, span->x + x + 5, span->y + span->height / 2 - 4);
      cairo_line_to (cr, span->x + x + 9, span->y + span->height / 2);
      cairo_line_to (cr, span->x + x + 5, span->y + span->height / 2 + 4);
      cairo_set_line_width (cr, 1.6);
      kli_bar_set_colour (cr, &colours->renewal, .35 + 2 * fading);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

void
kli_bar_paint_notice (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span)
{
  static const Fill notice = { "notice", .20, 1.5, FALSE, hatch };
  KliBarColours orange = *colours;

  if (span->width <= 0)
    return;

  orange.state = colours->warn;
  paint_fill (cr, &orange, span, &notice);
}

/* --- marks -------------------------------------------------------------------------------------- */

void
kli_bar_paint_safe (
    cairo_t *cr, const KliBarColours *colours, double x, double y, double height, gboolean near, gboolean passed)
{
  const GdkRGBA *colour = near ? &colours->warn : &colours->text;

  kli_bar_rounded (cr, x - 6 - 1.5, y - 8 - 1.5, 6 + 3, height + 15 + 3, 4);
  kli_bar_set_colour (cr, &colours->card, 1);
  cairo_fill (cr);
  if (passed)
    {
      kli_bar_rounded (cr, x - 5.25, y - 7.25, 4.5, height + 13.5, 2.5);
      cairo_set_line_width (cr, 1.5);
      kli_bar_set_colour (cr, &colours->text, .8);
      cairo_stroke (cr);
      return;
    }
  kli_bar_rounded (cr, x - 6, y - 8, 6, height + 15, 2.5);
  kli_bar_set_colour (cr, colour, 1);
  cairo_fill (cr);
}

void
kli_bar_paint_statutory (cairo_t *cr, const KliBarColours *colours, double x, double y, double height)
{
  double tip = y + height + 1;

  kli_bar_set_colour (cr, &colours->card, 1);
  cairo_rectangle (cr, x - 1.75, y - 4, 3.5, height + 5);
  cairo_fill (cr);
  kli_bar_set_colour (cr, &colours->text, 1);
  cairo_rectangle (cr, x - .75, y - 4, 1.5, height + 5);
  cairo_fill (cr);
  cairo_move_to (cr, x, tip);
  cairo_line_to (cr, x + 3.4, tip + 3.4);
  cairo_line_to (cr, x, tip + 6.8);
  cairo_line_to (cr, x - 3.4, tip + 3.4);
  cairo_close_path (cr);
  kli_bar_set_colour (cr, &colours->card, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  kli_bar_set_colour (cr, &colours->text, 1);
  cairo_stroke (cr);
}

void
kli_bar_paint_end (cairo_t *cr, const KliBarColours *colours, double x, double y, double height)
{
  kli_bar_set_colour (cr, &colours->text, 1);
  cairo_rectangle (cr, x - 1.5, y - 5, 3, height + 10);
  cairo_fill (cr);
}

void
kli_bar_paint_today (cairo_t *cr, const KliBarColours *colours, double x, double from, double to)
{
  kli_bar_set_colour (cr, &colours->card, 1);
  cairo_rectangle (cr, x - 2.5, from, 5, to - from);
  cairo_fill (cr);
  kli_bar_set_colour (cr, &colours->today, 1);
  cairo_rectangle (cr, x - 1, from, 2, to - from);
  cairo_fill (cr);
}

void
kli_bar_paint_arrow (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *bar)
{
  double x = bar->x + bar->width;
  double middle = bar->y + bar->height / 2;

  kli_bar_set_colour (cr, &colours->card, 1);
  cairo_rectangle (cr, x - 7, bar->y - 1, 12, bar->height + 2);
  cairo_fill (cr);
  cairo_move_to (cr, x - 7, bar->y);
  cairo_line_to (cr, x + 4, middle);
  cairo_line_to (cr, x - 7, bar->y + bar->height);
  cairo_close_path (cr);
  kli_bar_set_colour (cr, &colours->text, .85);
  cairo_fill (cr);
}

void
kli_bar_paint_notch (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *bar)
{
  double tooth = bar->height / 2;

  kli_bar_set_colour (cr, &colours->card, 1);
  for (guint i = 0; i < 2; i++)
    {
      double y = bar->y + i * tooth;

      cairo_move_to (cr, bar->x - 1, y - .5);
      cairo_line_to (cr, bar->x + 5, y + tooth / 2);
      cairo_line_to (cr, bar->x - 1, y + tooth + .5);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}
