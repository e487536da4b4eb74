/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small signs that stand beside every state and deadline, so that none is told by colour alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_GLYPH_NONE,
  /* states of a contract, in the order of KliContractState */
  KLI_GLYPH_DRAFT,
  KLI_GLYPH_SENT,
  KLI_GLYPH_SIGNED,
  KLI_GLYPH_ACTIVE,
  KLI_GLYPH_SUSPENDED,
  KLI_GLYPH_NOTICE,
  KLI_GLYPH_EXPIRED,
  KLI_GLYPH_TERMINATED,
  KLI_GLYPH_RENEWED,
  KLI_GLYPH_WITHDRAWN,
  /* days */
  KLI_GLYPH_SAFE_DAY,
  KLI_GLYPH_STATUTORY_DAY,
  KLI_GLYPH_START,
  KLI_GLYPH_END,
  KLI_GLYPH_PEN,
  KLI_GLYPH_LAST,
} KliGlyphSign;

#define KLI_TYPE_GLYPH (kli_glyph_get_type ())
G_DECLARE_FINAL_TYPE (KliGlyph, kli_glyph, KLI, GLYPH, GtkWidget)

/* A decoration: assistive technology does not see it, the word beside it says the same.
 * @size: of its square, in CSS px. */
GtkWidget *kli_glyph_new (KliGlyphSign sign, int size);
void kli_glyph_set_sign (KliGlyph *glyph, KliGlyphSign sign);

/* The sign of the contract state called @state_id ("active" …), NONE for any other word. */
KliGlyphSign kli_glyph_for_state (const char *state_id);

/* The colour of @sign under the style of @widget; the widget's own colour for signs without one. */
void kli_glyph_get_colour (KliGlyphSign sign, GtkWidget *widget, GdkRGBA *colour);
/* Whether @widget is drawn in the dark style: its text is lighter than what is behind it. */
gboolean kli_glyph_is_dark (GtkWidget *widget);

/* Draws @sign in a square of @size px with its top left corner at (@x, @y). */
void kli_glyph_draw (cairo_t *cr, KliGlyphSign sign, double x, double y, double size, const GdkRGBA *colour);

G_END_DECLS
