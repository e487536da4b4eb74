/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The next days one by one, under the bar, when the last safe day is among them. */
#pragma once

#include "core/kli-language.h"
#include "ui/contracts/kli-bar-paint.h"
#include "ui/contracts/kli-term-scale.h"

G_BEGIN_DECLS

/* How far ahead the safe day may be, in days. */
#define KLI_TERM_STRIP_REACH 13

gboolean kli_term_strip_is_needed (const KliTermDays *days);
/* The height it takes with the font of @widget. */
int kli_term_strip_measure (GtkWidget *widget);
/* Paints it at @y over the whole @width, with a lens down from the piece of the bar it shows. */
void kli_term_strip_paint (cairo_t *cr,
                           GtkWidget *widget,
                           const KliBarColours *colours,
                           const KliTermScale *scale,
                           const KliTermDays *days,
                           const char *country,
                           KliLanguage language,
                           double lens_top,
                           double y,
                           double width);

/* A layout in the small size of drawings. Returns: (transfer full) */
PangoLayout *kli_term_layout (GtkWidget *widget, const char *text, gboolean bold);
/* Shows @layout at @x, where @cr may paint from right to left: letters are not turned round. */
void kli_term_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y);

G_END_DECLS
