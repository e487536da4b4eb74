/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on pages of a size: where each line stands, and drawing it. Lengths are points. A page ends between two lines
 * of writing, never within one. */
#pragma once

#include "paper/kli-sheet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _KliSheetLayout KliSheetLayout;

/* @context: whose fonts are used; it must count 72 units to the inch. @width, @height: of the room on a page. Of one
 * thread. Takes a copy of nothing: @sheet must live as long.
 * Returns: (transfer full) */
KliSheetLayout *kli_sheet_layout_new (const KliSheet *sheet, PangoContext *context, double width, double height);
void kli_sheet_layout_free (KliSheetLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliSheetLayout, kli_sheet_layout_free)

/* At least 1. */
guint kli_sheet_layout_get_n_pages (const KliSheetLayout *layout);
/* Draws page @n, from 0, with its number at the foot. */
void kli_sheet_layout_draw (const KliSheetLayout *layout, cairo_t *cr, guint n);

G_END_DECLS
