/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture with a square on it that is moved and made larger and smaller: by dragging and the wheel of a mouse, by the
 * arrow keys, plus and minus. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CROP_AREA (kli_crop_area_get_type ())
G_DECLARE_FINAL_TYPE (KliCropArea, kli_crop_area, KLI, CROP_AREA, GtkWidget)

/* The square is the largest there can be: in the middle of a wide picture, nearer to the top of a tall one, where heads
 * are. @name: what is chosen, for assistive technology. Returns: (transfer floating) */
GtkWidget *kli_crop_area_new (GdkPixbuf *pixbuf, const char *name);

/* How large the square is, from 0, the smallest, to 1; its middle stays where it can. */
void kli_crop_area_set_size (KliCropArea *self, double size);
double kli_crop_area_get_size (KliCropArea *self);

/* What is in the square. Returns: (transfer full) */
GdkPixbuf *kli_crop_area_dup_part (KliCropArea *self);

/* signal resized (KliCropArea *area): the square got another size, by keys or the wheel. */

G_END_DECLS
