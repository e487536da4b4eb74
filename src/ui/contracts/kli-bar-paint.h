/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a span of a contract is painted: one drawing for the term bar and every other bar. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A rectangle of a bar, in the coordinates of the widget that paints it. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KliBarSpan;

/* The colours of one widget, looked up once a drawing. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA card;     /* behind the bar: halos */
  GdkRGBA warn;     /* orange: a safe day that is near */
  GdkRGBA today;    /* blue */
  GdkRGBA on_today; /* text on it */
  GdkRGBA on_warn;
  GdkRGBA renewal; /* purple */
  GdkRGBA running; /* green fill */
  GdkRGBA running_edge;
  GdkRGBA state; /* of the contract's state */
  gboolean dark;
} KliBarColours;

void kli_bar_colours_init (KliBarColours *colours, GtkWidget *widget, const char *state);

/* The part of a term that has passed and the part that remains. */
void kli_bar_paint_elapsed (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span);
void kli_bar_paint_remaining (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span, const char *state);
/* What follows by itself: chevrons that fade to the right. */
void kli_bar_paint_renewal (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span);
/* The time of notice: hatched. */
void kli_bar_paint_notice (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *span);

/* The marks; @x as LOOK-contracts 4 says for each. */
void kli_bar_paint_safe (
    cairo_t *cr, const KliBarColours *colours, double x, double y, double height, gboolean near, gboolean passed);
void kli_bar_paint_statutory (cairo_t *cr, const KliBarColours *colours, double x, double y, double height);
void kli_bar_paint_end (cairo_t *cr, const KliBarColours *colours, double x, double y, double height);
void kli_bar_paint_today (cairo_t *cr, const KliBarColours *colours, double x, double from, double to);
void kli_bar_paint_arrow (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *bar);
void kli_bar_paint_notch (cairo_t *cr, const KliBarColours *colours, const KliBarSpan *bar);

/* A rounded rectangle as the current path. */
void kli_bar_rounded (cairo_t *cr, double x, double y, double width, double height, double radius);
void kli_bar_set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha);

G_END_DECLS
